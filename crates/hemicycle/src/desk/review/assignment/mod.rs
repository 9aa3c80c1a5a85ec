//! Who reviews what: what was assigned, what the machine proposes and why, conflicts of interest, and who is behind.

mod conflicts;
mod one;
mod order;
mod proposed;
mod reviewers;

use forum::PersonId;
use forum::access::Access;
use forum::review::views::{Progress, progress, reviewable};
use maud::{Markup, html};
use std::collections::BTreeMap;

use super::about::{Reviewed, exact};
use super::shown::{Shown, theme_name};
use crate::app::App;
use crate::desk::form::{Sheet, Typed};
use crate::site::content::{name, tagged};
use crate::site::{NotFound, Page, Part, Visit};

pub(super) use order::read;

/// The page.
pub(super) fn page(app: &App, visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let of = Reviewed::of(visit)?;
    let title = lang.text("review-assignment-title");
    let sheet = Sheet::new(visit, typed);
    let main = html! {
        (of.ways())
        h1 { (title) }
        (sheet.refusal())
        @match of.settings {
            None => p.lead { (lang.text("review-not-settled")) },
            Some(settings) => {
                @if let Some(id) = exact(visit.reader.asked("proposal")) { (one::proposal(&of, &sheet, forum::ProposalId(id))?) }
                @else {
                    @let all = progress(visit.forum(), of.call.id);
                    (summary(&of, settings.each as usize, &all))
                    (proposed::section(app, &of, &sheet))
                    (reviewers::section(&of, &all))
                    (conflicts::section(&of, &sheet))
                    (proposals(&of))
                }
            }
        }
    };
    Ok(Page { title, part: Part::Review, main })
}

/// How much is to be reviewed, and how much of it is shared out and done.
fn summary(of: &Reviewed<'_>, each: usize, all: &BTreeMap<PersonId, Progress>) -> Markup {
    let (forum, lang) = (of.visit.forum(), of.visit.lang());
    let proposals = reviewable(forum, of.call.id);
    let assigned = |id: &forum::ProposalId| forum.review.assigned.get(id).map_or(0, Vec::len);
    let full = proposals.iter().filter(|id| assigned(id) >= each).count();
    let submitted: usize = all.values().map(|one| one.submitted).sum();
    let values = [
        ("proposals", proposals.len().into()),
        ("reviewers", all.len().into()),
        ("each", each.into()),
        ("full", full.into()),
        ("submitted", submitted.into()),
    ];
    html! { p.lead { (lang.text_with("review-assignment-summary", values)) } }
}

/// The proposals with their reviewers; each leads to where that is changed by hand.
fn proposals(of: &Reviewed<'_>) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    let forum = visit.forum();
    let runs = visit.visitor.access.contains(Access::Secretariat);
    let interest =
        |id| visit.visitor.person().is_none_or(|me| forum::review::views::has_interest(forum, me, id));
    let wanted: std::collections::BTreeSet<_> = reviewable(forum, of.call.id).into_iter().collect();
    let all = Shown::all(visit, of.call.id).into_iter();
    let all = all.filter(|one| wanted.contains(&one.id) && (runs || !interest(one.id)));
    html! {
        section { h2 { (lang.text("review-proposals")) }
            div.table-wrap tabindex="0" { table.table {
                thead { tr { th scope="col" { (lang.text("review-proposal")) } th scope="col" { (lang.text("review-theme")) } th scope="col" { (lang.text("review-reviewers")) } } }
                tbody { @for one in all { tr {
                    th scope="row" { a href={ (of.to("assignment")) "?proposal=" (one.id) } { span.code { (one.code) } " " (tagged(&one.title, "", lang)) } }
                    td { (theme_name(of.call, one.theme.as_deref(), lang)) }
                    td { @for (nth, person) in forum.review.assigned.get(&one.id).into_iter().flatten().enumerate() {
                        @if nth > 0 { " · " } (name(&super::about::person_name(visit, *person), lang))
                    } }
                } } }
            } }
        }
    }
}
