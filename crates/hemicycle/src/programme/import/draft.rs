//! The copy of the forum on which several steps are tried, and the steps that led there: what an import does, and
//! whatever else must know the numbers of things that it makes.

use crate::machine;
use forum::programme::Programme;
use forum::{Act, Actor, Command, Context, Forum, MeetingId, Refusal, Stamp};
use jiff::Timestamp;

/// A forum as it would be after the steps.
pub(crate) struct Draft {
    pub(crate) forum: Forum,
    pub(crate) steps: Vec<Command>,
}

impl Draft {
    pub(crate) fn of(forum: &Forum) -> Draft {
        Draft { forum: forum.clone(), steps: Vec::new() }
    }

    /// Does a step on the copy, or says why it cannot be done; nothing has changed then.
    ///
    /// Neither the time nor the chance of these decisions is ever seen: the writer decides again with its own. Where a
    /// command makes several acts, the last one is given.
    pub(crate) fn give(&mut self, command: impl Into<Command>) -> Result<Act, Refusal> {
        let command = command.into();
        let context = Context { now: Timestamp::UNIX_EPOCH, actor: Actor::Secretariat, seed: [0; 32] };
        let mut acts = machine::decide(&self.forum, &command, &context)?;
        for act in &acts {
            let stamp = Stamp { seq: self.forum.seq() + 1, at: context.now, by: context.actor };
            self.forum.apply(&stamp, act);
        }
        self.steps.push(command);
        Ok(acts.pop().expect("a command that is not refused makes an act"))
    }

    /// The programme of a meeting as it would be; empty before its first act.
    pub(crate) fn programme(&self, meeting: MeetingId) -> Programme {
        self.forum.programme.meetings.get(&meeting).cloned().unwrap_or_default()
    }
}
