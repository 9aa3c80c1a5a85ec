//! Bids: how gladly somebody would review what, and where they have a conflict of interest, for a whole theme at a time.

use forum::call::views;
use forum::review::Bid;
use forum::{CallId, PersonId, ProposalId};
use maud::{Markup, html};
use platform::languages::Locale;

use super::list::address;
use crate::desk::form::{Act, Sheet, Typed};
use crate::desk::review::about::{Reviewed, exact};
use crate::desk::review::shown::{Shown, theme_name, themes};
use crate::site::content::tagged;
use crate::site::reader::encode;
use crate::site::{NotFound, Page, Part, Visit};

/// All bids that can be made, and how they stand in forms.
pub(super) const BIDS: [(Bid, &str); 3] =
    [(Bid::Eager, "eager"), (Bid::Willing, "willing"), (Bid::Reluctant, "reluctant")];

/// The call of the page: the one that is asked for, or the only one.
pub(super) fn call(visit: &Visit) -> Result<Reviewed<'_>, NotFound> {
    let first = visit.forum().review.settings.keys().next_back().copied();
    let asked = exact(visit.reader.asked("call")).map(CallId);
    let of = Reviewed::of_call(visit, asked.or(first).ok_or(NotFound)?)?;
    of.settled().map(|_| of)
}

/// The page.
pub(in crate::desk) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let (lang, of) = (visit.lang(), call(visit)?);
    let sheet = Sheet::new(visit, typed);
    let title = lang.text("review-bids-title");
    let all: Vec<Shown> = readable(visit, of.call.id);
    let theme = chosen(visit, &of, &all);
    let main = html! {
        p.over { a href=(visit.to("review")) { (lang.text("review-mine-title")) } " · " (of.title()) }
        h1 { (title) }
        (sheet.refusal())
        p.lead { (lang.text("review-bids-lead")) }
        (tabs(&of, &all, theme.as_deref()))
        @if all.is_empty() { p { (lang.text("review-bids-none")) } }
        @else { (form(&of, &sheet, all.iter().filter(|one| one.theme == theme).collect())) }
    };
    Ok(Page { title, part: Part::Review, main })
}

/// What a reviewer may read of a call and might review.
pub(super) fn readable(visit: &Visit, call: CallId) -> Vec<Shown> {
    let all = forum::review::views::reviewable(visit.forum(), call);
    all.into_iter().filter_map(|id| Shown::of(visit, id)).collect()
}

/// The theme that is shown: the one asked for, else the first that the reviewer knows, else the first.
fn chosen(visit: &Visit, of: &Reviewed<'_>, all: &[Shown]) -> Option<String> {
    let has = |theme: &String| all.iter().any(|one| one.theme.as_ref() == Some(theme));
    let asked = Some(visit.reader.asked("theme").to_owned()).filter(&has);
    let me = visit.visitor.person()?;
    let known = visit.forum().review.expertise.get(&of.call.id).and_then(|all| all.get(&me));
    let known = known.and_then(|known| known.iter().find(|theme| has(theme)).cloned());
    if visit.reader.asked("theme") == "none" {
        return None;
    }
    asked.or(known).or_else(|| themes(of.call).into_iter().find(|theme| has(theme)))
}

fn tabs(of: &Reviewed<'_>, all: &[Shown], chosen: Option<&str>) -> Markup {
    let lang = of.visit.lang();
    let mut keys: Vec<Option<String>> = themes(of.call).into_iter().map(Some).collect();
    keys.push(None);
    let count = |key: &Option<String>| all.iter().filter(|one| one.theme == *key).count();
    let to = |key: &Option<String>| {
        let theme = key.as_deref().map_or_else(|| "none".to_owned(), encode);
        of.visit.to(format!("review/bids?call={}&theme={theme}", of.call.id))
    };
    html! {
        nav.ways aria-label=(lang.text("review-themes")) {
            @for key in keys.iter().filter(|key| count(key) > 0) {
                a href=(to(key)) aria-current=[(key.as_deref() == chosen).then_some("page")] {
                    (theme_name(of.call, key.as_deref(), lang)) " " small { (count(key)) }
                }
            }
        }
    }
}

/// What somebody has bid for a proposal.
pub(super) fn bid_of(visit: &Visit, id: ProposalId, me: PersonId) -> Option<Bid> {
    visit.forum().review.bids.get(&id).and_then(|all| all.get(&me)).copied()
}

/// What a bid is called.
fn called(bid: Bid, lang: &Locale) -> String {
    match bid {
        Bid::Eager => lang.text("review-bid-eager"),
        Bid::Willing => lang.text("review-bid-willing"),
        Bid::Reluctant => lang.text("review-bid-reluctant"),
    }
}

/// What a bid is called, by how it stands in forms.
pub(super) fn value_called(value: &str, lang: &Locale) -> String {
    let bid = BIDS.iter().find(|(_, known)| *known == value);
    bid.map_or_else(|| lang.text("review-bid-none"), |(bid, _)| called(*bid, lang))
}

fn form(of: &Reviewed<'_>, sheet: &Sheet<'_>, shown: Vec<&Shown>) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    let act = sheet.act("bids", of.call.id.0);
    let body = html! {
        ul.pile.bids { @for one in &shown { li {
            span.code { (one.code) }
            a href=(address(visit, one.id)) { (tagged(&one.title, "", lang)) }
            (choices(visit, act, one))
        } } }
        p.stay { (act.send(&lang.text("desk-save"))) }
    };
    act.form("bids", &body)
}

/// The choices for one proposal.
fn choices(visit: &Visit, act: Act<'_>, one: &Shown) -> Markup {
    let lang = visit.lang();
    let known = visit.visitor.person().and_then(|me| bid_of(visit, one.id, me));
    let name = format!("b{}", one.id);
    let ticked = |value: &str, is: bool| act.ticked(&name, value, is);
    html! {
        fieldset {
            legend.away { (one.code) }
            @for (bid, value) in BIDS {
                label { input type="radio" name=(name) value=(value) checked[ticked(value, known == Some(bid))]; span { (called(bid, lang)) } }
            }
            label { input type="radio" name=(name) value="none" checked[ticked("none", known.is_none())]; span { (lang.text("review-bid-none")) } }
            label { input type="radio" name=(name) value="conflict" checked[ticked("conflict", false)]; span { (lang.text("review-conflict")) } }
        }
    }
}

/// Whether somebody may read a proposal as it is asked for here.
pub(super) fn may_read(visit: &Visit, id: ProposalId) -> bool {
    views::proposal(visit.forum(), visit.visitor.viewer(), id).is_some()
}
