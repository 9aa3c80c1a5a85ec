//! What an import would change, seen from the forum as it is.

use super::draft::Draft;
use forum::programme::{Programme, Role, Session};
use forum::{Forum, MeetingId, PersonId, SessionId};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How many things of one sort would be new, changed and so on.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, JsonSchema)]
pub struct Tally {
    /// New in the forum.
    pub new: usize,
    /// There before, and changed.
    pub changed: usize,
    /// There before, with another place or none.
    pub moved: usize,
    /// Withdrawn.
    pub withdrawn: usize,
    /// In the file as in the forum.
    pub unchanged: usize,
}

/// Where and when a session takes place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Spot {
    /// The room's name.
    pub room: String,
    /// The beginning.
    pub start: Timestamp,
}

/// One thing that would change about a session.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// It is new.
    New,
    /// It is withdrawn.
    Withdrawn,
    /// It gets a place, another place, or loses it.
    Place(Option<Spot>, Option<Spot>),
    /// It gets another title; this was the old one.
    Title(String),
    /// It lasts longer or shorter, in minutes: before and after.
    Length(u32, u32),
    /// Its abstract, type, language or track changes.
    Description,
    /// Somebody gets a role in it.
    Joined(String, Role),
    /// Somebody loses a role in it.
    Left(String, Role),
}

/// A session and what would change about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// The session.
    pub session: SessionId,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// What would change.
    pub changes: Vec<Change>,
}

/// All differences between the sessions of a meeting before and after, in the order in which they were entered.
pub(super) fn sessions(before: &Forum, after: &Draft, meeting: MeetingId) -> Vec<Difference> {
    let nothing = Programme::default();
    let old = before.programme.meetings.get(&meeting).unwrap_or(&nothing);
    let new = after.programme(meeting);
    let changed = new.sessions.values().filter_map(|session| {
        let changes = match old.sessions.get(&session.id) {
            None => first_changes(&new, session),
            Some(known) if Arc::ptr_eq(known, session) => Vec::new(),
            Some(known) => changes(old, known, &new, session, &after.forum),
        };
        let (code, title) = (session.code.clone(), session.title.or_empty().to_owned());
        (!changes.is_empty()).then_some(Difference { session: session.id, code, title, changes })
    });
    changed.collect()
}

fn first_changes(programme: &Programme, session: &Session) -> Vec<Change> {
    let placed = spot(programme, session).map(|to| Change::Place(None, Some(to)));
    std::iter::once(Change::New).chain(placed).collect()
}

fn spot(programme: &Programme, session: &Session) -> Option<Spot> {
    let (room, start, _) = session.placed()?;
    let room = programme.rooms.get(&room).map(|room| room.name.clone()).unwrap_or_default();
    Some(Spot { room, start })
}

fn changes(
    old: &Programme,
    known: &Session,
    new: &Programme,
    session: &Session,
    forum: &Forum,
) -> Vec<Change> {
    let mut found = Vec::new();
    if session.withdrawn && !known.withdrawn {
        return vec![Change::Withdrawn];
    }
    if known.place != session.place {
        found.push(Change::Place(spot(old, known), spot(new, session)));
    }
    if known.title.text() != session.title.text() {
        found.push(Change::Title(known.title.or_empty().to_owned()));
    }
    if known.minutes != session.minutes {
        found.push(Change::Length(known.minutes, session.minutes));
    }
    let described = |s: &Session| (s.summary.clone(), s.kind.clone(), s.language.clone(), s.track);
    if described(known) != described(session) {
        found.push(Change::Description);
    }
    let name = |id: &PersonId| {
        forum.people.persons.get(id).map(|person| person.name.or_empty().to_owned()).unwrap_or_default()
    };
    let joined = session.roles.iter().filter(|role| !known.roles.contains(role));
    found.extend(joined.map(|(role, person)| Change::Joined(name(person), *role)));
    let left = known.roles.iter().filter(|role| !session.roles.contains(role));
    found.extend(left.map(|(role, person)| Change::Left(name(person), *role)));
    found
}

/// Counts sessions: each stands under what weighs most about it.
pub(super) fn tally_sessions(differences: &[Difference], in_file: &BTreeSet<SessionId>) -> Tally {
    let mut tally = Tally::default();
    for Difference { changes, .. } in differences {
        match changes.first() {
            Some(Change::New) => tally.new += 1,
            Some(Change::Withdrawn) => tally.withdrawn += 1,
            Some(Change::Place(..)) => tally.moved += 1,
            _ => tally.changed += 1,
        }
    }
    let changed: BTreeSet<SessionId> = differences.iter().map(|difference| difference.session).collect();
    tally.unchanged = in_file.difference(&changed).count();
    tally
}

/// Counts persons whom the file names.
pub(super) fn tally_persons(before: &Forum, after: &Forum, in_file: &BTreeSet<PersonId>) -> Tally {
    let mut tally = Tally::default();
    for id in in_file {
        match (before.people.persons.get(id), after.people.persons.get(id)) {
            (None, _) => tally.new += 1,
            (Some(known), Some(person)) if !Arc::ptr_eq(known, person) => tally.changed += 1,
            _ => tally.unchanged += 1,
        }
    }
    tally
}

/// Counts things that an import only ever adds, by their ids.
pub(super) fn tally_added<T: Ord>(is_known: impl Fn(&T) -> bool, in_file: impl Iterator<Item = T>) -> Tally {
    let ids: BTreeSet<T> = in_file.collect();
    let unchanged = ids.iter().filter(|id| is_known(id)).count();
    Tally { new: ids.len() - unchanged, unchanged, ..Tally::default() }
}
