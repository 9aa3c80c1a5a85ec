//! Nobody has more than two sessions on a day, if it can be helped.

use super::{Constraint, Fact, Level, Shape, What, fact, triangle};
use crate::model::{Board, Placement};

pub(super) const CONSTRAINT: Constraint = Constraint {
    name: "load",
    level: Level::Soft,
    shape: Shape::Counts(|brief, session| !brief.people_of[session].is_empty()),
    weight: |weights| weights.load,
    facts,
    growth,
};

/// How many sessions a day nobody minds.
const EASY: i64 = 2;

fn facts(board: &Board<'_>) -> Vec<Fact> {
    let brief = board.brief;
    let mut sessions = vec![0; brief.instance.people.len() * brief.days];
    for (session, place) in board.places().iter().enumerate() {
        let Some(place) = place else { continue };
        let day = brief.instance.times[place.start].day;
        brief.people_of[session].iter().for_each(|&person| sessions[person * brief.days + day] += 1);
    }
    let days = sessions.iter().enumerate();
    days.filter_map(|(n, &sessions)| {
        let what = What::Load { person: n / brief.days, day: n % brief.days, sessions };
        fact(what, triangle(sessions - EASY))
    })
    .collect()
}

fn growth(board: &Board<'_>, session: usize, place: Placement) -> i64 {
    let brief = board.brief;
    let day = brief.instance.times[place.start].day;
    let people = brief.people_of[session].iter();
    people.map(|&person| (board.person_day[person * brief.days + day] + 1 - EASY).max(0)).sum()
}
