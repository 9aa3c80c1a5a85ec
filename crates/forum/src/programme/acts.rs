//! What happens to the programme of a meeting.

use super::demands;
use super::{Place, Placed, State};
use crate::people::{Origin, Role};
use crate::{
    MeetingId, OrganisationId, PersonId, RoomId, Seq, SessionId, SlotId, Slug, TrackId, VariantId, Words,
};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Facts about a programme.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[allow(clippy::large_enum_variant, reason = "acts are written and read one by one, never kept in bulk")]
#[schemars(rename = "ProgrammeAct")]
pub enum Act {
    /// A room became available to a meeting.
    RoomOpened {
        /// Its id.
        id: RoomId,
        /// The meeting.
        meeting: MeetingId,
        /// Its name in addresses.
        slug: Slug,
        /// Its name.
        name: String,
        /// Seats, where known.
        seats: Option<u32>,
        /// Under which name another system knows it.
        origin: Option<Origin>,
    },
    /// A slot was added to the grid of a day.
    SlotAdded {
        /// Its id.
        id: SlotId,
        /// The meeting.
        meeting: MeetingId,
        /// Its beginning.
        start: Timestamp,
        /// Its end.
        end: Timestamp,
        /// What happens in it, if it is no time for sessions: lunch, a coffee break.
        pause: Option<String>,
    },
    /// A track was added to a meeting.
    TrackAdded {
        /// Its id.
        id: TrackId,
        /// The meeting.
        meeting: MeetingId,
        /// Its name in addresses.
        slug: Slug,
        /// Its name.
        name: String,
    },
    /// A session was entered.
    SessionAdded {
        /// Its id.
        id: SessionId,
        /// The meeting.
        meeting: MeetingId,
        /// Its public code, such as `WS #136`.
        code: String,
        /// Its code in addresses, such as `ws-136`.
        slug: Slug,
        /// Its type: a key of the reference table of session types, or another tool's word.
        kind: String,
        /// Its title.
        title: Words,
        /// What it is about.
        #[serde(rename = "abstract")]
        summary: Option<Words>,
        /// Tag of the language in which it is held and described.
        language: String,
        /// Its format, such as `roundtable`.
        format: Option<String>,
        /// Its track.
        track: Option<TrackId>,
        /// Its length.
        minutes: u32,
        /// Organisations that hold it.
        organisers: Vec<OrganisationId>,
        /// Under which name another system knows it.
        origin: Option<Origin>,
    },
    /// What is said of a session changed.
    SessionAmended {
        /// The session.
        session: SessionId,
        /// The changes.
        changes: Vec<SessionChange>,
    },
    /// A session will not take place.
    SessionWithdrawn {
        /// The session.
        session: SessionId,
    },
    /// What was written about a session was erased.
    SessionErased {
        /// The session; its number and code stay, so that the record keeps its shape.
        session: SessionId,
        /// The acts whose side texts the log blanks with this act.
        acts: Vec<Seq>,
    },
    /// A person took a role in a session.
    RoleGiven {
        /// The session.
        session: SessionId,
        /// The person.
        person: PersonId,
        /// The role.
        role: Role,
    },
    /// A person gave up a role in a session.
    RoleTaken {
        /// The session.
        session: SessionId,
        /// The person.
        person: PersonId,
        /// The role.
        role: Role,
    },
    /// A session got its place, or another one.
    SessionPlaced {
        /// The session.
        session: SessionId,
        /// The room.
        room: RoomId,
        /// The beginning.
        start: Timestamp,
    },
    /// A session lost its place.
    SessionUnplaced {
        /// The session.
        session: SessionId,
    },
    /// A room got another name or another number of seats.
    RoomAmended {
        /// The meeting.
        meeting: MeetingId,
        /// The room.
        room: RoomId,
        /// Its name in addresses.
        slug: Slug,
        /// Its name.
        name: String,
        /// Seats, where known.
        seats: Option<u32>,
    },
    /// A room is no longer available to a meeting.
    RoomClosed {
        /// The meeting.
        meeting: MeetingId,
        /// The room.
        room: RoomId,
    },
    /// A room that was closed is available again.
    RoomReopened {
        /// The meeting.
        meeting: MeetingId,
        /// The room.
        room: RoomId,
    },
    /// A slot of the grid changed.
    SlotAmended {
        /// The meeting.
        meeting: MeetingId,
        /// The slot.
        slot: SlotId,
        /// Its beginning.
        start: Timestamp,
        /// Its end.
        end: Timestamp,
        /// What happens in it, if it is no time for sessions.
        pause: Option<String>,
    },
    /// A slot was taken out of the grid.
    SlotRemoved {
        /// The meeting.
        meeting: MeetingId,
        /// The slot.
        slot: SlotId,
    },
    /// A slot that was taken out is in the grid again.
    SlotRestored {
        /// The meeting.
        meeting: MeetingId,
        /// The slot.
        slot: SlotId,
    },
    /// A track got another name.
    TrackRenamed {
        /// The meeting.
        meeting: MeetingId,
        /// The track.
        track: TrackId,
        /// Its name in addresses.
        slug: Slug,
        /// Its name.
        name: String,
    },
    /// A track was given up.
    TrackRemoved {
        /// The meeting.
        meeting: MeetingId,
        /// The track.
        track: TrackId,
    },
    /// A track that was given up is there again.
    TrackRestored {
        /// The meeting.
        meeting: MeetingId,
        /// The track.
        track: TrackId,
    },
    /// A session that was withdrawn will take place after all.
    SessionReinstated {
        /// The session.
        session: SessionId,
        /// The place that it had, if that is still free.
        place: Option<Place>,
    },
    /// A change of the draft was taken back; the acts that follow do so.
    ChangeUndone {
        /// The meeting.
        meeting: MeetingId,
        /// The first act of the change.
        act: Seq,
    },
    /// A person chose a session for their own programme.
    Chosen {
        /// The session.
        session: SessionId,
        /// The person.
        person: PersonId,
    },
    /// A person took a choice back.
    Unchosen {
        /// The session.
        session: SessionId,
        /// The person.
        person: PersonId,
    },
    /// Something was demanded of the programme.
    Demanded(demands::Act),
    /// A variant of the programme was kept beside the draft.
    VariantKept {
        /// Its id.
        id: VariantId,
        /// The meeting.
        meeting: MeetingId,
        /// What it is called.
        name: Words,
        /// What is said about it.
        note: Option<Words>,
        /// Where the sessions are in it. Those that it does not name, it leaves where they are.
        places: Vec<Placed>,
    },
    /// A variant was given up.
    VariantDropped {
        /// The meeting.
        meeting: MeetingId,
        /// The variant.
        variant: VariantId,
        /// The acts whose side texts the log blanks with this act.
        acts: Vec<Seq>,
    },
    /// The programme, as it stood then, was published.
    ProgrammePublished {
        /// The meeting.
        meeting: MeetingId,
        /// The number of the version, counted from 1.
        version: u32,
        /// Its label, such as `1.2` or `final`.
        label: String,
        /// What the publisher says about it.
        note: Option<Words>,
    },
}

