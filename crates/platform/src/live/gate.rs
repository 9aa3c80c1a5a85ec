//! Who may join: so many at a time and so many a second, and a plain "later" to the rest.
//!
//! A server that comes back finds all its followers at the door. What it can take in a second it takes; the others are
//! told when to come, each at another time, so that the second wave is none.

use std::collections::HashMap;
use std::hash::Hash;

use super::mutants::{Mutant, lives};

/// How many may follow. Times are in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GateLimits {
    /// Followers of this process. Files and memory set it.
    pub all_max: u32,
    /// Seats among these that only those who run a room may take, so that a crowd does not keep them out.
    pub kept_back: u32,
    /// Followers of one room.
    pub room_max: u32,
    /// Followers from one block of addresses: a whole venue may sit behind one.
    pub block_max: u32,
    /// Who may join in one second.
    pub joins_per_second: u32,
}

impl GateLimits {
    /// The usual ones.
    pub const USUAL: Self =
        Self { all_max: 19_000, kept_back: 200, room_max: 15_000, block_max: 8_000, joins_per_second: 4_000 };
}

/// Why somebody has to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Full {
    /// All seats are taken.
    All,
    /// All seats of the room are taken.
    Room,
    /// All seats for this block of addresses are taken.
    Block,
    /// Too many join at this moment.
    Joins,
}

/// A no for now: 503, with `Retry-After`. Until then a poll is as good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Busy {
    /// Why.
    pub full: Full,
    /// After how many seconds to come back; another number for each.
    pub retry_after: u64,
}

/// A seat, to be given back when its follower leaves.
#[derive(Debug)]
#[must_use = "a seat that is not given back is lost"]
pub struct Seat<R, B> {
    room: R,
    block: Option<B>,
}

/// Counts who follows, by room and by block of addresses. What it remembers is bounded by who is there.
#[derive(Debug)]
pub struct Gate<R, B> {
    limits: GateLimits,
    all: u32,
    rooms: HashMap<R, u32>,
    blocks: HashMap<B, u32>,
    /// When the next may join if all so far had come evenly, in microseconds (GCRA, as in ITU-T I.371).
    next_join: u64,
}

impl<R: Hash + Eq + Copy, B: Hash + Eq + Copy> Gate<R, B> {
    /// Nobody follows.
    #[must_use]
    pub fn new(limits: GateLimits) -> Self {
        Self { limits, all: 0, rooms: HashMap::new(), blocks: HashMap::new(), next_join: 0 }
    }

    /// How many follow.
    #[must_use]
    pub fn all(&self) -> u32 {
        self.all
    }

    /// Lets somebody in, or says when to come back. `runs` is whether they run the room; the block is nothing where a
    /// trusted proxy does not say whence a request came.
    ///
    /// # Errors
    /// See [`Busy`].
    pub fn join(
        &mut self,
        room: R,
        block: Option<B>,
        runs: bool,
        now: u64,
        chance: u64,
    ) -> Result<Seat<R, B>, Busy> {
        if let Some(full) = self.full(room, block, runs, now) {
            return Err(Busy { full, retry_after: self.retry_after(full, now, chance) });
        }
        self.next_join = self.next_join.max(now * 1_000) + self.join_every();
        self.all += 1;
        *self.rooms.entry(room).or_default() += 1;
        if let Some(block) = block {
            *self.blocks.entry(block).or_default() += 1;
        }
        Ok(Seat { room, block })
    }

    /// Gives a seat back.
    pub fn leave(&mut self, seat: Seat<R, B>) {
        if lives(Mutant::SeatNotGivenBack) {
            return;
        }
        self.all = self.all.saturating_sub(1);
        one_less(&mut self.rooms, seat.room);
        if let Some(block) = seat.block {
            one_less(&mut self.blocks, block);
        }
    }

    fn full(&self, room: R, block: Option<B>, runs: bool, now: u64) -> Option<Full> {
        let GateLimits { all_max, kept_back, room_max, block_max, .. } = self.limits;
        let late = u32::from(lives(Mutant::GateCountsLate));
        let all_max = late + if runs { all_max } else { all_max.saturating_sub(kept_back) };
        let from_block = block.and_then(|block| self.blocks.get(&block)).copied().unwrap_or_default();
        let in_room = self.rooms.get(&room).copied().unwrap_or_default();
        // A second's worth of joins may come at once.
        let is_early = self.next_join > now * 1_000 + 1_000_000;
        let reasons = [
            (self.all >= all_max, Full::All),
            (in_room >= room_max + late && !runs, Full::Room),
            (from_block >= block_max + late && !runs, Full::Block),
            (is_early && !runs, Full::Joins),
        ];
        reasons.into_iter().find(|(is_full, _)| *is_full).map(|(_, full)| full)
    }

    /// Seats become free when somebody leaves, which nobody can foretell; the crowd of a moment has gone in when as many
    /// seconds have passed as it needs.
    fn retry_after(&self, full: Full, now: u64, chance: u64) -> u64 {
        let (least, spread) = match full {
            Full::Joins => (1, 4 + self.next_join.saturating_sub(now * 1_000) / 1_000_000),
            Full::All | Full::Room | Full::Block => (10, 20),
        };
        if lives(Mutant::RefusedWithoutWait) { 0 } else { least + chance % (spread + 1) }
    }

    fn join_every(&self) -> u64 {
        1_000_000 / u64::from(self.limits.joins_per_second.max(1))
    }
}

fn one_less<K: Hash + Eq>(counts: &mut HashMap<K, u32>, key: K) {
    let is_last = counts.get_mut(&key).is_some_and(|count| {
        *count = count.saturating_sub(1);
        *count == 0
    });
    if is_last {
        counts.remove(&key);
    }
}

/// How long a follower shall wait before it comes back, should its line break or the server end: drawn for each, over
/// as long as it takes to let all of them in again, and never longer than 30 seconds.
#[must_use]
pub fn back_after(followers: u32, limits: &GateLimits, chance: u64) -> u64 {
    let all_in = u64::from(followers) * 1_000 / u64::from(limits.joins_per_second.max(1));
    let spread = (2 * all_in).clamp(1_000, 30_000);
    if lives(Mutant::AllBackAtOnce) { 500 } else { 200 + chance % spread }
}
