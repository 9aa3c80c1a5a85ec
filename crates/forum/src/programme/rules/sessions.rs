//! What may be done to a session.

use super::{programme, within_meeting};
use crate::context::Scribe;
use crate::programme::state::end_of;
use crate::programme::{Act, NewSession, Place, Role, Session, SessionChange, SessionEdit};
use crate::text::{
    NAME_MAX, TITLE_MAX, bounded, language, line, optional_line, optional_prose, origin, slug_of,
};
use crate::{Context, Forum, MeetingId, OrganisationId, PersonId, Refusal, RoomId, SessionId, Slug, TrackId};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// Longest code of a session, in characters.
const CODE_MAX: usize = 60;
/// Longest session, in minutes: a whole day.
const MINUTES_MAX: u32 = 24 * 60;

/// A session that is not withdrawn, and its meeting.
pub(in crate::programme) fn standing(forum: &Forum, id: SessionId) -> Result<(MeetingId, &Session), Refusal> {
    let (meeting, session) = forum.programme.session(id).ok_or(Refusal::NoSuchSession { session: id })?;
    if session.withdrawn { Err(Refusal::SessionWithdrawn { session: id }) } else { Ok((meeting, session)) }
}

fn known_track(
    forum: &Forum,
    meeting: MeetingId,
    track: Option<TrackId>,
) -> Result<Option<TrackId>, Refusal> {
    match track {
        Some(track) if !programme(forum, meeting)?.tracks.contains_key(&track) => {
            Err(Refusal::NoSuchTrack { track })
        }
        known => Ok(known),
    }
}

pub(super) fn add(forum: &Forum, new: &NewSession, context: &Context) -> Result<Act, Refusal> {
    let programme = programme(forum, new.meeting)?;
    let mut scribe = Scribe::new(context);
    let id = SessionId::after(forum.programme.last_session());
    let code = line("code", &new.code, CODE_MAX)?;
    let slug = Slug::new("code", &slug_of(&code, &format!("session-{id}")))?;
    if programme.by_slug(slug.as_str()).is_some() {
        return Err(Refusal::CodeTaken { code });
    }
    Ok(Act::SessionAdded {
        id,
        meeting: new.meeting,
        code,
        slug,
        kind: line("kind", &new.kind, NAME_MAX)?,
        title: scribe.words(line("title", &new.title, TITLE_MAX)?),
        summary: optional_prose("abstract", &new.summary)?.map(|text| scribe.words(text)),
        language: language("language", &new.language)?,
        format: optional_line("format", &new.format, NAME_MAX)?,
        track: known_track(forum, new.meeting, new.track)?,
        minutes: bounded("minutes", new.minutes, 1, MINUTES_MAX)?,
        organisers: known_organisers(forum, &new.organisers)?,
        origin: origin("origin", new.origin.as_ref())?,
    })
}

/// Organisations that the forum knows, each once.
fn known_organisers(forum: &Forum, organisers: &[OrganisationId]) -> Result<Vec<OrganisationId>, Refusal> {
    let unknown = organisers.iter().find(|id| !forum.people.organisations.contains_key(*id));
    if let Some(organisation) = unknown {
        return Err(Refusal::NoSuchOrganisation { organisation: *organisation });
    }
    let mut seen = BTreeSet::new();
    Ok(organisers.iter().copied().filter(|id| seen.insert(*id)).collect())
}

pub(super) fn amend(
    forum: &Forum,
    id: SessionId,
    edit: &SessionEdit,
    context: &Context,
) -> Result<Act, Refusal> {
    let (meeting, session) = standing(forum, id)?;
    let mut scribe = Scribe::new(context);
    let mut changes = Vec::new();
    if let Some(title) = &edit.title {
        let title = line("title", title, TITLE_MAX)?;
        if session.title.text() != Some(&title) {
            changes.push(SessionChange::Title(scribe.words(title)));
        }
    }
    if let Some(summary) = &edit.summary {
        let summary = optional_prose("abstract", summary)?;
        if session.summary.as_ref().and_then(|words| words.text()) != summary.as_deref() {
            changes.push(SessionChange::Abstract(summary.map(|text| scribe.words(text))));
        }
    }
    if let Some(kind) = &edit.kind {
        let kind = line("kind", kind, NAME_MAX)?;
        (kind != session.kind).then(|| changes.push(SessionChange::Kind(kind)));
    }
    if let Some(tag) = &edit.language {
        let tag = language("language", tag)?;
        (tag != session.language).then(|| changes.push(SessionChange::Language(tag)));
    }
    if let Some(format) = &edit.format {
        let format = optional_line("format", format, NAME_MAX)?;
        (format != session.format).then(|| changes.push(SessionChange::Format(format)));
    }
    if (edit.track.is_some() || edit.no_track) && edit.track != session.track {
        changes.push(SessionChange::Track(known_track(forum, meeting, edit.track)?));
    }
    if let Some(organisers) = &edit.organisers {
        let organisers = known_organisers(forum, organisers)?;
        (organisers != session.organisers).then(|| changes.push(SessionChange::Organisers(organisers)));
    }
    if let Some(minutes) = edit.minutes.filter(|minutes| *minutes != session.minutes) {
        changes.push(SessionChange::Minutes(longer(forum, meeting, session, minutes)?));
    }
    if changes.is_empty() {
        Err(Refusal::NothingChanged)
    } else {
        Ok(Act::SessionAmended { session: id, changes })
    }
}

