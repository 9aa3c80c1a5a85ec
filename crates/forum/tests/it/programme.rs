//! What may be done to a programme.

use crate::testing::{Bench, after_noon, new_session};
use forum::programme::views::{self, Difference, changes};
use forum::programme::{Command, Filter, NewSession, Place, Role, SessionEdit, clashes};
use forum::{MeetingId, PersonId, Question, RoomId, SessionId, people, series};
use jiff::tz::{Offset, TimeZone};

fn refusal<T: std::fmt::Debug>(result: Result<T, forum::Refusal>) -> String {
    result.unwrap_err().key().to_owned()
}

#[test]
fn two_sessions_never_share_a_room_at_a_time() {
    // (minutes after noon, length, refused) against a session from 0 to 60.
    let cases = [
        (0, 60, true),
        (59, 60, true),
        (-30, 31, true),
        (-30, 120, true),
        (10, 5, true),
        (60, 60, false),
        (-30, 30, false),
    ];
    for (start, minutes, refused) in cases {
        let mut bench = Bench::kyoto();
        let first = bench.session("WS 1", 60);
        bench.place(first, 1, 0).unwrap();
        let second = bench.session("WS 2", minutes);
        let placed = bench.place(second, 1, start);
        assert_eq!(placed.is_err(), refused, "from {start} for {minutes}: {placed:?}");
        bench.place(second, 2, start).expect("the other room is free");
    }
}

#[test]
fn a_placed_session_may_be_moved_within_its_own_time() {
    let mut bench = Bench::kyoto();
    let session = bench.session("WS 1", 60);
    bench.place(session, 1, 0).unwrap();
    bench.place(session, 1, 30).unwrap();
    assert_eq!(refusal(bench.place(session, 1, 30)), "already-placed");
}

#[test]
fn a_longer_session_must_still_fit_into_its_room() {
    let mut bench = Bench::kyoto();
    let (first, second) = (bench.session("WS 1", 60), bench.session("WS 2", 60));
    bench.place(first, 1, 0).unwrap();
    bench.place(second, 1, 60).unwrap();
    let edit = SessionEdit { minutes: Some(90), ..SessionEdit::default() };
    assert_eq!(refusal(bench.give(Command::AmendSession { session: first, edit })), "room-taken");
}

#[test]
fn a_session_stays_within_the_days_of_its_meeting() {
    for (minutes, refused) in [(-3 * 1440, true), (0, false), (4 * 1440, false), (7 * 1440, true)] {
        let mut bench = Bench::kyoto();
        let session = bench.session("WS 1", 60);
        assert_eq!(bench.place(session, 1, minutes).is_err(), refused, "{minutes}");
    }
}

#[test]
fn nobody_is_published_in_two_places_at_once_in_any_role() {
    for role in Role::ALL {
        let mut bench = Bench::kyoto();
        let (first, second) = (bench.session("WS 1", 60), bench.session("WS 2", 60));
        bench.place(first, 1, 0).unwrap();
        bench.place(second, 2, 30).unwrap();
        bench.speaks(1, first);
        bench.give(Command::GiveRole { session: second, person: PersonId(1), role }).unwrap();
        match role {
            Role::Organiser => assert!(bench.publish().is_ok(), "an organiser may have others do it"),
            _ => {
                assert_eq!(refusal(bench.publish()), "person-twice", "{role:?}");
                assert_eq!(clashes(&bench.forum.programme.meetings[&MeetingId(1)]).len(), 1);
                bench.place(second, 2, 60).unwrap();
                bench.publish().expect("one after the other is fine");
            }
        }
    }
}

#[test]
fn a_version_never_changes_after_it_was_published() {
    let mut bench = Bench::kyoto();
    let (first, second) = (bench.session("WS 1", 60), bench.session("WS 2", 30));
    bench.place(first, 1, 0).unwrap();
    bench.publish().unwrap();
    assert_eq!(refusal(bench.publish()), "nothing-to-publish");
    bench.place(first, 2, 10).unwrap();
    bench.place(second, 1, 0).unwrap();
    bench.speaks(2, first);
    let programme = &bench.forum.programme.meetings[&MeetingId(1)];
    let shown = &programme.latest().unwrap().sessions;
    assert_eq!((shown.len(), shown[&first].place.unwrap().room), (1, RoomId(1)), "the draft stays a draft");
    bench.publish().unwrap();
    let versions = &bench.forum.programme.meetings[&MeetingId(1)].versions;
    let differences: Vec<_> =
        changes(&versions[0], &versions[1]).into_iter().flat_map(|c| c.differences).collect();
    let (from, to) =
        (Place { room: RoomId(1), start: after_noon(0) }, Place { room: RoomId(2), start: after_noon(10) });
    let moved = Difference::Moved { from, to };
    assert_eq!(differences, [Difference::Added, moved, Difference::Joined(PersonId(2), Role::Speaker)]);
}

