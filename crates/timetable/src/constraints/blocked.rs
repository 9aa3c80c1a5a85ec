//! No session in a room when it is blocked, and none beyond the end of its day.

use super::{Constraint, Fact, Level, Shape, What, fact, singles};
use crate::model::{Board, Placement};

pub(super) const CONSTRAINT: Constraint =
    Constraint { name: "blocked", level: Level::Hard, shape: Shape::Place, weight: |_| 4, facts, growth };

fn facts(board: &Board<'_>) -> Vec<Fact> {
    singles(board, |session, place| {
        fact(What::Blocked { session, room: place.room }, growth(board, session, place))
    })
}

fn growth(board: &Board<'_>, session: usize, place: Placement) -> i64 {
    i64::from(board.brief.is_blocked(session, place)) + i64::from(!board.brief.fits_day(session, place.start))
}
