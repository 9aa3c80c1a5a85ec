//! Taking back a change: the commands that undo it, decided as if somebody gave them now.

use super::{one, programme};
use crate::programme::Act;
use crate::{Context, Forum, MeetingId, Refusal, Seq, Stamp};

/// Takes back a change that nobody has changed since, and that nothing stands in the way of.
pub(super) fn undo(
    forum: &Forum,
    meeting: MeetingId,
    act: Seq,
    context: &Context,
) -> Result<Vec<Act>, Refusal> {
    let programme = programme(forum, meeting)?;
    let change = programme.history.undoable(act).ok_or(Refusal::NothingToUndo { act })?;
    if let Some(later) = programme.history.later_than(change) {
        return Err(Refusal::ChangedSince { act, later: later.act });
    }
    let mut ahead = forum.clone();
    let mut acts = Vec::new();
    let mut done = |ahead: &mut Forum, act: Act| {
        let stamp = Stamp { seq: ahead.seq() + 1, at: context.now, by: context.actor };
        ahead.apply(&stamp, &act.clone().into());
        acts.push(act);
    };
    done(&mut ahead, Act::ChangeUndone { meeting, act });
    for (n, command) in (0u64..).zip(change.back()) {
        let act = one(&ahead, command, &context.step(n))?;
        done(&mut ahead, act);
    }
    Ok(acts)
}
