//! What a session costs in a place, as far as that needs no counting: tables that the search looks up.
//!
//! They are made from the growth of the constraints, by their [`Shape`], so that no constraint is written twice.

use crate::constraints::{CONSTRAINTS, Constraint, Shape, UNPLACED};
use crate::model::{Board, Brief, Placement};
use crate::search::Cost;

#[derive(Clone)]
pub(super) struct Tables {
    times: usize,
    rooms: usize,
    /// What it costs to have no place.
    nowhere: i64,
    lengths: Vec<usize>,
    /// Per session and first time, and per session and room.
    by_time: Vec<Cost>,
    by_room: Vec<Cost>,
    /// Per session the constraints that depend on the place as such, and those that depend on counts.
    by_place: Vec<Vec<&'static Constraint>>,
    counted: Vec<Vec<&'static Constraint>>,
    /// Per session the others that it had better not meet, in order, and what a meeting costs.
    near: Vec<Vec<(usize, Cost)>>,
    /// Per pair of sessions whether they are in each other's list: a bit each, as this is asked all the time.
    is_near: Vec<u64>,
    /// Per session and first time: what its meetings with those who have a place cost.
    meetings: Vec<Cost>,
}

impl Tables {
    /// The tables of an empty board.
    pub(super) fn new(brief: &Brief<'_>) -> Self {
        let instance = brief.instance;
        let (sessions, times, rooms) = (instance.sessions.len(), instance.times.len(), instance.rooms.len());
        let empty = Board::new(brief);
        let sum = |shape: fn(Shape) -> bool, session: usize, place: Placement| -> Cost {
            let constraints = CONSTRAINTS.iter().filter(|constraint| shape(constraint.shape));
            constraints.map(|constraint| price(constraint, &empty, session, place)).sum()
        };
        let mut by_time = vec![Cost::ZERO; sessions * times];
        let mut by_room = vec![Cost::ZERO; sessions * rooms];
        for session in 0..sessions {
            for start in 0..times {
                by_time[session * times + start] =
                    sum(|shape| matches!(shape, Shape::Time), session, Placement { start, room: 0 });
            }
            for room in 0..rooms {
                by_room[session * rooms + room] =
                    sum(|shape| matches!(shape, Shape::Room), session, Placement { start: 0, room });
            }
        }
        let near: Vec<Vec<(usize, Cost)>> = (0..sessions).map(|session| near(brief, session)).collect();
        Self {
            times,
            rooms,
            nowhere: UNPLACED.price(&instance.weights, 1).hard,
            lengths: instance.sessions.iter().map(|session| session.length).collect(),
            by_time,
            by_room,
            by_place: (0..sessions).map(|session| asked_by_place(&empty, session)).collect(),
            counted: (0..sessions).map(|session| asked_by_count(brief, session)).collect(),
            is_near: bits(&near),
            near,
            meetings: vec![Cost::ZERO; sessions * times],
        }
    }

    /// Forgets all meetings.
    pub(super) fn clear(&mut self) {
        self.meetings.fill(Cost::ZERO);
    }

    /// Takes note that a session has a place now (`sign` 1), or no longer (-1).
    pub(super) fn note(&mut self, session: usize, place: Placement, sign: i64) {
        let end = (place.start + self.lengths[session]).min(self.times);
        for &(other, cost) in &self.near[session] {
            let first = (place.start + 1).saturating_sub(self.lengths[other]);
            let row = &mut self.meetings[other * self.times..(other + 1) * self.times];
            for meeting in &mut row[first..end] {
                meeting.hard += sign * cost.hard;
                meeting.soft += sign * cost.soft;
            }
        }
    }

    /// What it costs if so many sessions have no place.
    pub(super) fn nowhere(&self, sessions: usize) -> Cost {
        Cost::hard(self.nowhere * sessions as i64)
    }

    /// What a session would cost in a place if there were no others.
    pub(super) fn alone(&self, empty: &Board<'_>, session: usize, place: Placement) -> Cost {
        let here = self.by_time[session * self.times + place.start]
            + self.by_room[session * self.rooms + place.room];
        let by_place = CONSTRAINTS.iter().filter(|constraint| matches!(constraint.shape, Shape::Place));
        here + by_place.map(|constraint| price(constraint, empty, session, place)).sum()
    }

