//! The pages before the door.

use maud::{Markup, html};
use platform::languages::Arg;

use super::LINK_LASTS;
use super::next::within;
use crate::refusals::Sentence;
use crate::site::content::name;
use crate::site::reader::encode;
use crate::site::{Page, Part, Visit};

/// Somebody whom the forum does not know yet.
pub struct Newcomer<'a> {
    /// The mailbox that is theirs.
    pub address: &'a str,
    /// The name that they have typed.
    pub name: &'a str,
    /// Why it cannot be taken.
    pub told: Option<&'a Sentence>,
}

/// The form for an address; with what was typed, if that was none.
pub fn form(visit: &Visit, next: &str, wrong: Option<&str>, by_hand: bool) -> Page {
    let lang = visit.lang();
    let main = html! {
        h1 { (lang.text("sign-in-title")) }
        p.lead { (lang.text("sign-in-lead")) }
        @if wrong.is_some() { p.wrong #wrong role="alert" { (lang.text("sign-in-not-an-address")) } }
        form.ask method="post" action=(visit.to("sign-in")) {
            input type="hidden" name="next" value=(next);
            label { (lang.text("sign-in-address"))
                input type="email" name="email" value=[wrong] required autocomplete="email" dir="ltr" maxlength="254"
                    aria-describedby=[wrong.map(|_| "wrong")] aria-invalid=[wrong.map(|_| "true")];
            }
            button { (lang.text("sign-in-send")) }
        }
        @if by_hand { p.prose { (lang.text("sign-in-by-hand")) } }
    };
    elsewhere(lang.text("sign-in-title"), main)
}

/// What to do while the letter is on its way.
pub fn sent(visit: &Visit, address: &str, next: &str) -> Page {
    let lang = visit.lang();
    let minutes = [("minutes", Arg::from(LINK_LASTS.as_mins().unsigned_abs()))];
    let again = if next.is_empty() { String::new() } else { format!("?next={}", encode(next)) };
    let main = html! {
        h1 { (lang.text("sign-in-sent-title")) }
        p.lead { (lang.text_with("sign-in-sent-lead", minutes)) }
        p { bdi dir="ltr" { (address) } }
        p.prose { (lang.text("sign-in-sent-else")) }
        p { a href=(visit.to(format!("sign-in{again}"))) { (lang.text("sign-in-again")) } }
    };
    elsewhere(lang.text("sign-in-sent-title"), main)
}

/// The page of a link: a button, for a newcomer the question for their name, and above it what the link was sent for, if
/// there is more to say than that.
pub fn link(visit: &Visit, next: &str, newcomer: Option<&Newcomer<'_>>, sent_for: Option<Markup>) -> Page {
    let lang = visit.lang();
    let here = visit.to(format!("sign-in/{}", visit.part("token")));
    let main = html! {
        h1 { (lang.text("sign-in-title")) }
        @if let Some(sent_for) = sent_for { (sent_for) } @else { p.lead { (name(visit.name(), lang)) } }
        @if let Some(newcomer) = newcomer {
            p.prose { (lang.text("sign-in-newcomer")) }
            p { bdi dir="ltr" { (newcomer.address) } }
            @if let Some(told) = newcomer.told { p.wrong #wrong role="alert" { (told.what) " " (told.remedy) } }
        } @else { p.prose { (lang.text("sign-in-ready")) } }
        form.ask method="post" action=(here) {
            input type="hidden" name="next" value=(next);
            @if let Some(newcomer) = newcomer {
                label { (lang.text("sign-in-name"))
                    input name="name" value=(newcomer.name) required autocomplete="name" dir="auto" maxlength="120"
                        aria-describedby=[newcomer.told.map(|_| "wrong")];
                }
            }
            button { (lang.text("sign-in-go")) }
        }
    };
    elsewhere(lang.text("sign-in-title"), main)
}

/// The page of a link that opens nothing.
pub fn gone(visit: &Visit) -> Page {
    let lang = visit.lang();
    // Whoever asks for another one is led to where this one would have led them.
    let next = within(&visit.slug, visit.reader.asked("next")).unwrap_or_default();
    let again = if next.is_empty() { String::new() } else { format!("?next={}", encode(next)) };
    let main = html! {
        h1.long { (lang.text("sign-in-gone-title")) }
        p.lead { (lang.text("sign-in-gone-lead")) }
        p { a href=(visit.to(format!("sign-in{again}"))) { (lang.text("sign-in-again")) } }
    };
    elsewhere(lang.text("sign-in-gone-title"), main)
}

fn elsewhere(title: String, main: Markup) -> Page {
    Page { title, part: Part::Elsewhere, main }
}
