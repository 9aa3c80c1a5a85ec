//! A year of a large forum as commands: people arrive, then the secretariat edits and moves without end.

use forum::people::{self, Attendance, NewPerson};
use forum::programme::{self, NewSession, SessionEdit};
use forum::reference::groups::{Gender, StakeholderGroup};
use forum::series;
use forum::{Command, MeetingId, PersonId, RoomId, SeriesId, SessionId};
use jiff::civil::date;
use jiff::{Timestamp, ToSpan as _};

const MEETING: MeetingId = MeetingId(1);
/// Each enters, registers and comes: three commands.
const PEOPLE: u64 = 10_000;
const ROOMS: u32 = 12;
const SESSIONS: u32 = 300;
const DAYS: u32 = 5;
const HOURS_A_DAY: u32 = 10;

/// What must be there before people come: a meeting with rooms and sessions.
pub(super) fn meeting() -> Vec<Command> {
    let mut commands: Vec<Command> = vec![
        series::Command::FoundSeries { slug: "annual".into(), name: "Annual meeting".into() }.into(),
        series::Command::AnnounceMeeting {
            series: SeriesId(1),
            slug: "2027".into(),
            number: Some(22),
            title: "Twenty-second annual meeting".into(),
            city: String::new(),
            country: String::new(),
            first_day: date(2027, 10, 4),
            last_day: date(2027, 10, 8),
            zone: "UTC".into(),
            online: false,
        }
        .into(),
    ];
    let room = |number: u32| programme::Command::OpenRoom {
        meeting: MEETING,
        name: format!("Room {number}"),
        seats: Some(120),
        origin: None,
    };
    commands.extend((1..=ROOMS).map(|number| room(number).into()));
    commands.extend((1..=SESSIONS).map(|number| session(number).into()));
    commands
}

fn session(number: u32) -> programme::Command {
    programme::Command::AddSession(NewSession {
        meeting: MEETING,
        code: format!("WS {number}"),
        kind: "workshop".into(),
        title: format!("Workshop {number}: what a network owes to its neighbours"),
        summary: "Three short cases, then an hour of questions from both halves of the room.".into(),
        language: "en".into(),
        format: String::new(),
        track: None,
        minutes: 60,
        organisers: Vec::new(),
        origin: None,
    })
}

/// The n-th command of the load.
pub(super) fn command(number: u64) -> Command {
    match number.checked_sub(3 * PEOPLE) {
        None => arrival(number),
        Some(number) => edit(number),
    }
}

fn arrival(number: u64) -> Command {
    let person = PersonId(number as u32 / 3 + 1);
    let attendance = if person.0.is_multiple_of(3) { Attendance::Online } else { Attendance::OnSite };
    match (number % 3, attendance) {
        (0, _) => people::Command::AddPerson(NewPerson {
            name: format!("Person of the Load {}", person.0),
            email: format!("person{}@example.org", person.0),
            biography: String::new(),
            organisation: None,
            group: Some(StakeholderGroup::CivilSociety),
            country: "KE".into(),
            region: None,
            gender: Gender::default(),
            origin: None,
        }),
        (1, _) => people::Command::Register {
            meeting: MEETING,
            person,
            attendance,
            first_time: person.0.is_multiple_of(2),
        },
        (_, Attendance::Online) => people::Command::JoinOnline { meeting: MEETING, person },
        (_, Attendance::OnSite) => people::Command::CollectBadge { meeting: MEETING, person },
    }
    .into()
}

/// In turn: a biography, a title, and two moves.
fn edit(number: u64) -> Command {
    let round = number / 4;
    let session = SessionId((round % u64::from(SESSIONS)) as u32 + 1);
    match number % 4 {
        0 => people::Command::AmendPerson {
            person: PersonId((round % PEOPLE) as u32 + 1),
            name: None,
            biography: Some(format!(
                "Has written {round} letters about interconnection, most of them polite."
            )),
            organisation: None,
        }
        .into(),
        1 => {
            let title = Some(format!("What a network owes to its neighbours, draft {round}"));
            programme::Command::AmendSession {
                session,
                edit: SessionEdit { title, ..SessionEdit::default() },
            }
            .into()
        }
        half => {
            // A session has two cells of the grid to itself, and moves from one to the other.
            let cell = session.0 - 1 + (half as u32 - 2) * SESSIONS;
            programme::Command::PlaceSession {
                session,
                room: RoomId(cell % ROOMS + 1),
                start: hour(cell / ROOMS),
            }
            .into()
        }
    }
}

/// The n-th hour of the meeting.
fn hour(number: u32) -> Timestamp {
    assert!(number < DAYS * HOURS_A_DAY, "the grid ends here");
    let day = date(2027, 10, 4).saturating_add(i64::from(number / HOURS_A_DAY).days());
    let at = day.at(8, 0, 0, 0).saturating_add(i64::from(number % HOURS_A_DAY).hours());
    at.to_zoned(jiff::tz::TimeZone::UTC).expect("every hour exists in UTC").timestamp()
}
