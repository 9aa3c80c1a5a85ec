//! Everybody with a part in a session can be there at that time.

use super::{Constraint, Fact, Level, Shape, What};
use crate::model::{Board, Placement};

pub(super) const CONSTRAINT: Constraint =
    Constraint { name: "away", level: Level::Hard, shape: Shape::Time, weight: |_| 4, facts, growth };

fn facts(board: &Board<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (session, place) in board.places().iter().enumerate() {
        let Some(place) = place else { continue };
        for &person in &board.brief.people_of[session] {
            if board.brief.is_away(person, session, place.start) {
                facts.push(Fact { what: What::Away { session, person }, amount: 1 });
            }
        }
    }
    facts
}

fn growth(board: &Board<'_>, session: usize, place: Placement) -> i64 {
    let people = board.brief.people_of[session].iter();
    people.filter(|&&person| board.brief.is_away(person, session, place.start)).count() as i64
}
