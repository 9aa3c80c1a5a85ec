//! What no schedule can avoid, as far as can be told cheaply.

use super::Scorer;
use super::tables::{NEVER, Tables};
use crate::search::Cost;

/// For so many prices it is asked how many sessions pay them: each takes a look at every pair.
const PRICES: usize = 64;

/// A cost below which no schedule lies: what each session pays in its best frame, and what sessions pay of which every
/// two cannot well meet and that are more than there are frames.
pub fn bound(scorer: &Scorer<'_>) -> Cost {
    of(&Tables::new(scorer))
}

pub(super) fn of(tables: &Tables<'_>) -> Cost {
    let alone = tables.scorer.in_frame.iter().map(|prices| prices.iter().min().copied().unwrap_or(0));
    let mut prices: Vec<i64> =
        tables.weight.iter().copied().filter(|&price| 0 < price && price < NEVER).collect();
    prices.sort_unstable();
    prices.dedup();
    // Any of them gives a bound: of too many, some all the way from the dearest to the cheapest.
    let every = prices.len().div_ceil(PRICES).max(1);
    let together =
        prices.into_iter().rev().step_by(every).map(|price| price * crowd(tables, price)).max().unwrap_or(0);
    Cost::soft(alone.sum::<i64>() + together)
}

/// How many pairs must share a frame among sessions of which every two pay at least the price for it.
///
/// Such a set is grown greedily from those with the most rivals; any set will do, a larger one says more.
fn crowd(tables: &Tables<'_>, price: i64) -> i64 {
    let rivals = |a: usize, b: usize| tables.weight[a * tables.sessions + b] >= price;
    let count = |a: usize| (0..tables.sessions).filter(|&b| rivals(a, b)).count();
    let mut order: Vec<(usize, usize)> =
        (0..tables.sessions).map(|session| (count(session), session)).collect();
    order.sort_unstable_by(|a, b| b.cmp(a));
    let mut set: Vec<usize> = vec![];
    for (_, session) in order {
        if set.iter().all(|&other| rivals(session, other)) {
            set.push(session);
        }
    }
    let frames = tables.frames.max(1);
    let (each, more) = (set.len() / frames, set.len() % frames);
    let pairs = |sessions: usize| sessions * sessions.saturating_sub(1) / 2;
    (more * pairs(each + 1) + (frames - more) * pairs(each)) as i64
}
