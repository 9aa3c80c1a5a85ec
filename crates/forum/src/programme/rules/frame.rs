//! What may be done to what sessions stand in: rooms, slots and tracks.

use super::{programme, within_meeting};
use crate::people::Origin;
use crate::programme::{Act, Programme, Room, Session, Track};
use crate::text::{NAME_MAX, bounded, line, optional_line, origin, slug_of};
use crate::{Forum, MeetingId, Refusal, RoomId, SlotId, Slug, TrackId};
use jiff::Timestamp;

/// Most seats of a room.
const SEATS_MAX: u32 = 100_000;

pub(super) fn open_room(
    forum: &Forum,
    meeting: MeetingId,
    name: &str,
    seats: Option<u32>,
    known_as: Option<&Origin>,
) -> Result<Act, Refusal> {
    let programme = programme(forum, meeting)?;
    let id = RoomId::after(forum.programme.last_room.as_ref());
    let (slug, name) = room_name(&programme, id, name)?;
    Ok(Act::RoomOpened {
        id,
        meeting,
        slug,
        name,
        seats: checked(seats)?,
        origin: origin("origin", known_as)?,
    })
}

/// A name for a room, and what it is in addresses, where no two rooms are one.
fn room_name(programme: &Programme, id: RoomId, name: &str) -> Result<(Slug, String), Refusal> {
    let name = line("name", name, NAME_MAX)?;
    let slug = Slug::new("name", &slug_of(&name, &format!("room-{id}")))?;
    free_among(programme.rooms.iter().filter(|(other, _)| **other != id).map(|(_, room)| &room.slug), &slug)?;
    Ok((slug, name))
}

fn free_among<'a>(taken: impl Iterator<Item = &'a Slug>, slug: &Slug) -> Result<(), Refusal> {
    let mut taken = taken;
    match taken.any(|other| other == slug) {
        true => Err(Refusal::SlugTaken { field: "name".into(), value: slug.to_string() }),
        false => Ok(()),
    }
}

fn checked(seats: Option<u32>) -> Result<Option<u32>, Refusal> {
    seats.map(|seats| bounded("seats", seats, 1, SEATS_MAX)).transpose()
}

pub(super) fn amend_room(
    forum: &Forum,
    meeting: MeetingId,
    room: RoomId,
    name: &str,
    seats: Option<u32>,
) -> Result<Act, Refusal> {
    let programme = programme(forum, meeting)?;
    let old = programme.rooms.get(&room).ok_or(Refusal::NoSuchRoom { room })?;
    let (slug, name) = room_name(&programme, room, name)?;
    let seats = checked(seats)?;
    let Room { name: old_name, seats: old_seats, .. } = old;
    match (&name, seats) == (old_name, *old_seats) {
        true => Err(Refusal::NothingChanged),
        false => Ok(Act::RoomAmended { meeting, room, slug, name, seats }),
    }
}

pub(super) fn close_room(forum: &Forum, meeting: MeetingId, room: RoomId) -> Result<Act, Refusal> {
    let programme = programme(forum, meeting)?;
    if !programme.rooms.contains_key(&room) {
        return Err(Refusal::NoSuchRoom { room });
    }
    let stands_in = |session: &Session| session.placed().is_some_and(|(taken, ..)| taken == room);
    match programme.sessions.values().find(|session| stands_in(session)) {
        Some(session) => Err(Refusal::RoomInUse { room, code: session.code.clone() }),
        None => Ok(Act::RoomClosed { meeting, room }),
    }
}

pub(super) fn reopen_room(forum: &Forum, meeting: MeetingId, room: RoomId) -> Result<Act, Refusal> {
    let programme = programme(forum, meeting)?;
    let closed = programme.closed_rooms.get(&room).ok_or(Refusal::NoSuchRoom { room })?;
    free_among(programme.rooms.values().map(|room| &room.slug), &closed.slug)?;
    Ok(Act::RoomReopened { meeting, room })
}

/// A stretch of time for a slot, and its pause.
fn slot(
    forum: &Forum,
    meeting: MeetingId,
    start: Timestamp,
    end: Timestamp,
    pause: &str,
) -> Result<Option<String>, Refusal> {
    within_meeting(forum, meeting, start, end)?;
    if start >= end {
        return Err(Refusal::SlotBackwards { start, end });
    }
    optional_line("pause", pause, NAME_MAX)
}

