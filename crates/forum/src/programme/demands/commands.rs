//! What may be demanded.

use super::{Availability, Needs, Stretch, Walk, Wish};
use crate::{MeetingId, PersonId, ResourceId, RoomId, SessionId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Demands on a programme.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[schemars(rename = "DemandCommand")]
pub enum Command {
    /// Say what a room is fitted with.
    FitRoom {
        /// The meeting.
        meeting: MeetingId,
        /// The room.
        room: RoomId,
        /// All of it; nothing else is there then.
        features: Vec<String>,
    },
    /// Say when a room cannot be used.
    BlockRoom {
        /// The meeting.
        meeting: MeetingId,
        /// The room.
        room: RoomId,
        /// All of these times; at any other it can be used then.
        times: Vec<Stretch>,
    },
    /// Say what a session needs.
    Need {
        /// The session.
        session: SessionId,
        /// All of it.
        needs: Needs,
    },
    /// Let a session keep its place: whoever wants to move it must unlock it first.
    LockSession {
        /// The session.
        session: SessionId,
    },
    /// Let a session be moved again.
    UnlockSession {
        /// The session.
        session: SessionId,
    },
    /// Demand that one session is over before another begins.
    DemandOrder {
        /// What comes first.
        before: SessionId,
        /// What comes later.
        after: SessionId,
    },
    /// Take back that one session comes before another.
    DropOrder {
        /// What had to come first.
        before: SessionId,
        /// What had to come later.
        after: SessionId,
    },
    /// Enter something of which there are only so many: teams of interpreters, captioners, cameras.
    AddResource {
        /// The meeting.
        meeting: MeetingId,
        /// What it is called.
        name: String,
        /// How many there are.
        count: u32,
    },
    /// Give a limited thing another name or number.
    AmendResource {
        /// The meeting.
        meeting: MeetingId,
        /// The thing.
        resource: ResourceId,
        /// What it is called.
        name: String,
        /// How many there are.
        count: u32,
    },
    /// Remove a limited thing that no session needs.
    RemoveResource {
        /// The meeting.
        meeting: MeetingId,
        /// The thing.
        resource: ResourceId,
    },
    /// Bring a limited thing back that was removed.
    RestoreResource {
        /// The meeting.
        meeting: MeetingId,
        /// The thing.
        resource: ResourceId,
    },
    /// Say how long it takes from room to room.
    TimeWalks {
        /// The meeting.
        meeting: MeetingId,
        /// Between any two rooms, in minutes.
        minutes: u32,
        /// Between some of them, where it takes more or less.
        #[serde(default)]
        walks: Vec<Walk>,
    },
    /// Say when a person can take part in a meeting, and how.
    SetAvailability {
        /// The meeting.
        meeting: MeetingId,
        /// The person.
        person: PersonId,
        /// All of it.
        availability: Availability,
    },
    /// Let a wish weigh more or less.
    ChangeWeight {
        /// The meeting.
        meeting: MeetingId,
        /// The wish.
        wish: Wish,
        /// What it weighs; without it, the default.
        #[serde(default)]
        weight: Option<u32>,
    },
}
