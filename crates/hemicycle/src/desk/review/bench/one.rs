//! A proposal as its reviewer may read it, beside its scores.

use forum::ProposalId;
use forum::review::Conflict;
use maud::{Markup, html};

use super::bids::{BIDS, bid_of, may_read};
use super::form;
use super::list::{address, progress, state};
use super::pile::Pile;
use crate::desk::form::{Sheet, Typed};
use crate::desk::review::about::exact;
use crate::desk::review::shown::{self, Shown};
use crate::site::content::tagged;
use crate::site::{NotFound, Page, Part, Visit};
use forum::review::views::TaskState as Standing;

/// The proposal that the address is about, as far as whoever visits may know that there is one.
pub(super) fn proposal(visit: &Visit) -> Result<ProposalId, NotFound> {
    let id = ProposalId(exact(visit.part("proposal")).ok_or(NotFound)?);
    let me = visit.visitor.person();
    let noted = visit.forum().review.conflicts.get(&id);
    // Somebody who declared a conflict knows that, and no more than that. One that was found is not told of: it would say
    // who stands behind a proposal.
    let declared = |me| noted.and_then(|all| all.get(&me)) == Some(&Conflict::Declared);
    let known = me.is_some_and(declared);
    if known || may_read(visit, id) { Ok(id) } else { Err(NotFound) }
}

/// The page.
pub(in crate::desk) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let id = proposal(visit)?;
    let sheet = Sheet::new(visit, typed);
    let pile = Pile::with(visit, id);
    let standing =
        pile.as_ref().and_then(|pile| pile.all.iter().find(|one| one.id == id)).map(|one| one.standing);
    let shown = Shown::of(visit, id).filter(|_| standing != Some(Standing::Conflict));
    let title = shown.as_ref().map_or_else(|| shown::code_of(visit, id), |shown| shown.title.clone());
    let main = html! {
        (above(visit, pile.as_ref(), id))
        (sheet.refusal())
        @if !form::is_open(pile.as_ref(), standing) { (form::typed(visit, pile.as_ref().map(|pile| &pile.of), typed, id)) }
        @match &shown {
            None => { h1 { (title) } p.lead { (state(Standing::Conflict, lang)) } p { (lang.text("review-conflict-then")) } },
            Some(shown) => {
                h1.long { small.code { (shown.code) } " " (tagged(&shown.title, "", lang)) }
                div.bench {
                    article { (shown.body(visit)) }
                    aside {
                        @match (pile.as_ref(), standing) {
                            (Some(pile), Some(_)) => (form::scores(pile, &sheet, id)),
                            _ => p.soft { (lang.text("review-not-mine")) },
                        }
                        (mine(visit, &sheet, id))
                    }
                }
            }
        }
    };
    Ok(Page { title, part: Part::Review, main })
}

/// Where this one stands in the pile, and what comes next.
fn above(visit: &Visit, pile: Option<&Pile<'_>>, id: ProposalId) -> Markup {
    let lang = visit.lang();
    let next = pile.and_then(|pile| pile.next(Some(id)));
    html! {
        p.over { a href=(visit.to("review")) { (lang.text("review-mine-title")) }
            @if let Some(pile) = pile { " · " (pile.of.title()) } }
        @if let Some(pile) = pile.filter(|pile| !pile.all.is_empty()) {
            div.tools {
                (progress(pile))
                @if let Some(next) = next {
                    a href=(address(visit, next)) accesskey="n" data-next { (lang.text("review-next")) }
                }
            }
        }
    }
}

/// What somebody says of themselves and the proposal: how gladly they would review it, and whether they cannot.
fn mine(visit: &Visit, sheet: &Sheet<'_>, id: ProposalId) -> Markup {
    let lang = visit.lang();
    let act = sheet.act("bid", id.0);
    let known = visit.visitor.person().and_then(|me| bid_of(visit, id, me));
    let choices: Vec<(String, String)> = [("none".to_owned(), lang.text("review-bid-none"))]
        .into_iter()
        .chain(BIDS.iter().map(|(_, value)| ((*value).to_owned(), super::bids::value_called(value, lang))))
        .collect();
    let value = BIDS.iter().find(|(bid, _)| known == Some(*bid)).map_or("none", |(_, value)| value);
    html! {
        @if visit.visitor.person().is_some() {
            details { summary { (lang.text("review-bid")) }
                (act.form("line", &html! { (act.choice("bid", &lang.text("review-bid-how"), value, &choices)) (act.send(&lang.text("desk-save"))) })) }
            details { summary { (lang.text("review-conflict-declare")) }
                p { (lang.text("review-conflict-hint")) }
                (sheet.act("conflict", id.0).button("quiet", &lang.text("review-conflict-declare"))) }
        }
    }
}

/// How far the reviewer is with it, for the head of the form.
pub(super) fn standing(pile: &Pile<'_>, id: ProposalId) -> Markup {
    let lang = pile.of.visit.lang();
    let one = pile.all.iter().find(|one| one.id == id);
    let at = pile.of.visit.forum().review.reviews.get(&id).and_then(|all| all.get(&pile.me)).map(|r| r.at);
    html! {
        @if let Some(one) = one {
            p.soft role="status" { b { (state(one.standing, lang)) }
                @if let Some(at) = at { " · " (lang.moment(at, &pile.of.zone())) } }
        }
    }
}
