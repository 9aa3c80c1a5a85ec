use crate::constraints::{self, CONSTRAINTS};
use crate::model::{Board, Placement};
use crate::search::{Chance, Cost, Landscape};

use super::Programme;

/// What a unit of a broken demand weighs at least while the search is on its way.
const HARD_WEIGHT: i64 = 400;
/// In how many of 16 draws only the room changes, or two sessions are exchanged.
const ROOM_CHANGES: usize = 3;
const EXCHANGES: usize = 4;

/// A programme on the desk: the board, and its cost.
pub(super) struct Desk<'a> {
    board: Board<'a>,
    cost: Cost,
    movable: Vec<usize>,
    /// More than a session costs in wishes denied: otherwise the search would rather leave it out.
    hard_weight: i64,
}

impl<'a> Desk<'a> {
    pub(super) fn new(board: Board<'a>) -> Self {
        let sessions = board.brief.instance.sessions.iter().enumerate();
        let movable = sessions.filter(|(_, session)| session.fixed.is_none()).map(|(n, _)| n).collect();
        let cost = constraints::cost(&board);
        let each = cost.soft / board.places().len().max(1) as i64;
        Self { cost, board, movable, hard_weight: HARD_WEIGHT.max(6 * each) }
    }

    /// What a session would cost in a place, unless that is more than `most`.
    /// No constraint but the first (having no place) ever gains by a session, so the sum only grows.
    fn price(&self, session: usize, place: Placement, most: i64) -> Option<Cost> {
        let weights = &self.board.brief.instance.weights;
        let mut price = Cost::ZERO;
        for constraint in CONSTRAINTS {
            price += constraint.price(weights, (constraint.growth)(&self.board, session, place));
            if price.energy(self.hard_weight) > most {
                return None;
            }
        }
        Some(price)
    }

    /// Takes a session from the board and says what that gains.
    fn lift(&mut self, session: usize) -> (Option<Placement>, Cost) {
        let place = self.board.lift(session);
        let gain = place.map_or(Cost::ZERO, |place| constraints::growth(&self.board, session, place));
        (place, gain)
    }

    fn put_back(&mut self, session: usize, place: Option<Placement>) {
        place.iter().for_each(|&place| self.board.put(session, place));
    }

    /// Puts one session elsewhere.
    fn relocate(&mut self, session: usize, to: Placement, limit: i64) -> bool {
        let (from, gain) = self.lift(session);
        match self.price(session, to, gain.energy(self.hard_weight).saturating_add(limit)) {
            Some(price) => {
                self.board.put(session, to);
                self.cost += price - gain;
                true
            }
            None => {
                self.put_back(session, from);
                false
            }
        }
    }

    /// Puts one session elsewhere and another where the first was (or nowhere, if the first was nowhere).
    fn displace(
        &mut self,
        one: usize,
        to: Placement,
        other: usize,
        back: Option<Placement>,
        limit: i64,
    ) -> bool {
        let (from, first_gain) = self.lift(one);
        let (there, second_gain) = self.lift(other);
        let gain = first_gain + second_gain;
        let most = gain.energy(self.hard_weight).saturating_add(limit);
        // The second may still gain what having a place is worth.
        let relief = if back.is_some() { 2 * self.hard_weight } else { 0 };
        if let Some(first) = self.price(one, to, most.saturating_add(relief)) {
            self.board.put(one, to);
            let second = match back {
                Some(back) => self.price(other, back, most.saturating_sub(first.energy(self.hard_weight))),
                None => Some(Cost::ZERO).filter(|_| first.energy(self.hard_weight) <= most),
            };
            if let Some(second) = second {
                self.put_back(other, back);
                self.cost += first + second - gain;
                return true;
            }
            self.board.lift(one);
        }
        self.put_back(other, there);
        self.put_back(one, from);
        false
    }

    /// The session in a room during some steps, if there is exactly one.
    fn occupant(&self, session: usize, place: Placement) -> Result<Option<usize>, ()> {
        let rooms = self.board.brief.instance.rooms.len();
        let mut found = None;
        for time in self.board.steps(session, place) {
            if self.board.in_cell[time * rooms + place.room] == 0 {
                continue;
            }
            let held = self.board.held_at(time).iter();
            for &other in held
                .filter(|&&other| self.board.places()[other].is_some_and(|there| there.room == place.room))
            {
                if other != session && found.is_some_and(|found| found != other) {
                    return Err(());
                }
                found = if other == session { found } else { Some(other) };
            }
        }
        Ok(found)
    }

    /// Where a session might go.
    fn target(&self, session: usize, chance: &mut Chance) -> Option<Placement> {
        let brief = self.board.brief;
        let here = self.board.places()[session];
        let kind = chance.below(16);
        let place = match here {
            Some(here) if kind < ROOM_CHANGES => {
                Placement { room: *chance.pick(&brief.rooms[session])?, ..here }
            }
            Some(_) if kind < ROOM_CHANGES + EXCHANGES => {
                self.board.places()[*chance.pick(&self.movable)?]?
            }
            _ => Placement {
                start: *chance.pick(&brief.starts[session])?,
                room: *chance.pick(&brief.rooms[session])?,
            },
        };
        (Some(place) != here && brief.is_open(session, place)).then_some(place)
    }
}

impl Landscape for Desk<'_> {
    type Solution = Programme;

    fn cost(&self) -> Cost {
        self.cost
    }

    fn step(&mut self, chance: &mut Chance, limit: i64) -> bool {
        let Some(&session) = chance.pick(&self.movable) else { return false };
        let Some(to) = self.target(session, chance) else { return false };
        match self.occupant(session, to) {
            Ok(None) => self.relocate(session, to, limit),
            Ok(Some(other)) => {
                let brief = self.board.brief;
                if brief.instance.sessions[other].fixed.is_some() {
                    return false;
                }
                let back = self.board.places()[session].filter(|&back| brief.is_open(other, back));
                self.displace(session, to, other, back, limit)
            }
            Err(()) => false,
        }
    }

    fn solution(&self) -> Programme {
        self.board.places().to_vec()
    }

    fn restore(&mut self, solution: &Programme) {
        self.board = Board::with(self.board.brief, solution);
        self.cost = constraints::cost(&self.board);
    }
}
