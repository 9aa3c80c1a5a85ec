//! Demands that cannot all be met, by the ids of the forum: a run outlives names.

use forum::{PersonId, RoomId, SessionId};
use timetable::conflict::Demand;

use crate::desk::plan::Planned;

/// Something that is demanded of a programme, and could be given up.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Demanded {
    /// The session takes place.
    Placed(SessionId),
    /// The session stays where it is.
    Fixed(SessionId),
    /// Its room has what it needs.
    Features(SessionId),
    /// Nothing is held beside it.
    Plenary(SessionId),
    /// Somebody is not asked for when they are away.
    Available(PersonId),
    /// Somebody is in one place at a time.
    OnePlace(PersonId),
    /// No more of a resource is used than there is.
    Resource(String),
    /// A room is not used when it is blocked.
    Blocked(RoomId),
    /// One session comes before another.
    Precedence(SessionId, SessionId),
}

/// A demand of the engine by the ids of the forum.
pub(super) fn named(planned: &Planned, demand: Demand) -> Demanded {
    let session = |session: usize| planned.sessions[session];
    match demand {
        Demand::Placed { session: n } => Demanded::Placed(session(n)),
        Demand::Fixed { session: n } => Demanded::Fixed(session(n)),
        Demand::Features { session: n } => Demanded::Features(session(n)),
        Demand::Plenary { session: n } => Demanded::Plenary(session(n)),
        Demand::Available { person } => Demanded::Available(planned.people[person]),
        Demand::OnePlace { person } => Demanded::OnePlace(planned.people[person]),
        Demand::Resource { resource } => {
            Demanded::Resource(planned.instance.resources[resource].name.clone())
        }
        Demand::Blocked { room } => Demanded::Blocked(planned.rooms[room]),
        Demand::Precedence { index } => {
            let order = planned.instance.precedences[index];
            Demanded::Precedence(session(order.before), session(order.after))
        }
    }
}
