//! Every session has a place.

use super::{Constraint, Fact, Level, Shape, What};
use crate::model::Board;

pub(crate) const CONSTRAINT: Constraint = Constraint {
    name: "unplaced",
    level: Level::Hard,
    shape: Shape::Time,
    weight: |_| 2,
    facts,
    growth: |_, _, _| -1,
};

fn facts(board: &Board<'_>) -> Vec<Fact> {
    let nowhere = board.places().iter().enumerate().filter(|(_, place)| place.is_none());
    nowhere.map(|(session, _)| Fact { what: What::Unplaced { session }, amount: 1 }).collect()
}
