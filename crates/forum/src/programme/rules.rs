//! What may be done to a programme: its parts, and its publication.

mod choices;
mod frame;
mod meeting;
mod sessions;
mod undo;
mod variants;

pub(crate) use meeting::keeps_places;
pub(super) use sessions::standing;

use super::{Act, Command, Programme, clashes, demands};
use crate::context::Scribe;
use crate::text::{optional_line, optional_prose};
use crate::{Context, Forum, MeetingId, Refusal};
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan};

pub(crate) fn decide(forum: &Forum, command: &Command, context: &Context) -> Result<Vec<Act>, Refusal> {
    match command {
        Command::Undo { meeting, act } => undo::undo(forum, *meeting, *act, context),
        command => one(forum, command, context).map(|act| vec![act]),
    }
}

/// Every command but the one that does what others did, backwards.
fn one(forum: &Forum, command: &Command, context: &Context) -> Result<Act, Refusal> {
    match command {
        Command::OpenRoom { meeting, name, seats, origin } => {
            frame::open_room(forum, *meeting, name, *seats, origin.as_ref())
        }
        Command::AmendRoom { meeting, room, name, seats } => {
            frame::amend_room(forum, *meeting, *room, name, *seats)
        }
        Command::CloseRoom { meeting, room } => frame::close_room(forum, *meeting, *room),
        Command::ReopenRoom { meeting, room } => frame::reopen_room(forum, *meeting, *room),
        Command::AddSlot { meeting, start, end, pause } => {
            frame::add_slot(forum, *meeting, *start, *end, pause)
        }
        Command::AmendSlot { meeting, slot, start, end, pause } => {
            frame::amend_slot(forum, *meeting, *slot, *start, *end, pause)
        }
        Command::RemoveSlot { meeting, slot } => frame::remove_slot(forum, *meeting, *slot),
        Command::RestoreSlot { meeting, slot } => frame::restore_slot(forum, *meeting, *slot),
        Command::AddTrack { meeting, name } => frame::add_track(forum, *meeting, name),
        Command::RenameTrack { meeting, track, name } => frame::rename_track(forum, *meeting, *track, name),
        Command::RemoveTrack { meeting, track } => frame::remove_track(forum, *meeting, *track),
        Command::RestoreTrack { meeting, track } => frame::restore_track(forum, *meeting, *track),
        Command::AddSession(session) => sessions::add(forum, session, context),
        Command::AmendSession { session, edit } => sessions::amend(forum, *session, edit, context),
        Command::Choose { session, person } => choices::choose(forum, *session, *person),
        Command::Unchoose { session, person } => choices::unchoose(forum, *session, *person),
        Command::WithdrawSession { session } => sessions::withdraw(forum, *session),
        Command::ReinstateSession { session } => sessions::reinstate(forum, *session),
        Command::EraseSession { session } => sessions::erase(forum, *session),
        Command::GiveRole { session, person, role } => sessions::give_role(forum, *session, *person, *role),
        Command::TakeRole { session, person, role } => sessions::take_role(forum, *session, *person, *role),
        Command::PlaceSession { session, room, start } => sessions::place(forum, *session, *room, *start),
        Command::UnplaceSession { session } => sessions::unplace(forum, *session),
        Command::KeepVariant { meeting, name, note, places } => {
            variants::keep(forum, *meeting, (name, note), places.as_deref(), context)
        }
        Command::DropVariant { meeting, variant } => variants::give_up(forum, *meeting, *variant),
        Command::Demand(command) => demands::decide(forum, command).map(Act::Demanded),
        Command::Undo { act, .. } => Err(Refusal::NothingToUndo { act: *act }),
        Command::PublishProgramme { meeting, label, note } => publish(forum, *meeting, label, note, context),
    }
}

/// The programme of a meeting; an announced meeting has an empty one before its first act.
pub(super) fn programme(forum: &Forum, meeting: MeetingId) -> Result<Programme, Refusal> {
    forum.series.meeting(meeting)?;
    Ok(forum.programme.meetings.get(&meeting).cloned().unwrap_or_default())
}

/// Holds a time against the days of a meeting, wherever on Earth it is.
///
/// The exact borders depend on the edition of the time zone database, on which a log must not depend. So a meeting's
/// days last from the first zone that sees them to the last that does (UTC+14 to UTC−12).
pub(super) fn within_meeting(
    forum: &Forum,
    meeting: MeetingId,
    start: Timestamp,
    end: Timestamp,
) -> Result<(), Refusal> {
    let meeting = forum.series.meeting(meeting)?;
    let (first, last) = (meeting.first_day, meeting.last_day);
    match within_days(first, last, start, end) {
        true => Ok(()),
        false => Err(Refusal::OutsideMeeting { start, first, last }),
    }
}

/// Whether a time may lie within some days, wherever on Earth they are counted.
fn within_days(first: Date, last: Date, start: Timestamp, end: Timestamp) -> bool {
    let midnight = |day: Date, offset: i8| {
        let zone = TimeZone::fixed(Offset::constant(offset));
        day.to_zoned(zone).map_or(Timestamp::MAX, |midnight| midnight.timestamp())
    };
    midnight(first, 14) <= start && end <= midnight(last.saturating_add(1.day()), -12)
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
