//! Which session of the forum a session of the file is.

use super::compare::folded;
use super::meeting::Frame;
use super::remark::{Cost, Remarks, Why};
use forum::SessionId;
use forum::programme::{Programme as Draft, Session as Known};
use interchange::{Ids, Programme, Session};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How the origin of a session begins that has no id in its source. An act keeps the origin for ever, so the title,
/// which can be erased, cannot stand in for one.
const NO_ID: &str = "no-id:";

/// What is known of a session of the file.
pub(super) struct Recognised {
    /// Its id in the source, unique within the file; `None` if it has none.
    pub(super) key: Option<String>,
    /// The session in the forum.
    pub(super) known: Option<SessionId>,
}

/// Recognises the sessions of a file, in its order: by their ids, and those that have none by their titles.
pub(super) fn recognise(
    draft: &Draft,
    file: &Programme,
    frame: &Frame,
    remarks: &mut Remarks,
) -> Vec<Recognised> {
    let mut by_id: BTreeMap<&str, SessionId> = BTreeMap::new();
    // Withdrawn ones included: what was withdrawn by hand does not come back with the next file.
    let mut by_title: BTreeMap<String, BTreeSet<SessionId>> = BTreeMap::new();
    for (origin, session) in from_here(draft, frame) {
        if origin.starts_with(NO_ID) {
            let title = folded(session.title.or_empty());
            by_title.entry(title).or_default().insert(session.id);
        } else {
            by_id.insert(origin, session.id);
        }
    }
    let keys = keys(file, remarks);
    let recognise = |(session, key): (&Session, Option<String>)| {
        let known = match &key {
            Some(key) => by_id.get(key.as_str()).copied(),
            // The first of several with one title is the first of those, too.
            None => by_title.get_mut(&folded(&session.title)).and_then(BTreeSet::pop_first),
        };
        Recognised { key, known }
    };
    file.sessions.iter().zip(keys).map(recognise).collect()
}

/// The sessions of the meeting that came from this source, with their ids there.
fn from_here<'a>(programme: &'a Draft, frame: &'a Frame) -> impl Iterator<Item = (&'a str, &'a Arc<Known>)> {
    let with_origin = programme.sessions.values().filter_map(|known| Some((known.origin.as_ref()?, known)));
    with_origin
        .filter(|(origin, _)| origin.system == frame.system)
        .map(|(origin, known)| (origin.id.as_str(), known))
}

/// By what its source knows a session.
fn own_id(ids: &Ids) -> Option<&str> {
    ids.guid.as_deref().or(ids.id.as_deref()).or(ids.code.as_deref())
}

/// The ids of the file's sessions, in its order; unique within the file.
fn keys(file: &Programme, remarks: &mut Remarks) -> Vec<Option<String>> {
    let mut lines: BTreeMap<String, u32> = BTreeMap::new();
    let mut keys = Vec::new();
    for session in &file.sessions {
        let line = session.place.line;
        let key = own_id(&session.ids).map(|own| match lines.get(own).copied() {
            None => own.to_owned(),
            Some(other) => {
                let why = Why::SharedId { id: own.to_owned(), line: other };
                remarks.add(line, &session.title, Cost::Assumed, why);
                let free = (2..).map(|n| format!("{own}#{n}")).find(|key| !lines.contains_key(key));
                free.expect("a file has fewer sessions than there are numbers")
            }
        });
        lines.extend(key.iter().map(|key| (key.clone(), line)));
        keys.push(key);
    }
    let without = || file.sessions.iter().zip(&keys).filter(|(_, key)| key.is_none());
    if let Some((first, _)) = without().next() {
        let why = Why::KnownByTitle { count: without().count() };
        remarks.add(first.place.line, "", Cost::Assumed, why);
    }
    keys
}

/// The origin of a session without an id: its code tells it from the others.
pub(super) fn origin_without_id(code: &str) -> String {
    format!("{NO_ID}{code}")
}

/// Earlier sessions of the source that the file no longer has and that still stand. Those that could not be read are in
/// the file.
pub(super) fn missing(
    draft: &Draft,
    file: &Programme,
    frame: &Frame,
    recognised: &[Recognised],
) -> BTreeSet<SessionId> {
    let unread: BTreeSet<&str> = file.unread.iter().filter_map(own_id).collect();
    let found: BTreeSet<SessionId> = recognised.iter().filter_map(|session| session.known).collect();
    let standing = from_here(draft, frame).filter(|(id, session)| !session.withdrawn && !unread.contains(id));
    standing.map(|(_, session)| session.id).filter(|id| !found.contains(id)).collect()
}
