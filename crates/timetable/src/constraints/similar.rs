//! Sessions on similar themes are not held at the same time.

use super::{Constraint, Fact, Level, Shape, What, meet};
use crate::model::{Board, Placement};

pub(super) const CONSTRAINT: Constraint = Constraint {
    name: "similar",
    level: Level::Soft,
    shape: Shape::Pairs(|brief, session| brief.similar[session].clone()),
    weight: |weights| weights.similar,
    facts,
    growth,
};

fn facts(board: &Board<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (one, place) in board.places().iter().enumerate() {
        let Some(place) = *place else { continue };
        for &(other, points) in board.brief.similar[one].iter().filter(|(other, _)| *other > one) {
            if meet(board, one, place, other) {
                facts.push(Fact { what: What::Similar { one, other }, amount: points });
            }
        }
    }
    facts
}

fn growth(board: &Board<'_>, session: usize, place: Placement) -> i64 {
    let others = board.brief.similar[session].iter();
    others.filter(|(other, _)| meet(board, session, place, *other)).map(|(_, points)| points).sum()
}
