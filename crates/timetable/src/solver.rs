//! Makes programmes: a first one by taking the hardest sessions first, then annealing.

mod blocks;
mod bound;
mod change;
mod desk;
mod first;
mod moves;
mod repair;
mod settle;
mod tables;

pub use bound::bound;
pub use change::{Moved, moved, resolve};

use crate::constraints;
use crate::model::{Board, Brief, Placement};
use crate::search::{Chance, Outcome, Pace, Plan, Progress, anneal};
use desk::Desk;

/// Where each session is; `None` for those that have no place.
pub type Programme = Vec<Option<Placement>>;

/// Makes a programme from a seed, within the given pace.
///
/// The temperature is measured in what a move changes on average, so that it does not matter whether weights are written
/// as 1 and 2 or as 100 and 200. If sessions have published places, the search begins there and is cool from the start,
/// and whoever has moved without need or great gain goes back in the end. The result breaks no demand but one: sessions
/// for which there was no place without breaking another are left without one.
pub fn solve(brief: &Brief<'_>, seed: u64, pace: Pace<'_>) -> Outcome<Programme> {
    let published = brief.instance.sessions.iter().any(|session| session.published.is_some());
    let mut chance = Chance::new(seed ^ 0x4e57);
    let mut goes_on = || pace(&Progress::NOTHING).is_some();
    let mut board = first::programme(brief, seed, &mut goes_on);
    repair::repair(&mut board, &mut chance, &mut goes_on);
    let mut desk = Desk::new(board);
    let usual = desk.usual_change(&mut Chance::new(seed));
    // What was published stays unless a move is worth it: moves cost most of what is usual there, and hardly any heat is left.
    // Otherwise it begins where a first programme is not yet spoilt again: warmer than that nothing lasts that is found.
    let (start, end) = if published { (0.004, 0.000_4) } else { (0.08, 0.01) };
    let plan = Plan::once(start * usual, end * usual);
    let found = anneal(&mut desk, &plan, seed, pace);
    let (mut solution, mut cost) = settle::settle(brief, &found.solution);
    if published {
        let mut board = Board::with(brief, &solution);
        repair::home(&mut board, &mut chance);
        (solution, cost) = (board.places().to_vec(), constraints::cost(&board));
    }
    Outcome { solution, cost, steps: found.steps, seed }
}
