//! The plan as commands: what a secretariat would have to ask for, in the order in which it would.
//!
//! A forum counts up its ids by itself, so in a forum that is built from nothing the id of a thing is its place in the
//! plan plus one.

use forum::people::{self, NewPerson};
use forum::programme::{self, NewSession, SessionEdit};
use forum::series;
use forum::{Command, MeetingId, OrganisationId, PersonId, RoomId, SeriesId, SessionId, TrackId};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};

use super::revision::Revision;
use super::{Kyoto, NUMBER, OFFSET, SlotUse};

/// A command, and a name for it that is the same whenever the same forum is built.
#[derive(Clone, Debug)]
pub struct Step {
    /// What is done to what, such as `person-17`.
    pub name: String,
    /// The command.
    pub command: Command,
}

impl Step {
    fn new(what: &str, number: usize, command: impl Into<Command>) -> Self {
        Self { name: format!("{what}-{number}"), command: command.into() }
    }
}

/// The meeting in which everything happens.
pub const MEETING: MeetingId = MeetingId(NUMBER as u32);

/// All commands that build the forum, in order.
pub fn commands(kyoto: &Kyoto) -> impl Iterator<Item = Step> {
    let revision = Revision::of(kyoto);
    archive(kyoto)
        .chain(venue(kyoto))
        .chain(crowd(kyoto))
        .chain(participation(kyoto))
        .chain(sessions(kyoto, &revision))
        .chain(draft(kyoto, &revision))
        .chain(last_changes(kyoto, &revision))
        .collect::<Vec<_>>()
        .into_iter()
}

/// The id of the thing at this place in the plan.
fn id(at: usize) -> u32 {
    u32::try_from(at + 1).expect("a forum is smaller than four thousand million of anything")
}

/// A moment by the clock of the venue.
fn instant(moment: DateTime) -> Timestamp {
    let zone = TimeZone::fixed(Offset::constant(OFFSET));
    moment.to_zoned(zone).expect("the days of the meeting lie within the calendar").timestamp()
}

/// The series, its meetings and what was published about them.
fn archive(kyoto: &Kyoto) -> impl Iterator<Item = Step> {
    let founded =
        series::Command::FoundSeries { slug: "igf".into(), name: "Internet Governance Forum".into() };
    let meetings = kyoto.meetings.iter().map(|meeting| {
        let year = meeting.first_day.year();
        let city = meeting.place.as_ref().map_or("", |place| place.city);
        let place = if city.is_empty() { "virtual" } else { city };
        let number = u32::from(meeting.number);
        series::Command::AnnounceMeeting {
            series: SeriesId(1),
            slug: forum::slug_of(&format!("{place} {year}"), "meeting"),
            number: Some(number),
            title: if city.is_empty() {
                format!("IGF {year}, online")
            } else {
                format!("IGF {year}, {city}")
            },
            city: city.to_owned(),
            country: meeting.place.as_ref().map_or("", |place| place.country).to_owned(),
            first_day: meeting.first_day,
            last_day: meeting.last_day,
            zone: meeting.zone.to_owned(),
            online: meeting.place.is_none(),
        }
    });
    let figures = kyoto.meetings.iter().flat_map(|meeting| {
        meeting.figures.iter().map(|figure| series::Command::PublishFigure {
            meeting: MeetingId(u32::from(meeting.number)),
            metric: figure.metric,
            count: figure.people,
            at_least: figure.at_least,
            source: figure.source.to_owned(),
        })
    });
    let all = std::iter::once(founded).chain(meetings).chain(figures);
    all.enumerate().map(|(n, command)| Step::new("series", n, command))
}

/// Rooms, the grid of the days, and tracks.
fn venue(kyoto: &Kyoto) -> impl Iterator<Item = Step> {
    let rooms = kyoto.rooms.iter().map(|room| programme::Command::OpenRoom {
        meeting: MEETING,
        name: room.name.clone(),
        seats: Some(room.seats),
        origin: None,
    });
    let slots = kyoto.slots.iter().map(|slot| programme::Command::AddSlot {
        meeting: MEETING,
        start: instant(slot.start),
        end: instant(slot.end),
        pause: match slot.use_for {
            SlotUse::Pause(name) => name.to_owned(),
            SlotUse::Sessions | SlotUse::Plenary => String::new(),
        },
    });
    let tracks = kyoto
        .tracks
        .iter()
        .map(|track| programme::Command::AddTrack { meeting: MEETING, name: track.name_en.to_owned() });
    rooms.chain(slots).chain(tracks).enumerate().map(|(n, command)| Step::new("venue", n, command))
}