    /// What a session costs in a place, but for what is counted. To have a place is a gain.
    #[inline]
    pub(super) fn looked_up(&self, board: &Board<'_>, session: usize, place: Placement) -> Cost {
        let at = session * self.times + place.start;
        let cost = self.by_time[at] + self.by_room[session * self.rooms + place.room] + self.meetings[at];
        self.by_place[session]
            .iter()
            .fold(cost, |sum, constraint| sum + price(constraint, board, session, place))
    }

    /// What the counts add for a session that is not on the board; `None` as soon as that is more than `most`.
    /// The counts only ever add: no session makes another cheaper.
    #[inline]
    pub(super) fn counted(
        &self,
        board: &Board<'_>,
        session: usize,
        place: Placement,
        most: i64,
        hard_weight: i64,
    ) -> Option<Cost> {
        let mut sum = Cost::ZERO;
        for constraint in &self.counted[session] {
            sum += price(constraint, board, session, place);
            if sum.energy(hard_weight) > most {
                return None;
            }
        }
        (sum.energy(hard_weight) <= most).then_some(sum)
    }

    /// What it costs if two sessions are held at the same time.
    pub(super) fn together(&self, one: usize, other: usize) -> Cost {
        let bit = one * self.lengths.len() + other;
        if self.is_near[bit / 64] >> (bit % 64) & 1 == 0 {
            return Cost::ZERO;
        }
        let near = &self.near[one];
        near.binary_search_by_key(&other, |pair| pair.0).map_or(Cost::ZERO, |found| near[found].1)
    }

    /// The sessions that one had better not meet.
    pub(super) fn near(&self, session: usize) -> &[(usize, Cost)] {
        &self.near[session]
    }

    /// Whether two sessions would be held at the same time.
    pub(super) fn meet(&self, one: usize, here: usize, other: usize, there: usize) -> bool {
        here < there + self.lengths[other] && there < here + self.lengths[one]
    }
}

#[inline]
fn price(constraint: &Constraint, board: &Board<'_>, session: usize, place: Placement) -> Cost {
    constraint.price(&board.brief.instance.weights, (constraint.growth)(board, session, place))
}

/// The constraints on places that have something to say about a session in any of its open places.
fn asked_by_place(empty: &Board<'_>, session: usize) -> Vec<&'static Constraint> {
    let by_place = CONSTRAINTS.iter().filter(|constraint| matches!(constraint.shape, Shape::Place));
    let says = |constraint: &&Constraint| {
        let mut open = empty.brief.open_places(session);
        open.any(|place| (constraint.growth)(empty, session, place) != 0)
    };
    by_place.filter(says).collect()
}

fn asked_by_count(brief: &Brief<'_>, session: usize) -> Vec<&'static Constraint> {
    let counts = CONSTRAINTS.iter();
    counts.filter(|constraint| matches!(constraint.shape, Shape::Counts(of) if of(brief, session))).collect()
}

/// What all constraints on pairs say of a session, added up by the other session.
fn near(brief: &Brief<'_>, session: usize) -> Vec<(usize, Cost)> {
    let weights = &brief.instance.weights;
    let mut near: Vec<(usize, Cost)> = Vec::new();
    for constraint in CONSTRAINTS {
        if let Shape::Pairs(others) = constraint.shape {
            let others = others(brief, session).into_iter();
            near.extend(others.map(|(other, amount)| (other, constraint.price(weights, amount))));
        }
    }
    near.sort_unstable_by_key(|pair| pair.0);
    near.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        kept.1 += if same { next.1 } else { Cost::ZERO };
        same
    });
    near
}

/// A square of bits: which sessions are in which lists.
fn bits(near: &[Vec<(usize, Cost)>]) -> Vec<u64> {
    let mut bits = vec![0; (near.len() * near.len()).div_ceil(64)];
    for (one, others) in near.iter().enumerate() {
        for (other, _) in others {
            let bit = one * near.len() + other;
            bits[bit / 64] |= 1 << (bit % 64);
        }
    }
    bits
}
