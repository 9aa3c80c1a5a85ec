//! A week: every session in a frame, with the price of every other frame at hand.

use super::tables::{NEVER, Tables};
use crate::search::{Chance, Cost, Landscape};

/// Sessions in frames; rooms are only counted.
///
/// For each frame and session it is kept what the pairs would pay if the session were there, so that the price of a
/// change is a few look-ups; the table is brought up to date when a change is made, which is far rarer.
#[derive(Clone)]
pub(super) struct Week<'a> {
    pub(super) tables: &'a Tables<'a>,
    pub(super) frame: Vec<usize>,
    /// The sessions of each frame, and where each stands in that list.
    pub(super) members: Vec<Vec<usize>>,
    seat: Vec<usize>,
    /// Per frame and session: what it and its partners pay if it is there.
    there: Vec<i64>,
    /// Per frame and class: how many sessions of the class and above there are more than rooms.
    lacking: Vec<i64>,
    /// What each tie and each frame's want of room costs at present: more than that no change can gain.
    tie_now: Vec<i64>,
    pub(super) crowding_now: Vec<i64>,
    pub(super) cost: i64,
}

impl<'a> Week<'a> {
    /// A first schedule: the sessions with the dearest conflicts first, each where it costs least.
    pub(super) fn new(tables: &'a Tables<'a>, seed: u64) -> Self {
        let (sessions, frames) = (tables.sessions, tables.frames);
        let mut week = Self {
            tables,
            frame: vec![usize::MAX; sessions],
            members: vec![vec![]; frames],
            seat: vec![0; sessions],
            there: vec![],
            lacking: vec![],
            tie_now: vec![],
            crowding_now: vec![0; frames],
            cost: 0,
        };
        week.clear();
        let mut order: Vec<usize> = (0..sessions).collect();
        Chance::new(seed ^ 0x5eed).shuffle(&mut order);
        order.sort_by_key(|&session| {
            let weights = &tables.weight[session * sessions..][..sessions];
            std::cmp::Reverse(weights.iter().map(|weight| weight / 1_000).sum::<i64>())
        });
        for session in order {
            let free = (0..frames).filter(|&frame| week.members[frame].len() < tables.slots_in[frame]);
            let price =
                |&frame: &usize| week.there(session, frame) + week.crowding(frame, None, Some(session));
            let frame = free.min_by_key(price).expect("the reader refuses more sessions than slots");
            week.join(session, frame);
        }
        week.count();
        week
    }

    fn clear(&mut self) {
        let tables = self.tables;
        self.members.iter_mut().for_each(Vec::clear);
        self.lacking = tables.offered.iter().map(|offered| -offered).collect();
        self.there = (0..tables.frames * tables.sessions)
            .map(|n| tables.scorer.in_frame[n % tables.sessions][n / tables.sessions])
            .collect();
    }

    /// Counts everything that is priced from what is kept of each frame.
    fn count(&mut self) {
        let tables = self.tables;
        self.tie_now = (0..tables.ties.len()).map(|tie| tables.tie_price(tie, &self.frame)).collect();
        self.crowding_now = (0..tables.frames).map(|frame| self.crowding(frame, None, None)).collect();
        let at = |session: usize| self.frame[session];
        let own: i64 = (0..tables.sessions).map(|s| tables.scorer.in_frame[s][at(s)]).sum();
        let both: i64 = (0..tables.sessions).map(|s| self.there(s, at(s))).sum();
        // What two pay together stands in the table of each of them.
        self.cost =
            own + (both - own) / 2 + self.tie_now.iter().sum::<i64>() + self.crowding_now.iter().sum::<i64>();
    }

    pub(super) fn there(&self, session: usize, frame: usize) -> i64 {
        self.there[frame * self.tables.sessions + session]
    }

    pub(super) fn weight(&self, one: usize, other: usize) -> i64 {
        self.tables.weight[one * self.tables.sessions + other]
    }

    /// What it costs that the rooms of a frame are too small, if one session left and another came:
    /// by Hall's theorem the worst class of sessions that outnumbers the rooms for it.
    fn crowding(&self, frame: usize, leaves: Option<usize>, comes: Option<usize>) -> i64 {
        let tables = self.tables;
        // A session counts for its own class and those below.
        let upto = |session: Option<usize>| session.map_or(0, |session| tables.class[session] + 1);
        let (leaves, comes) = (upto(leaves), upto(comes));
        let mut worst = 0;
        for (class, lacking) in self.lacking[frame * tables.classes..][..tables.classes].iter().enumerate() {
            worst = worst.max(lacking + i64::from(class < comes) - i64::from(class < leaves));
        }
        worst * tables.scorer.instance.prices.session_requires_trim
    }

