//! One's own programme as data, for whoever has an account. Without one it is the browser's, and no program's.

use super::of_person;
use crate::api::data::{Ask, Data, Nothing};
use crate::problem::Problem;
use forum::programme::views::published;
use schemars::JsonSchema;
use serde::Serialize;

/// `GET /api/{forum}/meetings/{meeting}/mine`
pub struct Chosen;

/// What you chose of a meeting. It is changed by the commands `choose` and `unchoose`.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MyProgramme")]
pub struct ChosenData {
    /// The sessions, in the order of their ids.
    sessions: Vec<ChosenSession>,
}

/// A session that you chose.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MySession")]
struct ChosenSession {
    /// Id of the session.
    id: u32,
    /// Its public code; `null` if it is not on the programme any more.
    code: Option<String>,
    /// The number of the version that was the latest when you chose it: what changed since is new to you.
    since: u32,
}

impl Data for Chosen {
    type Query = Nothing;
    type Answer = ChosenData;
    const ABOUT: &'static str = "The sessions of a meeting that you chose, as all of your devices show them.";

    fn answer(ask: &Ask, _: Nothing) -> Result<ChosenData, Problem> {
        let (forum, meeting) = (ask.forum(), ask.meeting()?);
        let latest = published(forum, meeting.id).ok_or(Problem::NotFound)?;
        let mine = ask.visitor.person().map(|person| of_person(forum, meeting, person)).unwrap_or_default();
        let sessions = mine.iter().map(|(id, since)| ChosenSession {
            id: id.0,
            code: latest.sessions.get(&id).map(|session| session.code.clone()),
            since,
        });
        Ok(ChosenData { sessions: sessions.collect() })
    }
}