/// Organisations and persons.
fn crowd(kyoto: &Kyoto) -> impl Iterator<Item = Step> {
    let organisations = kyoto.organisations.iter().map(|organisation| people::Command::AddOrganisation {
        name: organisation.name.clone(),
        group: Some(organisation.group),
        country: organisation.country.as_str().to_owned(),
        url: String::new(),
    });
    let persons = kyoto.persons.iter().map(|person| {
        people::Command::AddPerson(NewPerson {
            name: person.name.clone(),
            biography: person.biography.clone().unwrap_or_default(),
            organisation: person.organisation.map(|at| OrganisationId(id(at))),
            group: Some(person.group),
            country: person.country.as_str().to_owned(),
            region: person.region,
            gender: person.gender,
            ..NewPerson::default()
        })
    });
    let organisations = organisations.enumerate().map(|(n, command)| Step::new("organisation", n, command));
    organisations.chain(persons.enumerate().map(|(n, command)| Step::new("person", n, command)))
}

/// Who registered, collected a badge, joined online.
fn participation(kyoto: &Kyoto) -> impl Iterator<Item = Step> {
    let people = || kyoto.participants.iter().enumerate();
    let registered = people().map(|(at, participant)| {
        let command = people::Command::Register {
            meeting: MEETING,
            person: PersonId(id(at)),
            attendance: participant.attendance,
            first_time: participant.first_time,
        };
        Step::new("register", at, command)
    });
    let came = people().filter_map(|(at, participant)| {
        let (meeting, person) = (MEETING, PersonId(id(at)));
        let command = match (participant.badge, participant.online) {
            (true, _) => people::Command::CollectBadge { meeting, person },
            (false, true) => people::Command::JoinOnline { meeting, person },
            (false, false) => return None,
        };
        Some(Step::new("come", at, command))
    });
    registered.chain(came)
}

/// Sessions and who does what in them.
fn sessions(kyoto: &Kyoto, revision: &Revision) -> impl Iterator<Item = Step> {
    kyoto.sessions.iter().enumerate().flat_map(move |(at, session)| {
        let added = programme::Command::AddSession(NewSession {
            meeting: MEETING,
            code: session.code.clone(),
            kind: session.kind.key().to_owned(),
            title: revision.working_title(at).unwrap_or(&session.title).to_owned(),
            summary: session.summary.clone(),
            language: session.language.to_owned(),
            format: session.format.unwrap_or_default().to_owned(),
            track: Some(TrackId(id(session.track))),
            minutes: u32::from(session.minutes),
            organisers: session.organisers.iter().map(|at| OrganisationId(id(*at))).collect(),
            origin: None,
        });
        let roles = session.roles.iter().enumerate().map(move |(n, (person, role))| {
            let (session, person) = (SessionId(id(at)), PersonId(id(*person)));
            Step {
                name: format!("role-{at}-{n}"),
                command: programme::Command::GiveRole { session, person, role: *role }.into(),
            }
        });
        std::iter::once(Step::new("session", at, added)).chain(roles)
    })
}

/// The programme as it was first published.
fn draft(kyoto: &Kyoto, revision: &Revision) -> impl Iterator<Item = Step> {
    let placed = kyoto.placements.iter().filter(|placement| !revision.is_late(placement.session));
    let placed = placed.map(|placement| {
        let room = revision.first_room(placement.session).unwrap_or(placement.room);
        Step::new("place", placement.session, place(placement.session, room, placement.start))
    });
    let published = publish("draft", "The programme as it stands, for comments by organisers and speakers.");
    // A forum without sessions has nothing to publish.
    let published = (!kyoto.placements.is_empty()).then(|| Step::new("publish", 1, published));
    placed.chain(published)
}

/// What changed until the final programme: sessions that came late, rooms that were exchanged, titles that were found.
fn last_changes(kyoto: &Kyoto, revision: &Revision) -> impl Iterator<Item = Step> {
    let placement_of = |session: usize| kyoto.placements.iter().find(move |p| p.session == session);
    let late = revision.late().filter_map(placement_of);
    let late: Vec<_> =
        late.map(|p| Step::new("place", p.session, place(p.session, p.room, p.start))).collect();
    // Both leave their rooms before either enters the other's.
    let left = revision.exchanged().map(|session| {
        let session_id = SessionId(id(session));
        Step::new("leave", session, programme::Command::UnplaceSession { session: session_id })
    });
    let entered = revision.exchanged().filter_map(placement_of);
    let entered: Vec<_> =
        entered.map(|p| Step::new("enter", p.session, place(p.session, p.room, p.start))).collect();
    let named = revision.renamed().map(|session| {
        let edit =
            SessionEdit { title: Some(kyoto.sessions[session].title.clone()), ..SessionEdit::default() };
        let command = programme::Command::AmendSession { session: SessionId(id(session)), edit };
        Step::new("title", session, command)
    });
    let published = publish("final", "Rooms exchanged where more seats were needed, and late confirmations.");
    let published = (!revision.is_empty()).then(|| Step::new("publish", 2, published));
    left.chain(entered).chain(late).chain(named).chain(published)
}

fn place(session: usize, room: usize, start: DateTime) -> programme::Command {
    programme::Command::PlaceSession {
        session: SessionId(id(session)),
        room: RoomId(id(room)),
        start: instant(start),
    }
}

fn publish(label: &str, note: &str) -> programme::Command {
    programme::Command::PublishProgramme { meeting: MEETING, label: label.into(), note: note.into() }
}
