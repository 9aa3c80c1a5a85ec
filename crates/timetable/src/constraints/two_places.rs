//! Nobody is in two places at the same time, in any role.

use super::{Constraint, Fact, Level, Shape, What, meet};
use crate::model::{Board, Placement};

pub(super) const CONSTRAINT: Constraint = Constraint {
    name: "two-places",
    level: Level::Hard,
    shape: Shape::Pairs(|brief, session| brief.people_shared[session].clone()),
    weight: |_| 5,
    facts,
    growth,
};

fn facts(board: &Board<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (one, place) in board.places().iter().enumerate() {
        let Some(place) = *place else { continue };
        for &(other, people) in board.brief.people_shared[one].iter().filter(|(other, _)| *other > one) {
            if meet(board, one, place, other) {
                facts.push(Fact { what: What::TwoPlaces { one, other, people }, amount: people });
            }
        }
    }
    facts
}

fn growth(board: &Board<'_>, session: usize, place: Placement) -> i64 {
    let shared = board.brief.people_shared[session].iter();
    shared.filter(|(other, _)| meet(board, session, place, *other)).map(|(_, people)| people).sum()
}
