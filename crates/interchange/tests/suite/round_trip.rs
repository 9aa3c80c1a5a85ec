//! What is written as schedule XML, schedule JSON or CSV is read back as it was meant.

use interchange::csv::Mapping;
use interchange::{Limits, Moment, Programme, Session, csv, read};
use jiff::civil::date;
use jiff::{ToSpan, tz};
use proptest::prelude::*;
use serde_json::json;

/// A session as a writer has it.
#[derive(Debug, Clone)]
struct Made {
    title: String,
    subtitle: Option<String>,
    summary: Option<String>,
    room: usize,
    track: Option<String>,
    /// Minutes after midnight of the first day.
    start: i64,
    minutes: u32,
    persons: Vec<String>,
    do_not_record: bool,
}

/// One line of text in any script, as a reader leaves it.
fn line() -> impl Strategy<Value = String> {
    "[\\p{L}\\p{N}&<>\"',;=%@/|(){}\\[\\]“”？、-]{1,12}( [\\p{L}\\p{M}\\p{N}&<>\"';-]{1,8}){0,3}"
        .prop_filter("some signs vanish when the ends are trimmed", |text| text.trim() == text)
}

fn made() -> impl Strategy<Value = Made> {
    let texts = (
        line(),
        prop::option::of(line()),
        prop::option::of("[\\p{L}&<>\"]{1,9}\n[\\p{L}]{1,9}"),
        prop::option::of(line()),
    );
    let rest =
        (0..3usize, 0..5_000i64, 1..1_600u32, prop::collection::btree_set(line(), 0..4), any::<bool>());
    (texts, rest).prop_map(
        |((title, subtitle, summary, track), (room, start, minutes, persons, do_not_record))| Made {
            title,
            subtitle,
            summary,
            room,
            track,
            start,
            minutes,
            persons: persons.into_iter().collect(),
            do_not_record,
        },
    )
}

const ROOMS: [&str; 3] = ["Hall & Lobby", "大ホール", "قاعة"];

impl Made {
    fn wall(&self) -> jiff::civil::DateTime {
        date(2026, 11, 24).at(0, 0, 0, 0) + self.start.minutes()
    }

    fn duration(&self) -> String {
        format!("{}:{:02}", self.minutes / 60, self.minutes % 60)
    }

    fn xml(&self, index: usize) -> String {
        let element = |name: &str, text: &Option<String>| match text {
            Some(text) => format!("<{name}>{}</{name}>", escape(text)),
            None => format!("<{name}/>"),
        };
        let persons: String =
            self.persons.iter().map(|name| format!("<person>{}</person>", escape(name))).collect();
        format!(
            "<room name=\"{room}\"><event guid=\"g{index}\"><title>{title}</title>{subtitle}{summary}{track}\
             <date>{wall}+09:00</date><duration>{duration}</duration><persons>{persons}</persons>\
             <recording><optout>{optout}</optout></recording></event></room>",
            room = escape(ROOMS[self.room]),
            title = escape(&self.title),
            subtitle = element("subtitle", &self.subtitle),
            summary = element("abstract", &self.summary),
            track = element("track", &self.track),
            wall = self.wall(),
            duration = self.duration(),
            optout = self.do_not_record,
        )
    }

    fn json(&self, index: usize) -> serde_json::Value {
        let persons: Vec<_> = self.persons.iter().map(|name| json!({ "public_name": name })).collect();
        json!({
            "guid": format!("g{index}"), "title": self.title, "subtitle": self.subtitle, "abstract": self.summary,
            "track": self.track, "room": ROOMS[self.room], "date": format!("{}+09:00", self.wall()),
            "duration": self.duration(), "persons": persons, "do_not_record": self.do_not_record,
        })
    }

    fn cells(&self, index: usize) -> String {
        let optional = |text: &Option<String>| quote(text.as_deref().unwrap_or_default());
        // A bar may stand inside a made name, a new line never does.
        let cells = [
            quote(&format!("g{index}")),
            quote(&self.title),
            optional(&self.subtitle),
            optional(&self.summary),
            optional(&self.track),
            quote(ROOMS[self.room]),
            quote(&self.wall().to_string()),
            quote(&self.duration()),
            quote(&self.persons.join("\n")),
            quote(if self.do_not_record { "yes" } else { "no" }),
        ];
        cells.join(";")
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A cell as careful tools write it: an apostrophe before what a spreadsheet would take for a formula.
fn quote(text: &str) -> String {
    let formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let guard = if text.trim_start_matches('\'').starts_with(formula) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

fn check(programme: &Programme, made: &[Made]) {
    // Made sessions may overlap in a room, and names may look alike; nothing may be lost.
    let lost: Vec<_> = programme.problems.iter().filter(|p| p.lost > interchange::Lost::Nothing).collect();
    assert!(lost.is_empty(), "{lost:?}");
    assert_eq!(programme.sessions.len(), made.len());
    for (session, made) in programme.sessions.iter().zip(made) {
        check_session(session, made);
    }
}

fn check_session(session: &Session, made: &Made) {
    assert_eq!(session.title, made.title);
    assert_eq!(session.subtitle, made.subtitle);
    assert_eq!(session.abstract_text.first(), made.summary.as_deref());
    assert_eq!(session.track, made.track);
    assert_eq!(session.room.as_deref(), Some(ROOMS[made.room]));
    let offset = tz::offset(9);
    let at = offset.to_timestamp(made.wall()).expect("2026 is in range");
    assert_eq!(session.start, Some(Moment::Instant { at, offset }));
    assert_eq!(session.minutes, Some(made.minutes));
    assert_eq!(session.do_not_record, Some(made.do_not_record));
    let names: Vec<&str> = session.persons.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, made.persons);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read(made in prop::collection::vec(made(), 1..6)) {
        let events: String = made.iter().enumerate().map(|(index, session)| session.xml(index)).collect();
        let xml = format!("<schedule><conference/><day date=\"2026-11-24\">{events}</day></schedule>");
        check(&read(xml.as_bytes(), &Limits::DEFAULT).expect("well-formed XML"), &made);

        let days: Vec<_> = made.iter().enumerate().map(|(index, session)| {
            json!({ "date": "2026-11-24", "rooms": { ROOMS[session.room]: [session.json(index)] } })
        }).collect();
        let json = json!({ "schedule": { "conference": { "days": days } } }).to_string();
        check(&read(json.as_bytes(), &Limits::DEFAULT).expect("well-formed JSON"), &made);

        let rows: String = made.iter().enumerate().map(|(index, session)| session.cells(index) + "\r\n").collect();
        let table = format!("guid;title;subtitle;abstract;track;room;start;duration;speakers;do not record\r\n{rows}");
        let mapping: Mapping = "guid=guid,title=title,subtitle=subtitle,abstract=abstract,track=track,room=room,start=start,\
            duration=duration,speakers=speakers,do-not-record=do not record,persons-between=new-line,zone=+09:00"
            .parse().expect("well-formed mapping");
        check(&csv::read(table.as_bytes(), &mapping, &Limits::DEFAULT).expect("a table"), &made);
    }
}
