//! Stage three: what becomes of a proposal. A decision is taken, then pending, then released; nobody outside hears of it
//! before that, and what was released changes only after an appeal that was right.

use super::{NAMED_MAX, at_most, reasons as known_reasons, settings_of, submitted};
use crate::context::Scribe;
use crate::review::{Act, Command, Decision, DecisionState, Verdict, views};
use crate::text::optional_prose;
use crate::{Actor, CallId, Context, Forum, ProposalId, Refusal};

/// Decides what becomes of a proposal, or decides otherwise.
pub(super) fn decide(forum: &Forum, command: &Command, context: &Context) -> Result<Act, Refusal> {
    let Command::Decide { proposal, verdict, reasons, note } = command else {
        unreachable!("called for this command only")
    };
    let (proposal, verdict) = (*proposal, *verdict);
    let known = submitted(forum, proposal)?;
    let settings = settings_of(forum, known.call)?;
    if !views::is_reviewable(forum, known) {
        return Err(Refusal::NotScreened { proposal });
    }
    without_interest(forum, proposal, context)?;
    let before = forum.review.decisions.get(&proposal);
    before.map_or(Ok(()), |before| can_change(forum, proposal, before))?;
    if verdict == Verdict::Merged && !views::may_be_merged(forum, proposal) {
        return Err(Refusal::NotAgreed { proposal });
    }
    let reasons = known_reasons(settings, reasons)?;
    let note = optional_prose("note", note)?;
    if verdict != Verdict::Accepted && reasons.is_empty() && note.is_none() {
        return Err(Refusal::ReasonNeeded);
    }
    if let Some(before) = before.filter(|before| before.state != DecisionState::Released)
        && (before.verdict, &before.reasons) == (verdict, &reasons)
        && before.note.as_ref().map(crate::Words::or_empty) == note.as_deref()
    {
        return Err(Refusal::NothingChanged);
    }
    let note = note.map(|text| Scribe::new(context).words(text));
    Ok(Act::DecisionTaken { proposal, verdict, reasons, note })
}

/// Nobody decides on what they take part in.
pub(super) fn without_interest(
    forum: &Forum,
    proposal: ProposalId,
    context: &Context,
) -> Result<(), Refusal> {
    match context.actor {
        Actor::Person(person) if views::has_interest(forum, person, proposal) => {
            Err(Refusal::InConflict { person, proposal })
        }
        _ => Ok(()),
    }
}

/// Whether a decision may still become another: until it is released, and then once for an appeal that was right.
pub(super) fn can_change(forum: &Forum, proposal: ProposalId, decision: &Decision) -> Result<(), Refusal> {
    if views::stands(forum, proposal, decision) { Err(Refusal::DecisionStands { proposal }) } else { Ok(()) }
}

/// Takes a decision back. One that was released stands; one that shall take its place does not yet.
pub(super) fn withdraw(forum: &Forum, proposal: ProposalId, context: &Context) -> Result<Act, Refusal> {
    let decision = forum.review.decisions.get(&proposal).ok_or(Refusal::NotDecided { proposal })?;
    without_interest(forum, proposal, context)?;
    match decision.state {
        DecisionState::Released => Err(Refusal::DecisionStands { proposal }),
        DecisionState::Taken | DecisionState::Pending => Ok(Act::DecisionWithdrawn { proposal }),
    }
}

/// Makes decisions pending.
pub(super) fn ready(forum: &Forum, typed: &[ProposalId]) -> Result<Act, Refusal> {
    at_most("proposals", typed.len(), NAMED_MAX)?;
    let mut proposals = Vec::new();
    for &proposal in typed {
        let decision = forum.review.decisions.get(&proposal).ok_or(Refusal::NotDecided { proposal })?;
        if decision.state == DecisionState::Taken && !proposals.contains(&proposal) {
            submitted(forum, proposal)?;
            joins_something(forum, proposal, DecisionState::Taken)?;
            proposals.push(proposal);
        }
    }
    match proposals.is_empty() {
        true => Err(Refusal::NothingChanged),
        false => Ok(Act::DecisionsReadied { proposals }),
    }
}

/// Releases what is pending in a call, so much of it as one act takes; what its organisers have withdrawn since is left
/// as it is.
pub(super) fn release(forum: &Forum, call: CallId) -> Result<Act, Refusal> {
    settings_of(forum, call)?;
    let pending =
        forum.review.decisions.iter().filter(|(_, decision)| decision.state == DecisionState::Pending);
    let of_call =
        pending.filter(|(proposal, _)| submitted(forum, **proposal).is_ok_and(|known| known.call == call));
    let proposals: Vec<ProposalId> = of_call.map(|(proposal, _)| *proposal).take(NAMED_MAX).collect();
    match proposals.is_empty() {
        true => Err(Refusal::NothingToRelease),
        false => {
            let all = || proposals.iter();
            all().try_for_each(|one| joins_something(forum, *one, DecisionState::Pending))?;
            Ok(Act::DecisionsReleased { call, proposals })
        }
    }
}

/// Whether what was merged joins a proposal that is accepted, with a decision that is at least so far: nobody is told that
/// they are part of what does not take place. What is not merged joins nothing, and need not.
fn joins_something(forum: &Forum, proposal: ProposalId, far: DecisionState) -> Result<(), Refusal> {
    let decisions = &forum.review.decisions;
    if decisions.get(&proposal).is_none_or(|decision| decision.verdict != Verdict::Merged) {
        return Ok(());
    }
    let into = views::joined(forum, proposal).ok_or(Refusal::NotAgreed { proposal })?;
    let accepted = decisions
        .get(&into)
        .is_some_and(|decision| decision.verdict == Verdict::Accepted && decision.state >= far);
    match accepted && submitted(forum, into).is_ok() {
        true => Ok(()),
        false => Err(Refusal::JoinsNothing { proposal, into }),
    }
}
