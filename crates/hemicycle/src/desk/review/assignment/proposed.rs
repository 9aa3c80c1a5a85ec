//! What the machine proposes: the best assignment with its proof, or the reason why there is none.

use std::collections::BTreeMap;

use forum::reference::groups::StakeholderGroup;
use forum::{PersonId, ProposalId};
use maud::{Markup, html};

use super::order::digest;
use crate::app::App;
use crate::desk::form::Sheet;
use crate::desk::review::about::{Reviewed, person_name};
use crate::desk::review::shown::code_of;
use crate::review::assigning::{Proposed, Trouble};
use crate::site::content::name;
use crate::site::names;

/// The way to a proposal, or the proposal itself where one is asked for.
pub(super) fn section(app: &App, of: &Reviewed<'_>, sheet: &Sheet<'_>) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    let asked = visit.reader.asked("propose");
    html! {
        section #proposed {
            h2 { (lang.text("review-propose")) }
            @if !asked.is_empty() {
                @match &*app.computed().proposed(&visit.slug, visit.forum(), of.call.id, asked == "anew") {
                    Ok(proposed) => (found(of, sheet, proposed)),
                    Err(trouble) => (short(of, trouble)),
                }
            } @else {
                p { (lang.text("review-propose-hint")) }
                form.bare method="get" action={ (of.to("assignment")) "#proposed" } {
                    button name="propose" value="missing" { (lang.text("review-propose-do")) } " "
                    button.quiet name="propose" value="anew" { (lang.text("review-propose-anew")) }
                }
            }
        }
    }
}

fn found(of: &Reviewed<'_>, sheet: &Sheet<'_>, proposed: &Proposed) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    let act = sheet.act("adopt", of.call.id.0);
    let most = proposed.loads.iter().map(|load| load.1).max().unwrap_or_default();
    let least = proposed.loads.iter().map(|load| load.1).min().unwrap_or_default();
    let now = &visit.forum().review.assigned;
    let changed =
        proposed.assigned.iter().filter(|&(id, all)| now.get(id).is_none_or(|known| !same(known, all)));
    let values = [
        ("proposals", proposed.assigned.len().into()),
        ("changed", changed.count().into()),
        ("least", least.into()),
        ("most", most.into()),
    ];
    let proof = [("cost", proposed.cost.into()), ("bound", proposed.bound.into())];
    let proved = if proposed.cost == proposed.bound { "yes" } else { "no" };
    let proof = proof.into_iter().chain([("proved", proved.into())]);
    html! {
        p.lead { (lang.text_with("review-proposed", values)) }
        p { (lang.text_with("review-proof", proof)) }
        (quotas(of, &proposed.assigned))
        details { summary { (lang.text("review-loads")) } (loads(of, &proposed.loads)) }
        (act.form("bare", &html! {
            // What is adopted is what this page has shown.
            input type="hidden" name="propose" value=(visit.reader.asked("propose"));
            input type="hidden" name="digest" value=(digest(&proposed.assigned));
            (act.send(&lang.text("review-adopt")))
        }))
    }
}

fn same(one: &[PersonId], other: &[PersonId]) -> bool {
    one.len() == other.len() && one.iter().all(|person| other.contains(person))
}

/// How many proposals have at least so many reviewers of each group that has a quota.
fn quotas(of: &Reviewed<'_>, assigned: &BTreeMap<ProposalId, Vec<PersonId>>) -> Markup {
    let (forum, lang) = (of.visit.forum(), of.visit.lang());
    let Some(settings) = of.settings else { return html! {} };
    let group = |person: &PersonId| forum.people.persons.get(person).and_then(|person| person.group);
    let kept = |wanted: StakeholderGroup, least: u32| {
        let count = |all: &Vec<PersonId>| all.iter().filter(|one| group(one) == Some(wanted)).count();
        assigned.values().filter(|all| count(all) >= least as usize).count()
    };
    html! {
        @if !settings.quotas.is_empty() {
            ul { @for (wanted, least) in &settings.quotas {
                @let values = [("group", names::group(Some(*wanted), lang).into()), ("least", (*least).into()), ("kept", kept(*wanted, *least).into()), ("all", assigned.len().into())];
                li { (lang.text_with("review-quota-kept", values)) }
            } }
        }
    }
}

fn loads(of: &Reviewed<'_>, loads: &[(PersonId, usize)]) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    let most = loads.iter().map(|load| load.1).max().unwrap_or_default().max(1);
    html! {
        table.table { tbody { @for (person, load) in loads { tr {
            th scope="row" { (name(&person_name(visit, *person), lang)) }
            td.n { (load) }
            td { svg.range viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                rect.in x="0" y="2" width=(load * 100 / most) height="8" {} } }
        } } } }
    }
}

/// Why there is none, in plain words, and what would help.
fn short(of: &Reviewed<'_>, trouble: &Trouble) -> Markup {
    let (visit, lang) = (of.visit, of.visit.lang());
    html! {
        div.refused {
            @match trouble {
                Trouble::NoReviewers => p { (lang.text("review-no-reviewers")) },
                Trouble::NotSettled => p { (lang.text("review-not-settled")) },
                Trouble::NothingToReview => p { (lang.text("review-nothing")) },
                Trouble::Quotas { wanted, each } => p { (lang.text_with("review-quotas-beyond", [("wanted", (*wanted).into()), ("each", (*each).into())])) },
                Trouble::Short { proposals, group, wanted, possible, full } => {
                    @let values = [("proposals", proposals.len().into()), ("wanted", (*wanted).into()), ("possible", (*possible).into())];
                    p { b { (lang.text_with("review-short", values)) }
                        @if let Some(group) = group { " " (lang.text_with("review-short-group", [("group", names::group(Some(*group), lang).into())])) } }
                    p { (lang.text("review-short-remedy")) }
                    @if !full.is_empty() { p { (lang.text("review-short-full")) " "
                        @for (nth, person) in full.iter().take(20).enumerate() { @if nth > 0 { ", " } (name(&person_name(visit, *person), lang)) } } }
                    p { (lang.text("review-short-proposals")) " "
                        @for (nth, id) in proposals.iter().take(20).enumerate() { @if nth > 0 { ", " } a href={ (of.to("assignment")) "?proposal=" (id) } { (code_of(visit, *id)) } }
                        @if proposals.len() > 20 { " …" } }
                },
            }
            p { a href=(of.to("review")) { (lang.text("review-settings-title")) } }
        }
    }
}
