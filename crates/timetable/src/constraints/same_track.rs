//! Sessions of one track are not held at the same time: what participants complain of most.

use super::{Constraint, Fact, Level, What, pairs};
use crate::model::{Board, Placement};

pub(super) const CONSTRAINT: Constraint = Constraint {
    name: "same-track",
    level: Level::Soft,
    weight: |weights| weights.same_track,
    facts,
    growth,
};

fn facts(board: &Board<'_>) -> Vec<Fact> {
    let sessions = &board.brief.instance.sessions;
    pairs(board, |one, other| {
        let track = sessions[one].track?;
        (sessions[other].track == Some(track))
            .then_some(Fact { what: What::SameTrack { one, other, track }, amount: 1 })
    })
}

fn growth(board: &Board<'_>, session: usize, place: Placement) -> i64 {
    let sessions = &board.brief.instance.sessions;
    let Some(track) = sessions[session].track else { return 0 };
    board.during(session, place.start).filter(|&other| sessions[other].track == Some(track)).count() as i64
}
