//! Runs as data: begun, watched and stopped by programs.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use forum::MeetingId;
use forum::programme::Placed;
use platform::writer::Published;
use schemars::JsonSchema;
use serde::Serialize;
use timetable::search::Cost;

use super::run::{End, Run};
use super::wishes::{Keep, Wishes};
use crate::api::data::{Ask, Data, Nothing};
use crate::api::doc::{Body, Doc, NeedsKey, shape};
use crate::api::{Caller, Told, read_json};
use crate::app::{App, forum_in};
use crate::machine::ForumMachine;
use crate::problem::Problem;

/// What a programme costs.
#[derive(Clone, Copy, Serialize, JsonSchema)]
#[schemars(rename = "PlanCost")]
pub struct CostData {
    /// Demands that are not met, weighed.
    demands: i64,
    /// Wishes that are not met, weighed.
    wishes: i64,
}

impl From<Cost> for CostData {
    fn from(cost: Cost) -> CostData {
        CostData { demands: cost.hard, wishes: cost.soft }
    }
}

/// The last run of a meeting.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Run")]
pub struct RunData {
    /// How it stands.
    state: RunState,
    /// What shall be done.
    wishes: Option<WishesData>,
    /// For how many seconds it has run.
    seconds: f64,
    /// What the draft cost when it began.
    draft: Option<CostData>,
    /// The best so far.
    best: Option<CostData>,
    /// What no programme can cost less than, as far as that is known.
    bound: Option<CostData>,
    /// How the best fell.
    curve: Vec<PointData>,
    /// How many changes were tried.
    steps: u64,
    /// The last act that had changed the draft when it began.
    base: Option<u64>,
    /// Once it has ended: where the sessions would be, as `keep_variant` takes it. What names no place has none.
    places: Option<Vec<Placed>>,
}

/// What was wished of a run, whoever left what out.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "GrantedRunWishes")]
struct WishesData {
    /// How long it may take.
    seconds: u32,
    /// On how many processors.
    threads: u32,
    /// Where chance begins.
    seed: u64,
    /// What stays where it is.
    keep: Keep,
    /// Ids of the rooms that it does without.
    without_rooms: Vec<u32>,
    /// Ids of the sessions that it does without.
    without_sessions: Vec<u32>,
}

impl WishesData {
    fn of(wishes: &Wishes) -> WishesData {
        let Wishes { seconds, threads, seed, keep, .. } = *wishes;
        let without_rooms = wishes.without_rooms.iter().map(|room| room.0).collect();
        let without_sessions = wishes.without_sessions.iter().map(|session| session.0).collect();
        WishesData { seconds, threads, seed, keep, without_rooms, without_sessions }
    }
}

/// How a run stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RunState {
    /// There is none.
    None,
    /// It goes on.
    Running,
    /// It has ended, and found places.
    Found,
    /// It has ended by a mistake of ours.
    Failed,
}

/// What the best cost at a time.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RunPoint")]
struct PointData {
    /// Seconds since the beginning.
    at: f64,
    /// The cost from then on.
    cost: CostData,
}

impl RunData {
    fn of(run: Option<&Run>) -> RunData {
        let told = run.map(Run::state).unwrap_or_default();
        let (state, found) = match &told.end {
            None if run.is_none() => (RunState::None, None),
            None => (RunState::Running, None),
            Some(End::Found(found)) => (RunState::Found, Some(found)),
            Some(End::Failed) => (RunState::Failed, None),
        };
        let placed = |(session, place): (&_, &_)| Placed { session: *session, place: *place };
        let places = found.map(|found| found.places.iter().map(placed).collect());
        RunData {
            state,
            wishes: run.map(|run| WishesData::of(&run.wishes)),
            seconds: (told.seconds * 10.0).round() / 10.0,
            draft: run.map(|run| run.draft.into()),
            best: told.curve.last().map(|(_, cost)| (*cost).into()),
            bound: told.bound.map(CostData::from),
            curve: told.curve.iter().map(|(at, cost)| PointData { at: *at, cost: (*cost).into() }).collect(),
            steps: told.steps.iter().sum(),
            base: run.map(|run| run.base),
            places,
        }
    }
}

/// `GET /api/{forum}/desk/meetings/{meeting}/solver`
pub struct LastRun;

impl Data for LastRun {
    type Query = Nothing;
    type Answer = RunData;
    const ABOUT: &'static str = "The run of the planner that goes on, or the last one, with what it found.";
    const OF_THE_LOG: bool = false;

    fn answer(ask: &Ask, _: Nothing) -> Result<RunData, Problem> {
        Ok(RunData::of(ask.app.runs().of(&ask.name, ask.meeting_id()?).as_deref()))
    }
}

const RUN_PROBLEMS: &[&str] = &[
    "wrong-type",
    "not-utf8",
    "bad-json",
    "too-large",
    "foreign",
    "nothing-to-plan",
    "cannot-plan",
    "run-under-way",
    "runs-full",
];

/// What starting says about itself.
pub const START: Doc = Doc {
    about: "Lets the planner run in the background; what it finds changes nothing until it is adopted.",
    query: shape::<Nothing>,
    body: Some(Body {
        media: "application/json",
        shape: shape::<Wishes>,
        example: r#"{"seconds": 30, "keep": "published", "without_rooms": []}"#,
    }),
    answer: shape::<RunData>,
    key: NeedsKey::No,
    problems: RUN_PROBLEMS,
};

/// What stopping says about itself.
pub const STOP: Doc = Doc {
    about: "Stops the run that goes on, with what it has.",
    query: shape::<Nothing>,
    body: None,
    answer: shape::<RunData>,
    key: NeedsKey::No,
    problems: &["foreign"],
};

/// `POST /api/{forum}/desk/meetings/{meeting}/solver`
pub async fn start(
    State(app): State<Arc<App>>,
    Path((forum, meeting)): Path<(String, String)>,
    caller: Caller,
    headers: axum::http::HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Json<RunData>, Told> {
    let begun = read_json::<Wishes>(&headers, body).and_then(|wishes| {
        let (state, id) = here(&app, &forum, &meeting)?;
        app.runs().start(&forum, forum_in(&state), id, wishes, "")?;
        Ok(RunData::of(app.runs().of(&forum, id).as_deref()))
    });
    begun.map(Json).map_err(|problem| caller.tell(problem))
}

/// `POST /api/{forum}/desk/meetings/{meeting}/solver/stop`
pub async fn stop(
    State(app): State<Arc<App>>,
    Path((forum, meeting)): Path<(String, String)>,
    caller: Caller,
) -> Result<Json<RunData>, Told> {
    let stopped = here(&app, &forum, &meeting).and_then(|(_, id)| {
        app.runs().stop(&forum, id)?;
        Ok(RunData::of(app.runs().of(&forum, id).as_deref()))
    });
    stopped.map(Json).map_err(|problem| caller.tell(problem))
}

type Standing = Arc<Published<ForumMachine>>;

fn here(app: &App, forum: &str, meeting: &str) -> Result<(Standing, MeetingId), Problem> {
    let state = app.state(forum)?;
    let id = forum_in(&state).series.meeting_by_slug(meeting).ok_or(Problem::NotFound)?.id;
    Ok((state, id))
}
