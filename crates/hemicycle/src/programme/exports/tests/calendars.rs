//! Calendars, read by the crate `icalendar`.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use forum::programme::{Command as Step, SessionEdit};
use forum::{MeetingId, RoomId, SessionId};
use icalendar::parser::{Property, read_calendar, unfold};

use super::bench::{Bench, Got};
use super::{MEETING, hostile};
use crate::scenario::kyoto;

/// Properties as a calendar understands them: name and value, with nothing escaped any more.
#[derive(Clone, Debug)]
struct Said(Vec<(String, String)>);

/// A file with one calendar.
struct Calendar {
    own: Said,
    events: Vec<Said>,
}

impl Said {
    fn of(properties: &[Property<'_>]) -> Said {
        let pair = |property: &Property<'_>| (property.name.to_string(), property.val.to_string());
        Said(properties.iter().map(pair).collect())
    }
}

/// The only calendar of a file.
fn read(got: &Got) -> Calendar {
    assert_eq!(got.status, StatusCode::OK);
    let whole = unfold(got.text());
    assert_eq!(whole.matches("BEGIN:VCALENDAR\r\n").count(), 1);
    let calendar = read_calendar(&whole).unwrap();
    assert!(calendar.components.iter().all(|part| part.name == "VEVENT" && part.components.is_empty()));
    let events = calendar.components.iter().map(|event| Said::of(&event.properties)).collect();
    Calendar { own: Said::of(&calendar.properties), events }
}

/// A property of an event, as a calendar shows it.
fn said(event: &Said, name: &str) -> String {
    let found: Vec<_> = event.0.iter().filter(|(known, _)| known == name).collect();
    assert!(found.len() <= 1, "{name} stands twice: {found:?}");
    found.first().map(|(_, value)| value.clone()).unwrap_or_default()
}

/// The events of a file by title.
fn events(got: &Got) -> BTreeMap<String, Said> {
    read(got).events.into_iter().map(|event| (said(&event, "SUMMARY"), event)).collect()
}

#[test]
fn every_published_session_is_in_the_calendar_once_at_its_time() {
    let bench = Bench::kyoto(1_000, 100);
    let whole = read(&bench.get(&format!("{MEETING}/programme.ics"), &[]));
    let version = bench.forum().programme.meetings[&kyoto::MEETING].latest().unwrap().clone();
    let mut expected: Vec<_> = version
        .sessions
        .values()
        .map(|session| {
            let (_, start, end) = session.placed().unwrap();
            let utc = |at: jiff::Timestamp| at.strftime("%Y%m%dT%H%M%SZ").to_string();
            (session.title.text().unwrap().to_owned(), utc(start), utc(end))
        })
        .collect();
    let of = |event: &Said| (said(event, "SUMMARY"), said(event, "DTSTART"), said(event, "DTEND"));
    let mut found: Vec<_> =
        whole.events.iter().filter(|event| said(event, "STATUS") == "CONFIRMED").map(of).collect();
    expected.sort();
    found.sort();
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.len(), expected.len());
    let ids: std::collections::BTreeSet<_> = whole.events.iter().map(|event| said(event, "UID")).collect();
    assert_eq!(ids.len(), whole.events.len(), "an id for each");

    let days = bench.get(&format!("{MEETING}/programme/2023-10-10.ics"), &[]);
    let of_day = events(&days);
    let on = |(_, start, _): &&(String, String, String)| {
        ("20231009T150000Z".."20231010T150000Z").contains(&start.as_str())
    };
    assert_eq!(of_day.len(), expected.iter().filter(on).count());
    for slug in version.sessions.values().map(|session| session.slug.to_string()) {
        assert_eq!(read(&bench.get(&format!("{MEETING}/sessions/{slug}.ics"), &[])).events.len(), 1);
    }
    for nothing in ["programme/2023-10-20.ics", "programme/x.ics", "sessions/none.ics"] {
        assert_eq!(
            bench.get(&format!("{MEETING}/{nothing}"), &[]).status,
            StatusCode::NOT_FOUND,
            "{nothing}"
        );
    }
}

