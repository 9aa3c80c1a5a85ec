//! Who has two sessions at a time, who stands twice among the people, and what sessions are about the same.

use crate::testing::{Bench, after_noon, new_session};
use forum::people::alike::{Reason, alike};
use forum::people::{self, NewPerson};
use forum::programme::collisions::{Severity, collisions};
use forum::programme::demands::{Command as Demand, Walk};
use forum::programme::similar::similar;
use forum::programme::{Command, NewSession, Role};
use forum::{MeetingId, PersonId, RoomId, SeriesId, SessionId, series};

fn gives(bench: &mut Bench, session: SessionId, role: Role) {
    bench.give(Command::GiveRole { session, person: PersonId(1), role }).unwrap();
}

#[test]
fn every_pair_of_roles_at_one_time_is_found_and_an_organiser_is_the_lesser_case() {
    for one in Role::ALL {
        for other in Role::ALL {
            let mut bench = Bench::kyoto();
            let (first, second) = (bench.session("WS 1", 60), bench.session("WS 2", 60));
            bench.place(first, 1, 0).unwrap();
            bench.place(second, 2, 30).unwrap();
            gives(&mut bench, first, one);
            gives(&mut bench, second, other);
            let found = collisions(&bench.forum, MeetingId(1));
            let lesser = [one, other].contains(&Role::Organiser);
            let expected = if lesser { Severity::Lesser } else { Severity::Both };
            assert_eq!(found.len(), 1, "{one:?} and {other:?}");
            assert_eq!((found[0].person, found[0].severity), (PersonId(1), expected));
            assert_eq!(found[0].one.session.id, first, "the one that begins first");
        }
    }
}

#[test]
fn a_way_between_rooms_takes_time_and_none_within_a_room() {
    for (room, minutes, expected) in [
        (2, 60, Some(Severity::Short(0))),
        (2, 64, Some(Severity::Short(4))),
        (2, 65, None),
        (1, 60, None),
        (2, 59, Some(Severity::Both)),
    ] {
        let mut bench = Bench::kyoto();
        let (first, second) = (bench.session("WS 1", 60), bench.session("WS 2", 60));
        bench.place(first, 1, 0).unwrap();
        bench.place(second, room, minutes).unwrap();
        bench.speaks(1, first);
        bench.speaks(1, second);
        let found = collisions(&bench.forum, MeetingId(1));
        assert_eq!(found.first().map(|found| found.severity), expected, "room {room} after {minutes}");
    }
}

#[test]
fn a_way_takes_as_long_as_somebody_has_said() {
    let walk = |one, other, minutes| Walk { one: RoomId(one), other: RoomId(other), minutes };
    for (minutes, walks, gap, expected) in [
        (12, vec![], 11, Some(Severity::Short(11))),
        (12, vec![], 12, None),
        (12, vec![walk(2, 1, 2)], 2, None),
        (2, vec![walk(2, 1, 20)], 19, Some(Severity::Short(19))),
        (0, vec![walk(1, 1, 9), walk(1, 2, 0)], 0, None),
    ] {
        let mut bench = Bench::kyoto();
        let (first, second) = (bench.session("WS 1", 60), bench.session("WS 2", 60));
        bench.place(first, 1, 0).unwrap();
        bench.place(second, 2, 60 + gap).unwrap();
        bench.speaks(1, first);
        bench.speaks(1, second);
        bench.give(Command::Demand(Demand::TimeWalks { meeting: MeetingId(1), minutes, walks })).unwrap();
        let found = collisions(&bench.forum, MeetingId(1));
        assert_eq!(found.first().map(|found| found.severity), expected, "{minutes}, {gap} between");
    }
}

#[test]
fn a_session_of_another_meeting_at_the_same_time_collides_too() {
    let mut bench = Bench::kyoto();
    let first = bench.session("WS 1", 60);
    bench.place(first, 1, 0).unwrap();
    bench.speaks(1, first);
    let announce = series::Command::AnnounceMeeting {
        series: SeriesId(1),
        slug: "online".into(),
        number: None,
        title: "Online".into(),
        city: String::new(),
        country: String::new(),
        first_day: jiff::civil::date(2023, 10, 8),
        last_day: jiff::civil::date(2023, 10, 9),
        zone: "UTC".into(),
        online: true,
    };
    bench.give(announce).unwrap();
    let meeting = MeetingId(2);
    bench.give(Command::OpenRoom { meeting, name: "Room".into(), seats: None, origin: None }).unwrap();
    bench.give(Command::AddSession(NewSession { meeting, ..new_session("ON 1", 60) })).unwrap();
    let room = *bench.forum.programme.meetings[&meeting].rooms.keys().next().unwrap();
    let session = SessionId(2);
    bench.give(Command::PlaceSession { session, room, start: after_noon(30) }).unwrap();
    bench.speaks(1, session);
    for meeting in [MeetingId(1), meeting] {
        let found = collisions(&bench.forum, meeting);
        assert_eq!(found.len(), 1, "{meeting:?}");
        assert_eq!(found[0].severity, Severity::Both);
    }
}

#[test]
fn what_is_withdrawn_or_has_no_place_collides_with_nothing() {
    let mut bench = Bench::kyoto();
    let sessions = [bench.session("WS 1", 60), bench.session("WS 2", 60), bench.session("WS 3", 60)];
    sessions.into_iter().for_each(|session| bench.speaks(1, session));
    bench.place(sessions[0], 1, 0).unwrap();
    bench.place(sessions[1], 2, 0).unwrap();
    bench.give(Command::WithdrawSession { session: sessions[1] }).unwrap();
    assert!(collisions(&bench.forum, MeetingId(1)).is_empty());
}

