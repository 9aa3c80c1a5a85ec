//! A forum to test with: one door to commands, so that cases read as sentences.

use forum::people::{Attendance, NewPerson};
use forum::programme::{NewSession, Role};
use forum::{
    Act, Actor, Command, Context, Forum, MeetingId, PersonId, Refusal, RoomId, SeriesId, SessionId, Stamp,
    people, programme, series,
};
use jiff::{SignedDuration, Timestamp};

/// A forum with a log of its own, a clock that ticks once a command and chance that counts.
#[derive(Clone, Default)]
pub(crate) struct Bench {
    /// The state.
    pub(crate) forum: Forum,
    /// Everything that happened.
    pub(crate) log: Vec<(Stamp, Act)>,
    /// Seconds since the clock began to tick.
    ticks: u64,
}

/// Noon in Kyoto on the first day of the meeting that [`Bench::kyoto`] announces.
pub(crate) fn noon() -> Timestamp {
    "2023-10-08T03:00:00Z".parse().unwrap()
}

/// So many minutes after noon.
pub(crate) fn after_noon(minutes: i64) -> Timestamp {
    noon() + SignedDuration::from_mins(minutes)
}

impl Bench {
    /// Gives a command in the name of the secretariat.
    pub(crate) fn give(&mut self, command: impl Into<Command>) -> Result<usize, Refusal> {
        self.give_as(Actor::Secretariat, command)
    }

    /// Gives a command in somebody's name; returns how many acts it made.
    pub(crate) fn give_as(&mut self, actor: Actor, command: impl Into<Command>) -> Result<usize, Refusal> {
        self.ticks += 1;
        let mut seed = [0; 32];
        seed[..8].copy_from_slice(&self.ticks.to_be_bytes());
        let now = "2023-06-01T00:00:00Z".parse::<Timestamp>().unwrap()
            + SignedDuration::from_secs(self.ticks as i64);
        let acts = self.forum.decide(&command.into(), &Context { now, actor, seed })?;
        let count = acts.len();
        for act in acts {
            let stamp = Stamp { seq: self.forum.seq() + 1, at: now, by: actor };
            self.forum.apply(&stamp, &act);
            self.log.push((stamp, act));
        }
        Ok(count)
    }

    /// Lets time go by.
    pub(crate) fn wait(&mut self, minutes: u64) {
        self.ticks += 60 * minutes;
    }

    /// A forum with one series, the Kyoto meeting, two rooms and two persons.
    pub(crate) fn kyoto() -> Bench {
        let mut bench = Bench::default();
        bench
            .give(series::Command::FoundSeries { slug: "igf".into(), name: "Annual meetings".into() })
            .unwrap();
        let announce = series::Command::AnnounceMeeting {
            series: SeriesId(1),
            slug: "kyoto".into(),
            number: Some(18),
            title: "18th annual meeting".into(),
            city: "Kyoto".into(),
            country: "JP".into(),
            first_day: jiff::civil::date(2023, 10, 8),
            last_day: jiff::civil::date(2023, 10, 12),
            zone: "Asia/Tokyo".into(),
            online: false,
        };
        bench.give(announce).unwrap();
        for name in ["Main Hall", "Room A"] {
            let meeting = MeetingId(1);
            let open =
                programme::Command::OpenRoom { meeting, name: name.into(), seats: Some(100), origin: None };
            bench.give(open).unwrap();
        }
        for name in ["Amina Diallo", "Tomás Rey"] {
            bench
                .give(people::Command::AddPerson(NewPerson { name: name.into(), ..NewPerson::default() }))
                .unwrap();
        }
        bench
    }

    /// Enters a session of so many minutes and returns its id.
    pub(crate) fn session(&mut self, code: &str, minutes: u32) -> SessionId {
        self.give(programme::Command::AddSession(new_session(code, minutes))).unwrap();
        *self.forum.programme.meetings[&MeetingId(1)].sessions.keys().next_back().unwrap()
    }

    /// Places a session so many minutes after noon.
    pub(crate) fn place(&mut self, session: SessionId, room: u32, minutes: i64) -> Result<usize, Refusal> {
        let start = after_noon(minutes);
        self.give(programme::Command::PlaceSession { session, room: RoomId(room), start })
    }

    /// Gives a person the role of speaker.
    pub(crate) fn speaks(&mut self, person: u32, session: SessionId) {
        let person = PersonId(person);
        self.give(programme::Command::GiveRole { session, person, role: Role::Speaker }).unwrap();
    }

    /// Publishes the programme.
    pub(crate) fn publish(&mut self) -> Result<usize, Refusal> {
        let (label, note) = (String::new(), String::new());
        self.give(programme::Command::PublishProgramme { meeting: MeetingId(1), label, note })
    }

    /// Registers a person.
    pub(crate) fn register(&mut self, person: u32) -> Result<usize, Refusal> {
        let (meeting, person) = (MeetingId(1), PersonId(person));
        let attendance = Attendance::OnSite;
        self.give(people::Command::Register { meeting, person, attendance, first_time: true })
    }
}

/// A session with nothing special about it.
pub(crate) fn new_session(code: &str, minutes: u32) -> NewSession {
    NewSession {
        meeting: MeetingId(1),
        code: code.into(),
        kind: "workshop".into(),
        title: format!("About {code}"),
        summary: String::new(),
        language: "en".into(),
        format: String::new(),
        track: None,
        minutes,
        organisers: Vec::new(),
        origin: None,
    }
}
