//! What the makers of a programme look at: the draft as a version, what in it is not right yet, and whom its changes
//! concern.

use super::views::{Changed, Difference};
use super::{Clash, Programme, Session, Version, clashes};
use crate::{PersonId, SlotId};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Something that the makers of a programme should look at. Only the first kind keeps it from being published.
#[derive(Clone, Debug)]
pub enum Warning {
    /// A person would be in two places at once.
    PersonTwice(Clash),
    /// A session stands in a pause.
    InPause {
        /// The session.
        session: Arc<Session>,
        /// The pause.
        slot: SlotId,
    },
    /// A session goes on longer than the slot in which it begins.
    LongerThanSlot {
        /// The session.
        session: Arc<Session>,
        /// When the slot ends.
        until: Timestamp,
    },
    /// A session has its place, and nobody who leads or speaks.
    Nobody {
        /// The session.
        session: Arc<Session>,
    },
}

impl Warning {
    /// The sessions that it is about.
    pub fn sessions(&self) -> Vec<&Arc<Session>> {
        match self {
            Warning::PersonTwice(clash) => vec![&clash.one, &clash.other],
            Warning::InPause { session, .. }
            | Warning::LongerThanSlot { session, .. }
            | Warning::Nobody { session } => vec![session],
        }
    }
}

/// Everything in a draft that is not right yet: the worst first, then in the order of the sessions.
pub fn warnings(draft: &Programme) -> Vec<Warning> {
    let mut found: Vec<Warning> = clashes(draft).into_iter().map(Warning::PersonTwice).collect();
    let mut nobody = Vec::new();
    for session in draft.sessions.values() {
        let Some((_, start, end)) = session.placed() else { continue };
        let slots = || draft.slots.iter().filter(|(_, slot)| slot.start < end && start < slot.end);
        let session = || Arc::clone(session);
        if let Some((slot, _)) = slots().find(|(_, slot)| slot.pause.is_some()) {
            found.push(Warning::InPause { session: session(), slot: *slot });
        } else if let Some((_, slot)) = slots().find(|(_, slot)| slot.start <= start)
            && slot.end < end
            && slots().count() == 1
        {
            found.push(Warning::LongerThanSlot { session: session(), until: slot.end });
        }
        if !session().roles.iter().any(|(role, _)| role.is_present()) {
            nobody.push(Warning::Nobody { session: session() });
        }
    }
    found.extend(nobody);
    found
}

impl Programme {
    /// The sessions that shall take place and have no place yet, in the order in which they were entered.
    pub fn unplaced(&self) -> impl Iterator<Item = &Arc<Session>> {
        self.sessions.values().filter(|session| !session.withdrawn && session.place.is_none())
    }

    /// The draft as the version that it would be if it were published now.
    pub fn as_version(&self) -> Version {
        let placed = self.sessions.iter().filter(|(_, session)| session.placed().is_some());
        let sessions: imbl::OrdMap<_, _> = placed.map(|(id, session)| (*id, Arc::clone(session))).collect();
        let roles = sessions.values().flat_map(|session: &Arc<Session>| session.roles.iter());
        let people = roles.map(|(_, person)| *person).collect::<imbl::OrdSet<PersonId>>();
        let number = self.latest().map_or(1, |latest| latest.number + 1);
        Version {
            number,
            label: number.to_string(),
            note: None,
            at: self.latest().map_or(Timestamp::UNIX_EPOCH, |latest| latest.at),
            seq: self.changed,
            rooms: self.rooms.clone(),
            slots: self.slots.clone(),
            tracks: self.tracks.clone(),
            sessions,
            people,
        }
    }
}

/// Whom changes concern, and in which sessions: everybody with a role in a session that moved, came or went or is
/// another now, and whoever joined or left one.
pub fn concerned(changed: &[Changed]) -> BTreeMap<PersonId, Vec<Arc<Session>>> {
    let mut concerned: BTreeMap<PersonId, Vec<Arc<Session>>> = BTreeMap::new();
    for Changed { session, differences } in changed {
        let in_person = |difference: &Difference| match difference {
            Difference::Joined(person, _) | Difference::Left(person, _) => Some(*person),
            _ => None,
        };
        let all = differences.iter().any(|difference| in_person(difference).is_none());
        let people = session.roles.iter().map(|(_, person)| *person).filter(|_| all);
        let people: BTreeSet<_> = people.chain(differences.iter().filter_map(in_person)).collect();
        people.into_iter().for_each(|person| concerned.entry(person).or_default().push(Arc::clone(session)));
    }
    concerned
}
