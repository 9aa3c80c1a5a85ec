//! The pages of small forums, each made for what it shows: clocks that change, nights, texts in no stated language.

use axum::http::StatusCode;
use forum::people::{self, NewPerson};
use forum::programme::{self, NewSession, Role};
use forum::{MeetingId, OrganisationId, PersonId, RoomId, SeriesId, SessionId, series};

use super::{Site, attributes};

pub(super) const MEETING: MeetingId = MeetingId(1);
pub(super) const PROGRAMME: &str = "/igf/meetings/autumn/programme";

/// A meeting at the end of October 2026, when Europe sets its clocks back, with these sessions in one room.
pub(super) fn autumn(zone: &str, sessions: &[(&str, u32)]) -> Site {
    let site = Site::empty();
    site.give("series", series::Command::FoundSeries { slug: "forum".into(), name: "Forum".into() });
    site.give(
        "meeting",
        series::Command::AnnounceMeeting {
            series: SeriesId(1),
            slug: "autumn".into(),
            number: None,
            title: "Autumn".into(),
            city: String::new(),
            country: String::new(),
            first_day: "2026-10-24".parse().unwrap(),
            last_day: "2026-10-28".parse().unwrap(),
            zone: zone.into(),
            online: false,
        },
    );
    site.give(
        "room",
        programme::Command::OpenRoom { meeting: MEETING, name: "Room D".into(), seats: None, origin: None },
    );
    for (nth, (start, minutes)) in (1u32..).zip(sessions) {
        site.give(&format!("session-{nth}"), programme::Command::AddSession(session(nth, *minutes)));
        let (session, room, start) = (SessionId(nth), RoomId(1), start.parse().unwrap());
        site.give(&format!("place-{nth}"), programme::Command::PlaceSession { session, room, start });
    }
    publish(&site, "first", "");
    site
}

pub(super) fn session(nth: u32, minutes: u32) -> NewSession {
    NewSession {
        meeting: MEETING,
        code: format!("S {nth}"),
        kind: "workshop".into(),
        title: format!("Session {nth}"),
        summary: String::new(),
        language: "en".into(),
        format: String::new(),
        track: None,
        minutes,
        organisers: Vec::new(),
        origin: None,
    }
}

pub(super) fn publish(site: &Site, label: &str, note: &str) {
    let (label, note) = (label.to_owned(), note.to_owned());
    site.give(
        &format!("publish-{label}"),
        programme::Command::PublishProgramme { meeting: MEETING, label, note },
    );
}

/// The times on a page, as a reader reads them.
fn times(page: &str) -> Vec<&str> {
    let times = page.match_indices("<time ").map(|(at, _)| &page[at..]);
    times.filter_map(|time| time.split_once('>')?.1.split('<').next()).collect()
}

#[test]
fn a_reader_whose_clock_changes_during_the_meeting_sees_their_own_time_on_all_its_days() {
    let site = autumn("Africa/Johannesburg", &[("2026-10-24T08:00:00Z", 60), ("2026-10-26T08:00:00Z", 60)]);
    for (day, theirs) in [("2026-10-24", "10:00"), ("2026-10-26", "09:00")] {
        let page = site.page(&format!("{PROGRAMME}/{day}"), "zone=Europe/Paris");
        assert_eq!(times(&page), ["10:00"], "{day}");
        assert!(page.contains(&format!("<small>{theirs}</small>")), "{day}");
    }
    // Clocks that agree on every day are one clock.
    let page = site.page(&format!("{PROGRAMME}/2026-10-26"), "zone=Africa/Maputo");
    assert!(!page.contains("<small>10:00</small>"));
}

#[test]
fn on_the_day_on_which_the_clock_changes_every_time_says_its_distance_from_utc() {
    let site = autumn(
        "Europe/Paris",
        &[("2026-10-25T01:30:00Z", 30), ("2026-10-25T00:30:00Z", 30), ("2026-10-26T00:30:00Z", 30)],
    );
    let list = site.page(&format!("{PROGRAMME}/2026-10-25"), "");
    assert_eq!(times(&list), ["02:30 (UTC+2)", "02:30 (UTC+1)"], "in the order in which they come");
    assert!(list.contains("until 02:00 (UTC+1)") && list.contains("until 03:00 (UTC+1)"));
    assert!(
        list.contains("Central European Summer Time (UTC+2), then Central European Standard Time (UTC+1)")
    );
    let grid = site.page(&format!("{PROGRAMME}/2026-10-25?view=grid"), "");
    assert_eq!(times(&grid), ["02:30 (UTC+2)", "02:00 (UTC+1)", "02:30 (UTC+1)", "03:00 (UTC+1)"]);
    assert!(site.page("/igf/search?q=session", "").contains("02:30 (UTC+2)–02:00 (UTC+1)"));
    let after = site.page(&format!("{PROGRAMME}/2026-10-26"), "");
    assert_eq!(times(&after), ["01:30"], "the next day needs none of that");
    assert!(after.contains("Times at the venue: Central European Standard Time (UTC+1)."));
}

