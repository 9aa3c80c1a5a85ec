//! The changes that the search tries.

use crate::model::{Board, Placement};
use crate::search::{Chance, Cost, Landscape};

use super::desk::{Desk, Lifted};
use super::{Programme, bound};

/// How many places are tried for a session once it is lifted.
const TRIES: usize = 10;
/// How many moves are looked at to see what a move changes.
const SAMPLES: usize = 2_000;
/// One step in so many moves whole blocks.
const BLOCKS: usize = 24;
/// Out of 16 draws: only the room changes; the place of a session that this one had better not meet; that of any other.
const ROOM: usize = 4;
const NEAR: usize = 4;
const ANY: usize = 3;

impl Desk<'_> {
    /// Where a session might go.
    fn target(&self, one: Lifted, chance: &mut Chance) -> Option<Placement> {
        let brief = self.board.brief;
        let session = one.session;
        let place = match (one.from, chance.below(16)) {
            (Some(here), kind) if kind < ROOM => {
                Placement { room: *chance.pick(&brief.rooms[session])?, ..here }
            }
            (Some(_), kind) if kind < ROOM + NEAR => {
                self.board.places()[chance.pick(self.tables.near(session))?.0]?
            }
            (Some(_), kind) if kind < ROOM + NEAR + ANY => {
                self.board.places()[*chance.pick(&self.movable)?]?
            }
            _ => {
                let start = *chance.pick(&brief.starts[session])?;
                Placement { start, room: *chance.pick(&brief.rooms[session])? }
            }
        };
        (Some(place) != one.from && brief.is_open(session, place)).then_some(place)
    }

    /// By how much the wishes denied change with a move to a free place, on average: what the temperature is measured in.
    pub(super) fn usual_change(&mut self, chance: &mut Chance) -> f64 {
        let (mut sum, mut moves) = (0, 0_i64);
        for _ in 0..SAMPLES {
            let Some(&session) = chance.pick(&self.movable) else { break };
            let one = self.lift(session);
            if let Some(to) = self.target(one, chance)
                && let Some(price) = self.price(session, to, i64::MAX)
                && price.hard == one.gain.hard
            {
                sum += (price.soft - one.gain.soft).abs();
                moves += 1;
            }
            self.put_back(one);
        }
        (sum as f64 / moves.max(1) as f64).max(1.0)
    }

    /// Tries a place for a lifted session: a free one, or one whose holder takes the place that is left.
    fn try_at(&mut self, one: Lifted, to: Placement, limit: i64) -> bool {
        match self.occupant(one.session, to) {
            Ok(None) => self.relocate(one, to, limit),
            Ok(Some(other)) if self.board.brief.instance.sessions[other].fixed.is_none() => {
                let back = one.from.filter(|&back| self.board.brief.is_open(other, back));
                self.exchange(one, to, other, back, limit)
            }
            _ => false,
        }
    }
}

impl Landscape for Desk<'_> {
    type Solution = Programme;

    fn cost(&self) -> Cost {
        self.cost
    }

    fn step(&mut self, chance: &mut Chance, limit: i64) -> bool {
        if chance.one_in(1, BLOCKS) {
            return self.exchange_rooms(chance, limit);
        }
        let Some(&session) = chance.pick(&self.movable) else { return false };
        let one = self.lift(session);
        for _ in 0..TRIES {
            if let Some(to) = self.target(one, chance)
                && self.try_at(one, to, limit)
            {
                return true;
            }
        }
        self.put_back(one);
        false
    }

    fn solution(&self) -> Programme {
        self.board.places().to_vec()
    }

    fn bound(&self) -> Cost {
        bound::of(&Board::new(self.board.brief), &self.tables)
    }

    fn restore(&mut self, solution: &Programme) {
        self.lay_out(solution);
    }
}
