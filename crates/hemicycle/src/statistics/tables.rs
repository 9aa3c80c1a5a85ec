//! The figures of a meeting as tables: the same for the page, for JSON and for spreadsheets.

use crate::site::visit::venue;
use forum::people::statistics::{Count, Counted, FEWEST, Row, participants};
use forum::programme::Version;
use forum::programme::statistics::{self, Share};
use forum::programme::views::published;
use forum::reference::groups::{Gender, StakeholderGroup};
use forum::reference::regions::RegionalGroup;
use forum::series::Meeting;
use forum::{Forum, TrackId};
use schemars::JsonSchema;
use serde::Serialize;

/// A table: what its people or sessions have in common, by what is counted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub(super) struct Table {
    /// Its name.
    pub name: &'static str,
    /// What each column counts.
    pub metrics: &'static [&'static str],
    /// Everybody, or everything, by column.
    pub totals: Vec<u64>,
    /// Its rows.
    pub rows: Vec<Line>,
}

/// A figure. In data it is a number, or says that it is none: `{"at_least": 790}`, `{"fewer_than": 5}`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "StatisticsFigure")]
pub(super) enum Figure {
    /// So many.
    Exactly(u64),
    /// So many, and what is missing to the total beside a figure of very few people.
    AtLeast {
        /// So many.
        at_least: u64,
    },
    /// Very few people, or nobody.
    Fewer {
        /// Fewer than so many.
        fewer_than: u64,
    },
}

impl Figure {
    /// What is known of it: as long as its bar can be.
    pub(super) fn known(self) -> u64 {
        match self {
            Figure::Exactly(count) | Figure::AtLeast { at_least: count } => count,
            Figure::Fewer { .. } => 0,
        }
    }

    fn of(count: Count) -> Figure {
        match count {
            Count::Exactly(count) => Figure::Exactly(count as u64),
            Count::AtLeast(count) => Figure::AtLeast { at_least: count as u64 },
            Count::Few => Figure::Fewer { fewer_than: FEWEST as u64 },
        }
    }
}

/// A row of a table.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub(super) struct Line {
    /// What is counted has this in common; several things, where rows of very few people were merged.
    pub keys: Vec<String>,
    /// The figures, by column.
    pub counts: Vec<Figure>,
}

/// The key of what nobody has declared or said.
pub(super) const NOT_SAID: &str = "not-said";
/// The metrics of participation.
pub(super) const PARTICIPATION: &[&str] = &["registered", "badges", "online", "took-part"];
/// What is counted of people on a programme.
const ON_PROGRAMME: &[&str] = &["on-programme", "speakers"];
/// What is counted of sessions.
const SESSIONS: &[&str] = &["sessions", "minutes"];
/// What is counted of choices.
const EXPECTED: &[&str] = &["choosers", "choices", "chosen-sessions"];

impl Table {
    /// Whether the table tells nothing but its total.
    pub(super) fn tells_nothing(&self) -> bool {
        self.rows.len() == 1 && self.rows[0].keys.len() > 1
    }
}

/// All tables of a meeting that say something. Nothing in them is about very few people, and nobody is named.
pub(super) fn tables(forum: &Forum, meeting: &Meeting) -> Vec<Table> {
    let mut tables = of_participants(forum, meeting);
    if let Some(version) = published(forum, meeting.id) {
        tables.extend(of_people(forum, meeting, version));
        tables.extend(of_sessions(meeting, version));
        tables.extend(of_choices(forum, version));
    }
    tables
}

fn of_participants(forum: &Forum, meeting: &Meeting) -> Vec<Table> {
    let found = participants(forum, meeting.id);
    // One to four people are not counted by what they did.
    if found.totals.registered < FEWEST {
        return Vec::new();
    }
    let totals = Counted::ALL.map(|metric| metric.of(&found.totals) as u64).to_vec();
    let people = |name, rows: Vec<Line>| Table { name, metrics: PARTICIPATION, totals: totals.clone(), rows };
    let first_time = |first: &bool| if *first { "first-time" } else { "returning" }.to_owned();
    vec![
        people("participants", all(&totals)),
        people("participants-by-group", lines(found.by_group, group)),
        people("participants-by-region", lines(found.by_region, region)),
        people("participants-by-gender", lines(found.by_gender, gender)),
        people("participants-by-first-time", lines(found.by_first_time, first_time)),
    ]
}

fn of_people(forum: &Forum, meeting: &Meeting, version: &Version) -> Vec<Table> {
    let found = statistics::people(forum, version, meeting.first_day);
    let totals = found.totals.map(|total| total as u64).to_vec();
    let people = |name, rows: Vec<Line>| Table { name, metrics: ON_PROGRAMME, totals: totals.clone(), rows };
    vec![
        people("people-by-group", lines(found.by_group, group)),
        people("people-by-region", lines(found.by_region, region)),
        people("people-by-gender", lines(found.by_gender, gender)),
    ]
}

fn of_sessions(meeting: &Meeting, version: &Version) -> Vec<Table> {
    let found = statistics::sessions(version, &venue(meeting));
    let track =
        |id: &TrackId| version.tracks.get(id).map_or_else(|| id.to_string(), |track| track.slug.to_string());
    let tables = [
        sessions("sessions-by-day", found.by_day, ToString::to_string),
        sessions("sessions-by-type", found.by_kind, Clone::clone),
        sessions("sessions-by-track", found.by_track, track),
        sessions("sessions-by-language", found.by_language, Clone::clone),
        sessions("sessions-by-format", found.by_format, Clone::clone),
    ];
    // A programme without tracks or formats is not counted by them.
    let says = |table: &Table| table.rows.iter().any(|row| row.keys[0] != NOT_SAID);
    tables.into_iter().filter(says).collect()
}

fn of_choices(forum: &Forum, version: &Version) -> Option<Table> {
    let found = statistics::expected(forum, version)?;
    let totals = vec![found.people as u64, found.choices, found.sessions as u64];
    Some(Table { name: "expected", metrics: EXPECTED, rows: all(&totals), totals })
}

/// The only row of a table that divides nothing.
fn all(totals: &[u64]) -> Vec<Line> {
    vec![Line { keys: vec!["all".to_owned()], counts: totals.iter().copied().map(Figure::Exactly).collect() }]
}

fn lines<K, const N: usize>(rows: Vec<Row<K, N>>, key: impl Fn(&K) -> String) -> Vec<Line> {
    let line = |row: Row<K, N>| Line {
        keys: row.keys.iter().map(&key).collect(),
        counts: row.counts.map(Figure::of).to_vec(),
    };
    rows.into_iter().map(line).collect()
}

fn sessions<K>(name: &'static str, shares: Vec<Share<K>>, key: impl Fn(&K) -> String) -> Table {
    let line = |share: Share<K>| Line {
        keys: vec![share.key.as_ref().map_or_else(|| NOT_SAID.to_owned(), &key)],
        counts: vec![Figure::Exactly(share.sessions as u64), Figure::Exactly(share.minutes)],
    };
    let sessions = shares.iter().map(|share| share.sessions as u64).sum();
    let totals = vec![sessions, shares.iter().map(|share| share.minutes).sum()];
    Table { name, metrics: SESSIONS, totals, rows: shares.into_iter().map(line).collect() }
}

fn group(group: &Option<StakeholderGroup>) -> String {
    group.map_or(NOT_SAID, StakeholderGroup::key).to_owned()
}

fn region(region: &Option<RegionalGroup>) -> String {
    region.map_or(NOT_SAID, RegionalGroup::key).to_owned()
}

fn gender(gender: &Gender) -> String {
    gender.key().to_owned()
}
