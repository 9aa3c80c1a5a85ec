//! What a reader found in a file, before anything of it is believed.
//!
//! Every format fills these; [`crate::gather`] alone decides what they are worth.

use crate::problem::Place;

/// A value as it stands in the file, and its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Raw {
    pub(crate) line: u32,
    pub(crate) value: String,
}

impl Raw {
    pub(crate) fn new(line: u32, value: impl Into<String>) -> Self {
        Self { line, value: value.into() }
    }
}

/// A text with its language, where the file states one.
pub(crate) type RawText = Vec<(Option<String>, Raw)>;

#[derive(Debug, Default)]
pub(crate) struct RawIds {
    pub(crate) guid: Option<Raw>,
    pub(crate) id: Option<Raw>,
    pub(crate) code: Option<Raw>,
    pub(crate) slug: Option<Raw>,
}

#[derive(Debug, Default)]
pub(crate) struct RawMeeting {
    pub(crate) place: Place,
    pub(crate) title: Option<Raw>,
    pub(crate) acronym: Option<Raw>,
    pub(crate) description: RawText,
    pub(crate) start: Option<Raw>,
    pub(crate) end: Option<Raw>,
    pub(crate) zone: Option<Raw>,
    pub(crate) url: Option<Raw>,
    pub(crate) base_url: Option<Raw>,
    pub(crate) raster: Option<Raw>,
    /// The clock before which a session belongs to the evening before (Pentabarf).
    pub(crate) day_change: Option<Raw>,
}

#[derive(Debug, Default)]
pub(crate) struct RawDay {
    pub(crate) place: Place,
    pub(crate) date: Option<Raw>,
    pub(crate) start: Option<Raw>,
    pub(crate) end: Option<Raw>,
}

#[derive(Debug, Default)]
pub(crate) struct RawRoom {
    pub(crate) place: Place,
    pub(crate) ids: RawIds,
    pub(crate) name: Option<Raw>,
    pub(crate) capacity: Option<Raw>,
    pub(crate) description: RawText,
}

#[derive(Debug, Default)]
pub(crate) struct RawTrack {
    pub(crate) place: Place,
    pub(crate) ids: RawIds,
    pub(crate) name: Option<Raw>,
    pub(crate) colour: Option<Raw>,
}

#[derive(Debug, Default)]
pub(crate) struct RawSession {
    pub(crate) place: Place,
    pub(crate) ids: RawIds,
    pub(crate) title: Option<Raw>,
    pub(crate) subtitle: Option<Raw>,
    pub(crate) abstract_text: RawText,
    pub(crate) description: RawText,
    pub(crate) language: Option<Raw>,
    pub(crate) kind: Option<Raw>,
    pub(crate) track: Option<Raw>,
    pub(crate) room: Option<Raw>,
    pub(crate) time: RawTime,
    pub(crate) persons: Vec<RawPerson>,
    pub(crate) links: Vec<RawLink>,
    pub(crate) attachments: Vec<RawLink>,
    pub(crate) do_not_record: Option<Raw>,
    pub(crate) licence: Option<Raw>,
    pub(crate) url: Option<Raw>,
    pub(crate) state: Option<Raw>,
}

/// The parts of a time; each may be missing, each may hold the whole.
#[derive(Debug, Default)]
pub(crate) struct RawTime {
    pub(crate) date: Option<Raw>,
    pub(crate) start: Option<Raw>,
    pub(crate) end: Option<Raw>,
    pub(crate) duration: Option<Raw>,
}

#[derive(Debug, Default)]
pub(crate) struct RawPerson {
    pub(crate) place: Place,
    pub(crate) ids: RawIds,
    pub(crate) name: Option<Raw>,
    pub(crate) biography: RawText,
    pub(crate) role: Option<Raw>,
}

#[derive(Debug, Default)]
pub(crate) struct RawLink {
    pub(crate) line: u32,
    pub(crate) title: Option<Raw>,
    pub(crate) url: Option<Raw>,
    pub(crate) kind: Option<Raw>,
}
