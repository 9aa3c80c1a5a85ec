//! Schedule XML: the format of Pentabarf, and its dialects by frab, the CCC's VOC and pretalx.
//!
//! One shape, many habits. What differs: Pentabarf gives a session a clock only and the day a date
//! (with a `day_change`: earlier clocks lie after midnight); frab adds `<date>` with an offset, a
//! `guid` and `<recording>`; pretalx adds a `code`, persons with `guid` and `code`, tracks and rooms with
//! a guid. So every part is optional here, and whatever has no meaning for a programme is counted.
//! Source of the facts: the schema `schedule.xml.xsd` of <https://c3voc.de/wiki/schedule>.

mod event;

use crate::Format;
use crate::gather::{At, Frame, Gatherer, Style};
use crate::limits::Limits;
use crate::model::Programme;
use crate::problem::{Fault, Lost, Place, ReadError};
use crate::raw::{RawDay, RawIds, RawMeeting, RawRoom, RawTrack};
use crate::text::{self, shown};
use crate::xml::{self, Element};

pub(crate) const FORMAT: Format = Format {
    name: "schedule-xml",
    title: "Schedule XML (Pentabarf, frab, VOC, pretalx)",
    media_types: &["application/vnd.c3voc.schedule+xml", "application/xml", "text/xml"],
    detects,
    read,
};

fn detects(bytes: &[u8]) -> bool {
    xml::root_name(text::peek(bytes)).is_some_and(|name| name == "schedule")
}

fn read(bytes: &[u8], limits: &Limits) -> Result<Programme, ReadError> {
    let document = xml::parse(text::decode(bytes, limits)?, limits)?;
    let root = &document.root;
    if root.name != "schedule" {
        let what = format!("the root element is <{}>, not <schedule>", shown(&root.name));
        let remedy = "Export the programme as “schedule.xml” (Pentabarf, frab, pretalx).".to_owned();
        return Err(ReadError::NoProgramme { line: root.line, what, remedy });
    }
    let mut gather = Gatherer::new(FORMAT.name, limits, Style::default());
    gather.add_untold(document.untold);
    for remark in document.remarks {
        let at = At { line: remark.line, path: "schedule", field: "markup" };
        gather.tell(at, Lost::Nothing, Fault::new(remark.message, remark.remedy));
    }
    // The meeting comes first, wherever it stands: its zone and its base address are needed below.
    let text_of = |name: &str| root.child(name).map(Element::text);
    let generator = root.child("generator").and_then(|generator| generator.attribute("name"));
    gather.head(text_of("version"), generator);
    conference(&mut gather, root);
    let mut days = 0;
    for child in &root.children {
        match child.name.as_str() {
            "day" => {
                days += 1;
                day(&mut gather, child, days)?;
            }
            "conference" | "version" | "generator" | "url" => {}
            _ => unread(&mut gather, root, child),
        }
    }
    Ok(gather.finish())
}

fn conference(gather: &mut Gatherer<'_>, root: &Element) {
    let Some(element) = root.child("conference") else {
        let at = At { line: root.line, path: "schedule", field: "conference" };
        gather.tell(
            at,
            Lost::Nothing,
            Fault::new("is missing: the meeting has no title", "Give the title on import."),
        );
        return;
    };
    let mut raw = RawMeeting { place: place(element, "conference"), ..RawMeeting::default() };
    raw.url = root.child("url").map(Element::text);
    let mut tracks = Vec::new();
    for child in &element.children {
        let slot = match child.name.as_str() {
            "title" => &mut raw.title,
            "acronym" => &mut raw.acronym,
            "start" => &mut raw.start,
            "end" => &mut raw.end,
            "time_zone_name" => &mut raw.zone,
            "url" => &mut raw.url,
            "base_url" => &mut raw.base_url,
            "timeslot_duration" => &mut raw.raster,
            "day_change" => &mut raw.day_change,
            "track" => {
                tracks.push(child);
                continue;
            }
            // The days are counted where they stand.
            "days" => continue,
            _ => {
                unread(gather, element, child);
                continue;
            }
        };
        *slot = Some(child.text());
    }
    gather.meeting(raw);
    for (position, element) in tracks.into_iter().enumerate() {
        track(gather, element, position + 1);
    }
}

fn track(gather: &mut Gatherer<'_>, element: &Element, position: usize) {
    let name = element.attribute("name").unwrap_or_else(|| element.text());
    gather.track(RawTrack {
        place: place(element, &format!("conference/track[{position}]")),
        ids: ids(element),
        name: Some(name),
        colour: element.attribute("color"),
    });
}

fn day(gather: &mut Gatherer<'_>, element: &Element, position: usize) -> Result<(), ReadError> {
    let path = format!("day[{position}]");
    let frame = gather.day(RawDay {
        place: place(element, &path),
        date: element.attribute("date"),
        start: element.attribute("start"),
        end: element.attribute("end"),
    });
    let mut rooms = 0;
    for child in &element.children {
        match child.name.as_str() {
            "room" => {
                rooms += 1;
                room(gather, child, &format!("{path}/room[{rooms}]"), &frame)?;
            }
            _ => unread(gather, element, child),
        }
    }
    Ok(())
}

fn room(gather: &mut Gatherer<'_>, element: &Element, path: &str, frame: &Frame) -> Result<(), ReadError> {
    let name = element.attribute("name");
    let mut raw = RawRoom { place: place(element, path), ids: ids(element), ..RawRoom::default() };
    raw.name = name.clone();
    raw.capacity = element.attribute("capacity");
    if let Some(text) = element.attribute("description") {
        raw.description.push((None, text));
    }
    // A nameless room may still hold sessions that name theirs.
    if name.is_some() || !element.children.iter().any(|child| child.child("room").is_some()) {
        gather.room(raw);
    }
    let mut events = 0;
    for child in &element.children {
        match child.name.as_str() {
            "event" => {
                events += 1;
                event::read(gather, child, &format!("{path}/event[{events}]"), name.as_ref(), frame)?;
            }
            _ => unread(gather, element, child),
        }
    }
    Ok(())
}

/// Counts an element that has no meaning here, unless it is empty.
fn unread(gather: &mut Gatherer<'_>, parent: &Element, child: &Element) {
    let is_empty = child.attributes.is_empty() && child.text().value.trim().is_empty();
    if !is_empty {
        gather.unread(format!("{}/{}", parent.name, shown(&child.name)), child.line);
    }
}

fn unread_attributes(gather: &mut Gatherer<'_>, element: &Element, known: &[&str]) {
    for (key, value) in &element.attributes {
        if !known.contains(&key.as_str()) && !value.trim().is_empty() {
            gather.unread(format!("{}/@{}", element.name, shown(key)), element.line);
        }
    }
}

fn place(element: &Element, path: &str) -> Place {
    Place { line: element.line, path: path.to_owned() }
}

fn ids(element: &Element) -> RawIds {
    RawIds {
        guid: element.attribute("guid"),
        id: element.attribute("id"),
        code: element.attribute("code"),
        slug: element.attribute("slug"),
    }
}
