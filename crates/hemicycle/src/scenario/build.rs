//! Building a planned forum: through the writer, like everything else.

use std::collections::VecDeque;

use forum::Refusal;
use platform::writer::{Failure, Key, Order, Ticket, Writer};

use super::step::Step;
use crate::clock::Clock;
use crate::languages::languages;
use crate::machine::ForumMachine;
use crate::problem::Problem;

/// How many commands may be on their way at once: enough to fill the writer's batches, and no more.
const AHEAD: usize = 4_096;

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

/// Gives all steps and waits until the last is durable, each with the clock at its time; afterwards the clock goes by
/// itself again. `progress` hears how many of how many are done.
///
/// # Errors
/// If a command is refused or cannot be stored.
pub fn build_steps(
    steps: Vec<Step>,
    key: impl Fn(&str) -> Key,
    writer: &Writer<ForumMachine>,
    clock: &Clock,
    progress: impl FnMut(usize, usize),
) -> Result<(), Trouble> {
    let done = give_all(steps, key, writer, clock, progress);
    clock.release();
    done
}

fn give_all(
    steps: Vec<Step>,
    key: impl Fn(&str) -> Key,
    writer: &Writer<ForumMachine>,
    clock: &Clock,
    mut progress: impl FnMut(usize, usize),
) -> Result<(), Trouble> {
    let total = steps.len();
    let mut waiting: VecDeque<(String, Ticket<ForumMachine>)> = VecDeque::with_capacity(AHEAD);
    let mut now = None;
    for (given, step) in steps.into_iter().enumerate() {
        // What is on its way is decided by the clock of then.
        if now.replace(step.at) != Some(step.at) {
            settle(&mut waiting, 0)?;
            clock.set(step.at);
        }
        if waiting.len() == AHEAD {
            settle(&mut waiting, AHEAD / 2)?;
        }
        let order = Order { command: step.command, by: step.by, key: key(&step.name) };
        waiting.push_back((step.name, writer.submit_patiently(order)));
        progress(given + 1 - waiting.len(), total);
    }
    settle(&mut waiting, 0)?;
    progress(total, total);
    Ok(())
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
            // In an empty forum a plan is refused nothing; what stands in its way is a plan of other sizes.
            Failure::Refused(_) => Trouble::Another,
            failure => Trouble::NotDone { step, failure },
        })?;
    }
    Ok(())
}
