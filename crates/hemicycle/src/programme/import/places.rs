//! Where and when: places what can be placed, and says of the rest why not.
//!
//! Sessions that changed places with each other stand in each other's way, so placing goes round until nothing more
//! fits; those still in the way of others are then taken off the grid, and it goes round once more. What is left has
//! no place, and would have none if the file were read again: that makes an import repeatable.

use super::draft::Draft;
use super::meeting::Frame;
use super::remark::{Cost, Remarks, Why};
use super::rooms::Rooms;
use super::sessions::Match;
use forum::programme::{Command, Place, Session};
use forum::{Refusal, RoomId, SessionId};
use std::sync::Arc;

/// A session on its way to its place.
struct Move<'a> {
    session: &'a Match<'a>,
    to: Place,
}

pub(super) fn settle(
    draft: &mut Draft,
    sessions: &[Match<'_>],
    rooms: &Rooms,
    frame: &Frame,
    remarks: &mut Remarks,
) {
    // A file without any place says nothing about places: what was placed by hand stays.
    let says_where =
        sessions.iter().any(|session| session.stated.start.is_some() && session.stated.room.is_some());
    let mut moves = Vec::new();
    for session in sessions {
        let now = draft.forum.programme.session(session.id).and_then(|(_, known)| known.place);
        let to = match (wanted(session, rooms, frame), now) {
            (Ok(to), _) => to,
            (Err(_), Some(now)) if !says_where => now,
            (Err(why), _) => {
                unplace(draft, session.id);
                remarks.add(session.stated.place.line, &session.stated.title, Cost::NotPlaced, why);
                continue;
            }
        };
        if Some(to) != now || must_make_way(draft, session, frame) {
            moves.push(Move { session, to });
        }
    }
    let moves = place_what_fits(draft, moves, frame);
    for left in &moves {
        unplace(draft, left.session.id);
    }
    for Move { session, to } in place_what_fits(draft, moves, frame) {
        let why = match try_place(draft, session.id, to, frame) {
            Err(why) => why,
            Ok(()) => continue,
        };
        remarks.add(session.stated.place.line, &session.stated.title, Cost::NotPlaced, why);
    }
}

/// The place that the file states.
fn wanted(session: &Match<'_>, rooms: &Rooms, frame: &Frame) -> Result<Place, Why> {
    let stated = session.stated;
    let start = stated.start.ok_or(Why::NoTime)?;
    let room = stated.room.as_ref().and_then(|name| rooms.rooms.get(name)).ok_or(Why::NoRoom)?;
    let start = start.instant(&frame.zone).map_err(|_| Why::ClocksChange { wall: start.wall() })?;
    Ok(Place { room: *room, start })
}

/// A session that is where it belongs may have grown, or have got people who are elsewhere: then it is taken off the
/// grid and queues for its place like the others, for whoever is in the way may still leave.
fn must_make_way(draft: &mut Draft, session: &Match<'_>, frame: &Frame) -> bool {
    let must = session.is_touched && busy_person(draft, session.id, frame).is_some();
    if must {
        unplace(draft, session.id);
    }
    must
}

fn unplace(draft: &mut Draft, session: SessionId) {
    // The only refusal is that it has no place, which is what is wanted.
    let _ = draft.give(Command::UnplaceSession { session });
}

/// Places what fits until nothing more does; returns what is left.
fn place_what_fits<'a>(draft: &mut Draft, mut moves: Vec<Move<'a>>, frame: &Frame) -> Vec<Move<'a>> {
    loop {
        let before = moves.len();
        moves.retain(|Move { session, to }| try_place(draft, session.id, *to, frame).is_err());
        if moves.len() == before {
            return moves;
        }
    }
}

/// Places a session, unless the room is taken or somebody would be in two places.
fn try_place(draft: &mut Draft, session: SessionId, to: Place, frame: &Frame) -> Result<(), Why> {
    let (forum, steps) = (draft.forum.clone(), draft.steps.len());
    let Place { room, start } = to;
    draft
        .give(Command::PlaceSession { session, room, start })
        .map_err(|refusal| explain(draft, room, refusal, frame))?;
    match busy_person(draft, session, frame) {
        None => Ok(()),
        Some(why) => {
            draft.forum = forum;
            draft.steps.truncate(steps);
            Err(why)
        }
    }
}

/// Says it with names: numbers mean nothing to whoever reads the list.
fn explain(draft: &Draft, room: RoomId, refusal: Refusal, frame: &Frame) -> Why {
    match refusal {
        Refusal::RoomTaken { code, from, until, .. } => {
            let programme = draft.programme(frame.meeting);
            let room = programme.rooms.get(&room).map(|room| room.name.clone()).unwrap_or_default();
            let other = programme.sessions.values().find(|session| session.code == code);
            let title = other.map(|session| session.title.or_empty().to_owned()).unwrap_or_default();
            Why::RoomBusy { room, other: (code, title), from, until }
        }
        other => Why::Refused(other),
    }
}

/// Somebody in the session who must be in another one at the same time.
fn busy_person(draft: &Draft, id: SessionId, frame: &Frame) -> Option<Why> {
    let programme = draft.forum.programme.meetings.get(&frame.meeting)?;
    let session = programme.sessions.get(&id)?;
    let (_, start, end) = session.placed()?;
    programme.sessions.values().filter(|other| other.id != id).find_map(|other| {
        let (_, from, until) = other.placed().filter(|(_, from, until)| *from < end && start < *until)?;
        let person = shared_person(draft, session, other)?;
        let other = (other.code.clone(), other.title.or_empty().to_owned());
        Some(Why::PersonBusy { name: person, other, from, until })
    })
}

/// The name of somebody who has to be present in both sessions.
fn shared_person(draft: &Draft, one: &Arc<Session>, other: &Arc<Session>) -> Option<String> {
    let present = |session: &Arc<Session>, person| {
        session.roles.iter().any(|(role, who)| role.is_present() && *who == person)
    };
    let mut people = one.roles.iter().filter(|(role, _)| role.is_present()).map(|(_, person)| *person);
    let person = people.find(|person| present(other, *person))?;
    let known = draft.forum.people.persons.get(&person)?;
    Some(known.name.or_empty().to_owned())
}
