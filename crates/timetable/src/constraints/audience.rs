//! Sessions that the same people want to attend are not held at the same time.

use super::{Constraint, Fact, Level, Shape, What, meet};
use crate::model::{Board, Placement};

pub(super) const CONSTRAINT: Constraint = Constraint {
    name: "audience",
    level: Level::Soft,
    shape: Shape::Pairs(|brief, session| brief.audiences[session].clone()),
    weight: |weights| weights.audience,
    facts,
    growth,
};

fn facts(board: &Board<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (one, place) in board.places().iter().enumerate() {
        let Some(place) = *place else { continue };
        for &(other, people) in board.brief.audiences[one].iter().filter(|(other, _)| *other > one) {
            if meet(board, one, place, other) {
                facts.push(Fact { what: What::AudienceSplit { one, other, people }, amount: people });
            }
        }
    }
    facts
}

fn growth(board: &Board<'_>, session: usize, place: Placement) -> i64 {
    let others = board.brief.audiences[session].iter();
    others.filter(|(other, _)| meet(board, session, place, *other)).map(|(_, people)| people).sum()
}
