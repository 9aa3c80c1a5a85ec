//! At every time, every stakeholder group finds about its even share of sessions.
//!
//! A fine grid is looked at in strides as long as the shortest session, so that a finer one does not weigh more.

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
    for time in (0..brief.instance.times.len()).step_by(brief.stride) {
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
    let looked_at = board.steps(session, place).filter(|time| time.is_multiple_of(brief.stride));
    looked_at.map(|time| (held(time) + 1 - brief.even_share[group]).max(0)).sum()
}
