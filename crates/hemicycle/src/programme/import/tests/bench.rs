//! A forum to import into, and programmes written as one line a session.

use crate::programme::import::{Options, Plan, Stop, plan};
use forum::programme::{Command as Step, Programme as Draft, Role};
use forum::{Act, Actor, Command, Context, Forum, Refusal, Stamp};
use interchange::{Ids, Lost, Moment, Person, Place, Problem, Programme, Room, Session, Track};
use jiff::Timestamp;

/// A programme of one day in Lisbon, one session a line: `id | title | room | start | minutes | people`, where a
/// person is written `Name#id role` and everything but the title may be left out.
pub(super) fn file(lines: &[&str]) -> Programme {
    let mut programme = Programme { format: "test", ..Programme::default() };
    programme.meeting.acronym = Some("lake26".into());
    programme.meeting.title = Some("Lakeside Forum 2026".into());
    programme.meeting.zone = Some("Europe/Lisbon".into());
    for (line, text) in (1..).zip(lines) {
        let parts: Vec<&str> = text.split('|').map(str::trim).collect();
        let [id, title, room, start, minutes, people] = parts[..] else { panic!("six parts: {text}") };
        let place = Place { line, path: format!("event[{line}]") };
        let session = Session {
            ids: Ids { id: some(id), ..Ids::default() },
            title: title.into(),
            room: some(room),
            start: some(start).map(|start| Moment::Local(format!("2026-11-24T{start}").parse().unwrap())),
            minutes: minutes.parse().ok(),
            language: Some("en".into()),
            kind: Some("workshop".into()),
            persons: people.split(',').filter_map(|text| person(text.trim(), line)).collect(),
            place: place.clone(),
            ..Session::default()
        };
        if !programme.rooms.iter().any(|known| known.name == room) && !room.is_empty() {
            programme.rooms.push(Room { name: room.into(), place, ..Room::default() });
        }
        programme.sessions.push(session);
    }
    programme
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn person(text: &str, line: u32) -> Option<Person> {
    let (name, rest) = text.split_once('#').unwrap_or((text, ""));
    let (id, role) = rest.split_once(' ').unwrap_or((rest, ""));
    let ids = Ids { id: some(id), ..Ids::default() };
    let place = Place { line, path: format!("event[{line}]/person") };
    some(name).map(|name| Person { place, ids, name, role: some(role), ..Person::default() })
}

/// What the reader says when it could not read a session.
pub(super) fn lost_session(line: u32) -> Problem {
    Problem {
        line,
        path: format!("event[{line}]"),
        field: "title".into(),
        lost: Lost::Session,
        message: "is empty".into(),
        remedy: "Fill it in.".into(),
    }
}

/// Gives each session of a programme a track.
pub(super) fn with_tracks(mut programme: Programme, tracks: &[&str]) -> Programme {
    for (session, track) in programme.sessions.iter_mut().zip(tracks) {
        session.track = Some((*track).to_owned());
        programme.tracks.push(Track { name: (*track).to_owned(), ..Track::default() });
    }
    programme
}

/// A forum without a log.
#[derive(Default)]
pub(super) struct Bench {
    pub(super) forum: Forum,
    pub(super) options: Options,
}

impl Bench {
    pub(super) fn plan(&self, file: &Programme) -> Result<Plan, Stop> {
        plan(&self.forum, file, &self.options)
    }

    /// Plans an import and carries it out.
    pub(super) fn import(&mut self, file: &Programme) -> Plan {
        let plan = self.plan(file).unwrap();
        self.give(plan.command()).unwrap();
        plan
    }

    /// The acts that an import makes, without doing them.
    pub(super) fn acts_of(&self, file: &Programme) -> Vec<Act> {
        let context = Context { now: Timestamp::UNIX_EPOCH, actor: Actor::Secretariat, seed: [7; 32] };
        self.forum.decide(&self.plan(file).unwrap().command(), &context).unwrap()
    }

    /// Gives a command, with a time and a chance of its own.
    pub(super) fn give(&mut self, command: impl Into<Command>) -> Result<(), Refusal> {
        let now: Timestamp = "2026-06-01T00:00:00Z".parse().unwrap();
        let context = Context { now, actor: Actor::Secretariat, seed: [7; 32] };
        for act in self.forum.decide(&command.into(), &context)? {
            let stamp = Stamp { seq: self.forum.seq() + 1, at: now, by: context.actor };
            self.forum.apply(&stamp, &act);
        }
        Ok(())
    }

    /// The draft of the only meeting.
    pub(super) fn draft(&self) -> Draft {
        self.forum.programme.meetings.values().next().cloned().unwrap_or_default()
    }

    /// Every placed session as `code room time`, by code.
    pub(super) fn placed(&self) -> Vec<String> {
        let draft = self.draft();
        let zone = jiff::tz::TimeZone::get("Europe/Lisbon").unwrap();
        let placed = draft.sessions.values().filter_map(|session| {
            let (room, start, _) = session.placed()?;
            let time = start.to_zoned(zone.clone()).strftime("%H:%M").to_string();
            Some(format!("{} {} {time}", session.code, draft.rooms[&room].name))
        });
        let mut placed: Vec<String> = placed.collect();
        placed.sort();
        placed
    }

    /// When sessions begin, in UTC.
    pub(super) fn starts(&self) -> Vec<String> {
        let draft = self.draft();
        draft.sessions.values().filter_map(|session| Some(session.placed()?.1.to_string())).collect()
    }

    /// The names of all persons, in the order in which they were entered.
    pub(super) fn people(&self) -> Vec<String> {
        self.forum.people.persons.values().map(|person| person.name.or_empty().to_owned()).collect()
    }

    /// Makes somebody speak in a session, by hand.
    pub(super) fn speaks(&mut self, name: &str, code: &str) {
        let people = &self.forum.people.persons;
        let person = *people.iter().find(|(_, person)| person.name.text() == Some(name)).unwrap().0;
        let session = self.draft().sessions.values().find(|session| session.code == code).unwrap().id;
        self.give(Step::GiveRole { session, person, role: Role::Speaker }).unwrap();
    }
}