#[test]
fn a_withdrawn_session_leaves_the_next_version_and_frees_its_room() {
    let mut bench = Bench::kyoto();
    let (first, second) = (bench.session("WS 1", 60), bench.session("WS 2", 60));
    bench.place(first, 1, 0).unwrap();
    bench.publish().unwrap();
    bench.give(Command::WithdrawSession { session: first }).unwrap();
    bench.place(second, 1, 0).expect("the room is free again");
    assert_eq!(refusal(bench.place(first, 2, 0)), "session-withdrawn");
    bench.publish().unwrap();
    assert_eq!(bench.forum.programme.meetings[&MeetingId(1)].latest().unwrap().sessions.len(), 1);
}

#[test]
fn what_does_not_exist_is_refused_by_name() {
    let mut bench = Bench::kyoto();
    let session = bench.session("WS 1", 60);
    let (nobody, nothing) = (PersonId(99), SessionId(99));
    let role = Role::Speaker;
    let cases: [(forum::Command, &str); 5] = [
        (Command::GiveRole { session, person: nobody, role }.into(), "no-such-person"),
        (Command::GiveRole { session: nothing, person: PersonId(1), role }.into(), "no-such-session"),
        (Command::PlaceSession { session, room: RoomId(9), start: after_noon(0) }.into(), "no-such-room"),
        (Command::AddTrack { meeting: MeetingId(9), name: "x".into() }.into(), "no-such-meeting"),
        (people::Command::ErasePerson { person: nobody }.into(), "no-such-person"),
    ];
    for (command, key) in cases {
        assert_eq!(refusal(bench.give(command)), key);
    }
}

#[test]
fn two_sessions_never_share_a_code_however_it_is_written() {
    let mut bench = Bench::kyoto();
    bench.session("WS #136", 60);
    assert_eq!(refusal(bench.give(Command::AddSession(new_session("ws 136", 60)))), "code-taken");
}

#[test]
fn a_programme_is_narrowed_down_by_what_a_reader_asks_for_and_by_nothing_else() {
    let mut bench = Bench::kyoto();
    let add = |bench: &mut Bench, code: &str, title: &str, language: &str, minutes: i64| {
        let (title, language) = (title.into(), language.into());
        let session = NewSession { title, language, format: "panel".into(), ..new_session(code, 60) };
        bench.give(Command::AddSession(session)).unwrap();
        let id = *bench.forum.programme.meetings[&MeetingId(1)].sessions.keys().next_back().unwrap();
        bench.place(id, 1, minutes).unwrap();
    };
    add(&mut bench, "WS 1", "Accès et sécurité", "fr", 0);
    add(&mut bench, "WS 2", "Security for all", "en", 60);
    // Eleven in the evening in Kyoto, and the next day further east.
    add(&mut bench, "WS 3", "Late talk", "en", 11 * 60);
    bench.publish().unwrap();
    let version = views::published(&bench.forum, MeetingId(1)).unwrap();
    let codes = |filter: Filter| {
        let sessions = version.in_order().into_iter().filter(|session| filter.fits(version, session));
        sessions.map(|session| session.code.clone()).collect::<Vec<_>>().join(", ")
    };
    let asked = |change: fn(&mut Filter)| {
        let mut filter = Filter::default();
        change(&mut filter);
        codes(filter)
    };
    assert_eq!(asked(|_| {}), "WS 1, WS 2, WS 3");
    assert_eq!(asked(|filter| filter.words = Question::of("SECURITE acces")), "WS 1");
    assert_eq!(asked(|filter| filter.words = Question::of("ws 2")), "WS 2");
    assert_eq!(asked(|filter| filter.language = "en".into()), "WS 2, WS 3");
    assert_eq!(asked(|filter| filter.room = "main-hall".into()), "WS 1, WS 2, WS 3");
    assert_eq!(asked(|filter| filter.room = "room-a".into()), "");
    assert_eq!(asked(|filter| filter.kind = "town-hall".into()), "");
    assert_eq!(asked(|filter| filter.track = "nowhere".into()), "");
    let kyoto = TimeZone::fixed(Offset::constant(9));
    assert_eq!(version.days(&kyoto).into_iter().collect::<Vec<_>>(), [jiff::civil::date(2023, 10, 8)]);
    assert_eq!(version.on(jiff::civil::date(2023, 10, 8), &kyoto).len(), 3);
    let further_east = TimeZone::fixed(Offset::constant(14));
    assert_eq!(version.on(jiff::civil::date(2023, 10, 9), &further_east).len(), 1);
}

#[test]
fn a_source_that_publishes_another_figure_corrects_itself() {
    let mut bench = Bench::kyoto();
    let mut publish = |count| {
        let (metric, source) = (forum::reference::meetings::Metric::Registered, "Closing notes".to_owned());
        bench.give(series::Command::PublishFigure {
            meeting: MeetingId(1),
            metric,
            count,
            at_least: false,
            source,
        })
    };
    publish(7).unwrap();
    publish(8).unwrap();
    assert_eq!(refusal(publish(8)), "nothing-changed");
    assert_eq!(
        bench.forum.series.meetings[&MeetingId(1)].figures.iter().map(|f| f.count).collect::<Vec<_>>(),
        [8]
    );
}
