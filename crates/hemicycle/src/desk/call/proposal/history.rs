//! What happened to a proposal, the latest first, as far as its state still knows.

use forum::Actor;
use forum::call::Proposal;
use forum::review::{DecisionState, Verdict};
use jiff::Timestamp;
use maud::{Markup, html};

use super::{OneProposal, answers};
use crate::call::said;
use crate::desk::call::proposals::Screened;
use crate::site::content::name;

/// Something that happened.
struct Event {
    at: Timestamp,
    said: String,
    by: Option<Actor>,
}

/// All of it.
pub(super) fn shown(one: &OneProposal<'_>) -> Markup {
    let (visit, lang) = (one.of.visit, one.of.visit.lang());
    html! {
        ol.rows {
            @for event in events(one) {
                li {
                    span { (event.said)
                        @if let Some(by) = event.by { " · " small { (name(&answers::actor(visit, by), lang)) } } }
                    small { (lang.moment(event.at, &one.of.zone())) }
                }
            }
        }
    }
}

fn events(one: &OneProposal<'_>) -> Vec<Event> {
    let (proposal, lang) = (one.proposal, one.of.visit.lang());
    let mut events = vec![Event {
        at: proposal.begun,
        said: lang.text("calls-begun"),
        by: Some(Actor::Person(proposal.by)),
    }];
    for (key, saved) in &proposal.answers {
        let field = one.of.call.fields.iter().find(|field| field.key == *key);
        let called = field.map_or(key.clone(), |field| said::label(field, lang));
        let said = lang.text_with("calls-saved", [("field", called.into())]);
        events.push(Event { at: saved.at, said, by: Some(saved.by) });
    }
    for part in proposal.parts.values() {
        let who = part.name.text().map_or_else(|| lang.text("somebody"), str::to_owned);
        if let Some(at) = part.invited {
            events.push(Event {
                at,
                said: lang.text_with("calls-was-invited", [("name", who.into())]),
                by: None,
            });
        }
    }
    if let Some(at) = proposal.submitted {
        events.push(Event { at, said: lang.text("calls-stage-submitted"), by: None });
    }
    events.extend(reviewed(one, proposal));
    events.sort_by_key(|event| std::cmp::Reverse(event.at));
    events
}

/// What was found and decided of it.
fn reviewed(one: &OneProposal<'_>, proposal: &Proposal) -> Vec<Event> {
    let (forum, lang) = (one.of.visit.forum(), one.of.visit.lang());
    let mut events = Vec::new();
    if let (Some(screened), Some(found)) =
        (forum.review.screened.get(&proposal.id), Screened::of(forum, proposal))
    {
        let said = lang.text_with("calls-was-screened", [("found", found.said(lang).into())]);
        events.push(Event { at: screened.at, said, by: None });
    }
    if let Some(decision) = forum.review.decisions.get(&proposal.id) {
        let verdict = match decision.verdict {
            Verdict::Accepted => lang.text("calls-accepted"),
            Verdict::Waiting => lang.text("calls-waiting"),
            Verdict::Declined => lang.text("calls-not-accepted"),
            Verdict::Merged => lang.text("calls-merged"),
        };
        let said = lang.text_with("calls-was-decided", [("verdict", verdict.into())]);
        events.push(Event { at: decision.at, said, by: Some(decision.by) });
        if let Some(at) = decision.released.filter(|_| decision.state == DecisionState::Released) {
            events.push(Event { at, said: lang.text("calls-was-released"), by: None });
        }
    }
    events
}
