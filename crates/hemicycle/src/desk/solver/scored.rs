//! What a programme costs by the engine's count, constraint by constraint.

use forum::programme::Programme;
use forum::{Forum, MeetingId};
use timetable::constraints::{CONSTRAINTS, Level, explain};
use timetable::model::{Board, Brief};
use timetable::search::Cost;

use crate::desk::plan::instance;

/// The engine's name for what is elsewhere than it was published.
const MOVES: &str = "change";

/// What a programme costs.
#[derive(Clone, Debug, Default)]
pub(in crate::desk) struct Scored {
    /// In sum.
    pub(in crate::desk) cost: Cost,
    /// By constraint, in the order of the engine's list: how often it is not met, and what that costs.
    pub(in crate::desk) lines: Vec<Line>,
}

/// What a constraint costs.
#[derive(Clone, Copy, Debug)]
pub(in crate::desk) struct Line {
    /// Its name in the engine.
    pub(in crate::desk) name: &'static str,
    /// Whether no programme may break it.
    pub(in crate::desk) must: bool,
    /// How many things are wrong.
    pub(in crate::desk) count: usize,
    /// What that costs.
    pub(in crate::desk) cost: Cost,
}

impl Scored {
    /// The line of a constraint.
    pub(in crate::desk) fn line(&self, name: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.name == name)
    }
}

/// The cost of a programme of a meeting, if it were the draft: measured by the demands and wishes of today. What moves, and
/// whom that concerns, the pages list by itself: as a cost it would hide all others where somebody plans anew.
pub(in crate::desk) fn scored(forum: &Forum, meeting: MeetingId, programme: &Programme) -> Scored {
    let mut copy = forum.clone();
    copy.programme.meetings.insert(meeting, programme.clone());
    let planned = instance(&copy, meeting);
    if planned.instance.times.is_empty() || planned.instance.check().is_err() {
        return Scored::default();
    }
    let brief = Brief::new(&planned.instance);
    let found = explain(&Board::with(&brief, &planned.draft));
    let line = |constraint: &timetable::constraints::Constraint| {
        let line = found.iter().find(|line| line.name == constraint.name)?;
        let must = constraint.level == Level::Hard;
        Some(Line { name: line.name, must, count: line.facts.len(), cost: line.cost })
    };
    let lines: Vec<Line> = CONSTRAINTS.iter().filter(|one| one.name != MOVES).filter_map(line).collect();
    Scored { cost: lines.iter().map(|line| line.cost).sum(), lines }
}
