//! The programme as data: the published version for everybody, the draft for those whom its row names.

mod parts;
pub mod versions;

pub use self::parts::{ClashData, RoomData, SessionData, SlotData, TrackData, VersionData};

use crate::api::data::{Ask, Data, Nothing};
use crate::problem::Problem;
use crate::site::visit::venue;
use forum::Question;
use forum::programme::{Filter, Session, Version, clashes, views};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A programme: a published version, or the draft.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Programme")]
pub struct ProgrammeData {
    /// The version; `null` for the draft.
    version: Option<VersionData>,
    /// Rooms.
    rooms: Vec<RoomData>,
    /// Tracks.
    tracks: Vec<TrackData>,
    /// The grid, and the pauses in it.
    slots: Vec<SlotData>,
    /// Sessions in the order of time, then of room; those of a draft in the order of their ids.
    sessions: Vec<SessionData>,
    /// What stands in the way of publishing the draft; empty for a version.
    clashes: Vec<ClashData>,
}

/// Which sessions to show; what is left out asks for nothing.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
pub struct Wanted {
    /// Words of the title or the code, in any order, case and accents aside.
    q: String,
    /// A track, by its name in addresses.
    track: String,
    /// A type of session.
    kind: String,
    /// A language tag.
    language: String,
    /// A room, by its name in addresses.
    room: String,
    /// A format.
    format: String,
}

impl Wanted {
    fn filter(self) -> Filter {
        let Wanted { q, track, kind, language, room, format } = self;
        Filter { words: Question::of(&q), track, kind, language, room, format }
    }
}

fn shown(ask: &Ask, version: &Version, sessions: &[&Arc<Session>]) -> ProgrammeData {
    ProgrammeData {
        version: Some(VersionData::of(version)),
        rooms: version.rooms.iter().map(RoomData::of).collect(),
        tracks: version.tracks.iter().map(TrackData::of).collect(),
        slots: version.slots.iter().map(SlotData::of).collect(),
        sessions: sessions.iter().map(|session| SessionData::of(ask.forum(), session)).collect(),
        clashes: Vec::new(),
    }
}

fn published(ask: &Ask) -> Result<&Arc<Version>, Problem> {
    views::published(ask.forum(), ask.meeting_id()?).ok_or(Problem::NotFound)
}

/// `GET /api/{forum}/meetings/{meeting}/programme`
pub struct Published;

impl Data for Published {
    type Query = Wanted;
    type Answer = ProgrammeData;
    const ABOUT: &'static str =
        "The published programme of a meeting: all of it, or the sessions that you ask for.";

    fn answer(ask: &Ask, wanted: Wanted) -> Result<ProgrammeData, Problem> {
        let (version, filter) = (published(ask)?, wanted.filter());
        let mut sessions = version.in_order();
        sessions.retain(|session| filter.fits(version, session));
        Ok(shown(ask, version, &sessions))
    }
}

/// `GET /api/{forum}/meetings/{meeting}/programme/{date}`
pub struct Day;

impl Data for Day {
    type Query = Wanted;
    type Answer = ProgrammeData;
    const ABOUT: &'static str = "One day of the published programme, as the venue counts days.";

    fn answer(ask: &Ask, wanted: Wanted) -> Result<ProgrammeData, Problem> {
        let (meeting, version, filter) = (ask.meeting()?, published(ask)?, wanted.filter());
        let (date, venue): (Date, _) = (ask.exact("date")?, venue(meeting));
        if !version.days(&venue).contains(&date) && !(meeting.first_day..=meeting.last_day).contains(&date) {
            return Err(Problem::NotFound);
        }
        let mut sessions = version.on(date, &venue);
        sessions.retain(|session| filter.fits(version, session));
        let mut day = shown(ask, version, &sessions);
        day.slots.retain(|slot| venue.to_datetime(slot.start()).date() == date);
        Ok(day)
    }
}

/// `GET /api/{forum}/meetings/{meeting}/sessions/{session}`
pub struct OneSession;

impl Data for OneSession {
    type Query = Nothing;
    type Answer = SessionData;
    const ABOUT: &'static str = "A session of the published programme.";

    fn answer(ask: &Ask, _: Nothing) -> Result<SessionData, Problem> {
        let session = published(ask)?.by_slug(ask.part("session")).ok_or(Problem::NotFound)?;
        Ok(SessionData::of(ask.forum(), session))
    }
}

/// `GET /api/{forum}/meetings/{meeting}/draft`
pub struct Draft;

impl Data for Draft {
    type Query = Nothing;
    type Answer = ProgrammeData;
    const ABOUT: &'static str =
        "The programme as its makers see it, with what stands in the way of publishing it.";

    fn answer(ask: &Ask, _: Nothing) -> Result<ProgrammeData, Problem> {
        let forum = ask.forum();
        let draft = forum.programme.meetings.get(&ask.meeting_id()?).cloned().unwrap_or_default();
        Ok(ProgrammeData {
            version: None,
            rooms: draft.rooms.iter().map(RoomData::of).collect(),
            tracks: draft.tracks.iter().map(TrackData::of).collect(),
            slots: draft.slots.iter().map(SlotData::of).collect(),
            sessions: draft.sessions.values().map(|session| SessionData::of(forum, session)).collect(),
            clashes: clashes(&draft).iter().map(ClashData::of).collect(),
        })
    }
}
