use std::collections::BTreeMap;

use serde::Deserialize;

/// A room.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Room {
    /// Its index.
    pub id: usize,
    /// Its name.
    pub name: String,
    /// How many seats it has.
    pub capacity: i64,
}

/// A stretch of time in which sessions are held in all rooms.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Frame {
    /// Its index.
    pub id: usize,
    /// When it begins, local time without zone: `2019-11-18T10:00`.
    pub start: String,
    /// How long it is.
    pub minutes: i64,
    /// Day and part of the day, as constraints name them: `monday-morning`.
    pub timerange: String,
}

/// A room in a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Slot {
    /// Its index.
    pub id: usize,
    /// The frame.
    pub frame: usize,
    /// The room.
    pub room: usize,
}

/// A working group or the like, whether it meets this time or not.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Group {
    /// Its acronym.
    pub id: String,
    /// The acronym of its area.
    #[serde(default)]
    pub parent: Option<String>,
    /// Its area director.
    #[serde(default)]
    pub ad: Option<i64>,
    /// Whether it is the meeting of a whole area.
    #[serde(default)]
    pub area_meeting: bool,
    /// Whether it is a "birds of a feather" session.
    #[serde(default)]
    pub bof: bool,
    /// Whether it is a proposed research group.
    #[serde(default)]
    pub prg: bool,
}

/// A session of a group.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Session {
    /// Its index.
    pub id: usize,
    /// The group that meets.
    pub group: String,
    /// How long it asks for.
    pub minutes: i64,
    /// How many are expected.
    pub attendees: i64,
    /// Groups that meet jointly with it.
    #[serde(default)]
    pub joint: Vec<String>,
}

/// What two sessions of one group want of their days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum TimeRelation {
    /// On two days in a row.
    #[serde(rename = "subsequent-days")]
    SubsequentDays,
    /// Not on two days in a row. (The format spells it so.)
    #[serde(rename = "one-day-seperation")]
    OneDaySeparation,
}

/// What a rule is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleKind {
    /// Must not overlap with this group (`chair_conflict`, `key_participant`, `tech_overlap`).
    Avoid(String),
    /// A person must be there.
    Bethere(i64),
    /// When the group's sessions are, seen from each other.
    TimeRelation(TimeRelation),
    /// Wants to be in the same room, right before or after this group.
    Adjacent(String),
    /// Cannot meet in these parts of the week.
    Timerange(Vec<String>),
}

/// A wish of a group, and the price of denying it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The group that wishes.
    pub source: String,
    /// What it wishes.
    pub kind: RuleKind,
    /// What it costs not to grant it.
    pub penalty: i64,
}

/// The prices that do not come with a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[expect(missing_docs, reason = "the names are those of the format, and say what they are")]
pub struct Prices {
    pub area_overlapping_in_area: i64,
    pub area_overlapping_other_area: i64,
    pub bof_overlapping_area_meeting: i64,
    pub bof_overlapping_area_wg: i64,
    pub bof_overlapping_bof: i64,
    pub bof_overlapping_prg: i64,
    pub session_overlap_ad: i64,
    pub session_requires_trim: i64,
    pub sessions_out_of_order: i64,
}

/// A meeting to be scheduled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    /// Its name.
    pub name: String,
    /// The rooms.
    pub rooms: Vec<Room>,
    /// The frames.
    pub frames: Vec<Frame>,
    /// The slots.
    pub slots: Vec<Slot>,
    /// All groups, by acronym.
    pub groups: BTreeMap<String, Group>,
    /// The sessions.
    pub sessions: Vec<Session>,
    /// The wishes.
    pub rules: Vec<Rule>,
    /// Further prices.
    pub prices: Prices,
}
