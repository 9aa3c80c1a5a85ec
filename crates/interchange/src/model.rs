//! The one neutral programme that every reader yields.

use std::collections::BTreeMap;

use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, civil};

use crate::problem::{Place, Problem};

/// A programme as a file states it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Programme {
    /// The name of the format it was read from.
    pub format: &'static str,
    /// The version of the programme, as its tool named it.
    pub version: Option<String>,
    /// The tool that wrote the file.
    pub generator: Option<String>,
    /// The meeting.
    pub meeting: Meeting,
    /// All rooms: those listed, then those that only sessions name.
    pub rooms: Vec<Room>,
    /// All tracks: those listed, then those that only sessions name.
    pub tracks: Vec<Track>,
    /// All sessions, in the order of the file.
    pub sessions: Vec<Session>,
    /// The ids of the sessions that could not be read: they are in the file all the same.
    pub unread: Vec<Ids>,
    /// Everything that was not taken over as it stands, by line.
    pub problems: Vec<Problem>,
}

impl Programme {
    /// Every person once: the first mention of each, and how many sessions name them.
    ///
    /// Two mentions are one person if they share the strongest id they have (guid, then code, then
    /// id); persons without any id are told apart by name only. Matching them with persons already
    /// known is the business of whoever imports.
    pub fn people(&self) -> Vec<(&Person, usize)> {
        let mut place: BTreeMap<(u8, &str), usize> = BTreeMap::new();
        let mut people: Vec<(&Person, usize)> = Vec::new();
        for person in self.sessions.iter().flat_map(|session| &session.persons) {
            let key = person.ids.strongest().unwrap_or((3, person.name.as_str()));
            let at = *place.entry(key).or_insert_with(|| {
                people.push((person, 0));
                people.len() - 1
            });
            people[at].1 += 1;
        }
        people
    }
}

/// The meeting that the programme belongs to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Meeting {
    /// Its title.
    pub title: Option<String>,
    /// Its short name.
    pub acronym: Option<String>,
    /// What it is about.
    pub description: Text,
    /// The first day, in the meeting's own zone.
    pub first_day: Option<civil::Date>,
    /// The last day, in the meeting's own zone.
    pub last_day: Option<civil::Date>,
    /// The name of its time zone, unchecked: `Asia/Tokyo`.
    pub zone: Option<String>,
    /// Its page.
    pub url: Option<String>,
    /// The raster of the timetable, in minutes.
    pub raster: Option<u32>,
    /// The days listed.
    pub days: Vec<Day>,
}

/// A day of the meeting; its last sessions may lie after midnight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// Where it stands in the file.
    pub place: Place,
    /// Its date.
    pub date: civil::Date,
    /// Its first moment, if stated.
    pub start: Option<Moment>,
    /// Its last moment, if stated.
    pub end: Option<Moment>,
}

/// The names by which other tools know a thing. All are unchecked text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ids {
    /// Unique everywhere.
    pub guid: Option<String>,
    /// Unique in the tool that wrote the file.
    pub id: Option<String>,
    /// A short code made by the tool.
    pub code: Option<String>,
    /// A readable name for addresses.
    pub slug: Option<String>,
}

impl Ids {
    /// The id to trust most, with its rank: guid, code, id. (A slug follows the title: no identity.)
    pub fn strongest(&self) -> Option<(u8, &str)> {
        let ranked = [(0, &self.guid), (1, &self.code), (2, &self.id)];
        ranked.into_iter().find_map(|(rank, id)| Some((rank, id.as_deref()?)))
    }
}

/// A room.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Room {
    /// Where it stands in the file.
    pub place: Place,
    /// Its foreign ids.
    pub ids: Ids,
    /// Its name; sessions refer to it.
    pub name: String,
    /// Seats.
    pub capacity: Option<u32>,
    /// What there is to know.
    pub description: Text,
}

/// A track.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Track {
    /// Where it stands in the file.
    pub place: Place,
    /// Its foreign ids.
    pub ids: Ids,
    /// Its name; sessions refer to it.
    pub name: String,
    /// Its colour as `#rrggbb`, lower case.
    pub colour: Option<String>,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Session {
    /// Where it stands in the file.
    pub place: Place,
    /// Its foreign ids.
    pub ids: Ids,
    /// Its title; never empty.
    pub title: String,
    /// A second title.
    pub subtitle: Option<String>,
    /// What it is about, in short.
    pub abstract_text: Text,
    /// What it is about, at length.
    pub description: Text,
    /// Its language, as the file writes it: `en`, `de-AT`.
    pub language: Option<String>,
    /// Its type or format in the words of the file: `workshop`, `Open forum`.
    pub kind: Option<String>,
    /// The name of its track.
    pub track: Option<String>,
    /// The name of its room.
    pub room: Option<String>,
    /// When it starts; `None`: not placed yet.
    pub start: Option<Moment>,
    /// How long it lasts.
    pub minutes: Option<u32>,
    /// Who takes part, in the order of the file.
    pub persons: Vec<Person>,
    /// Links of any kind.
    pub links: Vec<Link>,
    /// Slides, papers, images.
    pub attachments: Vec<Link>,
    /// Whether recording was declined.
    pub do_not_record: Option<bool>,
    /// The licence of the recording.
    pub licence: Option<String>,
    /// Its page.
    pub url: Option<String>,
    /// Its state in the tool it comes from, if that is stated: `confirmed`, `canceled`.
    pub state: Option<String>,
}

/// A person as one session names them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Person {
    /// Where they stand in the file.
    pub place: Place,
    /// Their foreign ids.
    pub ids: Ids,
    /// The public name; never empty.
    pub name: String,
    /// The biography.
    pub biography: Text,
    /// The role in this session if stated, in lower case: `speaker`, `moderator`, `rapporteur`.
    pub role: Option<String>,
}

/// An address with a name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Link {
    /// What it leads to.
    pub title: Option<String>,
    /// Its absolute `http` or `https` address.
    pub url: String,
    /// What kind of thing it leads to, in the words of the file: `slides`, `feedback`, `logo`.
    pub kind: Option<String>,
}

/// A text in one or several languages, in the order of the file: (language tag if stated, text).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(pub Vec<(Option<String>, String)>);

impl Text {
    /// Whether there is no text in any language.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text in this language, else the first.
    pub fn in_language(&self, language: &str) -> Option<&str> {
        let named = self.0.iter().find(|(tag, _)| tag.as_deref() == Some(language));
        named.or(self.0.first()).map(|(_, text)| text.as_str())
    }

    /// The first text, whatever its language.
    pub fn first(&self) -> Option<&str> {
        self.0.first().map(|(_, text)| text.as_str())
    }
}

/// A moment, as exactly as the file states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// The file states the offset, so the instant is known.
    Instant {
        /// The instant.
        at: Timestamp,
        /// The offset it was written with.
        offset: Offset,
    },
    /// The file states the clock on the wall only: the meeting's zone decides.
    Local(civil::DateTime),
}

impl Moment {
    /// The clock on the wall, as the file states it.
    pub fn wall(&self) -> civil::DateTime {
        match *self {
            Self::Instant { at, offset } => offset.to_datetime(at),
            Self::Local(wall) => wall,
        }
    }

    /// The instant, with the zone to use where the file states no offset.
    ///
    /// Fails for a wall time that this zone skips or passes twice (when clocks change).
    pub fn instant(&self, zone: &TimeZone) -> Result<Timestamp, jiff::Error> {
        match *self {
            Self::Instant { at, .. } => Ok(at),
            Self::Local(wall) => zone.to_ambiguous_timestamp(wall).unambiguous(),
        }
    }
}
