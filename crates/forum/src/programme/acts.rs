//! What happens to the programme of a meeting.

use super::State;
use crate::people::Origin;
use crate::{MeetingId, OrganisationId, PersonId, RoomId, Seq, SessionId, SlotId, Slug, TrackId, Words};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// In what role a person stands on the programme.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Leads the session.
    Chair,
    /// Leads the discussion in the room.
    Moderator,
    /// Brings the people online into the discussion.
    OnlineModerator,
    /// Speaks.
    Speaker,
    /// Writes the report.
    Rapporteur,
    /// Organises the session.
    Organiser,
}

impl Role {
    /// All roles, in the order in which a page shows them.
    pub const ALL: [Role; 6] = [
        Role::Chair,
        Role::Moderator,
        Role::OnlineModerator,
        Role::Speaker,
        Role::Rapporteur,
        Role::Organiser,
    ];

    /// The role's name in message catalogues.
    pub fn key(self) -> &'static str {
        match self {
            Role::Chair => "chair",
            Role::Moderator => "moderator",
            Role::OnlineModerator => "online-moderator",
            Role::Speaker => "speaker",
            Role::Rapporteur => "rapporteur",
            Role::Organiser => "organiser",
        }
    }

    /// Whether the person must be there while the session runs. An organiser may have others do it.
    pub fn is_present(self) -> bool {
        self != Role::Organiser
    }
}

/// Facts about a programme.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[allow(clippy::large_enum_variant, reason = "acts are written and read one by one, never kept in bulk")]
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
    /// The meeting whose programme the act is about.
    pub(crate) fn meeting(&self, state: &State) -> Option<MeetingId> {
        match self {
            Act::RoomOpened { meeting, .. }
            | Act::SlotAdded { meeting, .. }
            | Act::TrackAdded { meeting, .. }
            | Act::SessionAdded { meeting, .. }
            | Act::ProgrammePublished { meeting, .. } => Some(*meeting),
            Act::SessionAmended { session, .. }
            | Act::SessionWithdrawn { session }
            | Act::SessionErased { session, .. }
            | Act::RoleGiven { session, .. }
            | Act::RoleTaken { session, .. }
            | Act::SessionPlaced { session, .. }
            | Act::SessionUnplaced { session } => state.meeting_of(*session),
        }
    }
}

/// One thing that changed about a session.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
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
}

/// Wishes about a programme.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
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
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
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
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
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
    /// Length.
    pub minutes: Option<u32>,
}
