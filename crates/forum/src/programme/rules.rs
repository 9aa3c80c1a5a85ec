//! What may be done to a programme: its parts, and its publication.

mod sessions;

use super::{Act, Command, Programme, clashes};
use crate::context::Scribe;
use crate::people::Origin;
use crate::text::{NAME_MAX, bounded, line, optional_line, optional_prose, origin, slug_of};
use crate::{Context, Forum, MeetingId, Refusal, RoomId, SlotId, Slug, TrackId};
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan};

/// Most seats of a room.
const SEATS_MAX: u32 = 100_000;

pub(crate) fn decide(forum: &Forum, command: &Command, context: &Context) -> Result<Act, Refusal> {
    match command {
        Command::OpenRoom { meeting, name, seats, origin } => {
            open_room(forum, *meeting, name, *seats, origin.as_ref())
        }
        Command::AddSlot { meeting, start, end, pause } => add_slot(forum, *meeting, *start, *end, pause),
        Command::AddTrack { meeting, name } => add_track(forum, *meeting, name),
        Command::AddSession(session) => sessions::add(forum, session, context),
        Command::AmendSession { session, edit } => sessions::amend(forum, *session, edit, context),
        Command::WithdrawSession { session } => sessions::withdraw(forum, *session),
        Command::EraseSession { session } => sessions::erase(forum, *session),
        Command::GiveRole { session, person, role } => sessions::give_role(forum, *session, *person, *role),
        Command::TakeRole { session, person, role } => sessions::take_role(forum, *session, *person, *role),
        Command::PlaceSession { session, room, start } => sessions::place(forum, *session, *room, *start),
        Command::UnplaceSession { session } => sessions::unplace(forum, *session),
        Command::PublishProgramme { meeting, label, note } => publish(forum, *meeting, label, note, context),
    }
}

/// The programme of a meeting; an announced meeting has an empty one before its first act.
fn programme(forum: &Forum, meeting: MeetingId) -> Result<Programme, Refusal> {
    forum.series.meeting(meeting)?;
    Ok(forum.programme.meetings.get(&meeting).cloned().unwrap_or_default())
}

fn open_room(
    forum: &Forum,
    meeting: MeetingId,
    name: &str,
    seats: Option<u32>,
    known_as: Option<&Origin>,
) -> Result<Act, Refusal> {
    let programme = programme(forum, meeting)?;
    let name = line("name", name, NAME_MAX)?;
    let id = RoomId::after(forum.programme.last_room.as_ref());
    let slug = Slug::new("name", &slug_of(&name, &format!("room-{id}")))?;
    if programme.rooms.values().any(|room| room.slug == slug) {
        return Err(Refusal::SlugTaken { field: "name".into(), value: slug.to_string() });
    }
    let seats = seats.map(|seats| bounded("seats", seats, 1, SEATS_MAX)).transpose()?;
    Ok(Act::RoomOpened { id, meeting, slug, name, seats, origin: origin("origin", known_as)? })
}

fn add_slot(
    forum: &Forum,
    meeting: MeetingId,
    start: Timestamp,
    end: Timestamp,
    pause: &str,
) -> Result<Act, Refusal> {
    within_meeting(forum, meeting, start, end)?;
    if start >= end {
        return Err(Refusal::SlotBackwards { start, end });
    }
    let id = SlotId::after(forum.programme.last_slot.as_ref());
    Ok(Act::SlotAdded { id, meeting, start, end, pause: optional_line("pause", pause, NAME_MAX)? })
}

fn add_track(forum: &Forum, meeting: MeetingId, name: &str) -> Result<Act, Refusal> {
    let programme = programme(forum, meeting)?;
    let name = line("name", name, NAME_MAX)?;
    let id = TrackId::after(forum.programme.last_track.as_ref());
    let slug = Slug::new("name", &slug_of(&name, &format!("track-{id}")))?;
    if programme.tracks.values().any(|track| track.slug == slug) {
        return Err(Refusal::SlugTaken { field: "name".into(), value: slug.to_string() });
    }
    Ok(Act::TrackAdded { id, meeting, slug, name })
}

/// Holds a time against the days of a meeting, wherever on Earth it is.
///
/// The exact borders depend on the edition of the time zone database, on which a log must not depend. So a meeting's
/// days last from the first zone that sees them to the last that does (UTC+14 to UTC−12).
fn within_meeting(
    forum: &Forum,
    meeting: MeetingId,
    start: Timestamp,
    end: Timestamp,
) -> Result<(), Refusal> {
    let meeting = forum.series.meeting(meeting)?;
    let (first, last) = (meeting.first_day, meeting.last_day);
    let midnight = |day: Date, offset: i8| {
        let zone = TimeZone::fixed(Offset::constant(offset));
        day.to_zoned(zone).map_or(Timestamp::MAX, |midnight| midnight.timestamp())
    };
    let opens = midnight(first, 14);
    let closes = midnight(last.saturating_add(1.day()), -12);
    match opens <= start && end <= closes {
        true => Ok(()),
        false => Err(Refusal::OutsideMeeting { start, first, last }),
    }
}

fn publish(
    forum: &Forum,
    meeting: MeetingId,
    label: &str,
    note: &str,
    context: &Context,
) -> Result<Act, Refusal> {
    let programme = programme(forum, meeting)?;
    if !programme.sessions.values().any(|session| session.placed().is_some()) {
        return Err(Refusal::EmptyProgramme);
    }
    if let Some(latest) = programme.latest()
        && programme.changed <= latest.seq
    {
        return Err(Refusal::NothingToPublish { version: latest.label.clone() });
    }
    if let Some(clash) = clashes(&programme).first() {
        let (one, other) = (clash.one.code.clone(), clash.other.code.clone());
        return Err(Refusal::PersonTwice { person: clash.person, one, other, at: clash.at });
    }
    let version = programme.latest().map_or(1, |latest| latest.number + 1);
    Ok(Act::ProgrammePublished {
        meeting,
        version,
        label: optional_line("label", label, 40)?.unwrap_or_else(|| version.to_string()),
        note: optional_prose("note", note)?.map(|text| Scribe::new(context).words(text)),
    })
}