/// A new length for a session; if it is placed, it must still fit.
fn longer(forum: &Forum, meeting: MeetingId, session: &Session, minutes: u32) -> Result<u32, Refusal> {
    let minutes = bounded("minutes", minutes, 1, MINUTES_MAX)?;
    if let Some(Place { room, start }) = session.place {
        fits(forum, meeting, session.id, room, start, minutes)?;
    }
    Ok(minutes)
}

pub(super) fn withdraw(forum: &Forum, id: SessionId) -> Result<Act, Refusal> {
    standing(forum, id).map(|_| Act::SessionWithdrawn { session: id })
}

/// A session comes back to its place, if nobody else is there now; its place is no reason to refuse it.
pub(super) fn reinstate(forum: &Forum, id: SessionId) -> Result<Act, Refusal> {
    let (meeting, session) = forum.programme.session(id).ok_or(Refusal::NoSuchSession { session: id })?;
    if !session.withdrawn {
        return Err(Refusal::NotWithdrawn { session: id });
    }
    let fits = |place: &Place| fits(forum, meeting, id, place.room, place.start, session.minutes).is_ok();
    Ok(Act::SessionReinstated { session: id, place: session.place.filter(fits) })
}

pub(super) fn erase(forum: &Forum, id: SessionId) -> Result<Act, Refusal> {
    let (_, session) = forum.programme.session(id).ok_or(Refusal::NoSuchSession { session: id })?;
    match session.words_in.is_empty() {
        true => Err(Refusal::NothingChanged),
        false => Ok(Act::SessionErased { session: id, acts: session.words_in.iter().copied().collect() }),
    }
}

pub(super) fn give_role(forum: &Forum, id: SessionId, person: PersonId, role: Role) -> Result<Act, Refusal> {
    let (_, session) = standing(forum, id)?;
    forum.people.living(person)?;
    match session.roles.contains(&(role, person)) {
        true => Err(Refusal::RoleTaken { person }),
        false => Ok(Act::RoleGiven { session: id, person, role }),
    }
}

pub(super) fn take_role(forum: &Forum, id: SessionId, person: PersonId, role: Role) -> Result<Act, Refusal> {
    let (_, session) = standing(forum, id)?;
    match session.roles.contains(&(role, person)) {
        true => Ok(Act::RoleTaken { session: id, person, role }),
        false => Err(Refusal::RoleMissing { person }),
    }
}

/// Refuses to move a session that keeps its place.
fn movable(forum: &Forum, meeting: MeetingId, id: SessionId) -> Result<(), Refusal> {
    match programme(forum, meeting)?.demands.locked.contains(&id) {
        true => Err(Refusal::SessionLocked { session: id }),
        false => Ok(()),
    }
}

pub(super) fn place(forum: &Forum, id: SessionId, room: RoomId, start: Timestamp) -> Result<Act, Refusal> {
    let (meeting, session) = standing(forum, id)?;
    if session.place == Some(Place { room, start }) {
        return Err(Refusal::AlreadyPlaced { session: id });
    }
    movable(forum, meeting, id)?;
    fits(forum, meeting, id, room, start, session.minutes)?;
    Ok(Act::SessionPlaced { session: id, room, start })
}

pub(super) fn unplace(forum: &Forum, id: SessionId) -> Result<Act, Refusal> {
    let (meeting, session) = standing(forum, id)?;
    match session.place {
        Some(_) => movable(forum, meeting, id).map(|()| Act::SessionUnplaced { session: id }),
        None => Err(Refusal::NotPlaced { session: id }),
    }
}

/// Whether a session may stand in a room at a time: the room exists, the meeting runs, and nobody else is there.
fn fits(
    forum: &Forum,
    meeting: MeetingId,
    id: SessionId,
    room: RoomId,
    start: Timestamp,
    minutes: u32,
) -> Result<(), Refusal> {
    let programme = programme(forum, meeting)?;
    if !programme.rooms.contains_key(&room) {
        return Err(Refusal::NoSuchRoom { room });
    }
    let end = end_of(start, minutes);
    within_meeting(forum, meeting, start, end)?;
    for other in programme.sessions.values().filter(|other| other.id != id) {
        if let Some((taken, from, until)) = other.placed()
            && taken == room
            && from < end
            && start < until
        {
            return Err(Refusal::RoomTaken { room, code: other.code.clone(), from, until });
        }
    }
    Ok(())
}
