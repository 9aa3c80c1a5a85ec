use serde::{Deserialize, Serialize};

use super::Placement;

/// A stretch of time, in minutes of one common clock (UTC).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The first minute.
    pub start: i64,
    /// The minute after the last.
    pub end: i64,
}

impl Span {
    /// Whether the two have a minute in common.
    pub fn meets(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// One step of the grid. Days may have different grids; the times of a day follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Time {
    /// The day, counted from 0. Sessions never run from one day into the next.
    pub day: usize,
    /// When it is.
    #[serde(flatten)]
    pub span: Span,
}

/// A room.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Room {
    /// Its name.
    pub name: String,
    /// How many seats it has; 0 if nobody knows.
    pub seats: i64,
    /// What it is fitted with: interpretation booths, hybrid kit, a round table.
    #[serde(default)]
    pub features: Vec<String>,
    /// Times at which it cannot be used.
    #[serde(default)]
    pub blocked: Vec<usize>,
}

/// A person with a part in a session.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// A name to speak of them by.
    pub name: String,
    /// When they cannot take part.
    #[serde(default)]
    pub away: Vec<Span>,
    /// For those who take part online: minutes by which their clock is ahead of the common one.
    #[serde(default)]
    pub online: Option<i64>,
    /// Between which minutes of their own day they take part; by the common clock if they are on site. An end beyond
    /// midnight is that of the next day.
    #[serde(default)]
    pub hours: Option<Span>,
    /// The region whose nights are counted together with theirs.
    #[serde(default)]
    pub region: usize,
}

/// A part that a person has in a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The person.
    pub person: usize,
    /// As what: speaker, moderator, rapporteur. The engine treats all alike; explanations name them.
    #[serde(default)]
    pub role: String,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// A name to speak of it by.
    pub name: String,
    /// How many steps of the grid it takes.
    pub length: usize,
    /// How many are expected in the room; 0 if nobody knows.
    #[serde(default)]
    pub expected: i64,
    /// What its room must be fitted with.
    #[serde(default)]
    pub features: Vec<String>,
    /// Who has a part in it.
    #[serde(default)]
    pub parts: Vec<Part>,
    /// Its track.
    #[serde(default)]
    pub track: Option<usize>,
    /// The stakeholder group that organises it.
    #[serde(default)]
    pub group: Option<usize>,
    /// Whether nothing else may be held at the same time.
    #[serde(default)]
    pub plenary: bool,
    /// Limited things that it needs, as indices of resources.
    #[serde(default)]
    pub resources: Vec<usize>,
    /// The times at which the search may let it begin, in order; any, if nothing is said. Whoever puts it elsewhere by
    /// hand breaks no demand.
    #[serde(default)]
    pub starts: Option<Vec<usize>>,
    /// Where it must stay.
    #[serde(default)]
    pub fixed: Option<Placement>,
    /// Where it is in the published version.
    #[serde(default)]
    pub published: Option<Placement>,
}

/// Something of which there are only so many: interpreter teams, captioners, camera crews.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resource {
    /// What it is called.
    pub name: String,
    /// How many there are at any time.
    pub count: i64,
}

/// One session must be over before another begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Precedence {
    /// What comes first.
    pub before: usize,
    /// What comes later.
    pub after: usize,
}

/// Two sessions that should not be held at the same time, and how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// One of them.
    pub one: usize,
    /// The other.
    pub other: usize,
    /// People who want to attend both, or points of similarity.
    pub weight: i64,
}

/// A programme to be made.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instance {
    /// The grid, in order.
    pub times: Vec<Time>,
    /// The rooms.
    pub rooms: Vec<Room>,
    /// The people.
    #[serde(default)]
    pub people: Vec<Person>,
    /// The sessions.
    pub sessions: Vec<Session>,
    /// The limited things.
    #[serde(default)]
    pub resources: Vec<Resource>,
    /// What must come before what.
    #[serde(default)]
    pub precedences: Vec<Precedence>,
    /// Sessions that the same people want to attend.
    #[serde(default)]
    pub audiences: Vec<Pair>,
    /// Sessions on similar themes.
    #[serde(default)]
    pub similar: Vec<Pair>,
    /// Minutes to walk from room to room; none if empty.
    #[serde(default)]
    pub walking: Vec<Vec<i64>>,
    /// What each wish weighs.
    #[serde(default)]
    pub weights: Weights,
}

/// What each wish weighs. The defaults suit a forum of some hundred sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Weights {
    /// Two sessions of one track at the same time.
    pub same_track: i64,
    /// Each point of similarity of two sessions at the same time.
    pub similar: i64,
    /// Each person who wants to attend two sessions at the same time.
    pub audience: i64,
    /// Each point of inconvenience of somebody's local hour.
    pub night: i64,
    /// Each point by which a region's nights add up.
    pub night_shares: i64,
    /// Each person without a seat.
    pub seats_missing: i64,
    /// Each ten seats empty beyond half of the room.
    pub seats_wasted: i64,
    /// Each further room of a track on a day.
    pub track_room: i64,
    /// Each session of a person on a day beyond the second, and more for each further one.
    pub load: i64,
    /// Each session by which a stakeholder group exceeds its even share of a time, and more for each further one.
    pub balance: i64,
    /// A session that is not in its published place, for the session (four times) and for each of its people: once or
    /// twice if that place is gone, twice or five times if not.
    pub change: i64,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            same_track: 60,
            similar: 10,
            audience: 4,
            night: 5,
            night_shares: 1,
            seats_missing: 2,
            seats_wasted: 1,
            track_room: 10,
            load: 15,
            balance: 3,
            change: 25,
        }
    }
}

impl Weights {
    /// Every weight, with the name of its field.
    pub(super) fn named(&self) -> [(&'static str, i64); 11] {
        [
            ("same_track", self.same_track),
            ("similar", self.similar),
            ("audience", self.audience),
            ("night", self.night),
            ("night_shares", self.night_shares),
            ("seats_missing", self.seats_missing),
            ("seats_wasted", self.seats_wasted),
            ("track_room", self.track_room),
            ("load", self.load),
            ("balance", self.balance),
            ("change", self.change),
        ]
    }
}
