//! One `<event>`: a session.

use super::{ids, place, unread, unread_attributes};
use crate::gather::{At, Frame, Gatherer};
use crate::problem::{Fault, Lost, ReadError};
use crate::raw::{Raw, RawLink, RawPerson, RawSession, RawText};
use crate::text::shown;
use crate::xml::Element;

pub(super) fn read(
    gather: &mut Gatherer<'_>,
    element: &Element,
    path: &str,
    room: Option<&Raw>,
    frame: &Frame,
) -> Result<(), ReadError> {
    let mut raw = RawSession { place: place(element, path), ids: ids(element), ..RawSession::default() };
    unread_attributes(gather, element, &["id", "guid", "code"]);
    let mut own_room = None;
    for child in &element.children {
        if field(&mut raw, child) {
            markup_inside(gather, child);
            continue;
        }
        match child.name.as_str() {
            "room" => own_room = Some(child.text()),
            "persons" => raw.persons.extend(persons(gather, child, path)),
            "links" => raw.links.extend(links(gather, child, "link")),
            "attachments" => raw.attachments.extend(links(gather, child, "attachment")),
            "recording" => recording(gather, &mut raw, child),
            "logo" => named_link(&mut raw.attachments, child),
            "feedback_url" | "origin_url" | "video_download_url" | "conf_url" => {
                named_link(&mut raw.links, child);
            }
            _ => unread(gather, element, child),
        }
    }
    if let (Some(around), Some(own)) = (room, &own_room)
        && around.value.trim() != own.value.trim()
        && !own.value.trim().is_empty()
    {
        let (own_name, around_name) = (shown(own.value.trim()), shown(around.value.trim()));
        let message = format!("the session says “{own_name}” but stands in “{around_name}”, which was taken");
        gather.tell(
            At { line: own.line, path, field: "room" },
            Lost::Nothing,
            Fault::new(message, "Correct one of them."),
        );
    }
    raw.room = room.filter(|around| !around.value.trim().is_empty()).cloned().or(own_room);
    gather.session(raw, frame)
}

/// Takes an element that holds nothing but the text of one field.
fn field(raw: &mut RawSession, element: &Element) -> bool {
    let slot = match element.name.as_str() {
        "title" => &mut raw.title,
        "subtitle" => &mut raw.subtitle,
        "slug" => &mut raw.ids.slug,
        "date" => &mut raw.time.date,
        "start" => &mut raw.time.start,
        "end" => &mut raw.time.end,
        "duration" => &mut raw.time.duration,
        "track" => &mut raw.track,
        "type" => &mut raw.kind,
        "language" => &mut raw.language,
        "url" => &mut raw.url,
        "abstract" => return long(&mut raw.abstract_text, element),
        "description" => return long(&mut raw.description, element),
        _ => return false,
    };
    *slot = Some(element.text());
    true
}

/// Counts markup in a plain text: its words were taken, it itself was not.
fn markup_inside(gather: &mut Gatherer<'_>, element: &Element) {
    for inner in &element.children {
        let what = format!("{}/{} (the text inside was taken)", element.name, shown(&inner.name));
        gather.unread(what, inner.line);
    }
}

fn long(text: &mut RawText, element: &Element) -> bool {
    text.push((None, element.text()));
    true
}

fn named_link(links: &mut Vec<RawLink>, element: &Element) {
    let url = element.text();
    // An empty <logo/> is how the tools say that there is none.
    if !url.value.trim().is_empty() {
        let kind = element.name.trim_end_matches("_url").replace("conf", "page");
        links.push(RawLink {
            line: element.line,
            title: None,
            url: Some(url),
            kind: Some(Raw::new(element.line, kind)),
        });
    }
}

fn recording(gather: &mut Gatherer<'_>, raw: &mut RawSession, element: &Element) {
    for child in &element.children {
        match child.name.as_str() {
            "license" => raw.licence = Some(child.text()),
            "optout" => raw.do_not_record = Some(child.text()),
            "url" | "link" if child.text().value.trim().is_empty() => {}
            "url" | "link" => raw.links.push(RawLink {
                line: child.line,
                title: None,
                url: Some(child.text()),
                kind: Some(Raw::new(child.line, "recording")),
            }),
            _ => unread(gather, element, child),
        }
    }
}

fn persons(gather: &mut Gatherer<'_>, element: &Element, path: &str) -> Vec<RawPerson> {
    let mut persons = Vec::new();
    for child in &element.children {
        if child.name != "person" {
            unread(gather, element, child);
            continue;
        }
        unread_attributes(gather, child, &["id", "guid", "code", "slug", "name", "role"]);
        let path = format!("{path}/persons/person[{}]", persons.len() + 1);
        markup_inside(gather, child);
        let text = child.text();
        let name = if text.value.trim().is_empty() { child.attribute("name").unwrap_or(text) } else { text };
        persons.push(RawPerson {
            place: place(child, &path),
            ids: ids(child),
            name: Some(name),
            biography: RawText::new(),
            role: child.attribute("role"),
        });
    }
    persons
}

fn links(gather: &mut Gatherer<'_>, element: &Element, name: &str) -> Vec<RawLink> {
    let mut links = Vec::new();
    for child in &element.children {
        if child.name != name {
            unread(gather, element, child);
            continue;
        }
        unread_attributes(gather, child, &["href", "type"]);
        // Some write the address as the text, without an href.
        let text = child.text();
        let (title, url) = match child.attribute("href") {
            Some(href) => (Some(text), Some(href)),
            None => (None, Some(text)),
        };
        links.push(RawLink { line: child.line, title, url, kind: child.attribute("type") });
    }
    links
}
