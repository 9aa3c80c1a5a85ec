//! Sessions of one track are not held at the same time: what participants complain of most.

use super::{Constraint, Fact, Level, Shape, What, pairs};
use crate::model::{Board, Brief, Placement};

pub(crate) const CONSTRAINT: Constraint = Constraint {
    name: "same-track",
    level: Level::Soft,
    shape: Shape::Pairs(others),
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

fn others(brief: &Brief<'_>, session: usize) -> Vec<(usize, i64)> {
    let sessions = &brief.instance.sessions;
    let track = sessions[session].track;
    let same = |&other: &usize| other != session && track.is_some() && sessions[other].track == track;
    (0..sessions.len()).filter(same).map(|other| (other, 1)).collect()
}
