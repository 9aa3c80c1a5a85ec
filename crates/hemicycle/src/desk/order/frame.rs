//! Forms about what sessions stand in: rooms, the grid of slots, tracks.

use forum::programme::{Command as Step, Programme, SessionEdit};
use forum::series::Meeting;
use forum::{Command, MeetingId, Refusal, RoomId, SessionId, SlotId, TrackId};

use super::{Order, place, together};
use crate::desk::demand;
use crate::desk::form::{Form, No, Unread};
use crate::desk::when;
use crate::site::Visit;

/// Forms about what sessions stand in: rooms, the grid of slots, tracks.
pub(in crate::desk) fn frame(visit: &Visit, form: &Form) -> Result<Order, No> {
    let (place, draft) = place(visit)?;
    let meeting = place.id;
    let name = || form.get("name").to_owned();
    let id = || form.needed::<u32>("id");
    let command: Command = match form.get("do") {
        "open-room" => {
            Step::OpenRoom { meeting, name: name(), seats: form.number("seats")?, origin: None }.into()
        }
        "rooms" => return rooms(visit, meeting, form),
        "room" => {
            let seats = form.number("seats")?;
            Step::AmendRoom { meeting, room: RoomId(id()?), name: name(), seats }.into()
        }
        "room-needs" => return demand::room(visit, &place, &draft, form),
        "close-room" => Step::CloseRoom { meeting, room: RoomId(id()?) }.into(),
        "reopen-room" => Step::ReopenRoom { meeting, room: RoomId(id()?) }.into(),
        "grid" => return grid(visit, &place, form),
        "slot" => {
            let (start, end) =
                (when::typed(form, &place, "day", "from")?, when::typed(form, &place, "day", "until")?);
            let pause = form.get("pause").to_owned();
            Step::AmendSlot { meeting, slot: SlotId(id()?), start, end, pause }.into()
        }
        "remove-slot" => Step::RemoveSlot { meeting, slot: SlotId(id()?) }.into(),
        "add-track" => Step::AddTrack { meeting, name: name() }.into(),
        "track" => Step::RenameTrack { meeting, track: TrackId(id()?), name: name() }.into(),
        "remove-track" => return remove_track(visit, meeting, &draft, TrackId(id()?)),
        _ => return Err(No::NotFound),
    };
    Ok(command.into())
}

/// A room for each line: its name, and after a comma its seats.
fn rooms(visit: &Visit, meeting: MeetingId, form: &Form) -> Result<Order, No> {
    let steps = form.lines("rooms").map(|line| {
        let seats = line.rsplit_once([',', ';', '\t', '，', '،']);
        let (name, seats) = match seats.map(|(name, seats)| (name, seats.trim().parse::<u32>())) {
            Some((name, Ok(seats))) => (name, Some(seats)),
            _ => (line, None),
        };
        Step::OpenRoom { meeting, name: name.trim().to_owned(), seats, origin: None }.into()
    });
    let steps: Vec<Command> = steps.collect();
    match steps.is_empty() {
        true => Err(Refusal::Empty { field: "name".into() }.into()),
        false => Ok(together(visit, steps)),
    }
}

/// The same slots on each of the days that are ticked.
fn grid(visit: &Visit, meeting: &Meeting, form: &Form) -> Result<Order, No> {
    let daily = when::slots(form, "slots")?;
    let days = form.all("days").map(|day| day.parse().map_err(|_| No::unread("days", Unread::Day)));
    let mut steps: Vec<Command> = Vec::new();
    for day in days.collect::<Result<Vec<_>, No>>()? {
        for (from, until, pause) in &daily {
            let (start, end) = (when::moment(meeting, day, *from), when::moment(meeting, day, *until));
            steps.push(Step::AddSlot { meeting: meeting.id, start, end, pause: pause.clone() }.into());
        }
    }
    match steps.is_empty() {
        true => Err(No::unread("slots", Unread::Slot)),
        false => Ok(together(visit, steps)),
    }
}

/// Sessions under a track that is given up stand under none.
fn remove_track(visit: &Visit, meeting: MeetingId, draft: &Programme, track: TrackId) -> Result<Order, No> {
    let under = draft.sessions.values().filter(|session| !session.withdrawn && session.track == Some(track));
    let edit = SessionEdit { no_track: true, ..SessionEdit::default() };
    let free = |session: SessionId| Step::AmendSession { session, edit: edit.clone() }.into();
    let mut steps: Vec<Command> = under.map(|session| free(session.id)).collect();
    steps.push(Step::RemoveTrack { meeting, track }.into());
    Ok(together(visit, steps))
}
