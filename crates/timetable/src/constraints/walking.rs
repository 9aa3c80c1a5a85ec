//! Between two sessions of a person in different rooms there is time to walk.

use super::{Constraint, Fact, Level, Shape, What};
use crate::model::{Board, Placement};

pub(super) const CONSTRAINT: Constraint = Constraint {
    name: "walking",
    level: Level::Hard,
    shape: Shape::Counts(|brief, session| brief.any_walk && !brief.people_shared[session].is_empty()),
    weight: |_| 5,
    facts,
    growth,
};

fn facts(board: &Board<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (one, place) in board.places().iter().enumerate() {
        let Some(place) = *place else { continue };
        for &(other, people) in board.brief.people_shared[one].iter().filter(|(other, _)| *other > one) {
            if let Some((minutes, needed)) = too_short(board, one, place, other) {
                facts.push(Fact { what: What::NoTimeToWalk { one, other, minutes, needed }, amount: people });
            }
        }
    }
    facts
}

fn growth(board: &Board<'_>, session: usize, place: Placement) -> i64 {
    if !board.brief.any_walk {
        return 0;
    }
    let shared = board.brief.people_shared[session].iter();
    let short = shared.filter(|(other, _)| too_short(board, session, place, *other).is_some());
    short.map(|(_, people)| people).sum()
}

/// The minutes between two sessions that follow each other, and those that it takes to walk, if these are more.
fn too_short(board: &Board<'_>, session: usize, place: Placement, other: usize) -> Option<(i64, i64)> {
    let there = board.places()[other]?;
    let (own, others) = (board.span(session, place.start), board.span(other, there.start));
    let minutes = (others.start - own.end).max(own.start - others.end);
    let needed = board.brief.walk(place.room, there.room);
    (minutes >= 0 && minutes < needed).then_some((minutes, needed))
}
