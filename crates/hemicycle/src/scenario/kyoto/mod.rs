//! A forum the size of Kyoto: the 18th annual meeting of the Internet Governance Forum, 8 to 12 October 2023.
//!
//! [`plan`] deals a whole forum from a seed, as plain data: the same seed, people and sessions give the same forum. What
//! was published is followed (see `figures` and the files in `scenarios/kyoto`); the people are invented.
//!
//! ```text
//!   banks (words, as text files) ─┐
//!   figures (published shares) ───┼─▶ crowd ─▶ agenda ─▶ placement ─▶ cast ─▶ Kyoto
//!   dice (from the seed) ─────────┘   people   titles    rooms, times  roles
//! ```
//!
//! [`plan_with_calls`] adds what was proposed for it and how that was reviewed ([`call`]). [`commands`] turns the plan into
//! commands, each with its time, and [`build`] gives them to a forum's writer.

mod abstracts;
mod agenda;
pub(super) mod banks;
mod build;
pub mod call;
mod cast;
mod commands;
pub(super) mod crowd;
pub mod figures;
mod institutions;
mod lives;
mod placement;
mod revision;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_build;
mod titles;
mod venue;

use forum::people::Attendance;
use forum::programme::Role;
use forum::reference::countries::CountryCode;
use forum::reference::groups::{Gender, StakeholderGroup};
use forum::reference::meetings::{MEETINGS, Meeting};
use forum::reference::regions::RegionalGroup;
use forum::reference::session_types::SessionType;
use jiff::civil::{Date, DateTime, date};

use super::dice::Dice;

pub use crate::scenario::Trouble;
pub use build::{Name, build, build_in_time};
pub use commands::{MEETING, commands};

/// The seed of the demo.
pub const SEED: u64 = 18;
/// Its people: everyone who registered.
pub const PEOPLE: usize = figures::REGISTERED;
/// Its sessions ("about 300").
pub const SESSIONS: usize = 302;
/// The number of the meeting in the series.
pub const NUMBER: u8 = 18;
/// The day before the programme proper, when the venue opens.
pub const DAY_ZERO: Date = date(2023, 10, 8);
/// The zone of the venue.
pub const ZONE: &str = "Asia/Tokyo";
/// The zone's distance from UTC in hours; Japan keeps no summer time.
pub const OFFSET: i8 = 9;

/// A whole forum. The parts refer to each other by their position in these lists.
#[derive(Clone, Debug)]
pub struct Kyoto {
    /// The series: the nineteen meetings, of which this is one.
    pub meetings: &'static [Meeting],
    /// Rooms; the twelve of the venue first.
    pub rooms: Vec<Room>,
    /// The grid of the days.
    pub slots: Vec<Slot>,
    /// Sub-themes.
    pub tracks: Vec<Track>,
    /// Organisations, real and invented.
    pub organisations: Vec<Organisation>,
    /// People, all of them registered.
    pub persons: Vec<Person>,
    /// Sessions.
    pub sessions: Vec<Session>,
    /// Where and when each session is held; one for each.
    pub placements: Vec<Placement>,
    /// How each person takes part; one for each, in the same order.
    pub participants: Vec<Participant>,
    /// What was proposed, if that was asked for.
    pub calls: Option<call::Calls>,
}

/// A room.
#[derive(Clone, Debug)]
pub struct Room {
    /// Its key in the files of the scenario.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its seats.
    pub seats: u32,
}

/// A part of a day.
#[derive(Clone, Debug)]
pub struct Slot {
    /// Its beginning, by the clock of the venue.
    pub start: DateTime,
    /// Its end.
    pub end: DateTime,
    /// What it is for.
    pub use_for: SlotUse,
}

/// What a slot is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SlotUse {
    /// Sessions side by side.
    Sessions,
    /// One session in the main hall, and nothing beside it.
    Plenary,
    /// A pause of this name.
    Pause(&'static str),
}

