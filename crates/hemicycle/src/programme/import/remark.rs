//! What an import has to say: what it could not take over, what it assumed, and why it cannot begin.

use forum::Refusal;
use jiff::Timestamp;
use jiff::civil::DateTime;
use schemars::JsonSchema;
use serde::Serialize;

/// Something in the file that was not taken over as it stands, or not without an assumption.
#[derive(Clone, PartialEq, Debug)]
pub struct Remark {
    /// The line of the file, counted from 1.
    pub line: u32,
    /// What it is about: a title, a name.
    pub about: String,
    /// What it costs.
    pub cost: Cost,
    /// Why.
    pub why: Why,
}

/// What a remark costs, the worst first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Cost {
    /// The session is not entered, or not changed.
    NotEntered,
    /// The session is entered, but has no place.
    NotPlaced,
    /// A field, a role, a link is left out.
    LeftOut,
    /// Nothing is lost, but somebody should look.
    Assumed,
}

/// Why something was not taken over, or what was assumed.
#[derive(Clone, PartialEq, Debug)]
pub enum Why {
    /// The forum refuses it.
    Refused(Refusal),
    /// The reader of the file found it; the sentences are the reader's own.
    Unreadable {
        /// The field, as the reader calls it.
        field: String,
        /// What is the matter.
        message: String,
        /// What to do about it.
        remedy: String,
    },
    /// The file says that the session does not take place.
    NotHappening {
        /// Its state in the words of the file.
        state: String,
    },
    /// The file states no room.
    NoRoom,
    /// The file states no time.
    NoTime,
    /// The clocks change at that time: the wall shows it twice or never.
    ClocksChange {
        /// What the wall should show.
        wall: DateTime,
    },
    /// Another session is in the room.
    RoomBusy {
        /// The room.
        room: String,
        /// The other session: its code and its title.
        other: (String, String),
        /// When the other session begins.
        from: Timestamp,
        /// When it ends.
        until: Timestamp,
    },
    /// Somebody is in another session at that time.
    PersonBusy {
        /// Who.
        name: String,
        /// The other session: its code and its title.
        other: (String, String),
        /// When the other session begins.
        from: Timestamp,
        /// When it ends.
        until: Timestamp,
    },
    /// No length is stated.
    LengthAssumed {
        /// The length that was taken.
        minutes: u32,
        /// For how many sessions.
        count: usize,
    },
    /// No language is stated.
    LanguageAssumed {
        /// The tag that was taken.
        tag: String,
        /// For how many sessions.
        count: usize,
    },
    /// No type is stated.
    KindAssumed {
        /// For how many sessions.
        count: usize,
    },
    /// Another session has the code.
    CodeChanged {
        /// The code that was taken instead.
        code: String,
    },
    /// Another session of the file has the same id.
    SharedId {
        /// The id.
        id: String,
        /// The line of the other session.
        line: u32,
    },
    /// Sessions without any id are found again by their title.
    KnownByTitle {
        /// How many.
        count: usize,
    },
    /// A role that is not known here; the person speaks.
    RoleUnknown {
        /// The role in the words of the file.
        role: String,
    },
    /// Several persons of the file bear one name under different ids.
    Namesakes {
        /// How many.
        count: usize,
    },
    /// One id stands for several names.
    OtherName {
        /// The name that was taken.
        name: String,
    },
    /// A person already known was recognised by the name alone.
    KnownByName,
    /// Several persons already known bear the name.
    NameIsAmbiguous {
        /// How many.
        count: usize,
    },
    /// The room has another name in the forum.
    RoomRenamed {
        /// The name in the forum.
        name: String,
    },
    /// Another room has this name in addresses.
    RoomNameChanged {
        /// The name that was taken instead.
        name: String,
    },
    /// Something for which the forum has no field.
    NoField {
        /// The message key of what it is.
        what: &'static str,
        /// How often it stands in the file.
        count: usize,
    },
    /// The file has another zone than the meeting.
    ZoneDiffers {
        /// The zone in the file.
        file: String,
        /// The zone of the meeting.
        meeting: String,
    },
    /// Missing sessions were not withdrawn, because some sessions of the file could not be read.
    NotWithdrawn {
        /// How many are missing.
        count: usize,
    },
}

/// Why an import cannot even be planned.
#[derive(Clone, PartialEq, Debug)]
pub enum Stop {
    /// Neither the file nor the options name a meeting.
    NoMeeting,
    /// The new meeting has no title.
    NoTitle,
    /// The new meeting has no days: no session of the file has a time.
    NoDays,
    /// No time zone is stated.
    NoZone {
        /// How far the times of the file are from UTC, where they say so: `+09:00`.
        offset: Option<String>,
    },
    /// The time zone is not in the database of zones.
    UnknownZone {
        /// The name as stated.
        zone: String,
    },
    /// There are several series, and none was chosen.
    WhichSeries {
        /// Their names in addresses.
        slugs: Vec<String>,
    },
    /// The forum refuses the meeting or its series.
    Refused(Refusal),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Stop {
        Stop::Refused(refusal)
    }
}

/// Remarks in the making.
#[derive(Default)]
pub(super) struct Remarks(pub(super) Vec<Remark>);

impl Remarks {
    pub(super) fn add(&mut self, line: u32, about: &str, cost: Cost, why: impl Into<Why>) {
        self.0.push(Remark { line, about: about.to_owned(), cost, why: why.into() });
    }
}

impl From<Refusal> for Why {
    fn from(refusal: Refusal) -> Why {
        Why::Refused(refusal)
    }
}
