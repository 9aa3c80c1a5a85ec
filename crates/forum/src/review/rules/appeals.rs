//! Appeals: once for each proposal, after its decision was released, and answered for good.

use super::decisions::without_interest;
use super::{settings_of, submitted};
use crate::context::Scribe;
use crate::review::{Act, Decision};
use crate::text::optional_prose;
use crate::{Context, Forum, ProposalId, Refusal, Words};

/// Appeals against a released decision.
pub(super) fn appeal(
    forum: &Forum,
    proposal: ProposalId,
    text: &str,
    context: &Context,
) -> Result<Act, Refusal> {
    let known = submitted(forum, proposal)?;
    let settings = settings_of(forum, known.call)?;
    let decision = forum.review.decisions.get(&proposal);
    if decision.and_then(|decision| Decision::released(decision)).is_none() {
        // The same as if nothing were decided: what is not released is nobody's to know.
        return Err(Refusal::NotDecided { proposal });
    }
    if forum.review.appeals.contains_key(&proposal) {
        return Err(Refusal::AppealMade { proposal });
    }
    if settings.appeals.is_none_or(|until| until <= context.now) {
        return Err(Refusal::AppealsClosed);
    }
    Ok(Act::AppealMade { proposal, text: needed(text, context)? })
}

/// Answers an appeal.
pub(super) fn answer(
    forum: &Forum,
    proposal: ProposalId,
    upheld: bool,
    text: &str,
    context: &Context,
) -> Result<Act, Refusal> {
    let appeal = forum.review.appeals.get(&proposal).filter(|appeal| appeal.answer.is_none());
    appeal.ok_or(Refusal::NoAppeal { proposal })?;
    without_interest(forum, proposal, context)?;
    Ok(Act::AppealAnswered { proposal, upheld, text: needed(text, context)? })
}

fn needed(text: &str, context: &Context) -> Result<Words, Refusal> {
    let text = optional_prose("text", text)?.ok_or(Refusal::Empty { field: "text".into() })?;
    Ok(Scribe::new(context).words(text))
}
