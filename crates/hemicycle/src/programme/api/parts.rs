//! The parts of a programme as data.

use forum::Forum;
use forum::programme::{Clash, Role, Room, Session, Slot, Track, Version};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// A published version of a programme.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Version")]
pub struct VersionData {
    /// Number, counted from 1.
    number: u32,
    /// Label, such as `1.2` or `final`.
    label: String,
    /// What the publisher said about it.
    note: Option<String>,
    /// When it was published.
    at: Timestamp,
}

/// A room, on site or online.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Room")]
pub struct RoomData {
    /// Id.
    id: u32,
    /// Name in addresses.
    slug: String,
    /// Name.
    name: String,
    /// Seats, where known.
    seats: Option<u32>,
}

/// A track.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Track")]
pub struct TrackData {
    /// Id.
    id: u32,
    /// Name in addresses.
    slug: String,
    /// Name.
    name: String,
}

/// A session.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Session")]
pub struct SessionData {
    /// Id.
    id: u32,
    /// Code in addresses.
    slug: String,
    /// Public code, such as `WS #136`.
    code: String,
    /// `null` if it was erased.
    title: Option<String>,
    /// What it is about; `null` if nothing was said or it was erased.
    #[serde(rename = "abstract")]
    summary: Option<String>,
    /// Language tag.
    language: String,
    /// Type: a key of the reference table of session types, or another tool's word.
    kind: String,
    /// Format.
    format: Option<String>,
    /// Id of its track.
    track: Option<u32>,
    /// Length, in minutes.
    minutes: u32,
    /// Id of its room, once it is placed.
    room: Option<u32>,
    /// When it begins.
    start: Option<Timestamp>,
    /// When it ends.
    end: Option<Timestamp>,
    /// Whether it will not take place.
    withdrawn: bool,
    /// Ids of the organisations that hold it.
    organisers: Vec<u32>,
    /// Who does what in it.
    people: Vec<RoleData>,
}

/// Who does what in a session.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "SessionRole")]
struct RoleData {
    /// Id of the person.
    person: u32,
    /// Their name; `null` if it was erased.
    name: Option<String>,
    /// What they do.
    role: Role,
}

/// Somebody who would be in two places at once.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Clash")]
pub struct ClashData {
    /// Id of the person.
    person: u32,
    /// The codes of the two sessions.
    sessions: [String; 2],
    /// When.
    at: Timestamp,
}

impl SessionData {
    pub(crate) fn of(forum: &Forum, session: &Session) -> SessionData {
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
    pub(crate) fn of((id, room): (&forum::RoomId, &Room)) -> RoomData {
        RoomData { id: id.0, slug: room.slug.to_string(), name: room.name.clone(), seats: room.seats }
    }
}

/// A slot of the grid.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Slot")]
pub struct SlotData {
    /// Id.
    id: u32,
    /// When it begins.
    start: Timestamp,
    /// When it ends.
    end: Timestamp,
    /// What happens in it, if it is no time for sessions: lunch, a coffee break.
    pause: Option<String>,
}

impl SlotData {
    /// When it begins.
    pub(super) fn start(&self) -> Timestamp {
        self.start
    }

    pub(crate) fn of((id, slot): (&forum::SlotId, &Slot)) -> SlotData {
        SlotData { id: id.0, start: slot.start, end: slot.end, pause: slot.pause.clone() }
    }
}

impl VersionData {
    pub(crate) fn of(version: &Version) -> VersionData {
        VersionData {
            number: version.number,
            label: version.label.clone(),
            note: version.note.as_ref().and_then(|note| note.text()).map(str::to_owned),
            at: version.at,
        }
    }
}

impl TrackData {
    pub(crate) fn of((id, track): (&forum::TrackId, &Track)) -> TrackData {
        TrackData { id: id.0, slug: track.slug.to_string(), name: track.name.clone() }
    }
}

impl ClashData {
    pub(crate) fn of(clash: &Clash) -> ClashData {
        let sessions = [clash.one.code.clone(), clash.other.code.clone()];
        ClashData { person: clash.person.0, sessions, at: clash.at }
    }
}
