//! The parts that both shapes share: rooms, tracks, persons, links.

use super::{list, localised, misshapen, place, plain, unread};
use crate::gather::{At, Gatherer};
use crate::json::{Node, Value};
use crate::problem::{Fault, Lost};
use crate::raw::{Raw, RawIds, RawLink, RawPerson, RawRoom, RawTrack};
use crate::text::shown;

pub(super) fn room(gather: &mut Gatherer<'_>, path: &str, node: &Node) {
    let mut raw = RawRoom { place: place(node, path), ..RawRoom::default() };
    for (key, value) in node.entries() {
        match key.as_str() {
            "name" => raw.name = plain(gather, path, key, Some(value)),
            "capacity" => raw.capacity = plain(gather, path, key, Some(value)),
            "description" => raw.description = localised(gather, path, key, value),
            _ if id(gather, path, &mut raw.ids, key, value) => {}
            _ => unread(gather, "room", key, value),
        }
    }
    gather.room(raw);
}

pub(super) fn track(gather: &mut Gatherer<'_>, path: &str, node: &Node) {
    let mut raw = RawTrack { place: place(node, path), ..RawTrack::default() };
    for (key, value) in node.entries() {
        match key.as_str() {
            "name" => raw.name = plain(gather, path, key, Some(value)),
            "color" => raw.colour = plain(gather, path, key, Some(value)),
            // One colour is enough; the light one is meant for paper and day.
            "colors" => raw.colour = plain(gather, path, "colour", value.get("light")).or(raw.colour),
            _ if id(gather, path, &mut raw.ids, key, value) => {}
            _ => unread(gather, "track", key, value),
        }
    }
    gather.track(raw);
}

/// Takes one of the ids.
pub(super) fn id(gather: &mut Gatherer<'_>, path: &str, ids: &mut RawIds, key: &str, value: &Node) -> bool {
    let slot = match key {
        "guid" => &mut ids.guid,
        "id" => &mut ids.id,
        "code" => &mut ids.code,
        "slug" => &mut ids.slug,
        _ => return false,
    };
    *slot = plain(gather, path, key, Some(value));
    true
}

pub(super) fn persons(gather: &mut Gatherer<'_>, path: &str, field: &str, node: &Node) -> Vec<RawPerson> {
    let mut persons = Vec::new();
    for (position, node) in list(gather, path, field, Some(node)).iter().enumerate() {
        let path = format!("{path}.{field}[{position}]");
        match node.value {
            Value::Map(_) => persons.push(person(gather, &path, node)),
            // Some write nothing but names.
            Value::Text(_) => {
                let name = plain(gather, &path, "name", Some(node));
                persons.push(RawPerson { place: place(node, &path), name, ..RawPerson::default() });
            }
            _ => misshapen(gather, &path, "person", node, "an object"),
        }
    }
    persons
}

pub(super) fn person(gather: &mut Gatherer<'_>, path: &str, node: &Node) -> RawPerson {
    let mut raw = RawPerson { place: place(node, path), ..RawPerson::default() };
    let mut public_name = None;
    for (key, value) in node.entries() {
        match key.as_str() {
            "name" => raw.name = plain(gather, path, key, Some(value)),
            "public_name" => public_name = plain(gather, path, key, Some(value)),
            "role" => raw.role = plain(gather, path, key, Some(value)),
            "biography" => raw.biography = localised(gather, path, key, value),
            _ if id(gather, path, &mut raw.ids, key, value) => {}
            _ => unread(gather, "person", key, value),
        }
    }
    // Where both stand, the public name is the one meant to be read.
    raw.name = public_name.filter(|name| !name.value.trim().is_empty()).or(raw.name);
    raw
}

pub(super) fn links(gather: &mut Gatherer<'_>, path: &str, field: &str, node: &Node) -> Vec<RawLink> {
    let mut links = Vec::new();
    for node in list(gather, path, field, Some(node)) {
        let mut raw = RawLink { line: node.line, ..RawLink::default() };
        if matches!(node.value, Value::Text(_)) {
            raw.url = plain(gather, path, field, Some(node));
        }
        for (key, value) in node.entries() {
            match key.as_str() {
                "url" | "href" => raw.url = plain(gather, path, field, Some(value)),
                "title" => raw.title = plain(gather, path, field, Some(value)),
                "type" => raw.kind = plain(gather, path, field, Some(value)),
                _ => unread(gather, "link", key, value),
            }
        }
        links.push(raw);
    }
    links
}

/// An address under a name of its own: the name is the kind. Empty ones say that there is none.
pub(super) fn link(gather: &mut Gatherer<'_>, path: &str, key: &str, node: &Node) -> Option<RawLink> {
    let address = node.get("url").unwrap_or(node);
    let url = plain(gather, path, key, Some(address)).filter(|url| !url.value.trim().is_empty())?;
    let kind = Raw::new(node.line, key.trim_end_matches("_url"));
    Some(RawLink { line: node.line, title: None, url: Some(url), kind: Some(kind) })
}

/// The session names its room a second time.
pub(super) fn same_room(gather: &mut Gatherer<'_>, path: &str, around: Option<&Raw>, node: &Node) {
    let own = plain(gather, path, "room", Some(node)).filter(|own| !own.value.trim().is_empty());
    if let (Some(own), Some(around)) = (own, around)
        && own.value.trim() != around.value.trim()
    {
        let (own_name, around_name) = (shown(own.value.trim()), shown(around.value.trim()));
        let message = format!("the session says “{own_name}” but stands in “{around_name}”, which was taken");
        let fault = Fault::new(message, "Correct one of them.");
        gather.tell(At { line: own.line, path, field: "room" }, Lost::Nothing, fault);
    }
}