    pub(super) fn crowding_change(&self, frame: usize, leaves: Option<usize>, comes: Option<usize>) -> i64 {
        self.crowding(frame, leaves, comes) - self.crowding_now[frame]
    }

    fn join(&mut self, session: usize, frame: usize) {
        self.frame[session] = frame;
        self.seat[session] = self.members[frame].len();
        self.members[frame].push(session);
        self.account(session, frame, 1);
    }

    fn leave(&mut self, session: usize) {
        let (frame, seat) = (self.frame[session], self.seat[session]);
        self.members[frame].swap_remove(seat);
        if let Some(&moved) = self.members[frame].get(seat) {
            self.seat[moved] = seat;
        }
        self.account(session, frame, -1);
    }

    fn account(&mut self, session: usize, frame: usize, sign: i64) {
        let tables = self.tables;
        let weights = &tables.weight[session * tables.sessions..][..tables.sessions];
        for &overlapping in &tables.overlapping[frame] {
            let there = &mut self.there[overlapping * tables.sessions..][..tables.sessions];
            there.iter_mut().zip(weights).for_each(|(there, weight)| *there += sign * weight);
        }
        let lacking = &mut self.lacking[frame * tables.classes..];
        lacking[..=tables.class[session]].iter_mut().for_each(|lacking| *lacking += sign);
    }

    /// Two sessions of different frames take each other's place.
    fn trade(&mut self, one: usize, other: usize) {
        let tables = self.tables;
        let (from, to) = (self.frame[one], self.frame[other]);
        let row = |session: usize| &tables.weight[session * tables.sessions..][..tables.sessions];
        for (frame, comes, leaves) in [(from, other, one), (to, one, other)] {
            for &overlapping in &tables.overlapping[frame] {
                let there = &mut self.there[overlapping * tables.sessions..][..tables.sessions];
                let rows = row(comes).iter().zip(row(leaves));
                there.iter_mut().zip(rows).for_each(|(there, (comes, leaves))| *there += comes - leaves);
            }
            let lacking = &mut self.lacking[frame * tables.classes..];
            lacking[..=tables.class[comes]].iter_mut().for_each(|lacking| *lacking += 1);
            lacking[..=tables.class[leaves]].iter_mut().for_each(|lacking| *lacking -= 1);
        }
        self.frame.swap(one, other);
        self.seat.swap(one, other);
        self.members[to][self.seat[one]] = one;
        self.members[from][self.seat[other]] = other;
    }

    /// What the ties of these sessions cost more if they were in those frames.
    pub(super) fn tie_change<const N: usize>(&mut self, moved: [(usize, usize); N]) -> i64 {
        let tables = self.tables;
        if moved.iter().all(|&(session, _)| tables.ties_of[session].is_empty()) {
            return 0;
        }
        let old = moved.map(|(session, frame)| std::mem::replace(&mut self.frame[session], frame));
        let mut change = 0;
        for (n, &(session, _)) in moved.iter().enumerate() {
            for &tie in &tables.ties_of[session] {
                let counted = moved[..n].iter().any(|&(earlier, _)| tables.ties_of[earlier].contains(&tie));
                if !counted {
                    change += tables.tie_price(tie, &self.frame) - self.tie_now[tie];
                }
            }
        }
        moved.iter().zip(old).for_each(|(&(session, _), frame)| self.frame[session] = frame);
        change
    }

    /// What a session's ties cost: more than that cannot be gained from them.
    pub(super) fn tied(&self, session: usize) -> i64 {
        self.tables.ties_of[session].iter().map(|&tie| self.tie_now[tie]).sum()
    }

    /// More than a change can gain beside the pairs' prices.
    pub(super) fn slack(&self, session: usize) -> i64 {
        self.tied(session) + self.crowding_now[self.frame[session]]
    }

