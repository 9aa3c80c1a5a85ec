//! A plenary stands alone.

use super::{Constraint, Fact, Level, Shape, What, fact, pairs};
use crate::model::{Board, Brief, Placement};

pub(super) const CONSTRAINT: Constraint = Constraint {
    name: "plenary",
    level: Level::Hard,
    shape: Shape::Pairs(others),
    weight: |_| 4,
    facts,
    growth,
};

fn facts(board: &Board<'_>) -> Vec<Fact> {
    let sessions = &board.brief.instance.sessions;
    pairs(board, |one, other| {
        let (plenary, session) = if sessions[one].plenary { (one, other) } else { (other, one) };
        fact(What::BesidePlenary { plenary, session }, i64::from(sessions[plenary].plenary))
    })
}

fn growth(board: &Board<'_>, session: usize, place: Placement) -> i64 {
    let brief = board.brief;
    if !brief.any_plenary {
        return 0;
    }
    let sessions = &brief.instance.sessions;
    let beside = board.during(session, place.start);
    beside.filter(|&other| sessions[session].plenary || sessions[other].plenary).count() as i64
}

fn others(brief: &Brief<'_>, session: usize) -> Vec<(usize, i64)> {
    let sessions = &brief.instance.sessions;
    let apart = |&other: &usize| other != session && (sessions[session].plenary || sessions[other].plenary);
    (0..sessions.len()).filter(apart).map(|other| (other, 1)).collect()
}
