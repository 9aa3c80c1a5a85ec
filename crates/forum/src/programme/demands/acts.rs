//! What was demanded.

use crate::{MeetingId, PersonId, ResourceId, RoomId, SessionId};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A stretch of time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stretch {
    /// Its beginning.
    pub start: Timestamp,
    /// Its end.
    pub end: Timestamp,
}

/// What a session needs of its place.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Needs {
    /// What its room must be fitted with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub features: Vec<String>,
    /// The limited things that it uses; one that is named twice is needed twice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<ResourceId>,
    /// Whether nothing else may be held at the same time.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub plenary: bool,
    /// How many are expected in the room, where somebody knows better than the choices of those who are signed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<u32>,
}

/// When a person can take part in a meeting, and how.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Availability {
    /// The zone by whose clock they live; without one, that of their country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// When they cannot take part.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub away: Vec<Stretch>,
    /// Whether they speak online, whatever they registered as; without it, as they registered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub online: Option<bool>,
}

/// Two rooms and the minutes that it takes to walk from one to the other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Walk {
    /// One of them.
    pub one: RoomId,
    /// The other.
    pub other: RoomId,
    /// How long it takes.
    pub minutes: u32,
}

/// Something that is wished of a programme, and weighs more or less.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// Two sessions of one track at the same time.
    SameTrack,
    /// Two sessions on similar themes at the same time.
    Similar,
    /// Somebody who wants to attend two sessions at the same time.
    Audience,
    /// Somebody online who has to be up at night.
    Night,
    /// A region whose people have most of the nights.
    NightShares,
    /// Somebody without a seat.
    SeatsMissing,
    /// Seats that stay empty.
    SeatsWasted,
    /// A track that changes its room.
    TrackRoom,
    /// A person with many sessions on a day.
    Load,
    /// A stakeholder group that has more than its share of what is on.
    Balance,
    /// A session that is not where it was published.
    Change,
}

impl Wish {
    /// All wishes, in the order in which a page shows them.
    pub const ALL: [Wish; 11] = [
        Wish::SameTrack,
        Wish::Similar,
        Wish::Audience,
        Wish::Night,
        Wish::NightShares,
        Wish::SeatsMissing,
        Wish::SeatsWasted,
        Wish::TrackRoom,
        Wish::Load,
        Wish::Balance,
        Wish::Change,
    ];

    /// Its name in addresses and message catalogues, which is that of the engine's constraint.
    pub fn key(self) -> &'static str {
        match self {
            Wish::SameTrack => "same-track",
            Wish::Similar => "similar",
            Wish::Audience => "audience",
            Wish::Night => "night",
            Wish::NightShares => "night-shares",
            Wish::SeatsMissing => "seats-missing",
            Wish::SeatsWasted => "seats-wasted",
            Wish::TrackRoom => "track-room",
            Wish::Load => "load",
            Wish::Balance => "balance",
            Wish::Change => "change",
        }
    }
}

/// Facts about what is demanded of a programme.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "DemandAct")]
pub enum Act {
    /// It was said what a room is fitted with.
    RoomFitted {
        /// The meeting.
        meeting: MeetingId,
        /// The room.
        room: RoomId,
        /// All of it.
        features: Vec<String>,
    },
    /// It was said when a room cannot be used.
    RoomBlocked {
        /// The meeting.
        meeting: MeetingId,
        /// The room.
        room: RoomId,
        /// All of these times.
        times: Vec<Stretch>,
    },
    /// It was said what a session needs.
    SessionNeeds {
        /// The session.
        session: SessionId,
        /// All of it.
        needs: Needs,
    },
    /// A session keeps its place until it is unlocked.
    SessionLocked {
        /// The session.
        session: SessionId,
    },
    /// A session may be moved again.
    SessionUnlocked {
        /// The session.
        session: SessionId,
    },
    /// One session must be over before another begins.
    OrderDemanded {
        /// What comes first.
        before: SessionId,
        /// What comes later.
        after: SessionId,
    },
    /// The order of two sessions does not matter any more.
    OrderDropped {
        /// What had to come first.
        before: SessionId,
        /// What had to come later.
        after: SessionId,
    },
    /// Something of which there are only so many was entered.
    ResourceAdded {
        /// Its id.
        id: ResourceId,
        /// The meeting.
        meeting: MeetingId,
        /// What it is called.
        name: String,
        /// How many there are.
        count: u32,
    },
    /// A limited thing got another name or number.
    ResourceAmended {
        /// The meeting.
        meeting: MeetingId,
        /// The thing.
        resource: ResourceId,
        /// What it is called.
        name: String,
        /// How many there are.
        count: u32,
    },
    /// A limited thing is there no longer.
    ResourceRemoved {
        /// The meeting.
        meeting: MeetingId,
        /// The thing.
        resource: ResourceId,
    },
    /// A limited thing that was removed is there again.
    ResourceRestored {
        /// The meeting.
        meeting: MeetingId,
        /// The thing.
        resource: ResourceId,
    },
    /// It was said how long it takes from room to room.
    WalksTimed {
        /// The meeting.
        meeting: MeetingId,
        /// Between any two rooms.
        minutes: u32,
        /// Between some of them, where it takes more or less.
        walks: Vec<Walk>,
    },
    /// It was said when a person can take part in a meeting, and how.
    PersonAvailable {
        /// The meeting.
        meeting: MeetingId,
        /// The person.
        person: PersonId,
        /// All of it.
        availability: Availability,
    },
    /// A wish weighs more or less than it did.
    WeightChanged {
        /// The meeting.
        meeting: MeetingId,
        /// The wish.
        wish: Wish,
        /// What it weighs; without it, the default.
        weight: Option<u32>,
    },
}

impl Act {
    /// The meeting that it is about, if it names it.
    pub(in crate::programme) fn meeting(&self) -> Option<MeetingId> {
        match self {
            Act::RoomFitted { meeting, .. }
            | Act::RoomBlocked { meeting, .. }
            | Act::ResourceAdded { meeting, .. }
            | Act::ResourceAmended { meeting, .. }
            | Act::ResourceRemoved { meeting, .. }
            | Act::ResourceRestored { meeting, .. }
            | Act::WalksTimed { meeting, .. }
            | Act::PersonAvailable { meeting, .. }
            | Act::WeightChanged { meeting, .. } => Some(*meeting),
            _ => None,
        }
    }

    /// The session that it is about, if it is about one: of an order, the one that comes first.
    pub(in crate::programme) fn session(&self) -> Option<SessionId> {
        match self {
            Act::SessionNeeds { session, .. }
            | Act::SessionLocked { session }
            | Act::SessionUnlocked { session }
            | Act::OrderDemanded { before: session, .. }
            | Act::OrderDropped { before: session, .. } => Some(*session),
            _ => None,
        }
    }
}
