//! Who would have to be in two places at once.

use super::{Programme, Session};
use crate::PersonId;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A person in two sessions at the same time, in whatever roles.
#[derive(Clone, Debug)]
pub struct Clash {
    /// The person.
    pub person: PersonId,
    /// The session that begins first.
    pub one: Arc<Session>,
    /// The session that begins while the first still runs.
    pub other: Arc<Session>,
    /// When the second begins.
    pub at: Timestamp,
}

/// From when until when, and in which session, somebody is busy.
type Busy<'a> = (Timestamp, Timestamp, &'a Arc<Session>);

/// All clashes among the placed sessions of a programme, by person and time. Roles that need no presence are left out.
pub fn clashes(programme: &Programme) -> Vec<Clash> {
    let mut days: BTreeMap<PersonId, Vec<Busy<'_>>> = BTreeMap::new();
    for session in programme.sessions.values() {
        let Some((_, start, end)) = session.placed() else { continue };
        for (role, person) in &session.roles {
            let busy = days.entry(*person).or_default();
            // Two roles in one session are one presence.
            if role.is_present() && !busy.iter().any(|(_, _, known)| known.id == session.id) {
                busy.push((start, end, session));
            }
        }
    }
    let mut found = Vec::new();
    for (person, mut busy) in days {
        busy.sort_by_key(|(start, end, session)| (*start, *end, session.id));
        for (n, (_, end, one)) in busy.iter().enumerate() {
            let overlapping = busy[n + 1..].iter().take_while(|(start, _, _)| start < end);
            found.extend(overlapping.map(|(at, _, other)| Clash {
                person,
                one: Arc::clone(one),
                other: Arc::clone(other),
                at: *at,
            }));
        }
    }
    found
}
