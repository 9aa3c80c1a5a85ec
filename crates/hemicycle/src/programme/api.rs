//! The programme as data: the published version for everybody, the draft for those whom its row names.

use crate::api::{Caller, Told};
use crate::app::{App, forum_in};
use crate::problem::Problem;
use axum::Json;
use axum::extract::{Path, State};
use forum::programme::{Clash, Role, Room, Session, Track, clashes, views};
use forum::{Forum, MeetingId};
use jiff::Timestamp;
use serde::Serialize;
use std::sync::Arc;

/// A programme: a published version, or the draft.
#[derive(Serialize)]
pub struct ProgrammeData {
    /// The version; empty for the draft.
    version: Option<VersionData>,
    rooms: Vec<RoomData>,
    tracks: Vec<TrackData>,
    sessions: Vec<SessionData>,
    /// What stands in the way of publishing the draft; empty for a version.
    clashes: Vec<ClashData>,
}

#[derive(Serialize)]
struct VersionData {
    number: u32,
    label: String,
    note: Option<String>,
    at: Timestamp,
}

#[derive(Serialize)]
struct RoomData {
    id: u32,
    slug: String,
    name: String,
    seats: Option<u32>,
}

#[derive(Serialize)]
struct TrackData {
    id: u32,
    slug: String,
    name: String,
}

#[derive(Serialize)]
struct SessionData {
    id: u32,
    slug: String,
    code: String,
    /// `null` if it was erased.
    title: Option<String>,
    #[serde(rename = "abstract")]
    summary: Option<String>,
    language: String,
    kind: String,
    format: Option<String>,
    track: Option<u32>,
    minutes: u32,
    room: Option<u32>,
    start: Option<Timestamp>,
    end: Option<Timestamp>,
    withdrawn: bool,
    organisers: Vec<u32>,
    people: Vec<RoleData>,
}

#[derive(Serialize)]
struct RoleData {
    person: u32,
    name: Option<String>,
    role: Role,
}

#[derive(Serialize)]
struct ClashData {
    person: u32,
    sessions: [String; 2],
    at: Timestamp,
}

impl SessionData {
    fn of(forum: &Forum, session: &Session) -> SessionData {
        let placed = session.placed();
        let role = |(role, person): &(Role, forum::PersonId)| RoleData {
            person: person.0,
            name: forum.people.persons.get(person).and_then(|person| person.name.text().map(str::to_owned)),
            role: *role,
        };
        SessionData {
            id: session.id.0,
            slug: session.slug.to_string(),
            code: session.code.clone(),
            title: session.title.text().map(str::to_owned),
            summary: session.summary.as_ref().and_then(|words| words.text()).map(str::to_owned),
            language: session.language.clone(),
            kind: session.kind.clone(),
            format: session.format.clone(),
            track: session.track.map(|track| track.0),
            minutes: session.minutes,
            room: placed.map(|(room, ..)| room.0),
            start: placed.map(|(_, start, _)| start),
            end: placed.map(|(.., end)| end),
            withdrawn: session.withdrawn,
            organisers: session.organisers.iter().map(|organisation| organisation.0).collect(),
            people: session.roles.iter().map(role).collect(),
        }
    }
}

impl RoomData {
    fn of((id, room): (&forum::RoomId, &Room)) -> RoomData {
        RoomData { id: id.0, slug: room.slug.to_string(), name: room.name.clone(), seats: room.seats }
    }
}

impl TrackData {
    fn of((id, track): (&forum::TrackId, &Track)) -> TrackData {
        TrackData { id: id.0, slug: track.slug.to_string(), name: track.name.clone() }
    }
}

impl ClashData {
    fn of(clash: &Clash) -> ClashData {
        let sessions = [clash.one.code.clone(), clash.other.code.clone()];
        ClashData { person: clash.person.0, sessions, at: clash.at }
    }
}

fn meeting_named(forum: &Forum, slug: &str) -> Result<MeetingId, Problem> {
    forum.series.meeting_by_slug(slug).map(|meeting| meeting.id).ok_or(Problem::NotFound)
}

/// `GET /api/{forum}/meetings/{meeting}/programme`: the latest published version.
pub async fn programme(
    State(app): State<Arc<App>>,
    Path((name, meeting)): Path<(String, String)>,
    caller: Caller,
) -> Result<Json<ProgrammeData>, Told> {
    published(&app, &name, &meeting).map(Json).map_err(|problem| caller.tell(problem))
}

fn published(app: &App, name: &str, meeting: &str) -> Result<ProgrammeData, Problem> {
    let state = app.state(name)?;
    let forum = forum_in(&state);
    let version = views::published(forum, meeting_named(forum, meeting)?).ok_or(Problem::NotFound)?;
    Ok(ProgrammeData {
        version: Some(VersionData {
            number: version.number,
            label: version.label.clone(),
            note: version.note.as_ref().and_then(|note| note.text()).map(str::to_owned),
            at: version.at,
        }),
        rooms: version.rooms.iter().map(RoomData::of).collect(),
        tracks: version.tracks.iter().map(TrackData::of).collect(),
        sessions: version.in_order().into_iter().map(|session| SessionData::of(forum, session)).collect(),
        clashes: Vec::new(),
    })
}

/// `GET /api/{forum}/meetings/{meeting}/draft`: the programme as its makers see it.
pub async fn draft(
    State(app): State<Arc<App>>,
    Path((name, meeting)): Path<(String, String)>,
    caller: Caller,
) -> Result<Json<ProgrammeData>, Told> {
    drafted(&app, &name, &meeting).map(Json).map_err(|problem| caller.tell(problem))
}

fn drafted(app: &App, name: &str, meeting: &str) -> Result<ProgrammeData, Problem> {
    let state = app.state(name)?;
    let forum = forum_in(&state);
    let meeting = meeting_named(forum, meeting)?;
    let draft = forum.programme.meetings.get(&meeting).cloned().unwrap_or_default();
    Ok(ProgrammeData {
        version: None,
        rooms: draft.rooms.iter().map(RoomData::of).collect(),
        tracks: draft.tracks.iter().map(TrackData::of).collect(),
        sessions: draft.sessions.values().map(|session| SessionData::of(forum, session)).collect(),
        clashes: clashes(&draft).iter().map(ClashData::of).collect(),
    })
}
