//! Schedule JSON: the same programme as schedule XML, in two shapes.
//!
//! - [`days`]: days hold rooms, rooms hold sessions (frab, VOC's `schema.json`, pretalx);
//! - [`events`]: one flat list of sessions that refer to rooms and tracks, with texts in several
//!   languages (VOC's `schema2.json`).
//!
//! Source of the facts: both schemas at <https://c3voc.de/wiki/schedule>, and files that the tools wrote.

mod days;
mod events;
mod parts;

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::Format;
use crate::gather::{At, Gatherer, Style};
use crate::json::{self, Node, Value};
use crate::limits::Limits;
use crate::model::Programme;
use crate::problem::{Fault, Lost, Place, ReadError};
use crate::raw::{Raw, RawMeeting};
use crate::text::{self, shown};

pub(crate) const DAYS_FORMAT: Format = Format {
    name: "schedule-json",
    title: "Schedule JSON (frab, VOC, pretalx)",
    media_types: &["application/vnd.c3voc.schedule+json", "application/json"],
    detects: |bytes| text::peek(bytes).trim_start().starts_with('{'),
    read: |bytes, limits| read(bytes, limits, "schedule-json", days::sessions),
};

pub(crate) const EVENTS_FORMAT: Format = Format {
    name: "schedule2-json",
    title: "Schedule JSON, version 2: a list of events (VOC)",
    media_types: &["application/json"],
    detects: has_events,
    read: |bytes, limits| read(bytes, limits, "schedule2-json", events::sessions),
};

/// Whether there is a list of events right under the schedule.
fn has_events(bytes: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Root {
        schedule: Schedule,
    }
    #[derive(Deserialize)]
    struct Schedule {
        #[serde(rename = "events")]
        _events: IgnoredAny,
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    serde_json::from_slice::<Root>(bytes).is_ok_and(|Root { schedule: Schedule { .. } }| true)
}

/// Reads the sessions out of the schedule, in one of the two shapes.
type Sessions = fn(&mut Gatherer<'_>, schedule: &Node, conference: &Node) -> Result<(), ReadError>;

fn read(
    bytes: &[u8],
    limits: &Limits,
    name: &'static str,
    sessions: Sessions,
) -> Result<Programme, ReadError> {
    let document = json::parse(text::decode(bytes, limits)?, limits)?;
    let root = &document.root;
    let missing = |line: u32, what: &str| ReadError::NoProgramme {
        line,
        what: format!("there is no “{what}” object"),
        remedy: "Export the programme as “schedule.json” (frab, pretalx, VOC).".to_owned(),
    };
    let object = |node: Option<&Node>| node.filter(|node| matches!(node.value, Value::Map(_))).cloned();
    let schedule = object(root.get("schedule")).ok_or_else(|| missing(root.line, "schedule"))?;
    let conference =
        object(schedule.get("conference")).ok_or_else(|| missing(schedule.line, "schedule.conference"))?;
    let mut gather = Gatherer::new(name, limits, Style::default());
    gather.add_untold(document.untold);
    for (line, key) in document.doubled {
        let fault = Fault::new(format!("“{key}” stands twice in one object"), "Delete one of the two.");
        gather.tell(At { line, path: "schedule", field: "markup" }, Lost::Nothing, fault);
    }
    let generator = root.get("generator").or(schedule.get("generator"));
    let generator = generator.and_then(|generator| generator.get("name"));
    let version = plain(&mut gather, "schedule", "version", schedule.get("version"));
    let generator = plain(&mut gather, "schedule", "generator", generator);
    gather.head(version, generator);
    meeting(&mut gather, &schedule, &conference);
    sessions(&mut gather, &schedule, &conference)?;
    Ok(gather.finish())
}

fn meeting(gather: &mut Gatherer<'_>, schedule: &Node, conference: &Node) {
    let path = "conference";
    let mut raw = RawMeeting { place: place(conference, path), ..RawMeeting::default() };
    raw.base_url = plain(gather, path, "base_url", schedule.get("base_url"));
    for (key, node) in conference.entries() {
        let slot = match key.as_str() {
            "title" => &mut raw.title,
            "acronym" => &mut raw.acronym,
            "start" => &mut raw.start,
            "end" => &mut raw.end,
            "time_zone_name" => &mut raw.zone,
            "url" => &mut raw.url,
            "timeslot_duration" => &mut raw.raster,
            "description" => {
                raw.description = localised(gather, path, "description", node);
                continue;
            }
            // Read elsewhere, or counted where they stand.
            "rooms" | "tracks" | "days" | "daysCount" => continue,
            _ => {
                unread(gather, path, key, node);
                continue;
            }
        };
        *slot = plain(gather, path, key, Some(node));
    }
    gather.meeting(raw);
    for (position, node) in list(gather, path, "tracks", conference.get("tracks")).iter().enumerate() {
        parts::track(gather, &format!("conference.tracks[{position}]"), node);
    }
    for (position, node) in list(gather, path, "rooms", conference.get("rooms")).iter().enumerate() {
        parts::room(gather, &format!("conference.rooms[{position}]"), node);
    }
}

// What both shapes need to take values out of the tree.

/// One plain value. A list or an object in its place is told.
fn plain(gather: &mut Gatherer<'_>, path: &str, field: &str, node: Option<&Node>) -> Option<Raw> {
    let node = node?;
    match &node.value {
        Value::Null => None,
        Value::Text(text) => Some(Raw::new(node.line, text.clone())),
        Value::List(_) | Value::Map(_) => {
            misshapen(gather, path, field, node, "a text");
            None
        }
    }
}

/// A text, or an object of texts by language.
fn localised(gather: &mut Gatherer<'_>, path: &str, field: &str, node: &Node) -> crate::raw::RawText {
    if !matches!(node.value, Value::Map(_)) {
        return plain(gather, path, field, Some(node)).map(|raw| (None, raw)).into_iter().collect();
    }
    let mut texts = Vec::new();
    for (language, node) in node.entries() {
        if let Some(raw) = plain(gather, path, field, Some(node)) {
            texts.push((Some(shown(language)), raw));
        }
    }
    texts
}

/// The items of a list; a missing one is empty, anything else in its place is told.
fn list<'n>(gather: &mut Gatherer<'_>, path: &str, field: &str, node: Option<&'n Node>) -> &'n [Node] {
    match node.map(|node| (&node.value, node)) {
        None | Some((Value::Null, _)) => &[],
        Some((Value::List(items), _)) => items,
        Some((_, node)) => {
            misshapen(gather, path, field, node, "a list");
            &[]
        }
    }
}

fn misshapen(gather: &mut Gatherer<'_>, path: &str, field: &str, node: &Node, wanted: &str) {
    let fault = Fault::new(
        format!("is {} instead of {wanted}", node.kind()),
        "Correct the file, or export it again.",
    );
    gather.tell(At { line: node.line, path, field }, Lost::Field, fault);
}

/// Counts something that has no meaning here, unless it says nothing.
fn unread(gather: &mut Gatherer<'_>, parent: &str, key: &str, node: &Node) {
    if !node.is_empty() {
        gather.unread(format!("{parent}/{}", shown(key)), node.line);
    }
}

fn place(node: &Node, path: &str) -> Place {
    Place { line: node.line, path: path.to_owned() }
}
