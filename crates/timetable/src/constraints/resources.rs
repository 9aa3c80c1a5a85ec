//! No more of a limited resource is used at a time than there is.

use super::{Constraint, Fact, Level, Shape, What, fact};
use crate::model::{Board, Placement};

pub(super) const CONSTRAINT: Constraint = Constraint {
    name: "resources",
    level: Level::Hard,
    shape: Shape::Counts(|brief, session| !brief.instance.sessions[session].resources.is_empty()),
    weight: |_| 4,
    facts,
    growth,
};

fn facts(board: &Board<'_>) -> Vec<Fact> {
    let instance = board.brief.instance;
    let mut facts = Vec::new();
    for (resource, of) in instance.resources.iter().enumerate() {
        for time in 0..instance.times.len() {
            let held = board.held_at(time).iter().map(|&session| &instance.sessions[session].resources);
            let asked = held.flatten().filter(|&&asked| asked == resource).count() as i64;
            let what = What::ResourceShort { resource, time, asked, count: of.count };
            facts.extend(fact(what, (asked - of.count.max(0)).max(0)));
        }
    }
    facts
}

fn growth(board: &Board<'_>, session: usize, place: Placement) -> i64 {
    let instance = board.brief.instance;
    let mut short = 0;
    let asked = &instance.sessions[session].resources;
    for (index, &resource) in asked.iter().enumerate() {
        // A session may need two of a kind: those before this one in its list are used already.
        let own = asked[..index].iter().filter(|&&other| other == resource).count() as i64;
        for time in board.steps(session, place) {
            let used = board.resource_use[resource * instance.times.len() + time] + own;
            short += i64::from(used >= instance.resources[resource].count.max(0));
        }
    }
    short
}
