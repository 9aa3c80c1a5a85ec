//! A command of a scenario: what is done, when, and by whom.

use forum::{Actor, Command};
use jiff::Timestamp;

/// A command, and a name for it that is the same whenever the same forum is built.
#[derive(Clone, Debug)]
pub struct Step {
    /// What is done to what, such as `person-17`.
    pub name: String,
    /// The command.
    pub command: Command,
    /// When it was given.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
}

impl Step {
    /// A step of the secretariat, whose time is still to be said.
    pub(super) fn new(what: &str, number: usize, command: impl Into<Command>) -> Self {
        let (name, command) = (format!("{what}-{number}"), command.into());
        Self { name, command, at: Timestamp::UNIX_EPOCH, by: Actor::Secretariat }
    }

    /// The same, as one of several with its name.
    pub(super) fn nth(self, n: usize) -> Self {
        Self { name: format!("{}-{n}", self.name), ..self }
    }

    /// The same, at another time.
    pub(super) fn on(self, at: Timestamp) -> Self {
        Self { at, ..self }
    }

    /// The same, by somebody else.
    pub(super) fn by(self, by: Actor) -> Self {
        Self { by, ..self }
    }
}
