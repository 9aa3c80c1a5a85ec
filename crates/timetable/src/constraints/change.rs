//! As little as possible changes from the published version: a new time weighs more than a new room, and whoever
//! could have stayed is moved less readily than a session whose published place is gone. Everybody counts who has to
//! be told.

use super::{Constraint, Fact, Level, Shape, What, fact, singles};
use crate::model::{Board, Placement};

pub(crate) const CONSTRAINT: Constraint = Constraint {
    name: "change",
    level: Level::Soft,
    shape: Shape::Place,
    weight: |weights| weights.change,
    facts,
    growth,
};

fn facts(board: &Board<'_>) -> Vec<Fact> {
    singles(board, |session, place| {
        let published = board.brief.instance.sessions[session].published?;
        fact(What::Changed { session, time: published.start != place.start }, growth(board, session, place))
    })
}

/// How many people of the audience have to be told of a change, for each one on the podium: unknown, so a handful.
const AUDIENCE: i64 = 4;

fn growth(board: &Board<'_>, session: usize, place: Placement) -> i64 {
    let brief = board.brief;
    let Some(published) = brief.instance.sessions[session].published.filter(|&published| published != place)
    else {
        return 0;
    };
    let told = AUDIENCE + brief.people_of[session].len() as i64;
    match (published.start == place.start, brief.is_open(session, published)) {
        (true, true) => 2 * told,
        (false, true) => 5 * told,
        (true, false) => told,
        (false, false) => 2 * told,
    }
}
