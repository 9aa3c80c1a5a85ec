//! A programme on the desk: the board, the tables, and what it all costs.

use crate::constraints;
use crate::model::{Board, Placement};
use crate::search::Cost;

use super::tables::Tables;

/// What a unit of a broken demand weighs at least while the search is on its way.
const HARD_WEIGHT: i64 = 400;

#[derive(Clone)]
pub(super) struct Desk<'a> {
    pub(super) board: Board<'a>,
    pub(super) tables: Tables,
    pub(super) cost: Cost,
    pub(super) movable: Vec<usize>,
    /// More than a session costs in wishes denied: otherwise the search would rather leave it out.
    pub(super) hard_weight: i64,
    /// What the counts made each session cost when it was last taken from the board.
    counted: Vec<i64>,
}

/// A session that was taken from the board for a trial: the tables still know it in its old place.
#[derive(Clone, Copy)]
pub(super) struct Lifted {
    pub(super) session: usize,
    pub(super) from: Option<Placement>,
    /// What is saved without it.
    pub(super) gain: Cost,
}

impl<'a> Desk<'a> {
    pub(super) fn new(board: Board<'a>) -> Self {
        let sessions = board.brief.instance.sessions.iter().enumerate();
        let movable = sessions.filter(|(_, session)| session.fixed.is_none()).map(|(n, _)| n).collect();
        let cost = constraints::cost(&board);
        let each = cost.soft / board.places().len().max(1) as i64;
        let tables = Tables::new(board.brief);
        let counted = vec![i64::MAX / 2; board.places().len()];
        let mut desk = Self { counted, tables, cost, board, movable, hard_weight: HARD_WEIGHT.max(6 * each) };
        desk.note_all();
        desk
    }

    /// Begins anew from a programme.
    pub(super) fn lay_out(&mut self, programme: &[Option<Placement>]) {
        self.board = Board::with(self.board.brief, programme);
        self.cost = constraints::cost(&self.board);
        self.note_all();
    }

    fn note_all(&mut self) {
        self.tables.clear();
        for (session, place) in self.board.places().iter().enumerate() {
            place.iter().for_each(|&place| self.tables.note(session, place, 1));
        }
    }

    pub(super) fn energy(&self, cost: Cost) -> i64 {
        cost.energy(self.hard_weight)
    }

    /// What a session that is not on the board costs in a place, unless that is more than `most`.
    pub(super) fn price(&self, session: usize, place: Placement, most: i64) -> Option<Cost> {
        let looked_up = self.tables.looked_up(&self.board, session, place);
        let left = most.saturating_sub(self.energy(looked_up));
        if left < 0 {
            return None;
        }
        Some(looked_up + self.tables.counted(&self.board, session, place, left, self.hard_weight)?)
    }

    /// Takes a session from the board for a trial, and says what that gains.
    pub(super) fn lift(&mut self, session: usize) -> Lifted {
        let from = self.board.lift(session);
        let mut gain = Cost::ZERO;
        if let Some(from) = from {
            let counted = self.tables.counted(&self.board, session, from, i64::MAX, self.hard_weight);
            let counted = counted.unwrap_or(Cost::ZERO);
            self.counted[session] = self.energy(counted);
            gain = self.tables.looked_up(&self.board, session, from) + counted;
        }
        Lifted { session, from, gain }
    }

    /// Ends a trial that came to nothing.
    pub(super) fn put_back(&mut self, lifted: Lifted) {
        lifted.from.iter().for_each(|&from| self.board.put(lifted.session, from));
    }

    /// Ends a trial: the session has another place from now on.
    fn settle_in(&mut self, lifted: Lifted, to: Option<Placement>) {
        lifted.from.iter().for_each(|&from| self.tables.note(lifted.session, from, -1));
        to.iter().for_each(|&to| self.tables.note(lifted.session, to, 1));
    }

    /// Puts a lifted session elsewhere, unless the cost would grow by more than the limit.
    pub(super) fn relocate(&mut self, one: Lifted, to: Placement, limit: i64) -> bool {
        let most = self.energy(one.gain).saturating_add(limit);
        let Some(price) = self.price(one.session, to, most) else { return false };
        self.board.put(one.session, to);
        self.settle_in(one, Some(to));
        self.cost += price - one.gain;
        true
    }

    /// Puts a lifted session elsewhere and another into a further place (or nowhere), within the limit.
    pub(super) fn exchange(
        &mut self,
        one: Lifted,
        to: Placement,
        other: usize,
        back: Option<Placement>,
        limit: i64,
    ) -> bool {
        let there = self.board.places()[other];
        // The tables know both in their old places: a meeting of the two is put right here.
        let together = self.tables.together(one.session, other);
        let meet = |here: Option<Placement>, there: Option<Placement>| match (here, there) {
            (Some(here), Some(there)) if self.tables.meet(one.session, here.start, other, there.start) => {
                together
            }
            _ => Cost::ZERO,
        };
        let now = meet(one.from, there);
        let then = meet(Some(to), back) - meet(Some(to), there) - meet(one.from, back);
        if self.is_hopeless(one, to, (other, there, back), then + now, limit) {
            return false;
        }
        let second = self.lift(other);
        let gain = one.gain + second.gain - now;
        let most = self.energy(gain).saturating_add(limit).saturating_sub(self.energy(then));
        match self.price_of_both(one.session, to, other, back, most) {
            Some(price) => {
                self.settle_in(one, Some(to));
                self.settle_in(second, back);
                self.cost += price + then - gain;
                true
            }
            None => {
                self.put_back(second);
                false
            }
        }
    }

    /// Whether an exchange would cost too much by what is looked up alone, as far as one can tell without a trial: what
    /// the counts will save is taken to be what they last were for the other session.
    fn is_hopeless(
        &self,
        one: Lifted,
        to: Placement,
        (other, there, back): (usize, Option<Placement>, Option<Placement>),
        meetings: Cost,
        limit: i64,
    ) -> bool {
        let look = |place: Option<Placement>| {
            place.map_or(Cost::ZERO, |place| self.tables.looked_up(&self.board, other, place))
        };
        let grown = self.tables.looked_up(&self.board, one.session, to) + look(back) + meetings
            - look(there)
            - one.gain;
        self.energy(grown) > limit.saturating_add(self.counted[other])
    }

    /// Puts both on the board if what the tables and counts say is not more than `most`.
    fn price_of_both(
        &mut self,
        one: usize,
        to: Placement,
        other: usize,
        back: Option<Placement>,
        most: i64,
    ) -> Option<Cost> {
        let looked_up = back.map_or(Cost::ZERO, |back| self.tables.looked_up(&self.board, other, back));
        let left = most.saturating_sub(self.energy(looked_up));
        let first = self.price(one, to, left)?;
        self.board.put(one, to);
        let left = left.saturating_sub(self.energy(first));
        let second = match back {
            Some(back) => self.tables.counted(&self.board, other, back, left, self.hard_weight),
            None => Some(Cost::ZERO),
        };
        match second {
            Some(second) => {
                back.iter().for_each(|&back| self.board.put(other, back));
                Some(first + looked_up + second)
            }
            None => {
                self.board.lift(one);
                None
            }
        }
    }

    /// The session in a room during some steps; an error if there are several.
    pub(super) fn occupant(&self, session: usize, place: Placement) -> Result<Option<usize>, ()> {
        let mut found = None;
        for time in self.board.steps(session, place) {
            match self.board.holder(time, place.room)? {
                Some(other) if found.is_some_and(|found| found != other) => return Err(()),
                Some(other) => found = Some(other),
                None => {}
            }
        }
        Ok(found)
    }
}
