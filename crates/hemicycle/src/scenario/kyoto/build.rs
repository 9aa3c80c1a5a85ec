//! Building the planned forum: through the writer, like everything else.

use std::collections::VecDeque;

use forum::{Actor, Refusal, SeriesId};
use platform::writer::{Failure, Key, Order, Ticket, Writer};

use super::Kyoto;
use super::commands::commands;
use crate::languages::languages;
use crate::machine::ForumMachine;
use crate::problem::Problem;

/// How many commands may be on their way at once: enough to fill the writer's batches, and no more.
const AHEAD: usize = 4_096;

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

/// Why a forum could not be built.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The log holds something else.
    #[error("this forum holds something else already; build Kyoto in another folder, with --data")]
    NotEmpty,
    /// The building of another Kyoto was interrupted here.
    #[error(
        "the building of another forum was interrupted here; to finish it, use the --seed, --people and --sessions of \
         then, or build this one in another folder, with --data"
    )]
    Another,
    /// A command was not done.
    #[error("the step “{step}” was not done: {}", in_words(failure))]
    NotDone {
        /// The step.
        step: String,
        /// What happened to it.
        failure: Failure<Refusal>,
    },
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
    mut progress: impl FnMut(usize, usize),
) -> Result<(), Trouble> {
    may_begin(writer)?;
    let steps: Vec<_> = commands(kyoto).collect();
    let total = steps.len();
    let mut waiting: VecDeque<(String, Ticket<ForumMachine>)> = VecDeque::with_capacity(AHEAD);
    for (given, step) in steps.into_iter().enumerate() {
        if waiting.len() == AHEAD {
            settle(&mut waiting, AHEAD / 2)?;
        }
        let order = Order { command: step.command, by: Actor::Secretariat, key: name.key(&step.name) };
        waiting.push_back((step.name, writer.submit_patiently(order)));
        progress(given + 1 - waiting.len(), total);
    }
    settle(&mut waiting, 0)?;
    progress(total, total);
    Ok(())
}

impl Name {
    /// The idempotency key of a step.
    pub(super) fn key(self, step: &str) -> Key {
        let Name { seed, people, sessions } = self;
        Key::new(&format!("kyoto-{seed:x}-{people}-{sessions}-{step}"))
            .expect("seed, sizes and steps are short and visible")
    }
}

/// What happened, and what to do about it.
fn in_words(failure: &Failure<Refusal>) -> String {
    let said = Problem::from(failure.clone()).said(languages().default_locale());
    format!("{} {}", said.what, said.remedy)
}

/// Waits until no more than `keep` commands are on their way.
fn settle(waiting: &mut VecDeque<(String, Ticket<ForumMachine>)>, keep: usize) -> Result<(), Trouble> {
    while waiting.len() > keep {
        let Some((step, ticket)) = waiting.pop_front() else { break };
        ticket.wait().map_err(|failure| match failure {
            // In an empty forum the plan is refused nothing; what stands in its way is a plan of other sizes.
            Failure::Refused(_) => Trouble::Another,
            failure => Trouble::NotDone { step, failure },
        })?;
    }
    Ok(())
}

/// Ids are counted ahead, which holds only where the plan's first step was the first act: in an empty forum, or in one
/// whose building was interrupted. A stranger's series of the same name refuses that step.
fn may_begin(writer: &Writer<ForumMachine>) -> Result<(), Trouble> {
    let state = writer.state();
    let first = state.state.0.series.series_by_slug("igf").map(|(id, _)| id);
    if state.seq == 0 || first == Some(SeriesId(1)) { Ok(()) } else { Err(Trouble::NotEmpty) }
}
