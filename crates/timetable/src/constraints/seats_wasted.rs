//! No small session in a large hall.

use super::{Constraint, Fact, Level, Shape, What, fact, singles};
use crate::model::{Board, Placement};

pub(super) const CONSTRAINT: Constraint = Constraint {
    name: "seats-wasted",
    level: Level::Soft,
    shape: Shape::Room,
    weight: |weights| weights.seats_wasted,
    facts,
    growth,
};

fn facts(board: &Board<'_>) -> Vec<Fact> {
    singles(board, |session, place| {
        let room = &board.brief.instance.rooms[place.room];
        let what = What::SeatsWasted { session, room: place.room, seats: room.seats };
        fact(what, growth(board, session, place))
    })
}

fn growth(board: &Board<'_>, session: usize, place: Placement) -> i64 {
    let instance = board.brief.instance;
    let (expected, seats) = (instance.sessions[session].expected, instance.rooms[place.room].seats);
    if expected == 0 { 0 } else { (seats - 2 * expected).max(0) / 10 }
}
