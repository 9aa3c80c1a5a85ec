//! The newer shape: one list of sessions, which refer to rooms by guid and to tracks by slug.

use std::collections::BTreeMap;

use super::{list, localised, misshapen, parts, place, plain, unread};
use crate::gather::{At, Frame, Gatherer};
use crate::json::{Node, Value};
use crate::problem::{Fault, Lost, ReadError};
use crate::raw::{Raw, RawDay, RawPerson, RawSession, RawText};
use crate::text::shown;

/// What sessions refer to.
#[derive(Default)]
struct Known {
    /// Names of rooms by guid and by slug.
    rooms: BTreeMap<String, String>,
    /// Names of tracks by slug and by guid.
    tracks: BTreeMap<String, String>,
    /// Biographies by the guid of the person, and whether a session named them.
    biographies: BTreeMap<String, (RawText, bool)>,
}

pub(super) fn sessions(
    gather: &mut Gatherer<'_>,
    schedule: &Node,
    conference: &Node,
) -> Result<(), ReadError> {
    for (position, node) in list(gather, "conference", "days", conference.get("days")).iter().enumerate() {
        day(gather, node, &format!("conference.days[{position}]"));
    }
    let mut known = Known {
        rooms: names(conference.get("rooms")),
        tracks: names(conference.get("tracks")),
        ..Known::default()
    };
    let mut events: &[Node] = &[];
    for (key, node) in schedule.entries() {
        match key.as_str() {
            "persons" => biographies(gather, node, &mut known),
            "events" => events = list(gather, "schedule", "events", Some(node)),
            "version" | "base_url" | "conference" | "generator" | "$schema" => {}
            _ => unread(gather, "schedule", key, node),
        }
    }
    for (position, node) in events.iter().enumerate() {
        session(gather, node, &format!("events[{position}]"), &mut known)?;
    }
    for (guid, (biography, _)) in known.biographies.iter().filter(|(_, (_, named))| !named) {
        let line = biography.first().map_or(schedule.line, |(_, raw)| raw.line);
        let fault = Fault::new(
            format!("the person {} takes part in no session", shown(guid)),
            "Delete them, or add them to a session.",
        );
        gather.tell(At { line, path: "persons", field: "person" }, Lost::Field, fault);
    }
    Ok(())
}

fn day(gather: &mut Gatherer<'_>, node: &Node, path: &str) {
    let mut raw = RawDay { place: place(node, path), ..RawDay::default() };
    for (key, value) in node.entries() {
        match key.as_str() {
            "date" => raw.date = plain(gather, path, "date", Some(value)),
            "start" => raw.start = plain(gather, path, "day start", Some(value)),
            "end" => raw.end = plain(gather, path, "day end", Some(value)),
            "index" => {}
            _ => unread(gather, "day", key, value),
        }
    }
    gather.day(raw);
}

/// Names by whatever a session may use to refer to them.
fn names(node: Option<&Node>) -> BTreeMap<String, String> {
    let text = |node: &Node, key| match node.get(key).map(|node| &node.value) {
        Some(Value::Text(text)) => Some(text.trim().to_owned()),
        _ => None,
    };
    let mut names = BTreeMap::new();
    if let Some(Value::List(items)) = node.map(|node| &node.value) {
        for item in items {
            let Some(name) = text(item, "name") else { continue };
            for id in [text(item, "guid"), text(item, "slug")].into_iter().flatten() {
                names.entry(id).or_insert_with(|| name.clone());
            }
        }
    }
    names
}

fn biographies(gather: &mut Gatherer<'_>, node: &Node, known: &mut Known) {
    for person in parts::persons(gather, "schedule", "persons", node) {
        let RawPerson { place, ids, mut biography, .. } = person;
        let Some(guid) = ids.guid else {
            let fault = Fault::new("has no guid, so no session can refer to it", "Give the person a guid.");
            gather.tell(At { line: place.line, path: &place.path, field: "person" }, Lost::Field, fault);
            continue;
        };
        if biography.is_empty() {
            // Only the place is worth keeping: for the remark if nobody refers to the person.
            biography.push((None, Raw::new(place.line, "")));
        }
        known.biographies.insert(guid.value, (biography, false));
    }
}

fn session(gather: &mut Gatherer<'_>, node: &Node, path: &str, known: &mut Known) -> Result<(), ReadError> {
    if !matches!(node.value, Value::Map(_)) {
        misshapen(gather, path, "session", node, "an object");
        return Ok(());
    }
    let mut raw = RawSession { place: place(node, path), ..RawSession::default() };
    for (key, value) in node.entries() {
        let slot = match key.as_str() {
            "title" => &mut raw.title,
            "subtitle" => &mut raw.subtitle,
            "start" => &mut raw.time.start,
            "end" => &mut raw.time.end,
            "duration" => &mut raw.time.duration,
            "type" => &mut raw.kind,
            "language" => &mut raw.language,
            "url" => &mut raw.url,
            "state" => &mut raw.state,
            _ => {
                rest(gather, &mut raw, path, key, value, known);
                continue;
            }
        };
        *slot = plain(gather, path, key, Some(value));
    }
    gather.session(raw, &Frame::default())
}

/// The fields that are more than one plain value.
fn rest(
    gather: &mut Gatherer<'_>,
    raw: &mut RawSession,
    path: &str,
    key: &str,
    value: &Node,
    known: &mut Known,
) {
    match key {
        "room" => raw.room = referred(gather, path, key, value, &known.rooms),
        "track" => raw.track = referred(gather, path, key, value, &known.tracks),
        "abstract" => raw.abstract_text = localised(gather, path, key, value),
        "description" => raw.description = localised(gather, path, key, value),
        "participants" | "persons" => {
            raw.persons = parts::persons(gather, path, key, value);
            for person in &mut raw.persons {
                add_biography(person, known);
            }
        }
        "links" => raw.links.extend(parts::links(gather, path, key, value)),
        "attachments" => raw.attachments.extend(parts::links(gather, path, key, value)),
        "logo" => raw.attachments.extend(parts::link(gather, path, key, value)),
        "feedback" | "feedback_url" | "origin_url" => raw.links.extend(parts::link(gather, path, key, value)),
        _ if parts::id(gather, path, &mut raw.ids, key, value) => {}
        _ => unread(gather, "event", key, value),
    }
}

fn add_biography(person: &mut RawPerson, known: &mut Known) {
    let entry = person.ids.guid.as_ref().and_then(|guid| known.biographies.get_mut(&guid.value));
    if let Some((biography, named)) = entry {
        *named = true;
        if person.biography.is_empty() {
            person.biography.clone_from(biography);
        }
    }
}

/// The name behind a reference: an object with guid, slug or name, or the name itself.
fn referred(
    gather: &mut Gatherer<'_>,
    path: &str,
    field: &str,
    node: &Node,
    known: &BTreeMap<String, String>,
) -> Option<Raw> {
    if !matches!(node.value, Value::Map(_)) {
        return plain(gather, path, field, Some(node));
    }
    let ids = ["guid", "slug"].map(|key| plain(gather, path, field, node.get(key)));
    let found = ids.iter().flatten().find_map(|id| Some((id.line, known.get(id.value.trim())?)));
    if let Some((line, name)) = found {
        return Some(Raw::new(line, name.clone()));
    }
    let name = plain(gather, path, field, node.get("name"));
    if name.is_none() {
        let id = ids.iter().flatten().next().map_or(String::new(), |id| shown(&id.value));
        let fault =
            Fault::new(format!("“{id}” is not in the list of the conference"), "Add it to that list.");
        gather.tell(At { line: node.line, path, field }, Lost::Field, fault);
    }
    name
}
