//! The figures of a generated Kyoto: counted again from its log in another way, and nothing in them about a person.

use super::{Site, attributes};
use crate::app::forum_in;
use crate::machine::ForumMachine;
use crate::scenario::kyoto;
use axum::http::{StatusCode, header};
use forum::people::Act as People;
use forum::programme::{Act as Programme, NewSession, Role, SessionChange};
use forum::reference::groups::{Gender, StakeholderGroup};
use forum::reference::regions::RegionalGroup;
use forum::{Act, PersonId, SessionId, TrackId, programme};
use platform::writer::Machine as _;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A figure as data: a number, or what is said in its place.
#[derive(Clone, Debug)]
struct Cell(Value);

impl Cell {
    /// Whether it says what was counted.
    fn says(&self, count: u64) -> bool {
        let bound = |name: &str| self.0[name].as_u64();
        match (self.0.as_u64(), bound("at_least"), bound("fewer_than")) {
            (Some(told), None, None) => told == count,
            (None, Some(least), None) => (least..least + 5).contains(&count),
            (None, None, Some(most)) => count < most,
            _ => false,
        }
    }
}

/// The rows of a table, each with the set of its keys.
type Rows = Vec<(BTreeSet<String>, Vec<Cell>)>;

/// The tables of the API by their names.
fn tables(site: &Site) -> BTreeMap<String, Rows> {
    let got = site.get(&format!("/api{}/statistics", site.meeting()), &[]);
    assert_eq!(got.status, StatusCode::OK, "{}", got.text());
    let data: Value = serde_json::from_slice(&got.bytes).unwrap();
    let texts = |list: &Value| {
        list.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
    };
    let cells = |list: &Value| list.as_array().unwrap().iter().cloned().map(Cell).collect();
    let rows = |table: &Value| -> Rows {
        table["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| (texts(&row["keys"]), cells(&row["counts"])))
            .collect()
    };
    let tables = data["tables"].as_array().unwrap().iter();
    tables.map(|table| (table["name"].as_str().unwrap().to_owned(), rows(table))).collect()
}

/// Every act of the forum, in order, as its log holds it.
fn acts(site: &Site) -> Vec<Act> {
    let mut acts = Vec::new();
    loop {
        let records = site.app.read("igf", acts.len() as u64 + 1, 5_000).unwrap();
        if records.is_empty() {
            return acts;
        }
        acts.extend(records.iter().map(|record| ForumMachine::decode(record).unwrap().act));
    }
}

/// Somebody, by what the log says of them.
#[derive(Default)]
struct Somebody {
    group: String,
    region: String,
    gender: String,
    registered: bool,
    first: bool,
    badge: bool,
    online: bool,
}

impl Somebody {
    fn columns(&self) -> [bool; 4] {
        [true, self.badge, self.online, self.badge || self.online]
    }
}

fn persons(acts: &[Act]) -> BTreeMap<PersonId, Somebody> {
    let mut all: BTreeMap<PersonId, Somebody> = BTreeMap::new();
    let day = jiff::civil::date(2023, 10, 8);
    for act in acts {
        let Act::People(act) = act else { continue };
        match act {
            People::PersonAdded { id, group, country, region, gender, .. } => {
                let region = region.or_else(|| country.map(|code| code.country().group_on(day)));
                let somebody = Somebody {
                    group: group.map_or("not-said", StakeholderGroup::key).to_owned(),
                    region: region.map_or("not-said", RegionalGroup::key).to_owned(),
                    gender: Gender::key(*gender).to_owned(),
                    ..Somebody::default()
                };
                all.insert(*id, somebody);
            }
            People::Registered { person, first_time, meeting, .. } if *meeting == kyoto::MEETING => {
                let somebody = all.get_mut(person).unwrap();
                (somebody.registered, somebody.first) = (true, *first_time);
            }
            People::BadgeCollected { person, .. } => all.get_mut(person).unwrap().badge = true,
            People::JoinedOnline { person, .. } => all.get_mut(person).unwrap().online = true,
            _ => {}
        }
    }
    all
}

/// Holds a table against people counted again: every row is what its keys give, and no key is left out.
fn holds<const N: usize>(rows: &Rows, people: &[(&str, [bool; N])], table: &str) {
    let counted = |keys: &dyn Fn(&str) -> bool| -> Vec<u64> {
        let of = people.iter().filter(|(key, _)| keys(key));
        (0..N).map(|n| of.clone().filter(|(_, columns)| columns[n]).count() as u64).collect()
    };
    for (keys, cells) in rows {
        for (cell, count) in cells.iter().zip(counted(&|key| keys.contains(key))) {
            assert!(cell.says(count), "{table}: {keys:?}: {cell:?} of {count}");
        }
    }
    let shown: BTreeSet<&str> = rows.iter().flat_map(|(keys, _)| keys.iter().map(String::as_str)).collect();
    assert_eq!(shown, people.iter().map(|(key, _)| *key).collect(), "{table} is about everybody");
}

#[test]
fn every_figure_of_participation_is_what_the_log_gives() {
    let site = Site::of(900, 60);
    let (tables, persons) = (tables(&site), persons(&acts(&site)));
    let registered: Vec<&Somebody> = persons.values().filter(|one| one.registered).collect();
    let by = |key: fn(&Somebody) -> &str| -> Vec<(&str, [bool; 4])> {
        registered.iter().map(|one| (key(one), one.columns())).collect()
    };
    holds(&tables["participants"], &by(|_| "all"), "participants");
    holds(&tables["participants-by-group"], &by(|one| &one.group), "by group");
    holds(&tables["participants-by-region"], &by(|one| &one.region), "by region");
    holds(&tables["participants-by-gender"], &by(|one| &one.gender), "by gender");
    let times = by(|one| if one.first { "first-time" } else { "returning" });
    holds(&tables["participants-by-first-time"], &times, "by first time");
    assert!(registered.len() > 500, "this is a crowd");
}

/// A session, by what the log says of it.
#[derive(Clone, Default)]
struct Entry {
    kind: String,
    language: String,
    format: Option<String>,
    track: Option<TrackId>,
    minutes: u32,
    start: Option<jiff::Timestamp>,
    withdrawn: bool,
    roles: BTreeSet<(Role, PersonId)>,
}

/// The sessions as they stood when the programme was last published.
fn published(acts: &[Act]) -> Vec<Entry> {
    let mut now: BTreeMap<SessionId, Entry> = BTreeMap::new();
    let mut published = Vec::new();
    for act in acts {
        let Act::Programme(act) = act else { continue };
        match act.clone() {
            Programme::SessionAdded { id, kind, language, format, track, minutes, .. } => {
                now.insert(id, Entry { kind, language, format, track, minutes, ..Entry::default() });
            }
            Programme::SessionAmended { session, changes } => {
                let entry = now.get_mut(&session).unwrap();
                for change in changes {
                    match change {
                        SessionChange::Kind(kind) => entry.kind = kind,
                        SessionChange::Language(language) => entry.language = language,
                        SessionChange::Format(format) => entry.format = format,
                        SessionChange::Track(track) => entry.track = track,
                        SessionChange::Minutes(minutes) => entry.minutes = minutes,
                        _ => {}
                    }
                }
            }
            Programme::SessionPlaced { session, start, .. } => {
                now.get_mut(&session).unwrap().start = Some(start)
            }
            Programme::SessionUnplaced { session } => now.get_mut(&session).unwrap().start = None,
            Programme::SessionWithdrawn { session } => now.get_mut(&session).unwrap().withdrawn = true,
            Programme::RoleGiven { session, person, role } => {
                now.get_mut(&session).unwrap().roles.insert((role, person));
            }
            Programme::RoleTaken { session, person, role } => {
                now.get_mut(&session).unwrap().roles.remove(&(role, person));
            }
            Programme::ProgrammePublished { .. } => {
                let shown = now.values().filter(|entry| entry.start.is_some() && !entry.withdrawn);
                published = shown.cloned().collect();
            }
            _ => {}
        }
    }
    published
}

#[test]
fn every_figure_of_the_programme_is_what_the_log_gives() {
    let site = Site::of(900, 60);
    let (tables, acts) = (tables(&site), acts(&site));
    let sessions = published(&acts);
    let state = site.app.state("igf").unwrap();
    let tracks = &forum_in(&state).programme.meetings[&kyoto::MEETING].tracks;
    let day = |entry: &Entry| entry.start.unwrap().in_tz("Asia/Tokyo").unwrap().date().to_string();
    let track = |entry: &Entry| entry.track.map_or("not-said".to_owned(), |id| tracks[&id].slug.to_string());
    let format = |entry: &Entry| entry.format.clone().unwrap_or("not-said".to_owned());
    type Key<'a> = &'a dyn Fn(&Entry) -> String;
    let keys: [(&str, Key<'_>); 5] = [
        ("sessions-by-day", &day),
        ("sessions-by-type", &|entry| entry.kind.clone()),
        ("sessions-by-track", &track),
        ("sessions-by-language", &|entry| entry.language.clone()),
        ("sessions-by-format", &format),
    ];
    for (table, key) in keys {
        let mut expected: BTreeMap<BTreeSet<String>, Vec<u64>> = BTreeMap::new();
        for entry in &sessions {
            let sums = expected.entry(BTreeSet::from([key(entry)])).or_insert(vec![0, 0]);
            (sums[0], sums[1]) = (sums[0] + 1, sums[1] + u64::from(entry.minutes));
        }
        let exact = |cells: &Vec<Cell>| cells.iter().map(|cell| cell.0.as_u64().unwrap()).collect();
        let found: BTreeMap<BTreeSet<String>, Vec<u64>> =
            tables[table].iter().map(|(keys, cells)| (keys.clone(), exact(cells))).collect();
        assert_eq!(found, expected, "{table}");
    }
    let roles: BTreeSet<_> = sessions.iter().flat_map(|entry| entry.roles.iter().copied()).collect();
    let on: BTreeSet<PersonId> = roles.iter().map(|(_, person)| *person).collect();
    let persons = persons(&acts);
    let by = |key: fn(&Somebody) -> &str| -> Vec<(&str, [bool; 2])> {
        on.iter().map(|id| (key(&persons[id]), [true, roles.contains(&(Role::Speaker, *id))])).collect()
    };
    holds(&tables["people-by-group"], &by(|one| &one.group), "people by group");
    holds(&tables["people-by-region"], &by(|one| &one.region), "people by region");
    holds(&tables["people-by-gender"], &by(|one| &one.gender), "people by gender");
}

#[test]
fn nobody_is_named_in_figures_and_a_draft_is_not_counted() {
    let site = Site::of(900, 60);
    let meeting = kyoto::MEETING;
    site.give("track", programme::Command::AddTrack { meeting, name: "Canary track".into() });
    let draft = NewSession {
        meeting,
        code: "CANARY 1".into(),
        kind: "canary-kind".into(),
        title: "A canary".into(),
        summary: String::new(),
        language: "tlh".into(),
        format: "canary-format".into(),
        track: None,
        minutes: 60,
        organisers: Vec::new(),
        origin: None,
    };
    site.give("draft", programme::Command::AddSession(draft));
    let state = site.app.state("igf").unwrap();
    let names: Vec<&str> =
        forum_in(&state).people.persons.values().filter_map(|one| one.name.text()).collect();
    assert!(names.len() >= 900);
    let address = site.meeting();
    for address in [
        format!("{address}/statistics"),
        format!("{address}/statistics.csv"),
        format!("/api{address}/statistics"),
    ] {
        let page = site.page(&address, "");
        assert!(!page.to_lowercase().contains("canary") && !page.contains("tlh"), "{address}");
        for name in &names {
            assert!(!page.contains(name), "{address} names {name}");
        }
        for link in attributes(&page, "href") {
            assert!(!link.contains("/people/"), "{address} leads to {link}");
        }
    }
}

#[test]
fn a_chart_says_in_words_what_it_shows_and_has_its_table_in_every_language() {
    let site = Site::of(900, 60);
    for language in ["en", "fr", "ar", "zh", "ja", "ru", "es"] {
        let page = site.page(&format!("{}/statistics", site.meeting()), &format!("lang={language}"));
        let charts = page.matches("<svg class=\"chart\"").count();
        assert!(charts >= 10, "{language}: {charts}");
        assert_eq!(page.matches("role=\"img\" aria-labelledby=").count(), charts, "{language}");
        assert_eq!(page.matches("<desc id=").count(), charts);
        assert_eq!(page.matches("<details>").count(), charts, "a table beside each");
        assert!(!page.contains(" style="), "{language}");
    }
}

#[test]
fn a_forum_over_the_years_never_sets_different_metrics_side_by_side() {
    let site = Site::of(300, 40);
    let page = site.page("/igf/statistics", "");
    let charts: Vec<&str> = page.split("<svg class=\"chart\"").skip(1).collect();
    assert!(charts.len() >= 3, "{}", charts.len());
    for chart in charts {
        let chart = chart.split("</svg>").next().unwrap();
        let says: Vec<&str> = chart.split("<text class=\"e\"").skip(1).collect();
        let words: BTreeSet<String> = says
            .iter()
            .map(|text| {
                text.split(['>', '<'])
                    .nth(1)
                    .unwrap()
                    .replace("more than ", "")
                    .chars()
                    .filter(|c| !c.is_ascii_digit() && *c != ',')
                    .collect()
            })
            .collect();
        assert_eq!(words.len(), 1, "one chart, one metric: {words:?}");
    }
}

#[test]
fn the_figures_of_kyoto_are_those_on_record() {
    let site = Site::of(900, 60);
    let got = site.get(&format!("{}/statistics.csv", site.meeting()), &[]);
    assert_eq!(got.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/site/tests/kyoto-statistics.csv");
    if std::env::var_os("HEMICYCLE_RECORD_FIGURES").is_some() {
        std::fs::write(path, got.text()).unwrap();
    }
    let on_record = std::fs::read_to_string(path).unwrap();
    for (now, then) in got.text().lines().zip(on_record.lines()) {
        assert_eq!(now, then);
    }
    assert_eq!(got.text().lines().count(), on_record.lines().count());
}

#[test]
fn a_meeting_without_participants_or_programme_has_a_page_that_says_so() {
    let site = Site::of(300, 40);
    let page = site.page("/igf/meetings/athens-2006/statistics", "");
    assert!(page.contains("Nothing has been recorded yet") && !page.contains("<svg class=\"chart\""));
    assert_eq!(site.get("/igf/meetings/nowhere/statistics", &[]).status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/igf/meetings/nowhere/statistics.csv", &[]).status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/api/igf/meetings/nowhere/statistics", &[]).status, StatusCode::NOT_FOUND);
}
