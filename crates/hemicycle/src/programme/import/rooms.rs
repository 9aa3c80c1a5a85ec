//! Rooms and tracks of the file, found or opened.

use super::compare::tidy;
use super::draft::Draft;
use super::meeting::Frame;
use super::remark::{Cost, Remarks, Why};
use forum::people::Origin;
use forum::programme::{Act as ProgrammeAct, Command};
use forum::{Act, Refusal, RoomId, TrackId, slug_of};
use interchange::{Programme, Room};
use std::collections::BTreeMap;

/// How many rooms whose names look the same in addresses are told apart.
const NAMESAKES_MAX: usize = 9;

/// Rooms and tracks by the names under which the sessions of the file refer to them.
#[derive(Default)]
pub(super) struct Rooms {
    pub(super) rooms: BTreeMap<String, RoomId>,
    pub(super) tracks: BTreeMap<String, TrackId>,
}

pub(super) fn settle(draft: &mut Draft, file: &Programme, frame: &Frame, remarks: &mut Remarks) -> Rooms {
    let mut settled = Rooms::default();
    for room in &file.rooms {
        // Sessions refer to rooms by name, so of two rooms with one name the first is meant.
        if !settled.rooms.contains_key(&room.name)
            && let Some(id) = settle_room(draft, file, room, frame, remarks)
        {
            settled.rooms.insert(room.name.clone(), id);
        }
    }
    for track in &file.tracks {
        match settle_track(draft, &track.name, frame) {
            Ok(id) => {
                settled.tracks.insert(track.name.clone(), id);
            }
            Err(refusal) => remarks.add(track.place.line, &track.name, Cost::LeftOut, refusal),
        }
    }
    settled
}

fn settle_room(
    draft: &mut Draft,
    file: &Programme,
    room: &Room,
    frame: &Frame,
    remarks: &mut Remarks,
) -> Option<RoomId> {
    let origin = Origin { system: frame.system.clone(), id: room_key(file, room) };
    let name = tidy(&room.name);
    let known = draft.programme(frame.meeting).rooms;
    let by_origin = known.iter().find(|(_, known)| known.origin.as_ref() == Some(&origin));
    if let Some((id, known)) = by_origin {
        if known.name != name && !is_numbered(&known.name, &name) {
            let why = Why::RoomRenamed { name: known.name.clone() };
            remarks.add(room.place.line, &room.name, Cost::LeftOut, why);
        }
        return Some(*id);
    }
    if let Some((id, _)) = known.iter().find(|(_, known)| known.name == name) {
        return Some(*id);
    }
    match open(draft, room, frame, &origin) {
        Ok((id, taken)) => {
            if taken != name {
                let why = Why::RoomNameChanged { name: taken };
                remarks.add(room.place.line, &room.name, Cost::Assumed, why);
            }
            Some(id)
        }
        Err(refusal) => {
            remarks.add(room.place.line, &room.name, Cost::LeftOut, refusal);
            None
        }
    }
}

/// The id of a room in its source; one that several rooms share tells nothing, so the name must do.
fn room_key(file: &Programme, room: &Room) -> String {
    let shared = |id: &str| {
        let bearers =
            file.rooms.iter().filter(|other| other.ids.strongest().is_some_and(|(_, own)| own == id));
        bearers.count() > 1
    };
    match room.ids.strongest().filter(|(_, id)| !shared(id)) {
        Some((_, id)) => id.to_owned(),
        None => format!("name:{}", room.name),
    }
}

/// Opens a room; where another room has its name in addresses ("C" and "C++" are both `c`), with a number.
fn open(draft: &mut Draft, room: &Room, frame: &Frame, origin: &Origin) -> Result<(RoomId, String), Refusal> {
    // A room of unknown size is written with 0 seats by some tools, and with a million by others.
    let seats = room.capacity.filter(|seats| (1..=100_000).contains(seats));
    let open = |name: String| Command::OpenRoom {
        meeting: frame.meeting,
        name,
        seats,
        origin: Some(origin.clone()),
    };
    let mut answer = draft.give(open(room.name.clone()));
    for number in 2..=NAMESAKES_MAX {
        let Err(Refusal::SlugTaken { .. }) = &answer else { break };
        answer = draft.give(open(numbered(&room.name, number)));
    }
    match answer? {
        Act::Programme(ProgrammeAct::RoomOpened { id, name, .. }) => Ok((id, name)),
        _ => unreachable!("to open a room makes the act that says so"),
    }
}

fn numbered(name: &str, number: usize) -> String {
    format!("{name} ({number})")
}

fn is_numbered(known: &str, name: &str) -> bool {
    (2..=NAMESAKES_MAX).any(|number| known == numbered(name, number))
}

/// The track with a name; names that look the same in addresses mean one track.
fn settle_track(draft: &mut Draft, name: &str, frame: &Frame) -> Result<TrackId, Refusal> {
    let known = draft.programme(frame.meeting).tracks;
    let slug = slug_of(name, "");
    let found = known.iter().find(|(_, track)| track.name == tidy(name));
    if let Some((id, _)) = found.or_else(|| known.iter().find(|(_, track)| track.slug.as_str() == slug)) {
        return Ok(*id);
    }
    match draft.give(Command::AddTrack { meeting: frame.meeting, name: name.to_owned() })? {
        Act::Programme(ProgrammeAct::TrackAdded { id, .. }) => Ok(id),
        _ => unreachable!("to add a track makes the act that says so"),
    }
}
