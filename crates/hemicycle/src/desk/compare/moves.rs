//! What is elsewhere in another programme, and whom that concerns.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use forum::programme::{Place, Session, Version};
use forum::{PersonId, SessionId};

/// A session that is not where it was.
#[derive(Clone, Debug)]
pub(in crate::desk) struct Moved {
    /// The session.
    pub(in crate::desk) session: Arc<Session>,
    /// Where it was, if anywhere.
    pub(in crate::desk) from: Option<Place>,
    /// Where it would be, if anywhere.
    pub(in crate::desk) to: Option<Place>,
}

/// The sessions that are elsewhere in another programme: in the order of where they would be, those without a place first.
pub(in crate::desk) fn moves(from: &Version, to: &Version) -> Vec<Moved> {
    let ids: BTreeSet<SessionId> = from.sessions.keys().chain(to.sessions.keys()).copied().collect();
    let moved = |id: SessionId| {
        let (old, new) = (from.sessions.get(&id), to.sessions.get(&id));
        let place = |session: Option<&Arc<Session>>| session.and_then(|session| session.place);
        let session = Arc::clone(new.or(old)?);
        (place(old) != place(new)).then(|| Moved { session, from: place(old), to: place(new) })
    };
    let mut moves: Vec<Moved> = ids.into_iter().filter_map(moved).collect();
    moves.sort_by_key(|moved| (moved.to.map(|place| (place.start, place.room)), moved.session.id));
    moves
}

/// Everybody with a role in a session that moves, with those sessions.
pub(in crate::desk) fn concerned(moves: &[Moved]) -> BTreeMap<PersonId, Vec<Arc<Session>>> {
    let mut concerned: BTreeMap<PersonId, Vec<Arc<Session>>> = BTreeMap::new();
    for Moved { session, .. } in moves {
        let people: BTreeSet<PersonId> = session.roles.iter().map(|(_, person)| *person).collect();
        people.into_iter().for_each(|person| concerned.entry(person).or_default().push(Arc::clone(session)));
    }
    concerned
}
