//! The form in which a proposal is held against the minimum criteria, with the facts beside it.

use forum::call::views;
use forum::review::Screening;
use maud::{Markup, html};

use super::OneProposal;
use crate::call::said;
use crate::desk::call::proposals::Screened;
use crate::desk::form::Sheet;
use crate::site::content::words;

/// What was found, and the form.
pub(super) fn shown(one: &OneProposal<'_>, sheet: &Sheet<'_>) -> Markup {
    let (forum, lang) = (one.of.visit.forum(), one.of.visit.lang());
    let known = forum.review.screened.get(&one.proposal.id);
    html! {
        @if let Some(found) = Screened::of(forum, one.proposal) {
            p { b { (found.said(lang)) } @if let Some(known) = known { " · " small { (one.of.moment(known.at)) } } }
        }
        @if let Some(note) = known.and_then(|known| known.note.as_ref()) { p { (words(note, "", lang)) } }
        (facts(one))
        @if !forum.review.settings.contains_key(&one.of.call.id) {
            p { (lang.text("calls-screen-settle")) " " a href=(one.of.to("review")) { (lang.text("calls-review")) } }
        } @else { (form(one, sheet)) }
    }
}

/// The form itself.
fn form(one: &OneProposal<'_>, sheet: &Sheet<'_>) -> Markup {
    let (forum, lang) = (one.of.visit.forum(), one.of.visit.lang());
    let known = forum.review.screened.get(&one.proposal.id);
    let act = sheet.act("screen", 0);
    let chosen = match known.map(|known| known.outcome) {
        Some(Screening::Failed) => "failed",
        Some(Screening::Repair { .. }) => "repair",
        _ => "passed",
    };
    let outcomes = [("passed", Screened::Passed), ("repair", Screened::Repair), ("failed", Screened::Failed)];
    let outcomes = outcomes.map(|(key, outcome)| (key.to_owned(), outcome.said(lang)));
    html! {
        (act.form("desk", &html! {
            (act.choice("outcome", &lang.text("calls-screen-outcome"), chosen, &outcomes))
            fieldset { legend { (lang.text("calls-screen-reasons")) }
                @for reason in said::reasons(forum, one.of.call) {
                    @let was = known.is_some_and(|known| known.reasons.contains(&reason.key));
                    label.tick { input type="checkbox" name="reasons" value=(reason.key) checked[act.ticked("reasons", &reason.key, was)];
                        span { (said::reason_called(&reason, lang)) } }
                }
            }
            (act.prose("note", &lang.text("calls-screen-note"), 3, ""))
            (act.line("date", "until-day", &lang.text("calls-screen-until-day"), ""))
            (act.line("text", "until", &lang.text("calls-until-time"), "23:59"))
            (act.send(&lang.text("calls-screen-save")))
        }))
    }
}

/// Each rule of the call with what the proposal has: what a machine can see of the minimum criteria.
fn facts(one: &OneProposal<'_>) -> Markup {
    let (forum, lang) = (one.of.visit.forum(), one.of.visit.lang());
    let missing = views::missing(forum, one.of.call, one.proposal);
    let breaches = views::breaches(forum, one.of.call, one.proposal);
    let held = |key: &str| breaches.iter().find(|breach| breach.key == key);
    html! {
        ul.criteria {
            li { (mark(missing.is_empty(), one)) " " (lang.text("calls-screen-complete")) }
            @for requirement in &one.of.call.requirements {
                @if requirement.only.is_empty() || requirement.only.contains(&one.proposal.kind) {
                    @let breach = held(&requirement.key);
                    li { (mark(breach.is_none(), one)) " "
                        @match breach {
                            Some(breach) => (said::breach(breach, lang)),
                            None => (said::requirement(&requirement.key, requirement.count, lang)),
                        }
                    }
                }
            }
        }
    }
}

/// A sign that is read out as well.
fn mark(held: bool, one: &OneProposal<'_>) -> Markup {
    let lang = one.of.visit.lang();
    match held {
        true => html! { span aria-hidden="true" { "✓" } span.away { (lang.text("calls-held")) } },
        false => html! { b.warn aria-hidden="true" { "!" } span.away { (lang.text("calls-not-held")) } },
    }
}
