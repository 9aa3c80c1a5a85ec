//! Letters about a programme, from publishing to the outbox.

use super::*;
use crate::app::{App, forum_in};
use crate::config::Config;
use forum::people::{Command as People, NewPerson};
use forum::programme::{Command as Step, NewSession, Role};
use forum::series::Command as Series;
use forum::{Actor, Command, RoomId, SeriesId, SessionId};
use jiff::SignedDuration;
use platform::mail::outbox;
use platform::writer::Key;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::path::Path;

mod after;
use std::sync::mpsc::{Receiver, channel};

const MEETING: MeetingId = MeetingId(1);

struct House {
    app: Arc<App>,
    runtime: tokio::runtime::Runtime,
}

impl House {
    fn open(folder: &Path) -> House {
        House::with(folder, |_| {})
    }

    fn with(folder: &Path, set: impl FnOnce(&mut Config)) -> House {
        let mut config = Config::defaults();
        config.data = folder.to_owned();
        set(&mut config);
        let app = Arc::new(App::with(config).unwrap());
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

/// A letter about a version, wished for just now.
fn due(version: u32, to: u32) -> Due {
    Due { meeting: MEETING, version, to: PersonId(to), asked: Some(Timestamp::now()) }
}

/// A mail server that takes no letter to Amina for the time being; to whom it took one, it says.
fn server_without_room_for_amina() -> (String, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let (took, taken) = channel();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
            let mut to = String::new();
            writeln!(stream, "220 ready\r").unwrap();
            while let Some(line) = lines.next() {
                let answer = match line.split([' ', ':']).next().unwrap() {
                    "RCPT" if line.contains("amina") => "452 the mailbox is full",
                    "RCPT" => {
                        to = line["RCPT TO:<".len()..].split('>').next().unwrap().to_owned();
                        "250 ok"
                    }
                    "DATA" => {
                        writeln!(stream, "354 go on\r").unwrap();
                        lines.by_ref().find(|line| line == ".");
                        took.send(to.clone()).unwrap();
                        "250 taken"
                    }
                    _ => "250 ok",
                };
                if writeln!(stream, "{answer}\r").is_err() {
                    break;
                }
            }
        }
    });
    (url, taken)
}

#[test]
fn a_mailbox_that_is_full_keeps_nobody_else_waiting() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::with_a_programme(folder.path());
    house.place(2, 2, "2026-10-06T06:00:00Z");
    house.give(Step::PublishProgramme { meeting: MEETING, label: String::new(), note: String::new() });
    house.app.letters().ask("igf", MEETING, 2).unwrap();
    house.app.stop();
    drop(house);
    let (url, taken) = server_without_room_for_amina();
    let house = House::with(folder.path(), |config| {
        config.smtp = Some(url);
        config.mail_from = Some("forum@forum.example".to_owned());
    });
    assert!(!work(&house.app, "igf"), "one is to be tried again");
    assert_eq!(taken.try_iter().collect::<Vec<_>>(), ["bruno@forum.example"]);
    let told = house.app.letters().told("igf").unwrap().letters;
    let how = |person| told.get(&(MEETING, 2, PersonId(person))).copied();
    assert_eq!((how(1), how(2)), (None, Some(How::Sent)));
}

#[test]
fn a_letter_is_as_old_as_the_wish_for_it_and_too_old_is_not_sent() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::with_a_programme(folder.path());
    house.place(2, 2, "2026-10-06T06:00:00Z");
    house.give(Step::PublishProgramme { meeting: MEETING, label: String::new(), note: String::new() });
    let asked = Timestamp::now().checked_sub(SignedDuration::from_hours(71)).unwrap();
    let until = |asked| compose::letter(&house.app, "igf", Due { asked, ..due(2, 2) }).unwrap().until;
    assert_eq!(until(Some(asked)), until(Some(asked)), "whenever it is looked at");
    assert!(until(Some(asked)) > Timestamp::now());
    assert_eq!(until(None), until(None), "and where the journal does not say, as old as the version");
    let at = asked.checked_sub(SignedDuration::from_hours(2)).ok();
    house.app.letters().note("igf", &journal::Line::Ask { meeting: MEETING, version: 2, at }).unwrap();
    let before = house.letters().len();
    assert!(work(&house.app, "igf"), "nothing is to be tried again");
    assert_eq!(house.letters().len(), before);
    let told = house.app.letters().told("igf").unwrap().letters;
    assert_eq!(told.get(&(MEETING, 2, PersonId(2))), Some(&How::Late));
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
    let letter = |to| compose::letter(&house.app, "igf", due(2, to));
    let hers = letter(1).unwrap();
    let calendar = String::from_utf8(hers.attachment.as_ref().unwrap().bytes.clone()).unwrap();
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1, "only what changed for her");
    assert!(calendar.contains("SEQUENCE:1") && calendar.contains("20261006T060000Z"), "{calendar}");
    assert_eq!(hers.id, letter(1).unwrap().id);
    assert!(letter(2).is_none(), "nothing changed for Bruno");
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
    // What lay in the outbox for her is gone with her.
    let to: Vec<String> = house.letters().into_iter().map(|(to, _)| to).collect();
    let count = |who: &str| to.iter().filter(|to| *to == who).count();
    assert_eq!(count("bruno@forum.example"), 2, "he is told of both versions");
    assert_eq!(count("amina@forum.example"), 0, "and she of none since");
}
