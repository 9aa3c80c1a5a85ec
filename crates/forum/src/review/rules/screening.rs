//! Stage one: the minimum criteria.

use super::{reasons, settings_of, submitted};
use crate::context::Scribe;
use crate::review::{Act, Command, Screening};
use crate::text::optional_prose;
use crate::{Context, Forum, Refusal, call};

/// Holds a proposal against the minimum criteria. Where it is to be repaired it becomes a draft again: the call hears it
/// in the same breath, so that nobody waits for a proposal that nobody can mend.
pub(super) fn screen(
    forum: &Forum,
    command: &Command,
    context: &Context,
) -> Result<Vec<crate::Act>, Refusal> {
    let Command::Screen { proposal, outcome, reasons: named, note } = command else {
        unreachable!("called for this command only")
    };
    let (proposal, outcome) = (*proposal, *outcome);
    let known = submitted(forum, proposal)?;
    let settings = settings_of(forum, known.call)?;
    // To screen again what is decided would leave a decision about what may no longer be there.
    match forum.review.decisions.get(&proposal).map(|decision| decision.released().is_some()) {
        Some(true) => return Err(Refusal::DecisionStands { proposal }),
        Some(false) => return Err(Refusal::DecidedAlready { proposal }),
        None => {}
    }
    let reasons = reasons(settings, named)?;
    if outcome != Screening::Passed && reasons.is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    let note = optional_prose("note", note)?;
    let until = match outcome {
        Screening::Repair { until } if until <= context.now => {
            return Err(Refusal::TimePast { field: "until".into(), at: until });
        }
        Screening::Repair { until } => Some(until),
        Screening::Passed | Screening::Failed => None,
    };
    let before = forum.review.screened.get(&proposal);
    if before.is_some_and(|before| {
        before.outcome == outcome
            && outcome == Screening::Passed
            && note.is_none()
            && known.submitted.is_none_or(|submitted| submitted <= before.at)
    }) {
        return Err(Refusal::NothingChanged);
    }
    let note = note.map(|text| Scribe::new(context).words(text));
    let screened = Act::ProposalScreened { proposal, outcome, reasons, note };
    let reopened = until.map(|until| call::Act::ProposalReopened { proposal, until: Some(until) });
    Ok([Some(screened.into()), reopened.map(Into::into)].into_iter().flatten().collect())
}