#[test]
fn a_calendar_is_updated_in_place_and_told_what_was_taken_off() {
    let bench = hostile::forum();
    let address = format!("{}/programme.ics", hostile::MEETING);
    let before = events(&bench.get(&address, &[]));
    let titles = hostile::titles(&bench);
    assert!(before.values().all(|event| said(event, "SEQUENCE") == "0"));

    // The draft changes, and the public sees nothing of it.
    let edit = SessionEdit { minutes: Some(45), ..SessionEdit::default() };
    bench.give(Step::AmendSession { session: SessionId(1), edit });
    bench.give(Step::WithdrawSession { session: SessionId(2) });
    bench.give(Step::OpenRoom { meeting: MeetingId(1), name: "Annex".into(), seats: None, origin: None });
    let room = RoomId(hostile::LINES.len() as u32 + 1);
    let start = "2026-10-25T10:00:00Z".parse().unwrap();
    bench.give(Step::PlaceSession { session: SessionId(3), room, start });
    assert_eq!(events(&bench.get(&address, &[])).len(), before.len());
    assert_eq!(said(&events(&bench.get(&address, &[]))[&titles[2]], "SEQUENCE"), "0");

    bench.give(Step::PublishProgramme { meeting: MeetingId(1), label: String::new(), note: String::new() });
    let after = events(&bench.get(&address, &[]));
    let versions = bench.forum().programme.meetings[&MeetingId(1)].versions.clone();
    let published: Vec<_> =
        versions.iter().map(|version| version.at.strftime("%Y%m%dT%H%M%SZ").to_string()).collect();
    for (nth, title) in titles.iter().enumerate() {
        let (old, new) = (&before[title], &after[title]);
        assert_eq!(said(old, "UID"), said(new, "UID"));
        let changed = nth < 3;
        assert_eq!(said(new, "SEQUENCE"), if changed { "1" } else { "0" }, "{title}");
        assert_eq!(said(new, "LAST-MODIFIED"), published[usize::from(changed)], "{title}");
        assert_eq!(said(new, "STATUS"), if nth == 1 { "CANCELLED" } else { "CONFIRMED" });
    }
    assert_eq!(said(&after[&titles[2]], "DTSTART"), "20261025T100000Z");
    assert!(said(&after[&titles[2]], "LOCATION").starts_with("Annex"));
    // The calendar of the session alone goes on, for whoever subscribed to it.
    let page = format!("{}/sessions/{}.ics", hostile::MEETING, bench.slug(SessionId(2)));
    assert_eq!(said(&read(&bench.get(&page, &[])).events[0], "STATUS"), "CANCELLED");
}

#[test]
fn no_text_ends_an_event_or_begins_another() {
    let bench = hostile::forum();
    let got = bench.get(&format!("{}/programme.ics", hostile::MEETING), &[]);
    let calendar = read(&got);
    assert!(got.text().contains("\r\nNAME:a\\;b\\,c:d\\\\n\\\\e\\\\\\;\r\n"), "{:?}", calendar.own);
    assert_eq!(calendar.events.len(), hostile::LINES.len());
    let lines = |text: &str| text.replace('\u{2028}', "\n");
    for title in hostile::titles(&bench) {
        let event = calendar.events.iter().find(|event| said(event, "SUMMARY") == lines(&title));
        let event = event.unwrap_or_else(|| panic!("{title:?} is not there as it was written"));
        let description = said(event, "DESCRIPTION");
        assert!(description.contains(&lines(&title)), "{description}");
        assert!(description.contains(&crate::site::markdown::plain(hostile::PROSE)), "{description}");
        assert!(said(event, "LOCATION").contains(&lines(&title)));
        assert!(event.0.iter().all(|(name, _)| name != "ATTENDEE"), "{event:?}");
        // Half past midnight in summer, by a clock that goes back an hour later.
        assert_eq!(
            (said(event, "DTSTART"), said(event, "DTEND")),
            ("20261024T233000Z".into(), "20261025T010000Z".into())
        );
    }
    assert!(!got.text().contains("mail.example"), "an address for mail is in no export");
}

#[test]
fn the_words_around_the_programme_are_in_the_readers_language() {
    let bench = Bench::kyoto(300, 20);
    let address = format!("{MEETING}/programme.ics");
    let french = read(&bench.get(&address, &[("Accept-Language", "fr")]));
    assert!(french.events.iter().any(|event| said(event, "DESCRIPTION").contains("Oratrice ou orateur")
        || said(event, "DESCRIPTION").contains("Modér")));
    let got = bench.get(&address, &[]);
    assert!(got.header("vary").contains("Accept-Language"), "{}", got.header("vary"));
}
