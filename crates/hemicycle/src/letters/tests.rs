//! Letters about a programme, from publishing to the outbox.

use super::*;
use crate::app::{App, Where, forum_in};
use forum::people::{Command as People, NewPerson};
use forum::programme::{Command as Step, NewSession, Role};
use forum::series::Command as Series;
use forum::{Actor, Command, RoomId, SeriesId, SessionId};
use platform::mail::outbox;
use platform::writer::Key;
use std::path::Path;

const MEETING: MeetingId = MeetingId(1);

struct House {
    app: Arc<App>,
    runtime: tokio::runtime::Runtime,
}

impl House {
    fn open(folder: &Path) -> House {
        let app = Arc::new(App::open(&Where { data: folder.to_owned(), database: None }).unwrap());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        House { app, runtime }
    }

    /// Amina speaks in both sessions, Bruno in the second, Carla, who has no address, in the first.
    fn with_a_programme(folder: &Path) -> House {
        let house = House::open(folder);
        house.app.begin("igf").unwrap();
        house.give(Series::FoundSeries { slug: "forum".into(), name: "Forum".into() });
        house.give(Series::AnnounceMeeting {
            series: SeriesId(1),
            slug: "autumn".into(),
            number: None,
            title: "Autumn".into(),
            city: String::new(),
            country: String::new(),
            first_day: "2026-10-05".parse().unwrap(),
            last_day: "2026-10-08".parse().unwrap(),
            zone: "Africa/Nairobi".into(),
            online: false,
        });
        for name in ["Hall", "Annex"] {
            house.give(Step::OpenRoom { meeting: MEETING, name: name.into(), seats: None, origin: None });
        }
        for (name, email) in
            [("Amina", "amina@forum.example"), ("Bruno", "bruno@forum.example"), ("Carla", "")]
        {
            let person = NewPerson { name: name.into(), email: email.into(), ..NewPerson::default() };
            house.give(People::AddPerson(person));
        }
        for (nth, people) in [(1, [1, 3]), (2, [1, 2])] {
            house.give(Step::AddSession(NewSession {
                meeting: MEETING,
                code: format!("WS {nth}"),
                kind: "workshop".into(),
                title: format!("About {nth}. See https://evil.example"),
                summary: String::new(),
                language: "en".into(),
                format: String::new(),
                track: None,
                minutes: 60,
                organisers: Vec::new(),
                origin: None,
            }));
            for person in people {
                let (session, person) = (SessionId(nth), PersonId(person));
                house.give(Step::GiveRole { session, person, role: Role::Speaker });
            }
            house.place(nth, 1, &format!("2026-10-05T0{}:00:00Z", 5 + nth));
        }
        house.publish();
        house
    }

    fn give(&self, command: impl Into<Command>) {
        let key = Key::new(&platform::random_token()).unwrap();
        self.runtime.block_on(self.app.give_as("igf", Actor::Secretariat, key, command.into())).unwrap();
    }

    fn place(&self, session: u32, room: u32, start: &str) {
        let (session, room, start) = (SessionId(session), RoomId(room), start.parse().unwrap());
        self.give(Step::PlaceSession { session, room, start });
    }

    /// Publishes, wishes that those concerned be told, and lets the letters go.
    fn publish(&self) {
        self.give(Step::PublishProgramme { meeting: MEETING, label: String::new(), note: String::new() });
        let state = self.app.state("igf").unwrap();
        let version = forum_in(&state).programme.meetings[&MEETING].latest().unwrap().number;
        self.app.letters().ask("igf", MEETING, version).unwrap();
        work(&self.app, "igf");
    }

    /// To whom letters lie in the outbox, the oldest first, and what they say.
    fn letters(&self) -> Vec<(String, String)> {
        let kept = outbox::list(self.app.gate().outbox().unwrap(), "igf", 100).unwrap();
        kept.into_iter().rev().map(|kept| (kept.to, kept.text)).collect()
    }
}

#[test]
fn everybody_whom_a_version_concerns_gets_one_letter_with_their_sessions_and_no_others() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::with_a_programme(folder.path());
    let first = house.letters();
    let to: Vec<&str> = first.iter().map(|(to, _)| to.as_str()).collect();
    assert_eq!(to, ["amina@forum.example", "bruno@forum.example"], "Carla has no address");
    assert!(first[0].1.contains("WS 1") && first[0].1.contains("WS 2"));
    assert!(!first[1].1.contains("WS 1") && first[1].1.contains("WS 2"));
    // The next version moves the first session: Bruno has no part in it.
    house.place(1, 2, "2026-10-06T06:00:00Z");
    house.publish();
    let second = &house.letters()[2..];
    assert_eq!(second.len(), 1);
    let (to, text) = &second[0];
    assert_eq!(to, "amina@forum.example");
    assert!(text.contains("WS 1") && text.contains("Annex") && !text.contains("WS 2"), "{text}");
    assert!(!text.contains("https://evil.example"), "what somebody wrote is no link: {text}");
    assert!(text.contains("/igf/meetings/autumn/sessions/ws-1"), "{text}");
}

#[test]
fn a_letter_goes_once_for_a_version_however_often_a_server_starts() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::with_a_programme(folder.path());
    work(&house.app, "igf");
    house.app.stop();
    drop(house);
    let again = House::open(folder.path());
    work(&again.app, "igf");
    assert_eq!(again.letters().len(), 2);
    // Asked and not yet sent when the process ended: it goes on.
    again.place(1, 2, "2026-10-06T06:00:00Z");
    again.give(Step::PublishProgramme { meeting: MEETING, label: String::new(), note: String::new() });
    again.app.letters().ask("igf", MEETING, 2).unwrap();
    again.app.stop();
    drop(again);
    let third = House::open(folder.path());
    work(&third.app, "igf");
    assert_eq!(third.letters().len(), 3);
}

#[test]
fn the_calendar_in_a_letter_is_the_one_that_updates_in_place() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::with_a_programme(folder.path());
    house.place(1, 2, "2026-10-06T06:00:00Z");
    house.publish();
    let letter = compose::letter(&house.app, "igf", MEETING, 2, PersonId(1)).unwrap();
    let calendar = String::from_utf8(letter.attachment.as_ref().unwrap().bytes.clone()).unwrap();
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1, "only what changed for her");
    assert!(calendar.contains("SEQUENCE:1") && calendar.contains("20261006T060000Z"), "{calendar}");
    assert_eq!(letter.id, compose::letter(&house.app, "igf", MEETING, 2, PersonId(1)).unwrap().id);
    assert!(
        compose::letter(&house.app, "igf", MEETING, 2, PersonId(2)).is_none(),
        "nothing changed for Bruno"
    );
    let state = house.app.state("igf").unwrap();
    let programme = &forum_in(&state).programme.meetings[&MEETING];
    assert_eq!(concerned_by(programme, 2).into_keys().collect::<Vec<_>>(), [PersonId(1), PersonId(3)]);
}

#[test]
fn whoever_asked_to_be_forgotten_gets_no_letter() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::with_a_programme(folder.path());
    house.give(People::ErasePerson { person: PersonId(1) });
    house.place(2, 2, "2026-10-06T06:00:00Z");
    house.publish();
    // What lay in the outbox for her may be gone with her.
    let to: Vec<String> = house.letters().into_iter().map(|(to, _)| to).collect();
    let count = |who: &str| to.iter().filter(|to| *to == who).count();
    assert_eq!(count("bruno@forum.example"), 2, "he is told of both versions");
    assert!(count("amina@forum.example") <= 1, "and she of none since");
}
