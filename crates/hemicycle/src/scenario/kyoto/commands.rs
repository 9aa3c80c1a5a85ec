//! The plan as commands: what a secretariat would have to ask for, in the order in which it would.
//!
//! A forum counts up its ids by itself, so in a forum that is built from nothing the id of a thing is its place in the
//! plan plus one.

use std::collections::BTreeMap;

use forum::people::{self, NewPerson, Origin};
use forum::programme::{self, NewSession, SessionEdit};
use forum::series;
use forum::{Command, MeetingId, OrganisationId, PersonId, RoomId, SeriesId, SessionId, TrackId};
use jiff::civil::{DateTime, date};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan};

use crate::scenario::step::Step;

use super::revision::Revision;
use super::{DAY_ZERO, Kyoto, NUMBER, OFFSET, SlotUse, call};

/// The meeting in which everything happens.
pub const MEETING: MeetingId = MeetingId(NUMBER as u32);

/// All commands that build the forum, in order, each at about the time when it would have been given (assumed, but for
/// the days of the meeting and what is known of the calls).
pub fn commands(kyoto: &Kyoto) -> impl Iterator<Item = Step> {
    let revision = Revision::of(kyoto);
    let dated = |steps: Box<dyn Iterator<Item = Step> + '_>, year: i16, month: i8, day: i8| {
        let at = instant(date(year, month, day).at(18, 0, 0, 0));
        steps.map(move |step| step.on(at)).collect::<Vec<_>>()
    };
    // What is known of a meeting before it was held, and what was published afterwards.
    let (before, after): (Vec<Step>, Vec<Step>) = archive(kyoto).partition(is_known_before);
    [
        dated(Box::new(before.into_iter()), 2023, 1, 16),
        dated(Box::new(venue(kyoto)), 2023, 3, 1),
        dated(Box::new(crowd(kyoto)), 2023, 3, 6),
        call::steps(kyoto),
        registered(kyoto).collect(),
        dated(Box::new(sessions(kyoto, &revision)), 2023, 8, 14),
        dated(Box::new(draft(kyoto, &revision)), 2023, 8, 21),
        dated(Box::new(last_changes(kyoto, &revision)), 2023, 9, 25),
        came(kyoto).collect(),
        dated(Box::new(after.into_iter()), 2025, 1, 15),
    ]
    .into_iter()
    .flatten()
}

/// Whether a step of the archive could be given before the meeting.
fn is_known_before(step: &Step) -> bool {
    let this = u32::from(NUMBER);
    match &step.command {
        Command::Series(series::Command::AnnounceMeeting { number, .. }) => number.is_none_or(|n| n <= this),
        Command::Series(series::Command::PublishFigure { meeting, .. }) => meeting.0 < this,
        _ => true,
    }
}

/// The id of the thing at this place in the plan.
pub(super) fn id(at: usize) -> u32 {
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
            email: person.email.clone().unwrap_or_default(),
            ..NewPerson::default()
        })
    });
    let organisations = organisations.enumerate().map(|(n, command)| Step::new("organisation", n, command));
    organisations.chain(persons.enumerate().map(|(n, command)| Step::new("person", n, command)))
}

/// Who registered, over a week of August.
fn registered(kyoto: &Kyoto) -> impl Iterator<Item = Step> {
    let week = kyoto.participants.len().div_ceil(7).max(1);
    kyoto.participants.iter().enumerate().map(move |(at, participant)| {
        let command = people::Command::Register {
            meeting: MEETING,
            person: PersonId(id(at)),
            attendance: participant.attendance,
            first_time: participant.first_time,
        };
        let day = 1 + i8::try_from(at / week).unwrap_or_default();
        Step::new("register", at, command).on(instant(date(2023, 8, day).at(18, 0, 0, 0)))
    })
}

/// Who collected a badge or joined online, over the days of the meeting.
fn came(kyoto: &Kyoto) -> impl Iterator<Item = Step> {
    let day = kyoto.participants.len().div_ceil(5).max(1);
    kyoto.participants.iter().enumerate().filter_map(move |(at, participant)| {
        let (meeting, person) = (MEETING, PersonId(id(at)));
        let command = match (participant.badge, participant.online) {
            (true, _) => people::Command::CollectBadge { meeting, person },
            (false, true) => people::Command::JoinOnline { meeting, person },
            (false, false) => return None,
        };
        let morning = (DAY_ZERO + i64::try_from(at / day).unwrap_or_default().days()).at(9, 0, 0, 0);
        Some(Step::new("come", at, command).on(instant(morning)))
    })
}

/// Sessions and who does what in them.
fn sessions(kyoto: &Kyoto, revision: &Revision) -> impl Iterator<Item = Step> {
    let proposals: BTreeMap<usize, usize> = kyoto.calls.iter().flat_map(proposals).collect();
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
            origin: proposals.get(&at).map(|proposal| of_proposal(*proposal)),
        });
        let roles = session.roles.iter().enumerate().map(move |(n, (person, role))| {
            let (session, person) = (SessionId(id(at)), PersonId(id(*person)));
            let command = programme::Command::GiveRole { session, person, role: *role };
            Step::new("role", at, command).nth(n)
        });
        std::iter::once(Step::new("session", at, added)).chain(roles)
    })
}

/// Sessions, each with the proposal that it was.
fn proposals(calls: &call::Calls) -> impl Iterator<Item = (usize, usize)> + '_ {
    calls.proposals.iter().enumerate().filter_map(|(at, proposal)| Some((proposal.session?, at)))
}

/// How a session says which proposal it was.
fn of_proposal(at: usize) -> Origin {
    Origin { system: "proposal".to_owned(), id: id(at).to_string() }
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
