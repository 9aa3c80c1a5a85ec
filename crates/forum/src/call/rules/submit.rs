//! From draft to proposal, and back.

use super::{ahead, code, is_open, proposal, runs};
use crate::call::views::{self, At};
use crate::call::{Act, Stage};
use crate::{BrokenRule, Context, Forum, ProposalId, Refusal};
use jiff::Timestamp;

/// Submits a draft. Where the same is asked several times at once, the first is done and the others are told its code.
pub(super) fn submit(forum: &Forum, id: ProposalId, now: Timestamp) -> Result<Act, Refusal> {
    let (call, known) = proposal(forum, id)?;
    match known.stage {
        Stage::Draft => {}
        Stage::Submitted => return Err(Refusal::AlreadySubmitted { code: code(known) }),
        Stage::Withdrawn | Stage::Erased => return Err(Refusal::ProposalWithdrawn { proposal: id }),
    }
    is_open(call, known, now)?;
    let lacks = views::missing(forum, call, known);
    if let Some(first) = lacks.first() {
        let field = match &first.at {
            At::Field(key) => key.clone().into(),
            At::Kind => "kind".into(),
        };
        return Err(Refusal::StillMissing { field, have: lacks.len() });
    }
    let breaches = views::breaches(forum, call, known);
    if let Some(first) = breaches.first() {
        let rule = BrokenRule { key: first.key.to_owned(), count: first.count };
        return Err(Refusal::RuleBroken { rule, have: breaches.len() });
    }
    Ok(Act::ProposalSubmitted { proposal: id, number: known.number.unwrap_or(call.numbered + 1) })
}

/// Makes a proposal a draft again: by its organisers as long as they can submit it again and nobody reviews it, by the
/// secretariat until a time that it says. What was thought of the text before is then not about the new one: reviews do
/// not count any more, and a decision of which nobody was told is taken back first.
pub(super) fn reopen(
    forum: &Forum,
    id: ProposalId,
    until: Option<Timestamp>,
    context: &Context,
) -> Result<Act, Refusal> {
    let (call, known) = proposal(forum, id)?;
    let runs = runs(forum, context.actor);
    let untold = forum.is_decided(id) && forum.released(id).is_none();
    // Organisers are not told that it is decided; they hear that it is under review.
    if runs && untold {
        return Err(Refusal::DecidedAlready { proposal: id });
    }
    if let Some(until) = until {
        if !runs {
            return Err(Refusal::NotAllowed);
        }
        ahead("until", until, context.now)?;
        // A draft, too, may get more time.
        if known.stage == Stage::Draft && known.until == Some(until) {
            return Err(Refusal::NothingChanged);
        }
    } else {
        if known.stage == Stage::Draft {
            return Err(Refusal::NothingChanged);
        }
        if forum.released(id).is_some() {
            return Err(Refusal::DecisionStands { proposal: id });
        }
        if !runs && forum.is_under_review(id, context.now) {
            return Err(Refusal::UnderReview { code: code(known) });
        }
        is_open(call, known, context.now)?;
    }
    Ok(Act::ProposalReopened { proposal: id, until })
}

pub(super) fn withdraw(forum: &Forum, id: ProposalId) -> Result<Act, Refusal> {
    let (_, known) = proposal(forum, id)?;
    match known.stage {
        Stage::Submitted => Ok(Act::ProposalWithdrawn { proposal: id }),
        Stage::Draft if known.number.is_some() => Ok(Act::ProposalWithdrawn { proposal: id }),
        Stage::Draft => Err(Refusal::NotSubmitted { proposal: id }),
        Stage::Withdrawn | Stage::Erased => Err(Refusal::NothingChanged),
    }
}

/// Erases a proposal. One that was submitted is withdrawn first: nobody reviews what is gone.
pub(super) fn erase(forum: &Forum, id: ProposalId) -> Result<Act, Refusal> {
    let (_, known) = proposal(forum, id)?;
    if known.stage == Stage::Submitted {
        return Err(Refusal::WithdrawFirst { code: code(known) });
    }
    let acts = known.words_in.iter().map(|(seq, _)| *seq).collect();
    Ok(Act::ProposalErased { proposal: id, acts })
}
