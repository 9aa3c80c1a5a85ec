//! What takes a demand back, and which demands are about the same thing.

use super::{Act, Command, Demands, Wish};
use crate::{MeetingId, PersonId, ResourceId, RoomId, SessionId};

/// What a demand is about: of two about the same thing, the earlier cannot be taken back alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::programme) enum Subject {
    /// What a room is fitted with.
    Features(RoomId),
    /// When a room cannot be used.
    Blocked(RoomId),
    /// What a session needs.
    Needs(SessionId),
    /// Whether a session keeps its place.
    Lock(SessionId),
    /// The order of two sessions.
    Order(SessionId, SessionId),
    /// A limited thing.
    Resource(ResourceId),
    /// The ways from room to room.
    Walks,
    /// When a person can take part.
    Person(PersonId),
    /// What a wish weighs.
    Weight(Wish),
}

/// What an act is about.
pub(in crate::programme) fn subject(act: &Act) -> Subject {
    match act {
        Act::RoomFitted { room, .. } => Subject::Features(*room),
        Act::RoomBlocked { room, .. } => Subject::Blocked(*room),
        Act::SessionNeeds { session, .. } => Subject::Needs(*session),
        Act::SessionLocked { session } | Act::SessionUnlocked { session } => Subject::Lock(*session),
        Act::OrderDemanded { before, after } | Act::OrderDropped { before, after } => {
            Subject::Order(*before, *after)
        }
        Act::ResourceAdded { id: resource, .. }
        | Act::ResourceAmended { resource, .. }
        | Act::ResourceRemoved { resource, .. }
        | Act::ResourceRestored { resource, .. } => Subject::Resource(*resource),
        Act::WalksTimed { .. } => Subject::Walks,
        Act::PersonAvailable { person, .. } => Subject::Person(*person),
        Act::WeightChanged { wish, .. } => Subject::Weight(*wish),
    }
}

/// The command that takes an act back, given what was demanded before it.
pub(in crate::programme) fn inverse(before: &Demands, meeting: MeetingId, act: &Act) -> Option<Command> {
    Some(match act {
        Act::RoomFitted { room, .. } => {
            let features = before.features.get(room).cloned().unwrap_or_default();
            Command::FitRoom { meeting, room: *room, features }
        }
        Act::RoomBlocked { room, .. } => {
            let times = before.blocked.get(room).cloned().unwrap_or_default();
            Command::BlockRoom { meeting, room: *room, times }
        }
        Act::SessionNeeds { session, .. } => Command::Need { session: *session, needs: before.of(*session) },
        Act::SessionLocked { session } => Command::UnlockSession { session: *session },
        Act::SessionUnlocked { session } => Command::LockSession { session: *session },
        Act::OrderDemanded { before, after } => Command::DropOrder { before: *before, after: *after },
        Act::OrderDropped { before, after } => Command::DemandOrder { before: *before, after: *after },
        Act::ResourceAdded { id: resource, .. } | Act::ResourceRestored { resource, .. } => {
            Command::RemoveResource { meeting, resource: *resource }
        }
        Act::ResourceAmended { resource, .. } => {
            let old = before.resources.get(resource)?;
            let (name, count) = (old.name.clone(), old.count);
            Command::AmendResource { meeting, resource: *resource, name, count }
        }
        Act::ResourceRemoved { resource, .. } => Command::RestoreResource { meeting, resource: *resource },
        Act::WalksTimed { .. } => {
            let walks = before.walks.iter().copied().collect();
            Command::TimeWalks { meeting, minutes: before.walking, walks }
        }
        Act::PersonAvailable { person, .. } => {
            let availability = before.people.get(person).cloned().unwrap_or_default();
            Command::SetAvailability { meeting, person: *person, availability }
        }
        Act::WeightChanged { wish, .. } => {
            Command::ChangeWeight { meeting, wish: *wish, weight: before.weights.get(wish).copied() }
        }
    })
}
