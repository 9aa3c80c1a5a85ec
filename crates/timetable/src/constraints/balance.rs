//! At every time, every stakeholder group finds about its even share of sessions.

use super::{Constraint, Fact, Level, Shape, What, fact, triangle};
use crate::model::{Board, Placement};

pub(super) const CONSTRAINT: Constraint = Constraint {
    name: "balance",
    level: Level::Soft,
    shape: Shape::Counts(|brief, session| brief.instance.sessions[session].group.is_some()),
    weight: |weights| weights.balance,
    facts,
    growth,
};

fn facts(board: &Board<'_>) -> Vec<Fact> {
    let brief = board.brief;
    let mut facts = Vec::new();
    for time in 0..brief.instance.times.len() {
        let mut sessions = vec![0; brief.groups];
        let held = board.held_at(time).iter().filter_map(|&session| brief.instance.sessions[session].group);
        held.for_each(|group| sessions[group] += 1);
        for (group, &sessions) in sessions.iter().enumerate() {
            facts.extend(fact(
                What::Unbalanced { group, time, sessions },
                triangle(sessions - brief.even_share[group]),
            ));
        }
    }
    facts
}

fn growth(board: &Board<'_>, session: usize, place: Placement) -> i64 {
    let brief = board.brief;
    let Some(group) = brief.instance.sessions[session].group else { return 0 };
    let held = |time: usize| board.group_time[group * brief.instance.times.len() + time];
    board.steps(session, place).map(|time| (held(time) + 1 - brief.even_share[group]).max(0)).sum()
}