#[test]
fn entries_that_may_be_one_person_are_named_with_their_reasons() {
    let mut bench = Bench::kyoto();
    let add = |bench: &mut Bench, name: &str, email: &str| {
        let person = NewPerson { name: name.into(), email: email.into(), ..NewPerson::default() };
        bench.give(people::Command::AddPerson(person)).unwrap();
    };
    // 1 and 2 are Amina Diallo and Tomás Rey.
    add(&mut bench, "DIALLO Amina", "");
    add(&mut bench, "A. Diallo", "");
    add(&mut bench, "Mei Lin", "mei@example.org");
    add(&mut bench, "LIN, Mei", "lin@example.org");
    add(&mut bench, "Tomas Reyes", "");
    let all = bench.forum.people.persons.keys().copied().collect();
    let found = alike(&bench.forum, &all);
    let pair = |one: u32, other: u32| {
        let found = found.iter().find(|found| (found.one, found.other) == (PersonId(one), PersonId(other)));
        found.map(|found| found.reasons.clone())
    };
    assert_eq!(pair(1, 3), Some(vec![Reason::SameName]));
    assert_eq!(pair(1, 4), Some(vec![Reason::AlikeName]));
    assert_eq!(pair(5, 6), Some(vec![Reason::SameName]), "whatever their addresses");
    assert_eq!(pair(2, 7), None, "Rey is not Reyes, whatever the first name");
    assert_eq!(pair(1, 2), None);
}

fn about(bench: &mut Bench, code: &str, language: &str, title: &str, summary: &str) {
    let session = NewSession {
        title: title.into(),
        summary: summary.into(),
        language: language.into(),
        ..new_session(code, 60)
    };
    bench.give(Command::AddSession(session)).unwrap();
}

#[test]
fn sessions_about_the_same_are_found_in_every_writing_and_others_are_not() {
    let mut bench = Bench::kyoto();
    let texts = [
        (
            "en",
            "Protecting children online",
            "How platforms keep children safe from abuse in games and chats.",
        ),
        (
            "en",
            "Children’s safety on platforms",
            "Keeping children safe online: abuse, games, age assurance.",
        ),
        (
            "en",
            "Submarine cables and resilience",
            "Who repairs cables after an earthquake, and who pays for ships?",
        ),
        ("en", "Routing security", "Operators sign their routes; what is still missing is deployment."),
        ("en", "Digital identity for refugees", "Papers are lost on the way, and with them rights."),
        ("ja", "子どもの安全とオンラインゲーム", "プラットフォームは子どもをどう守るか。"),
        ("ja", "オンラインで子どもの安全を守る", "ゲームとプラットフォームの責任。"),
        ("ja", "海底ケーブルの復旧", "地震のあとに船を出すのは誰か。"),
        ("ar", "حماية الأطفال على الإنترنت", "كيف تحمي المنصات الأطفال من الإساءة"),
        ("ar", "سلامة الأطفال والمنصات", "المنصات وحماية الأطفال على الإنترنت"),
        ("ar", "الكابلات البحرية", "من يصلح الكابلات بعد الزلزال"),
    ];
    for (nth, (language, title, summary)) in texts.iter().enumerate() {
        about(&mut bench, &format!("WS {}", nth + 1), language, title, summary);
    }
    let draft = &bench.forum.programme.meetings[&MeetingId(1)];
    let found: std::collections::BTreeSet<(u32, u32)> =
        similar(draft).iter().map(|pair| (pair.one.0, pair.other.0)).collect();
    assert_eq!(found, [(1, 2), (6, 7), (9, 10)].into(), "{:?}", similar(draft));
    assert!(similar(draft).iter().all(|pair| (2..=10).contains(&pair.points())));
}

#[test]
fn the_same_text_twice_is_the_most_similar_and_withdrawn_ones_are_not_compared() {
    let mut bench = Bench::kyoto();
    for (nth, title) in
        ["Cables under the sea", "Cables under the sea", "Schools", "Elections"].iter().enumerate()
    {
        about(&mut bench, &format!("WS {}", nth + 1), "en", title, "");
    }
    let found = similar(&bench.forum.programme.meetings[&MeetingId(1)]);
    assert_eq!(found.len(), 1);
    assert!(found[0].likeness > 0.999, "{found:?}");
    bench.give(Command::WithdrawSession { session: SessionId(2) }).unwrap();
    assert!(similar(&bench.forum.programme.meetings[&MeetingId(1)]).is_empty());
}

#[test]
fn for_no_session_more_than_five_others_are_named() {
    let mut bench = Bench::kyoto();
    // Each session shares a word with the first alone, which is therefore similar to all of them.
    let own = ["Cables", "Elections", "Schools", "Libraries", "Satellites", "Languages", "Archives"];
    about(&mut bench, "WS 0", "en", &own.join(" "), "");
    for (nth, title) in own.iter().enumerate() {
        about(&mut bench, &format!("WS {}", nth + 1), "en", title, "");
    }
    let found = similar(&bench.forum.programme.meetings[&MeetingId(1)]);
    assert_eq!(found.len(), 5, "{found:?}");
    assert!(found.iter().all(|pair| pair.one == SessionId(1)), "{found:?}");
}
