//! What is on now, as data: for signs and screens that draw themselves.

use forum::programme::views;
use forum::programme::{RoomAt, Version};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{asked, stretch};
use crate::api::data::{Ask, Data};
use crate::problem::Problem;
use crate::programme::api::{RoomData, SessionData, SlotData};
use crate::site::visit::venue;

/// Which moment is meant; now, if none is named.
#[derive(Deserialize, JsonSchema, Default)]
#[serde(deny_unknown_fields, default)]
pub struct When {
    /// A point in time, such as `2023-10-10T09:30:00+09:00`, or by the clock at the venue `2023-10-10T09:30`.
    at: String,
}

impl When {
    fn read(&self, venue: &TimeZone) -> Result<Timestamp, Problem> {
        match &*self.at {
            "" => Ok(Timestamp::now()),
            at => asked(at, venue).ok_or(Problem::BadParameter { field: "at".into() }),
        }
    }
}

/// A room, and what happens in it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RoomNow")]
pub struct RoomNowData {
    /// The room.
    room: RoomData,
    /// The session that runs in it.
    now: Option<SessionData>,
    /// The session that begins in it next.
    next: Option<SessionData>,
}

/// All rooms at a moment.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Now")]
pub struct NowData {
    /// The moment.
    at: Timestamp,
    /// When the next thing begins or ends, so that this no longer holds.
    until: Option<Timestamp>,
    /// The zone of the venue.
    zone: String,
    /// The pause that runs.
    pause: Option<SlotData>,
    /// The rooms with sessions.
    rooms: Vec<RoomNowData>,
}

/// The sign at the door of a room.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Sign")]
pub struct SignData {
    /// The moment.
    at: Timestamp,
    /// When the next thing begins or ends, so that this no longer holds.
    until: Option<Timestamp>,
    /// The zone of the venue.
    zone: String,
    /// The room.
    room: RoomData,
    /// The session that runs in it.
    now: Option<SessionData>,
    /// The session that begins in it next.
    next: Option<SessionData>,
    /// All its sessions, in the order of time.
    sessions: Vec<SessionData>,
}

/// The rooms of a meeting.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Rooms")]
pub struct RoomsData {
    /// The rooms, in their order.
    rooms: Vec<RoomData>,
}

fn published(ask: &Ask) -> Result<&Version, Problem> {
    views::published(ask.forum(), ask.meeting_id()?).map(|version| &**version).ok_or(Problem::NotFound)
}

/// `GET /api/{forum}/meetings/{meeting}/rooms`
pub struct Rooms;

impl Data for Rooms {
    type Query = crate::api::data::Nothing;
    type Answer = RoomsData;
    const ABOUT: &'static str = "The rooms of the published programme.";

    fn answer(ask: &Ask, _: crate::api::data::Nothing) -> Result<RoomsData, Problem> {
        Ok(RoomsData { rooms: published(ask)?.rooms.iter().map(RoomData::of).collect() })
    }
}

/// `GET /api/{forum}/meetings/{meeting}/now`
pub struct Now;

impl Data for Now {
    type Query = When;
    type Answer = NowData;
    const ABOUT: &'static str = "What is on in each room now, or at a moment, and what comes next.";

    fn answer(ask: &Ask, when: When) -> Result<NowData, Problem> {
        let (meeting, version) = (ask.meeting()?, published(ask)?);
        let venue = venue(meeting);
        let at = when.read(&venue)?;
        let session = |session: &forum::programme::Session| SessionData::of(ask.forum(), session);
        let rooms = version.rooms_at(at).into_iter().filter_map(|RoomAt { room, now, next }| {
            let room = RoomData::of(version.rooms.get_key_value(&room)?);
            Some(RoomNowData { room, now: now.map(|one| session(one)), next: next.map(|one| session(one)) })
        });
        let pause =
            version.slots.iter().find(|(_, slot)| slot.pause.is_some() && slot.start <= at && at < slot.end);
        Ok(NowData {
            at,
            until: stretch(version, &venue, at).1,
            zone: meeting.zone.clone(),
            pause: pause.map(SlotData::of),
            rooms: rooms.collect(),
        })
    }

    fn until(answer: &NowData) -> Option<Timestamp> {
        answer.until
    }
}

/// `GET /api/{forum}/meetings/{meeting}/rooms/{room}`
pub struct Sign;

impl Data for Sign {
    type Query = When;
    type Answer = SignData;
    const ABOUT: &'static str =
        "The sign at the door of a room: what is on now, or at a moment, and what comes next.";

    fn answer(ask: &Ask, when: When) -> Result<SignData, Problem> {
        let (meeting, version) = (ask.meeting()?, published(ask)?);
        let venue = venue(meeting);
        let at = when.read(&venue)?;
        let found = version.rooms.iter().find(|(_, room)| room.slug.as_str() == ask.part("room"));
        let (id, room) = found.ok_or(Problem::NotFound)?;
        let here = version.rooms_at(at).into_iter().find(|here| here.room == *id);
        let (now, next) = here.map_or((None, None), |here| (here.now, here.next));
        let session = |session: &forum::programme::Session| SessionData::of(ask.forum(), session);
        Ok(SignData {
            at,
            until: stretch(version, &venue, at).1,
            zone: meeting.zone.clone(),
            room: RoomData::of((id, room)),
            now: now.map(|one| session(one)),
            next: next.map(|one| session(one)),
            sessions: version.in_room(*id).into_iter().map(|one| session(one)).collect(),
        })
    }

    fn until(answer: &SignData) -> Option<Timestamp> {
        answer.until
    }
}
