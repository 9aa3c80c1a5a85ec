//! Acts and commands of all stages: what is stored, and what is wished.
//!
//! The names and shapes of acts live for ever: they are what the log holds. An act is never changed, only joined by a
//! newer one; a field may be added to it if old logs still read (`#[serde(default)]`), and golden logs prove that.

use crate::{call, people, programme, review, series, settings};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A fact: something that was done. Written as `{"stage": {"Act": {…}}}`.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Series and their meetings.
    Series(series::Act),
    /// Persons, organisations, registration.
    People(people::Act),
    /// Calls, and what is proposed.
    Call(call::Act),
    /// What is thought of proposals, and what becomes of them.
    Review(review::Act),
    /// Rooms, sessions, versions of the programme.
    Programme(programme::Act),
    /// What the forum chooses about itself.
    Settings(settings::Act),
}

/// A wish: something that somebody asks the forum to do. Written like an act.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Command {
    /// Series and their meetings.
    Series(series::Command),
    /// Persons, organisations, registration.
    People(people::Command),
    /// Calls, and what is proposed.
    Call(call::Command),
    /// What is thought of proposals, and what becomes of them.
    Review(review::Command),
    /// Rooms, sessions, versions of the programme.
    Programme(programme::Command),
    /// What the forum chooses about itself.
    Settings(settings::Command),
    /// Several commands, of which all are done or none.
    Together {
        /// The last act that whoever prepared the steps had seen. If the forum has moved on since, the command is
        /// refused: ids counted ahead and differences shown to a person hold for that state only.
        #[serde(default)]
        since: Option<crate::Seq>,
        /// The commands, in order; each sees what those before it did.
        steps: Vec<Command>,
    },
}

impl Act {
    /// Whether somebody chose something for themselves, or wrote a proposal of their own: it comes in all day, and what
    /// others prepare does not rest on it.
    pub(crate) fn is_a_choice(&self) -> bool {
        match self {
            Act::Programme(act) => act.chooser().is_some(),
            Act::Call(act) => act.of_organisers().is_some(),
            _ => false,
        }
    }
}

/// Most steps in one [`Command::Together`]: a large import fits, a flood does not.
pub(crate) const STEPS_MAX: usize = 50_000;

macro_rules! from_stage {
    ($($stage:ident => $variant:ident;)*) => {$(
        impl From<$stage::Act> for Act {
            fn from(act: $stage::Act) -> Act { Act::$variant(act) }
        }
        impl From<$stage::Command> for Command {
            fn from(command: $stage::Command) -> Command { Command::$variant(command) }
        }
    )*};
}
from_stage! {
    series => Series;
    people => People;
    call => Call;
    review => Review;
    programme => Programme;
    settings => Settings;
}