/// A sub-theme.
#[derive(Clone, Debug)]
pub struct Track {
    /// Its key in the files of the scenario.
    pub key: &'static str,
    /// Its name in English.
    pub name_en: &'static str,
    /// Its name in French.
    pub name_fr: &'static str,
}

/// An organisation.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// The key of a real one in the files of the scenario.
    pub key: Option<&'static str>,
    /// Its name.
    pub name: String,
    /// Its group.
    pub group: StakeholderGroup,
    /// The country of its seat.
    pub country: CountryCode,
}

/// An invented person.
#[derive(Clone, Debug)]
pub struct Person {
    /// Their name, as they write it.
    pub name: String,
    /// A few sentences, for those who stand on the programme.
    pub biography: Option<String>,
    /// Their organisation.
    pub organisation: Option<usize>,
    /// Their stakeholder group, as declared.
    pub group: StakeholderGroup,
    /// Their country, as declared.
    pub country: CountryCode,
    /// The regional group, where it does not follow from the country.
    pub region: Option<RegionalGroup>,
    /// Their gender, as declared.
    pub gender: Gender,
    /// An address for mail that leads nowhere, for those who stand in a proposal.
    pub email: Option<String>,
}

impl Person {
    /// The regional group in which the figures count them.
    pub fn counted_in(&self) -> RegionalGroup {
        self.region.unwrap_or_else(|| self.country.country().group_on(DAY_ZERO))
    }
}

/// How a person takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Participant {
    /// What they registered for.
    pub attendance: Attendance,
    /// Whether it is their first annual meeting.
    pub first_time: bool,
    /// Whether they collected their badge at the venue.
    pub badge: bool,
    /// Whether they joined online.
    pub online: bool,
}

/// A session.
#[derive(Clone, Debug)]
pub struct Session {
    /// Its public code, such as "WS #136".
    pub code: String,
    /// Its type.
    pub kind: SessionType,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// The tag of its language.
    pub language: &'static str,
    /// Its format, if it has a particular one.
    pub format: Option<&'static str>,
    /// Its track.
    pub track: usize,
    /// Its length.
    pub minutes: u16,
    /// The organisations that hold it.
    pub organisers: Vec<usize>,
    /// Who does what in it.
    pub roles: Vec<(usize, Role)>,
}

/// A session's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placement {
    /// The session.
    pub session: usize,
    /// The room.
    pub room: usize,
    /// The beginning, by the clock of the venue.
    pub start: DateTime,
}

/// Deals a forum of about this size.
///
/// A programme needs people to stand on it: there are at least four for each session, and never fewer than 300.
pub fn plan(seed: u64, people: usize, sessions: usize) -> Kyoto {
    let dice = Dice::new(seed);
    let tracks = titles::tracks();
    let slots = venue::slots();
    let mut crowd = crowd::deal(people.max(sessions * 4).max(300), &dice);
    let agenda = agenda::deal(sessions, &tracks, &dice);
    let (rooms, placements) = placement::place(&agenda, &slots, venue::rooms(), &dice);
    let cast = cast::deal(&agenda, &placements, &crowd, &dice);
    let sessions = agenda::finish(agenda, cast, &crowd, &tracks, &dice);
    lives::write(&mut crowd, &sessions, &tracks, &dice);
    let crowd::Crowd { organisations, persons, participants } = crowd;
    Kyoto {
        meetings: MEETINGS,
        rooms,
        slots,
        tracks,
        organisations,
        persons,
        sessions,
        placements,
        participants,
        calls: None,
    }
}

/// Deals a forum of about this size, with the calls of its meeting and their review: what was accepted are the sessions
/// that somebody applied for.
pub fn plan_with_calls(seed: u64, people: usize, sessions: usize) -> Kyoto {
    let mut kyoto = plan(seed, people, sessions);
    call::deal(&mut kyoto, &Dice::new(seed));
    kyoto
}
