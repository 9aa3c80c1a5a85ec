//! What the search looks up again and again, worked out once for all its copies.

use super::{Scorer, bound};
use crate::search::Cost;

/// One overlap that must never be, in the search's single number: dearer than all that is merely priced.
pub(super) const NEVER: i64 = 1 << 42;

/// What depends on the frames of more sessions than a price per pair can say.
pub(super) enum Tie {
    /// A group that meets twice: what it pays, by the frames of its two sessions.
    Pair([usize; 2], Vec<i64>),
    /// A group that meets more often.
    Series(usize),
    /// A wish to be adjacent.
    Adjacent(usize),
}

/// The constant part of a [`super::week::Week`].
pub(super) struct Tables<'a> {
    pub(super) scorer: &'a Scorer<'a>,
    pub(super) sessions: usize,
    pub(super) frames: usize,
    pub(super) slots_in: Vec<usize>,
    /// Both directions of each pair's price.
    pub(super) weight: Vec<i64>,
    /// Per frame those that overlap with it, itself among them; and the same as a square of yes and no.
    pub(super) overlapping: Vec<Vec<usize>>,
    pub(super) meets: Vec<bool>,
    /// Rooms by size: the class of each session, and per frame how many rooms there are for a class and above.
    pub(super) classes: usize,
    pub(super) class: Vec<usize>,
    pub(super) offered: Vec<i64>,
    pub(super) ties: Vec<Tie>,
    pub(super) ties_of: Vec<Vec<usize>>,
    /// What no schedule can avoid.
    pub(super) bound: Cost,
}

impl<'a> Tables<'a> {
    pub(super) fn new(scorer: &'a Scorer<'a>) -> Self {
        let instance = scorer.instance;
        let (sessions, frames) = (instance.sessions.len(), instance.frames.len());
        let price = |a: usize, b: usize| scorer.pair[a][b].unwrap_or(NEVER);
        let both = |a: usize, b: usize| if a == b { 0 } else { price(a, b) + price(b, a) };
        let meet = |a: usize, b: usize| scorer.overlap[a][b] || scorer.overlap[b][a];
        let mut slots_in = vec![0; frames];
        instance.slots.iter().for_each(|slot| slots_in[slot.frame] += 1);
        let mut tables = Self {
            scorer,
            sessions,
            frames,
            slots_in,
            weight: (0..sessions * sessions).map(|n| both(n / sessions, n % sessions)).collect(),
            overlapping: (0..frames).map(|a| (0..frames).filter(|&b| meet(a, b)).collect()).collect(),
            meets: (0..frames * frames).map(|n| meet(n / frames, n % frames)).collect(),
            classes: 0,
            class: vec![],
            offered: vec![],
            ties: vec![],
            ties_of: vec![vec![]; sessions],
            bound: Cost::ZERO,
        };
        tables.sort_rooms();
        tables.tie();
        tables.bound = bound::of(&tables);
        tables
    }

    fn sort_rooms(&mut self) {
        let instance = self.scorer.instance;
        let mut sizes: Vec<i64> = instance.rooms.iter().map(|room| room.capacity).collect();
        sizes.sort_unstable();
        sizes.dedup();
        // The class of a session is the number of room sizes that are too small for it.
        let class = |seats: i64| sizes.partition_point(|&size| size < seats);
        self.class = self.scorer.attendees.iter().map(|&attendees| class(attendees)).collect();
        self.classes = sizes.len() + 1;
        self.offered = vec![0; self.frames * self.classes];
        for slot in &instance.slots {
            let upto = class(instance.rooms[slot.room].capacity);
            let of_frame = &mut self.offered[slot.frame * self.classes..];
            of_frame[..=upto].iter_mut().for_each(|offered| *offered += 1);
        }
        // Who wants to share a room with a larger session needs a room that seats the larger one.
        for (session, others, _) in &self.scorer.adjacent {
            let smallest = others.iter().map(|&other| self.class[other]).min().unwrap_or(0);
            self.class[*session] = self.class[*session].max(smallest);
            if let [other] = others[..] {
                self.class[other] = self.class[other].max(self.class[*session]);
            }
        }
    }

    fn tie(&mut self) {
        for (index, series) in self.scorer.series.iter().enumerate() {
            series.iter().for_each(|&session| self.ties_of[session].push(self.ties.len()));
            self.ties.push(match series[..] {
                [one, other] => Tie::Pair([one, other], self.price_of_two(one, other)),
                _ => Tie::Series(index),
            });
        }
        for (index, (session, others, _)) in self.scorer.adjacent.iter().enumerate() {
            self.ties_of[*session].push(self.ties.len());
            let others = others.iter().filter(|other| *other != session);
            others.for_each(|&other| self.ties_of[other].push(self.ties.len()));
            self.ties.push(Tie::Adjacent(index));
        }
    }

    fn price_of_two(&self, one: usize, other: usize) -> Vec<i64> {
        let mut at = vec![0; self.sessions];
        (0..self.frames * self.frames)
            .map(|n| {
                (at[one], at[other]) = (n / self.frames, n % self.frames);
                self.scorer.series_price(&[one, other], &at)
            })
            .collect()
    }

    /// What a tie costs if the sessions are in these frames.
    pub(super) fn tie_price(&self, tie: usize, at: &[usize]) -> i64 {
        match &self.ties[tie] {
            Tie::Pair([one, other], prices) => prices[at[*one] * self.frames + at[*other]],
            Tie::Series(index) => self.scorer.series_price(&self.scorer.series[*index], at),
            Tie::Adjacent(index) => {
                let (session, others, price) = &self.scorer.adjacent[*index];
                let near = |other: usize| self.scorer.near[at[*session]][at[other]];
                if others.iter().any(|&other| other != *session && near(other)) { 0 } else { *price }
            }
        }
    }
}
