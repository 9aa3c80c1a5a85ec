//! The letters that tell of decisions: what they say in each language, and what one of them will be.

use forum::access::Access;
use forum::review::Verdict;
use forum::{CallId, ProposalId};
use maud::{Markup, html};

use crate::app::App;
use crate::desk::form::Sheet;
use crate::desk::review::about::Reviewed;
use crate::desk::review::table::{VERDICTS, verdict_name};
use crate::languages::{LANGUAGES, languages};
use crate::letters::{About, How, decided};
use crate::site::NotFound;

/// The names of what is filled in, and what each is.
pub(super) const PLACEHOLDERS: [&str; 6] = ["title", "name", "verdict", "reasons", "scores", "link"];

/// A name between braces that is none of what can be filled in.
pub(super) fn unknown(text: &str) -> Option<&str> {
    let named = text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or(rest));
    named.into_iter().find(|name| !PLACEHOLDERS.contains(name))
}

/// What the letter about a verdict says in a language: what the forum wrote, else what is built in.
pub(super) fn template(
    of: &Reviewed<'_>,
    call: CallId,
    verdict: Verdict,
    tag: &str,
) -> (String, String, bool) {
    let letters = &of.visit.forum().review.letters;
    let own = letters.get(&call).and_then(|all| all.get(&verdict)?.get(tag));
    match own {
        Some((subject, text)) => (subject.clone(), text.clone(), true),
        None => {
            let locale = languages().get(tag).unwrap_or(languages().default_locale());
            let (subject, text) = decided::built_in(verdict, locale);
            (subject, text, false)
        }
    }
}

/// The editor of all letters in one language.
pub(super) fn editor(of: &Reviewed<'_>, sheet: &Sheet<'_>) -> Result<Markup, NotFound> {
    let (visit, lang) = (of.visit, of.visit.lang());
    if !visit.visitor.access.contains(Access::Secretariat) {
        return Err(NotFound);
    }
    let asked = visit.reader.asked("letters");
    let tag = LANGUAGES.iter().find(|language| language.tag == asked).ok_or(NotFound)?.tag;
    Ok(html! {
        p { a href=(of.to("decisions")) { (lang.text("review-back")) } }
        h2 { (lang.text("review-letters-title")) }
        p { (lang.text("review-letters-hint")) }
        p { @for (nth, name) in PLACEHOLDERS.iter().enumerate() { @if nth > 0 { " " } code { "{" (name) "}" } } }
        nav.tabs aria-label=(lang.text("review-words-in")) { @for language in LANGUAGES {
            a href={ (of.to("decisions")) "?letters=" (language.tag) } aria-current=[(language.tag == tag).then_some("true")] { bdi lang=(language.tag) { (language.name) } } } }
        @for (nth, verdict) in (1..).zip(VERDICTS) {
            @let (subject, text, own) = template(of, of.call.id, verdict, tag);
            @let act = sheet.act("letter", nth);
            section { h3 { (verdict_name(verdict, lang)) @if own { " " small { (lang.text("review-letter-own")) } } }
                (act.form("desk", &html! {
                    input type="hidden" name="language" value=(tag);
                    div.field.whole { (act.line("text", "subject", &lang.text("review-letter-subject"), &subject)) }
                    (act.prose("text", &lang.text("review-letter-text"), 12, &text))
                    (act.send(&lang.text("desk-save")))
                }))
                @if own { (sheet.act("letter-back", nth).form("bare", &html! {
                    input type="hidden" name="language" value=(tag);
                    button.quiet { (lang.text("review-letter-back")) } })) }
            }
        }
    })
}

/// The letters about one decision as they will be sent, or were, and which of them left.
pub(super) fn preview(app: &App, of: &Reviewed<'_>, id: ProposalId) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    if !visit.visitor.access.contains(Access::Secretariat) {
        return html! {};
    }
    let decided = visit.forum().review.decisions.contains_key(&id);
    let letters = decided::previews(app, &visit.slug, visit.forum(), id);
    html! {
        section #letter { h2 { (lang.text("review-letter")) }
            @if !decided { p { (lang.text("review-letter-undecided")) } }
            @else if letters.is_empty() { p { (lang.text("review-letter-none")) } }
            @else { p { (left(app, of, id)) } }
            @for letter in &letters {
                div.letter lang=(letter.language) {
                    p { small { (lang.text("review-letter-to")) } " " bdi { (letter.to) } }
                    p { b { (letter.subject) } }
                    pre { (letter.text) }
                }
            }
        }
    }
}

/// How many of the letters left, and how many were refused.
fn left(app: &App, of: &Reviewed<'_>, id: ProposalId) -> Markup {
    let lang = of.visit.lang();
    let told = app.letters().told(&of.visit.slug).ok();
    let count = |wanted: How| {
        let written = told.iter().flat_map(|told| &told.written);
        written.filter(|(owed, how)| owed.about == About::Decided(id) && **how == wanted).count()
    };
    let (sent, refused) = (count(How::Sent), count(How::Refused) + count(How::Late));
    html! {
        @if sent + refused == 0 { (lang.text("review-letter-waits")) }
        @if sent > 0 { (lang.text("review-letter-sent")) ": " (sent) }
        @if refused > 0 { " " (lang.text("review-letter-refused")) ": " (refused) }
    }
}
