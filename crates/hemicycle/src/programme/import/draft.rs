//! The copy of the forum on which an import is tried, and the steps that led there.

use crate::machine;
use forum::programme::Programme;
use forum::{Act, Actor, Command, Context, Forum, MeetingId, Refusal, Stamp};
use jiff::Timestamp;

/// A forum as it would be after the steps.
pub(super) struct Draft {
    pub(super) forum: Forum,
    pub(super) steps: Vec<Command>,
}

impl Draft {
    pub(super) fn of(forum: &Forum) -> Draft {
        Draft { forum: forum.clone(), steps: Vec::new() }
    }

    /// Does a step on the copy, or says why it cannot be done; nothing has changed then.
    ///
    /// Neither the time nor the chance of these decisions is ever seen: the writer decides again with its own.
    pub(super) fn give(&mut self, command: impl Into<Command>) -> Result<Act, Refusal> {
        let command = command.into();
        let context = Context { now: Timestamp::UNIX_EPOCH, actor: Actor::Secretariat, seed: [0; 32] };
        let mut acts = machine::decide(&self.forum, &command, &context)?;
        for act in &acts {
            let stamp = Stamp { seq: self.forum.seq() + 1, at: context.now, by: context.actor };
            self.forum.apply(&stamp, act);
        }
        self.steps.push(command);
        Ok(acts.pop().expect("every step of an import is a single command, and that makes one act"))
    }

    /// The programme of a meeting as it would be; empty before its first act.
    pub(super) fn programme(&self, meeting: MeetingId) -> Programme {
        self.forum.programme.meetings.get(&meeting).cloned().unwrap_or_default()
    }
}