pub(super) fn add_slot(
    forum: &Forum,
    meeting: MeetingId,
    start: Timestamp,
    end: Timestamp,
    pause: &str,
) -> Result<Act, Refusal> {
    let pause = slot(forum, meeting, start, end, pause)?;
    let id = SlotId::after(forum.programme.last_slot.as_ref());
    Ok(Act::SlotAdded { id, meeting, start, end, pause })
}

pub(super) fn amend_slot(
    forum: &Forum,
    meeting: MeetingId,
    id: SlotId,
    start: Timestamp,
    end: Timestamp,
    pause: &str,
) -> Result<Act, Refusal> {
    let programme = programme(forum, meeting)?;
    let old = programme.slots.get(&id).ok_or(Refusal::NoSuchSlot { slot: id })?;
    let pause = slot(forum, meeting, start, end, pause)?;
    match (start, end, &pause) == (old.start, old.end, &old.pause) {
        true => Err(Refusal::NothingChanged),
        false => Ok(Act::SlotAmended { meeting, slot: id, start, end, pause }),
    }
}

pub(super) fn remove_slot(forum: &Forum, meeting: MeetingId, slot: SlotId) -> Result<Act, Refusal> {
    match programme(forum, meeting)?.slots.contains_key(&slot) {
        true => Ok(Act::SlotRemoved { meeting, slot }),
        false => Err(Refusal::NoSuchSlot { slot }),
    }
}

pub(super) fn restore_slot(forum: &Forum, meeting: MeetingId, slot: SlotId) -> Result<Act, Refusal> {
    let programme = programme(forum, meeting)?;
    let removed = programme.removed_slots.get(&slot).ok_or(Refusal::NoSuchSlot { slot })?;
    // The meeting may have moved to other days since.
    within_meeting(forum, meeting, removed.start, removed.end)?;
    Ok(Act::SlotRestored { meeting, slot })
}

pub(super) fn add_track(forum: &Forum, meeting: MeetingId, name: &str) -> Result<Act, Refusal> {
    let id = TrackId::after(forum.programme.last_track.as_ref());
    let (slug, name) = track_name(&programme(forum, meeting)?, id, name)?;
    Ok(Act::TrackAdded { id, meeting, slug, name })
}

/// A name for a track, and what it is in addresses, where no two tracks are one.
fn track_name(programme: &Programme, id: TrackId, name: &str) -> Result<(Slug, String), Refusal> {
    let name = line("name", name, NAME_MAX)?;
    let slug = Slug::new("name", &slug_of(&name, &format!("track-{id}")))?;
    let others = programme.tracks.iter().filter(|(other, _)| **other != id);
    free_among(others.map(|(_, track)| &track.slug), &slug)?;
    Ok((slug, name))
}

pub(super) fn rename_track(
    forum: &Forum,
    meeting: MeetingId,
    track: TrackId,
    name: &str,
) -> Result<Act, Refusal> {
    let programme = programme(forum, meeting)?;
    let Track { name: old, .. } = programme.tracks.get(&track).ok_or(Refusal::NoSuchTrack { track })?;
    let (slug, name) = track_name(&programme, track, name)?;
    if name == *old {
        Err(Refusal::NothingChanged)
    } else {
        Ok(Act::TrackRenamed { meeting, track, slug, name })
    }
}

pub(super) fn remove_track(forum: &Forum, meeting: MeetingId, track: TrackId) -> Result<Act, Refusal> {
    let programme = programme(forum, meeting)?;
    if !programme.tracks.contains_key(&track) {
        return Err(Refusal::NoSuchTrack { track });
    }
    let stands_under = |session: &Session| !session.withdrawn && session.track == Some(track);
    match programme.sessions.values().find(|session| stands_under(session)) {
        Some(session) => Err(Refusal::TrackInUse { track, code: session.code.clone() }),
        None => Ok(Act::TrackRemoved { meeting, track }),
    }
}

pub(super) fn restore_track(forum: &Forum, meeting: MeetingId, track: TrackId) -> Result<Act, Refusal> {
    let programme = programme(forum, meeting)?;
    let removed = programme.removed_tracks.get(&track).ok_or(Refusal::NoSuchTrack { track })?;
    free_among(programme.tracks.values().map(|track| &track.slug), &removed.slug)?;
    Ok(Act::TrackRestored { meeting, track })
}
