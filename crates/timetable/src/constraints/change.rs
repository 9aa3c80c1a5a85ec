//! As little as possible changes from the published version: a new time weighs three times as much as a new room.

use super::{Constraint, Fact, Level, What, fact, singles};
use crate::model::{Board, Placement};

pub(super) const CONSTRAINT: Constraint =
    Constraint { name: "change", level: Level::Soft, weight: |weights| weights.change, facts, growth };

fn facts(board: &Board<'_>) -> Vec<Fact> {
    singles(board, |session, place| {
        let published = board.brief.instance.sessions[session].published?;
        fact(What::Changed { session, time: published.start != place.start }, growth(board, session, place))
    })
}

fn growth(board: &Board<'_>, session: usize, place: Placement) -> i64 {
    match board.brief.instance.sessions[session].published {
        Some(published) if published.start != place.start => 3,
        Some(published) if published.room != place.room => 1,
        _ => 0,
    }
}