#[test]
fn a_session_over_midnight_says_so_and_stands_on_both_days() {
    let site = autumn("Asia/Tokyo", &[("2026-10-26T14:30:00Z", 90), ("2026-10-27T05:00:00Z", 60)]);
    let first = site.page(&format!("{PROGRAMME}/2026-10-26"), "");
    assert!(first.contains("until 01:00, Tue 27 Oct"), "the end is on the next day");
    assert!(site.page("/igf/search?q=session", "").contains("23:30–01:00, Tue 27 Oct"));
    let next = site.page(&format!("{PROGRAMME}/2026-10-27"), "");
    assert_eq!(times(&next), ["23:30, Mon 26 Oct", "14:00"], "it comes first on the next day");
    assert!(next.contains("until 01:00<") && next.contains("2 sessions"));
    let grid = site.page(&format!("{PROGRAMME}/2026-10-27?view=grid"), "");
    assert_eq!(times(&grid), ["23:30, Mon 26 Oct", "01:00", "14:00", "15:00"], "down to the end of the last");
    // A session that ends at midnight does not stand on the next day.
    let site = autumn("Asia/Tokyo", &[("2026-10-26T14:30:00Z", 30), ("2026-10-27T05:00:00Z", 60)]);
    assert_eq!(times(&site.page(&format!("{PROGRAMME}/2026-10-27"), "")), ["14:00"]);
}

#[test]
fn a_text_in_no_stated_language_claims_none_and_runs_in_its_own_direction() {
    let site = autumn("Asia/Tokyo", &[("2026-10-26T01:00:00Z", 60)]);
    let person = NewPerson {
        name: "ليلى".into(),
        biography: "باحثة في سياسات الإنترنت".into(),
        ..NewPerson::default()
    };
    site.give("person", people::Command::AddPerson(person));
    let (person, session) = (PersonId(1), SessionId(1));
    site.give("role", programme::Command::GiveRole { session, person, role: Role::Speaker });
    publish(&site, "second", "متحدثة جديدة");
    let page = site.page("/igf/people/1", "");
    assert!(page.contains("<div class=\"prose\" lang=\"\" dir=\"rtl\">"), "a biography");
    assert!(page.contains("<bdi lang=\"\">ليلى</bdi>"), "a name");
    let versions = format!("{PROGRAMME}/versions");
    assert!(site.page(&versions, "").contains("<span lang=\"\" dir=\"rtl\">متحدثة"), "a note in the list");
    let own = site.page(&format!("{versions}/2"), "lang=fr");
    assert!(own.contains("<div class=\"prose\" lang=\"\" dir=\"rtl\">"), "and on the version's own page");
    for address in ["/igf/people/1", &versions, "/igf/people"] {
        assert!(!attributes(&site.page(address, ""), "lang").contains(&"und"), "{address}");
    }
}

#[test]
fn an_organisation_is_shown_once_it_stands_on_a_published_programme() {
    let site = autumn("Asia/Tokyo", &[("2026-10-26T01:00:00Z", 60)]);
    for (key, name) in [("one", "Lake Registry"), ("two", "Lake Observers")] {
        let add = people::Command::AddOrganisation {
            name: name.into(),
            group: None,
            country: String::new(),
            url: String::new(),
        };
        site.give(key, add);
    }
    let held = NewSession { organisers: vec![OrganisationId(1)], ..session(2, 60) };
    site.give("held", programme::Command::AddSession(held));
    let (session, room, start) = (SessionId(2), RoomId(1), "2026-10-27T01:00:00Z".parse().unwrap());
    site.give("placed", programme::Command::PlaceSession { session, room, start });
    let shown = || {
        let page = |id| site.get(&format!("/igf/organisations/{id}"), &[]).status == StatusCode::OK;
        let found = site.page("/igf/search?q=lake", "");
        let found = |id| found.contains(&format!("href=\"/igf/organisations/{id}\""));
        [1, 2].map(|id| (page(id), found(id)))
    };
    assert_eq!(shown(), [(false, false); 2], "entered, and nothing published");
    publish(&site, "second", "");
    assert_eq!(shown(), [(true, true), (false, false)]);
}
