//! Building the planned forum.

use forum::SeriesId;
use platform::writer::{Key, Writer};

use super::Kyoto;
use super::commands::commands;
use crate::clock::Clock;
use crate::machine::ForumMachine;
use crate::scenario::build::{Trouble, build_steps};

/// Which forum is built. Its commands are named after it, so that building it again does nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// The seed.
    pub seed: u64,
    /// The people that were asked for.
    pub people: usize,
    /// The sessions that were asked for.
    pub sessions: usize,
}

/// Gives all commands of the plan and waits until the last is durable. `progress` hears how many of how many are done.
/// What was interrupted can be built to its end by building it again.
///
/// # Errors
/// If the forum is not this one, or a command is refused or cannot be stored.
pub fn build(
    kyoto: &Kyoto,
    name: Name,
    writer: &Writer<ForumMachine>,
    progress: impl FnMut(usize, usize),
) -> Result<(), Trouble> {
    build_in_time(kyoto, name, writer, &Clock::default(), progress)
}

/// The same by the writer's own clock: every command gets its date. A plan with calls can be built only so, for they open
/// and close.
///
/// # Errors
/// As [`build`].
pub fn build_in_time(
    kyoto: &Kyoto,
    name: Name,
    writer: &Writer<ForumMachine>,
    clock: &Clock,
    progress: impl FnMut(usize, usize),
) -> Result<(), Trouble> {
    may_begin(writer)?;
    build_steps(commands(kyoto).collect(), |step| name.key(step), writer, clock, progress)
}

impl Name {
    /// The idempotency key of a step.
    pub(super) fn key(self, step: &str) -> Key {
        let Name { seed, people, sessions } = self;
        Key::new(&format!("kyoto-{seed:x}-{people}-{sessions}-{step}"))
            .expect("seed, sizes and steps are short and visible")
    }
}

/// Ids are counted ahead, which holds only where the plan's first step was the first act: in an empty forum, or in one
/// whose building was interrupted. A stranger's series of the same name refuses that step.
fn may_begin(writer: &Writer<ForumMachine>) -> Result<(), Trouble> {
    let state = writer.state();
    let first = state.state.0.series.series_by_slug("igf").map(|(id, _)| id);
    if state.seq == 0 || first == Some(SeriesId(1)) { Ok(()) } else { Err(Trouble::NotEmpty) }
}
