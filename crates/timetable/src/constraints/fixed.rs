//! What is fixed stays where it is.

use super::{Constraint, Fact, Level, Shape, What, fact, singles};
use crate::model::{Board, Placement};

pub(super) const CONSTRAINT: Constraint =
    Constraint { name: "fixed", level: Level::Hard, shape: Shape::Place, weight: |_| 4, facts, growth };

fn facts(board: &Board<'_>) -> Vec<Fact> {
    singles(board, |session, place| fact(What::Moved { session }, growth(board, session, place)))
}

fn growth(board: &Board<'_>, session: usize, place: Placement) -> i64 {
    i64::from(board.brief.instance.sessions[session].fixed.is_some_and(|fixed| fixed != place))
}
