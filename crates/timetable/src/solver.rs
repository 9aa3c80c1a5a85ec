//! Makes programmes: a first one by taking the hardest sessions first, then annealing.

mod blocks;
mod bound;
mod change;
mod desk;
mod first;
mod moves;
mod settle;
mod tables;

pub use bound::bound;
pub use change::{Moved, moved, resolve};

use crate::model::{Brief, Placement};
use crate::search::{Outcome, Pace, Plan, anneal};
use desk::Desk;

/// Where each session is; `None` for those that have no place.
pub type Programme = Vec<Option<Placement>>;

/// Makes a programme from a seed, within the given pace.
///
/// If sessions have published places, the search begins there and is cool from the start, so that what need not
/// move stays. The result breaks no demand but one: sessions for which there was no place without breaking another
/// are left without one.
pub fn solve(brief: &Brief<'_>, seed: u64, pace: Pace<'_>) -> Outcome<Programme> {
    let published = brief.instance.sessions.iter().any(|session| session.published.is_some());
    let mut desk = Desk::new(first::programme(brief, seed));
    let plan = if published {
        Plan { start: 4.0, end: 0.4, reheat: 4.0, cycles: 1, from_best: true }
    } else {
        Plan { start: 30.0, end: 1.0, reheat: 30.0, cycles: 1, from_best: true }
    };
    let found = anneal(&mut desk, &plan, seed, pace);
    let (solution, cost) = settle::settle(brief, &found.solution);
    Outcome { solution, cost, steps: found.steps, seed }
}
