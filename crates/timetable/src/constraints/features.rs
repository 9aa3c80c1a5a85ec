//! A room has what the session needs: booths, hybrid kit, a round table.

use super::{Constraint, Fact, Level, Shape, What, fact, singles};
use crate::model::{Board, Placement};

pub(super) const CONSTRAINT: Constraint =
    Constraint { name: "features", level: Level::Hard, shape: Shape::Room, weight: |_| 3, facts, growth };

fn facts(board: &Board<'_>) -> Vec<Fact> {
    singles(board, |session, place| {
        fact(What::FeaturesMissing { session, room: place.room }, growth(board, session, place))
    })
}

fn growth(board: &Board<'_>, session: usize, place: Placement) -> i64 {
    i64::from(!board.brief.has_features(session, place.room))
}