    /// After a change: what is kept of its sessions' ties and of its frames.
    fn settle(&mut self, sessions: &[usize], frames: [usize; 2], change: i64) {
        let tables = self.tables;
        for frame in frames {
            self.crowding_now[frame] = self.crowding(frame, None, None);
        }
        for &tie in sessions.iter().flat_map(|&session| &tables.ties_of[session]) {
            self.tie_now[tie] = tables.tie_price(tie, &self.frame);
        }
        self.cost += change;
    }

    /// Moves a session to another frame, unless that costs more than the limit.
    pub(super) fn shift(&mut self, session: usize, to: usize, limit: i64) -> bool {
        let from = self.frame[session];
        if from == to {
            return true;
        }
        let mut change = self.there(session, to) - self.there(session, from);
        if change > limit && change > limit + self.slack(session) {
            return false;
        }
        change +=
            self.crowding_change(from, Some(session), None) + self.crowding_change(to, None, Some(session));
        change += self.tie_change([(session, to)]);
        if change > limit {
            return false;
        }
        self.leave(session);
        self.join(session, to);
        self.settle(&[session], [from, to], change);
        true
    }

    /// Moves a session to a frame, in exchange for the first of the frame's sessions with which that does not cost more
    /// than the limit, or for none where a slot is free. All are tried from the given place on: a look at a whole frame
    /// costs hardly more than one at a single session.
    pub(super) fn enter(&mut self, session: usize, to: usize, start: usize, limit: i64) -> bool {
        let tables = self.tables;
        let (from, slots) = (self.frame[session], tables.slots_in[to]);
        let own = self.there(session, to) - self.there(session, from);
        let weights = &tables.weight[session * tables.sessions..][..tables.sessions];
        // Each was counted where the other no longer is; if the frames overlap, they still meet.
        let sides = if tables.meets[from * tables.frames + to] { 0 } else { 2 };
        let allowed = limit + self.slack(session) + self.crowding_now[to];
        let mut tried_free = false;
        for place in (start..slots).chain(0..start) {
            match self.members[to].get(place) {
                Some(&other) => {
                    let change =
                        own + self.there(other, from) - self.there(other, to) - sides * weights[other];
                    let hopeless = change > allowed && change > allowed + self.tied(other);
                    if !hopeless && self.exchange(session, other, change, limit) {
                        return true;
                    }
                }
                None if tried_free => {}
                None => {
                    tried_free = true;
                    if self.shift(session, to, limit) {
                        return true;
                    }
                }
            }
        }
        false
    }

    /// Exchanges two sessions of different frames that cost their pairs so much more, unless the limit is passed.
    fn exchange(&mut self, one: usize, other: usize, pairs: i64, limit: i64) -> bool {
        let (from, to) = (self.frame[one], self.frame[other]);
        let mut change = pairs;
        if self.tables.class[one] != self.tables.class[other] {
            change += self.crowding_change(from, Some(one), Some(other))
                + self.crowding_change(to, Some(other), Some(one));
        }
        change += self.tie_change([(one, to), (other, from)]);
        if change > limit {
            return false;
        }
        self.trade(one, other);
        self.settle(&[one, other], [from, to], change);
        true
    }

    /// Whether three sessions going round in a circle could stay below the limit, judged by their pairs.
    pub(super) fn circle_may(&self, [one, two, three]: [usize; 3], limit: i64) -> bool {
        let [a, b, c] = [one, two, three].map(|session| self.frame[session]);
        let gone = self.there(one, a) + self.there(two, b) + self.there(three, c);
        let come = self.there(one, b) - self.weight(one, two) + self.there(two, c) - self.weight(two, three)
            + self.there(three, a)
            - self.weight(three, one);
        come - gone <= limit + self.slack(one) + self.slack(two) + self.slack(three)
    }
}

impl Landscape for Week<'_> {
    type Solution = Vec<usize>;

    fn cost(&self) -> Cost {
        Cost { hard: self.cost / NEVER, soft: self.cost % NEVER }
    }

    fn step(&mut self, chance: &mut Chance, limit: i64) -> bool {
        self.change(chance, limit)
    }

    fn solution(&self) -> Vec<usize> {
        self.frame.clone()
    }

    fn bound(&self) -> Cost {
        self.tables.bound
    }

    fn restore(&mut self, solution: &Vec<usize>) {
        self.clear();
        solution.iter().enumerate().for_each(|(session, &frame)| self.join(session, frame));
        self.count();
    }
}
