//! Changes of what sessions stand in: rooms, slots and tracks.

use super::{Programme, Room, Slot, Track};
use crate::programme::Act;

/// Changes a room, a slot or a track; other acts change nothing here.
pub(super) fn change(programme: &mut Programme, act: &Act) {
    match act.clone() {
        Act::RoomAmended { room, slug, name, seats, .. } => {
            if let Some(Room { origin, .. }) = programme.rooms.get(&room).cloned() {
                programme.rooms.insert(room, Room { slug, name, seats, origin });
            }
        }
        Act::RoomClosed { room: id, .. } => {
            programme.closed_rooms.extend(programme.rooms.remove(&id).map(|room| (id, room)));
        }
        Act::RoomReopened { room: id, .. } => {
            programme.rooms.extend(programme.closed_rooms.remove(&id).map(|room| (id, room)));
        }
        Act::SlotAmended { slot, start, end, pause, .. } => {
            programme.slots.insert(slot, Slot { start, end, pause });
        }
        Act::SlotRemoved { slot: id, .. } => {
            programme.removed_slots.extend(programme.slots.remove(&id).map(|slot| (id, slot)));
        }
        Act::SlotRestored { slot: id, .. } => {
            programme.slots.extend(programme.removed_slots.remove(&id).map(|slot| (id, slot)));
        }
        Act::TrackRenamed { track, slug, name, .. } => {
            programme.tracks.insert(track, Track { slug, name });
        }
        Act::TrackRemoved { track: id, .. } => {
            programme.removed_tracks.extend(programme.tracks.remove(&id).map(|track| (id, track)));
        }
        Act::TrackRestored { track: id, .. } => {
            programme.tracks.extend(programme.removed_tracks.remove(&id).map(|track| (id, track)));
        }
        _ => {}
    }
}
