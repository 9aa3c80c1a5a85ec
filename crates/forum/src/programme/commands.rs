//! What may be wished for about the programme of a meeting.

use super::demands;
use super::{Placed, Role};
use crate::people::Origin;
use crate::{MeetingId, OrganisationId, PersonId, RoomId, Seq, SessionId, SlotId, TrackId, VariantId};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Wishes about a programme.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[schemars(rename = "ProgrammeCommand")]
pub enum Command {
    /// Make a room available to a meeting.
    OpenRoom {
        /// The meeting.
        meeting: MeetingId,
        /// Name.
        name: String,
        /// Seats.
        #[serde(default)]
        seats: Option<u32>,
        /// Under which name another system knows it.
        #[serde(default)]
        origin: Option<Origin>,
    },
    /// Add a slot to the grid of a day.
    AddSlot {
        /// The meeting.
        meeting: MeetingId,
        /// Beginning.
        start: Timestamp,
        /// End.
        end: Timestamp,
        /// What happens in it, if it is no time for sessions.
        #[serde(default)]
        pause: String,
    },
    /// Add a track to a meeting.
    AddTrack {
        /// The meeting.
        meeting: MeetingId,
        /// Name.
        name: String,
    },
    /// Enter a session.
    AddSession(NewSession),
    /// Change what is said of a session.
    AmendSession {
        /// The session.
        session: SessionId,
        /// What to change; what is left out stays.
        edit: SessionEdit,
    },
    /// Choose a session for somebody's own programme.
    Choose {
        /// The session.
        session: SessionId,
        /// The person.
        person: PersonId,
    },
    /// Take a choice back.
    Unchoose {
        /// The session.
        session: SessionId,
        /// The person.
        person: PersonId,
    },
    /// Withdraw a session.
    WithdrawSession {
        /// The session.
        session: SessionId,
    },
    /// Erase what was written about a session, in all versions: its title and abstract, and those it had before.
    EraseSession {
        /// The session.
        session: SessionId,
    },
    /// Give a person a role in a session.
    GiveRole {
        /// The session.
        session: SessionId,
        /// The person.
        person: PersonId,
        /// The role.
        role: Role,
    },
    /// Take a role from a person.
    TakeRole {
        /// The session.
        session: SessionId,
        /// The person.
        person: PersonId,
        /// The role.
        role: Role,
    },
    /// Place a session, or move it.
    PlaceSession {
        /// The session.
        session: SessionId,
        /// The room.
        room: RoomId,
        /// The beginning.
        start: Timestamp,
    },
    /// Take a session off the grid.
    UnplaceSession {
        /// The session.
        session: SessionId,
    },
    /// Give a room another name or another number of seats.
    AmendRoom {
        /// The meeting.
        meeting: MeetingId,
        /// The room.
        room: RoomId,
        /// Name.
        name: String,
        /// Seats, where known.
        #[serde(default)]
        seats: Option<u32>,
    },
    /// Close a room in which no session stands.
    CloseRoom {
        /// The meeting.
        meeting: MeetingId,
        /// The room.
        room: RoomId,
    },
    /// Open a room again that was closed.
    ReopenRoom {
        /// The meeting.
        meeting: MeetingId,
        /// The room.
        room: RoomId,
    },
    /// Change a slot of the grid.
    AmendSlot {
        /// The meeting.
        meeting: MeetingId,
        /// The slot.
        slot: SlotId,
        /// Beginning.
        start: Timestamp,
        /// End.
        end: Timestamp,
        /// What happens in it, if it is no time for sessions.
        #[serde(default)]
        pause: String,
    },
    /// Take a slot out of the grid. Sessions stay where they are.
    RemoveSlot {
        /// The meeting.
        meeting: MeetingId,
        /// The slot.
        slot: SlotId,
    },
    /// Put a slot back into the grid.
    RestoreSlot {
        /// The meeting.
        meeting: MeetingId,
        /// The slot.
        slot: SlotId,
    },
    /// Give a track another name.
    RenameTrack {
        /// The meeting.
        meeting: MeetingId,
        /// The track.
        track: TrackId,
        /// Name.
        name: String,
    },
    /// Give up a track under which no session stands.
    RemoveTrack {
        /// The meeting.
        meeting: MeetingId,
        /// The track.
        track: TrackId,
    },
    /// Bring back a track that was given up.
    RestoreTrack {
        /// The meeting.
        meeting: MeetingId,
        /// The track.
        track: TrackId,
    },
    /// Let a withdrawn session take place after all; at its place, if that is still free.
    ReinstateSession {
        /// The session.
        session: SessionId,
    },
    /// Take back one of the latest changes of the draft, or take that back.
    Undo {
        /// The meeting.
        meeting: MeetingId,
        /// The first act of the change.
        act: Seq,
    },
    /// Keep a variant of the programme beside the draft.
    KeepVariant {
        /// The meeting.
        meeting: MeetingId,
        /// What to call it.
        name: String,
        /// What to say about it.
        #[serde(default)]
        note: String,
        /// Where the sessions are in it; left out, where they are in the draft.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        places: Option<Vec<Placed>>,
    },
    /// Give up a variant. Its name and note are erased.
    DropVariant {
        /// The meeting.
        meeting: MeetingId,
        /// The variant.
        variant: VariantId,
    },
    /// Demand something of the programme.
    Demand(demands::Command),
    /// Publish the programme as it stands.
    PublishProgramme {
        /// The meeting.
        meeting: MeetingId,
        /// Label of the version; left empty, its number.
        #[serde(default)]
        label: String,
        /// What to say about it.
        #[serde(default)]
        note: String,
    },
}

/// A session to enter.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSession {
    /// The meeting.
    pub meeting: MeetingId,
    /// Public code; unique within the meeting.
    pub code: String,
    /// Type.
    pub kind: String,
    /// Title.
    pub title: String,
    /// What it is about.
    #[serde(default, rename = "abstract")]
    pub summary: String,
    /// Language tag.
    pub language: String,
    /// Format.
    #[serde(default)]
    pub format: String,
    /// Track.
    #[serde(default)]
    pub track: Option<TrackId>,
    /// Length.
    pub minutes: u32,
    /// Organisations that hold it.
    #[serde(default)]
    pub organisers: Vec<OrganisationId>,
    /// Under which name another system knows it.
    #[serde(default)]
    pub origin: Option<Origin>,
}

/// Changes to a session; what is left out stays, and a blank takes back what may be missing.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SessionEdit {
    /// Title.
    pub title: Option<String>,
    /// Abstract.
    #[serde(rename = "abstract")]
    pub summary: Option<String>,
    /// Type.
    pub kind: Option<String>,
    /// Language tag.
    pub language: Option<String>,
    /// Format.
    pub format: Option<String>,
    /// Track.
    pub track: Option<TrackId>,
    /// Whether it shall stand under no track.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub no_track: bool,
    /// Length.
    pub minutes: Option<u32>,
    /// Organisations that hold it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisers: Option<Vec<OrganisationId>>,
}
