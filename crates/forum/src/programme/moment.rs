//! A published programme at a moment: what is on in each room, and what comes next. The clock is the caller's.

use super::{Session, Slot, Version};
use crate::RoomId;
use jiff::Timestamp;
use std::sync::Arc;

/// A room at a moment.
#[derive(Clone, Debug)]
pub struct RoomAt<'a> {
    /// The room.
    pub room: RoomId,
    /// The session that runs in it.
    pub now: Option<&'a Arc<Session>>,
    /// The session that begins in it next, whenever that is.
    pub next: Option<&'a Arc<Session>>,
}

impl Version {
    /// The sessions of a room in the order of time.
    pub fn in_room(&self, room: RoomId) -> Vec<&Arc<Session>> {
        let mut sessions = self.in_order();
        sessions.retain(|session| session.placed().is_some_and(|(here, ..)| here == room));
        sessions
    }

    /// What is on in each room at a moment, in the order of rooms; rooms without any session are left out.
    pub fn rooms_at(&self, at: Timestamp) -> Vec<RoomAt<'_>> {
        let mut rooms: Vec<RoomAt<'_>> = Vec::new();
        let mut sessions: Vec<_> =
            self.sessions.values().filter_map(|session| Some((session.placed()?, session))).collect();
        sessions.sort_by_key(|((room, start, _), session)| (*room, *start, session.id));
        for ((room, start, end), session) in sessions {
            if rooms.last().is_none_or(|last| last.room != room) {
                rooms.push(RoomAt { room, now: None, next: None });
            }
            let Some(here) = rooms.last_mut() else { continue };
            if start <= at && at < end {
                here.now = here.now.or(Some(session));
            } else if at < start {
                here.next = here.next.or(Some(session));
            }
        }
        rooms
    }

    /// The pause that runs at a moment.
    pub fn pause_at(&self, at: Timestamp) -> Option<&Slot> {
        self.slots.values().find(|slot| slot.pause.is_some() && slot.start <= at && at < slot.end)
    }

    /// From when and until when nothing changes around a moment: when last and when next something begins or ends.
    pub fn stretch(&self, at: Timestamp) -> (Option<Timestamp>, Option<Timestamp>) {
        let sessions = self.sessions.values().filter_map(|session| session.placed());
        let sessions = sessions.flat_map(|(_, start, end)| [start, end]);
        let pauses = self.slots.values().filter(|slot| slot.pause.is_some());
        let mut around = (None, None);
        for edge in sessions.chain(pauses.flat_map(|slot| [slot.start, slot.end])) {
            match edge <= at {
                true => around.0 = around.0.max(Some(edge)),
                false => around.1 = Some(around.1.map_or(edge, |known: Timestamp| known.min(edge))),
            }
        }
        around
    }
}
