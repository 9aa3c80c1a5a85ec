//! One session to a room at a time.

use super::{Constraint, Fact, Level, Shape, What, fact, pairs};
use crate::model::{Board, Placement};

pub(super) const CONSTRAINT: Constraint = Constraint {
    name: "room-taken",
    level: Level::Hard,
    shape: Shape::Counts(|_, _| true),
    weight: |_| 5,
    facts,
    growth,
};

fn facts(board: &Board<'_>) -> Vec<Fact> {
    pairs(board, |one, other| {
        let (here, there) = (board.places()[one]?, board.places()[other]?);
        let steps = (here.start.max(there.start)
            ..board.steps(one, here).end.min(board.steps(other, there).end))
            .len();
        let taken = if here.room == there.room { steps as i64 } else { 0 };
        fact(What::RoomTaken { one, other, room: here.room }, taken)
    })
}

fn growth(board: &Board<'_>, session: usize, place: Placement) -> i64 {
    let rooms = board.brief.instance.rooms.len();
    board.steps(session, place).map(|time| i64::from(board.in_cell[time * rooms + place.room])).sum()
}
