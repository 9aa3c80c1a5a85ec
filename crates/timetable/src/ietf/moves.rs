//! The changes that the search tries.

use super::week::Week;
use crate::search::Chance;

/// How many of 1,000 changes are circles of three, chains of sessions that push each other, and exchanges of two frames.
const CIRCLES: usize = 20;
const CHAINS: usize = 5;
const FRAMES: usize = 10;
/// How many of 1,000 others begin with a session that pays for its place, as far as so many draws find one: moving
/// whoever is well placed hardly ever helps.
const TROUBLED: usize = 900;
const TROUBLED_DRAWS: usize = 8;
/// How many of 1,000 others are detours by a third frame.
const DETOURS: usize = 200;
/// Chains that do not end after so many sessions are given up.
const CHAIN_LENGTH: usize = 24;
/// How often a session is drawn to make room at the end of a chain.
const DRAWS: usize = 20;

impl Week<'_> {
    /// Draws a change and makes it, unless it costs more than the limit.
    pub(super) fn change(&mut self, chance: &mut Chance, limit: i64) -> bool {
        match chance.below(1_000) {
            kind if kind < CIRCLES => return self.circle(chance, limit),
            kind if kind < CIRCLES + CHAINS => return self.chain(chance, limit),
            kind if kind < CIRCLES + CHAINS + FRAMES => return self.exchange_frames(chance, limit),
            _ => {}
        }
        let session = self.troubled(chance);
        let to = chance.below(self.members.len());
        if to == self.frame[session] {
            return false;
        }
        let start = chance.below(self.tables.slots_in[to]);
        if chance.one_in(DETOURS, 1_000) {
            return self.detour(session, to, start, limit);
        }
        self.enter(session, to, start, limit)
    }

    /// Any session, but most often one that pays for its place.
    fn troubled(&self, chance: &mut Chance) -> usize {
        let mut session = chance.below(self.frame.len());
        if chance.one_in(TROUBLED, 1_000) {
            for _ in 0..TROUBLED_DRAWS {
                if self.there(session, self.frame[session]) + self.tied(session) > 0 {
                    break;
                }
                session = chance.below(self.frame.len());
            }
        }
        session
    }

    /// Three sessions go round in a circle.
    fn circle(&mut self, chance: &mut Chance, limit: i64) -> bool {
        let three: [usize; 3] = std::array::from_fn(|_| chance.below(self.frame.len()));
        let [a, b, c] = three.map(|session| self.frame[session]);
        if a == b || b == c || a == c || !self.circle_may(three, limit) {
            return false;
        }
        self.together(&[(three[0], b), (three[1], c), (three[2], a)], limit)
    }

    /// A session goes to another frame, those who cannot be there with it go the other way, and so on (a Kempe
    /// chain); then sessions at random fill up the frame that has lost more.
    fn chain(&mut self, chance: &mut Chance, limit: i64) -> bool {
        let first = chance.below(self.frame.len());
        let (here, there) = (self.frame[first], chance.below(self.members.len()));
        if here == there {
            return false;
        }
        let Some(mut chain) = self.pushed(first, here, there) else { return false };
        let mut count = [here, there].map(|frame| self.members[frame].len());
        for &session in &chain {
            let from = usize::from(self.frame[session] != here);
            count[from] -= 1;
            count[1 - from] += 1;
        }
        for (side, frame) in [here, there].into_iter().enumerate() {
            let mut draws = 0;
            while count[side] > self.tables.slots_in[frame] && draws < DRAWS {
                draws += 1;
                let Some(&session) = chance.pick(&self.members[frame]) else { break };
                if !chain.contains(&session) {
                    chain.push(session);
                    count[side] -= 1;
                    count[1 - side] += 1;
                }
            }
        }
        let swap = |session: usize| (session, if self.frame[session] == here { there } else { here });
        let moved: Vec<_> = chain.iter().map(|&session| swap(session)).collect();
        self.together(&moved, limit)
    }

    /// All sessions of two frames change places: who meets whom stays as it is, and only what is wished of times changes.
    fn exchange_frames(&mut self, chance: &mut Chance, limit: i64) -> bool {
        let [one, other] = std::array::from_fn(|_| chance.below(self.members.len()));
        let moved: Vec<(usize, usize)> = [(one, other), (other, one)]
            .into_iter()
            .flat_map(|(from, to)| self.members[from].iter().map(move |&session| (session, to)))
            .collect();
        let price = |session: usize, frame: usize| self.tables.scorer.in_frame[session][frame];
        let grown =
            moved.iter().map(|&(session, to)| price(session, to) - price(session, self.frame[session]));
        let slack = moved.iter().map(|&(session, _)| self.tied(session)).sum::<i64>()
            + self.crowding_now[one]
            + self.crowding_now[other];
        one != other && grown.sum::<i64>() <= limit + slack && self.together(&moved, limit)
    }

    /// The session, those of the other frame who cannot meet with it, those who cannot meet with them, and so on.
    fn pushed(&self, first: usize, here: usize, there: usize) -> Option<Vec<usize>> {
        let apart = self.tables.scorer.instance.prices.area_overlapping_in_area;
        let mut chain = vec![first];
        let mut next = 0;
        while let Some(&session) = chain.get(next) {
            next += 1;
            let opposite = if self.frame[session] == here { there } else { here };
            for &rival in &self.members[opposite] {
                let weight = self.tables.weight[session * self.tables.sessions + rival];
                if weight > 0 && weight >= apart && !chain.contains(&rival) {
                    chain.push(rival);
                }
            }
            if chain.len() > CHAIN_LENGTH {
                return None;
            }
        }
        Some(chain)
    }

    /// Moves several sessions one after the other, and back again if the sum is dearer than the limit.
    fn together(&mut self, moved: &[(usize, usize)], limit: i64) -> bool {
        let before = self.cost;
        let back: Vec<(usize, usize)> =
            moved.iter().map(|&(session, _)| (session, self.frame[session])).collect();
        moved.iter().for_each(|&(session, to)| {
            self.shift(session, to, i64::MAX / 4);
        });
        let fits = moved.iter().all(|&(_, to)| self.members[to].len() <= self.tables.slots_in[to]);
        if fits && self.cost - before <= limit {
            return true;
        }
        back.iter().rev().for_each(|&(session, to)| {
            self.shift(session, to, i64::MAX / 4);
        });
        false
    }
}
