//! One proposal: who reviews it, why they, and who else could.

use std::collections::BTreeMap;

use forum::access::Access;
use forum::review::Bid;
use forum::review::views::{Progress, has_interest, progress, reviewers};
use forum::{PersonId, ProposalId};
use maud::{Markup, html};
use platform::languages::Locale;

use super::conflicts::why;
use crate::desk::form::Sheet;
use crate::desk::review::about::{Reviewed, person_name};
use crate::desk::review::shown::{Shown, theme_name};
use crate::review::assigning::{Fit, Fits};
use crate::site::content::{name, tagged};
use crate::site::{NotFound, names};

pub(super) fn proposal(of: &Reviewed<'_>, sheet: &Sheet<'_>, id: ProposalId) -> Result<Markup, NotFound> {
    let (visit, lang) = (of.visit, of.visit.lang());
    let forum = visit.forum();
    let here = forum.call.proposals.get(&id).filter(|proposal| proposal.call == of.call.id).is_some();
    let runs = visit.visitor.access.contains(Access::Secretariat);
    let interest = visit.visitor.person().is_none_or(|me| has_interest(forum, me, id));
    let shown = Shown::of(visit, id).filter(|_| here && (runs || !interest)).ok_or(NotFound)?;
    let assigned = forum.review.assigned.get(&id).cloned().unwrap_or_default();
    let loads = progress(forum, of.call.id);
    let reviewers = reviewers(forum);
    let fits = Fits::of(forum, of.call.id).ok_or(NotFound)?.all(id, &reviewers);
    let mut all: Vec<(PersonId, Fit)> = reviewers.into_iter().zip(fits).collect();
    all.sort_by_key(|(who, fit)| {
        (!assigned.contains(who), fit.conflict.is_some(), std::cmp::Reverse(fit.points), *who)
    });
    let act = sheet.act("assign", id.0);
    let body = html! {
        div.table-wrap { table.table {
            thead { tr {
                th scope="col" { (lang.text("review-reviewer")) } th scope="col" { (lang.text("review-group")) }
                th.n scope="col" { (lang.text("review-load")) } th scope="col" { (lang.text("review-why")) }
            } }
            tbody { @for (who, fit) in &all { (row(of, &loads, act, (*who, fit), assigned.contains(who), runs)) } }
        } }
        p.stay { (act.send(&lang.text("desk-save"))) }
    };
    Ok(html! {
        p { a href=(of.to("assignment")) { (lang.text("review-back")) } }
        h2 { span.code { (shown.code) } " " (tagged(&shown.title, "", lang)) }
        p.soft { (theme_name(of.call, shown.theme.as_deref(), lang)) }
        (act.form("whole", &body))
    })
}

fn row(
    of: &Reviewed<'_>,
    loads: &BTreeMap<PersonId, Progress>,
    act: crate::desk::form::Act<'_>,
    (who, fit): (PersonId, &Fit),
    is: bool,
    runs: bool,
) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    let group = visit.forum().people.persons.get(&who).and_then(|person| person.group);
    html! {
        tr {
            th scope="row" { label.tick {
                input type="checkbox" name="reviewers" value=(who) checked[act.ticked("reviewers", &who.to_string(), is)] disabled[fit.conflict.is_some() && !is];
                span { (name(&person_name(visit, who), lang)) }
            } }
            td { (names::group(group, lang)) }
            td.n { (loads.get(&who).map_or(0, |one| one.assigned)) }
            td { (reasons(fit, lang, runs)) }
        }
    }
}

/// Why somebody fits, or does not.
fn reasons(fit: &Fit, lang: &Locale, runs: bool) -> Markup {
    let bid = fit.bid.map(|bid| match bid {
        Bid::Eager => lang.text("review-bid-eager"),
        Bid::Willing => lang.text("review-bid-willing"),
        Bid::Reluctant => lang.text("review-bid-reluctant"),
    });
    html! {
        @match fit.conflict {
            Some(conflict) => { b { (lang.text("review-state-conflict")) } @if runs { ": " (why(conflict, lang)) } },
            None => {
                (lang.text_with("review-points", [("points", u32::from(fit.points).into())]))
                @if fit.theme == Some(true) { " · " (lang.text("review-knows-theme")) }
                @if fit.quota { " · " (lang.text("review-counts-for-quota")) }
                @if let Some(bid) = bid { " · " (lang.text("review-bid-how")) " " (bid) }
            }
        }
    }
}
