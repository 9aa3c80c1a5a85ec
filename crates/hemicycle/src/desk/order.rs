//! From what a form says to the command that does it. What may be done is the core's business; here is only read.

mod board;
mod frame;
mod meeting;
mod people;
mod session;

use std::sync::Arc;

use forum::programme::Programme;
use forum::series::Meeting;
use forum::{Command, RoomId};
use jiff::Timestamp;

use super::answer::Order;
use super::form::{Form, No, Unread};
use super::when;
use crate::site::Visit;

pub(super) use board::programme;
pub(super) use frame::frame;
pub(super) use meeting::{first, meeting, publish};
pub(crate) use people::Names;
pub(super) use people::settings;
pub(super) use session::session;

/// The meeting that an address is about, and its draft.
pub(super) fn place(visit: &Visit) -> Result<(Arc<Meeting>, Programme), No> {
    let meeting = visit.meeting(visit.part("meeting")).map_err(|_| No::NotFound)?;
    let draft = visit.forum().programme.meetings.get(&meeting.id).cloned().unwrap_or_default();
    Ok((Arc::clone(meeting), draft))
}

/// Several steps as one command, for the state on which they were counted.
pub(super) fn together(visit: &Visit, steps: Vec<Command>) -> Order {
    Command::Together { since: Some(visit.forum().seq()), steps }.into()
}

/// Where and when: as a cell of the grid, `7@2023-10-08T01:00:00Z`, or as a room, a day and a time.
pub(super) fn spot(meeting: &Meeting, form: &Form) -> Result<(RoomId, Timestamp), No> {
    if let Some((room, at)) = form.get("at").split_once('@') {
        let room = room.parse().map_err(|_| No::unread("room", Unread::Number))?;
        let at = at.parse().map_err(|_| No::unread("time", Unread::Time))?;
        return Ok((RoomId(room), at));
    }
    let start = when::typed(form, meeting, "day", "time")?;
    Ok((RoomId(form.needed("room")?), start))
}
