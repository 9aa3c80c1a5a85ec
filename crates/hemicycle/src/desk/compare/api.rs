//! Two programmes compared, as data.

use forum::programme::Place;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::side::{Sided, may_see_costs};
use super::{concerned, moves};
use crate::api::data::{Ask, Data};
use crate::desk::solver::Scored;
use crate::desk::solver::api::CostData;
use crate::problem::Problem;

/// Which two to compare: `draft`, `run`, `version-2` or `variant-3`.
#[derive(Deserialize, JsonSchema, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Asked {
    /// The one; left out, the latest version.
    one: String,
    /// The other; left out, the draft.
    other: String,
}

/// Two programmes of a meeting, and what differs.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Comparison")]
pub struct ComparisonData {
    /// The one, as it is asked for.
    one: String,
    /// The other.
    other: String,
    /// What each of them costs; only those who run the forum learn it.
    #[serde(skip_serializing_if = "Option::is_none")]
    costs: Option<[CostData; 2]>,
    /// The same by constraint; empty for all others.
    constraints: Vec<ConstraintData>,
    /// The sessions that are not where they were.
    moves: Vec<MoveData>,
    /// The ids of the people with a role in one of these.
    concerned: Vec<u32>,
}

/// What a constraint of the planner costs in each of two programmes.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ComparedConstraint")]
struct ConstraintData {
    /// Its name.
    constraint: &'static str,
    /// How many things are wrong in each.
    counts: [usize; 2],
    /// What that costs in each.
    costs: [CostData; 2],
}

/// A session that is elsewhere in the other programme.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MovedSession")]
struct MoveData {
    /// Id of the session.
    id: u32,
    /// Its public code.
    code: String,
    /// Where it is in the one.
    from: Option<SpotData>,
    /// Where it is in the other.
    to: Option<SpotData>,
}

/// A room and a beginning.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Spot")]
struct SpotData {
    /// Id of the room.
    room: u32,
    /// The beginning.
    start: Timestamp,
}

/// `GET /api/{forum}/desk/meetings/{meeting}/compare`
pub struct Comparison;

impl Data for Comparison {
    type Query = Asked;
    type Answer = ComparisonData;
    const ABOUT: &'static str =
        "Two programmes of a meeting side by side: versions, the draft, variants, what a run found.";
    const OF_THE_LOG: bool = false;

    fn answer(ask: &Ask, asked: Asked) -> Result<ComparisonData, Problem> {
        let (forum, meeting, here) = (ask.forum(), ask.meeting_id()?, (&*ask.app, ask.name.as_str()));
        let draft = forum.programme.meetings.get(&meeting).cloned().unwrap_or_default();
        let all = Sided::all(here, &draft, meeting);
        let (one, other) = Sided::chosen(&asked.one, &asked.other, &all).ok_or(Problem::NotFound)?;
        let sided = |side| Sided::of(side, here, forum, meeting).ok_or(Problem::NotFound);
        let (first, second) = (sided(one)?, sided(other)?);
        let scores =
            may_see_costs(&ask.visitor).then(|| [&first, &second].map(|side| side.scored(forum, meeting)));
        let moves = moves(&first.version, &second.version);
        let spot =
            |place: Option<Place>| place.map(|place| SpotData { room: place.room.0, start: place.start });
        Ok(ComparisonData {
            one: one.to_string(),
            other: other.to_string(),
            constraints: scores.as_ref().map(constraints).unwrap_or_default(),
            costs: scores.map(|scores| scores.map(|score| score.cost.into())),
            concerned: concerned(&moves).keys().map(|person| person.0).collect(),
            moves: moves
                .into_iter()
                .map(|moved| MoveData {
                    id: moved.session.id.0,
                    code: moved.session.code.clone(),
                    from: spot(moved.from),
                    to: spot(moved.to),
                })
                .collect(),
        })
    }
}

fn constraints(scores: &[Scored; 2]) -> Vec<ConstraintData> {
    let all = timetable::constraints::CONSTRAINTS.iter().map(|constraint| constraint.name);
    let lines = all.map(|name| (name, scores.each_ref().map(|score| score.line(name).copied())));
    lines
        .filter(|(_, lines)| lines.iter().any(Option::is_some))
        .map(|(constraint, lines)| ConstraintData {
            constraint,
            counts: lines.map(|line| line.map_or(0, |line| line.count)),
            costs: lines.map(|line| line.map_or(timetable::search::Cost::ZERO, |line| line.cost).into()),
        })
        .collect()
}