impl Act {
    /// Whose own programme the act is about, if it is about one.
    pub(crate) fn chooser(&self) -> Option<PersonId> {
        match self {
            Act::Chosen { person, .. } | Act::Unchosen { person, .. } => Some(*person),
            _ => None,
        }
    }

    /// Whether the act is about a variant, and so changes no draft.
    pub(super) fn is_about_a_variant(&self) -> bool {
        matches!(self, Act::VariantKept { .. } | Act::VariantDropped { .. })
    }

    /// The meeting whose programme the act is about.
    pub(crate) fn meeting(&self, state: &State) -> Option<MeetingId> {
        match self {
            Act::RoomOpened { meeting, .. }
            | Act::SlotAdded { meeting, .. }
            | Act::TrackAdded { meeting, .. }
            | Act::SessionAdded { meeting, .. }
            | Act::RoomAmended { meeting, .. }
            | Act::RoomClosed { meeting, .. }
            | Act::RoomReopened { meeting, .. }
            | Act::SlotAmended { meeting, .. }
            | Act::SlotRemoved { meeting, .. }
            | Act::SlotRestored { meeting, .. }
            | Act::TrackRenamed { meeting, .. }
            | Act::TrackRemoved { meeting, .. }
            | Act::TrackRestored { meeting, .. }
            | Act::ChangeUndone { meeting, .. }
            | Act::VariantKept { meeting, .. }
            | Act::VariantDropped { meeting, .. }
            | Act::ProgrammePublished { meeting, .. } => Some(*meeting),
            Act::Demanded(act) => {
                act.meeting().or_else(|| act.session().and_then(|session| state.meeting_of(session)))
            }
            Act::SessionAmended { session, .. }
            | Act::SessionWithdrawn { session }
            | Act::SessionReinstated { session, .. }
            | Act::SessionErased { session, .. }
            | Act::RoleGiven { session, .. }
            | Act::RoleTaken { session, .. }
            | Act::SessionPlaced { session, .. }
            | Act::Chosen { session, .. }
            | Act::Unchosen { session, .. }
            | Act::SessionUnplaced { session } => state.meeting_of(*session),
        }
    }
}

/// One thing that changed about a session.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SessionChange {
    /// Another title.
    Title(Words),
    /// Another abstract, or none.
    Abstract(Option<Words>),
    /// Another type.
    Kind(String),
    /// Another language.
    Language(String),
    /// Another format, or none.
    Format(Option<String>),
    /// Another track, or none.
    Track(Option<TrackId>),
    /// Another length.
    Minutes(u32),
    /// Other organisations hold it.
    Organisers(Vec<OrganisationId>),
}
