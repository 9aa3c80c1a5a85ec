//! Nobody online has to be up at night.

use super::{Constraint, Fact, Level, Shape, What, fact};
use crate::model::{Board, Placement};

pub(super) const CONSTRAINT: Constraint = Constraint {
    name: "night",
    level: Level::Soft,
    shape: Shape::Time,
    weight: |weights| weights.night,
    facts,
    growth,
};

fn facts(board: &Board<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (session, place) in board.places().iter().enumerate() {
        let Some(place) = place else { continue };
        for &person in &board.brief.people_of[session] {
            facts.extend(fact(
                What::Night { session, person },
                board.brief.night(person, session, place.start),
            ));
        }
    }
    facts
}

fn growth(board: &Board<'_>, session: usize, place: Placement) -> i64 {
    board.brief.nights_sum(session, place.start)
}
