//! Nobody is in two places, in any role; between two rooms there is time to walk.

use super::{Constraint, Fact, Level, What};
use crate::model::{Board, Placement};

pub(super) const CONSTRAINT: Constraint =
    Constraint { name: "two-places", level: Level::Hard, weight: |_| 5, facts, growth };

fn facts(board: &Board<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (one, place) in board.places().iter().enumerate() {
        let Some(place) = *place else { continue };
        for &(other, people) in board.brief.people_shared[one].iter().filter(|(other, _)| *other > one) {
            if collide(board, one, place, other) {
                facts.push(Fact { what: What::TwoPlaces { one, other, people }, amount: people });
            }
        }
    }
    facts
}

fn growth(board: &Board<'_>, session: usize, place: Placement) -> i64 {
    let shared = board.brief.people_shared[session].iter();
    shared.filter(|(other, _)| collide(board, session, place, *other)).map(|(_, people)| people).sum()
}

/// Whether nobody could be in both sessions.
fn collide(board: &Board<'_>, session: usize, place: Placement, other: usize) -> bool {
    let Some(there) = board.places()[other] else { return false };
    let (own, others) = (board.span(session, place.start), board.span(other, there.start));
    let between = (others.start - own.end).max(own.start - others.end);
    between < 0 || between < board.brief.walk(place.room, there.room)
}
