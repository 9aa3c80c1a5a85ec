use super::tables::{NEVER, Tables};
use super::week::Week;
use super::{Scorer, Solution, rooms};
use crate::search::{Dip, Ladder, Outcome, Pace, temper};

/// How many temperatures are searched at the same time.
const RUNGS: u64 = 12;
/// How often each session is tried on a rung between two exchanges.
const TRIES: u64 = 2;
/// After so many rounds a copy of a cold state is cooled, each session being tried so often.
const DIP_EVERY: u64 = 30;
const DIP_TRIES: u64 = 320;

/// Solves an instance from a seed, within the given pace.
///
/// The search is over frames only (parallel tempering, see [`temper`]); rooms are a question of whether those of a
/// frame seat its sessions, which is answered by counting, and are given out whenever a better schedule turns up.
/// It wanders as long as it may, so two calls with two seeds on two threads find a good schedule in half the time:
/// keep the [`Outcome::better`] one.
pub fn solve(scorer: &Scorer<'_>, seed: u64, pace: Pace<'_>) -> Outcome<Solution> {
    let tables = Tables::new(scorer);
    let mut rungs: Vec<Week<'_>> =
        (0..RUNGS).map(|rung| Week::new(&tables, seed.wrapping_add(rung << 32))).collect();
    let mut judge = |frames: &Vec<usize>, _| scorer.score(&rooms::assign(scorer, frames)).dynamic;
    let found = temper(&mut rungs, &ladder(&tables), seed, pace, &mut judge).expect("there are rungs");
    let Outcome { solution, cost, steps, seed } = found;
    Outcome { solution: rooms::assign(scorer, &solution), cost, steps, seed }
}

/// From where all but the cheapest wishes are hardly ever denied for nothing to where the dear ones are denied often. What
/// the cheapest ones ask for is settled in the dips: rungs as cold as that would do nothing else.
fn ladder(tables: &Tables<'_>) -> Ladder {
    let prices = &tables.weight;
    let mut prices: Vec<i64> = prices.iter().copied().filter(|&price| 0 < price && price < NEVER).collect();
    prices.extend(tables.scorer.adjacent.iter().map(|&(_, _, price)| price).filter(|&price| price > 0));
    prices.sort_unstable();
    let price = |fortieths: usize| prices.get(prices.len() * fortieths / 40).copied().unwrap_or(1) as f64;
    let (cheapest, cheap, dear) = (price(0), price(4), price(30));
    let coldest = cheap * 0.16;
    Ladder {
        coldest,
        warmest: (dear * 0.1).max(coldest * 2.0),
        steps: TRIES * tables.sessions as u64,
        hard: NEVER,
        dip: Dip {
            every: DIP_EVERY,
            steps: DIP_TRIES * tables.sessions as u64,
            coldest: (cheapest * 0.2).min(coldest),
        },
    }
}
