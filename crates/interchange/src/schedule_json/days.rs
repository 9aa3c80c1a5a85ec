//! The older shape: days hold rooms by name, rooms hold sessions.

use super::{list, localised, misshapen, parts, place, plain, unread};
use crate::gather::{Frame, Gatherer};
use crate::json::{Node, Value};
use crate::problem::ReadError;
use crate::raw::{Raw, RawDay, RawRoom, RawSession};
use crate::text::shown;

pub(super) fn sessions(
    gather: &mut Gatherer<'_>,
    schedule: &Node,
    conference: &Node,
) -> Result<(), ReadError> {
    for (key, node) in schedule.entries() {
        if !matches!(key.as_str(), "version" | "base_url" | "conference" | "generator" | "$schema") {
            unread(gather, "schedule", key, node);
        }
    }
    if conference.get("days").is_none() {
        return Err(ReadError::NoProgramme {
            line: conference.line,
            what: "there are no days in the conference".to_owned(),
            remedy: "Export the programme once it has been published.".to_owned(),
        });
    }
    let days = list(gather, "conference", "days", conference.get("days"));
    for (position, node) in days.iter().enumerate() {
        day(gather, node, &format!("days[{position}]"))?;
    }
    Ok(())
}

fn day(gather: &mut Gatherer<'_>, node: &Node, path: &str) -> Result<(), ReadError> {
    if !matches!(node.value, Value::Map(_)) {
        misshapen(gather, path, "day", node, "an object");
        return Ok(());
    }
    let mut raw = RawDay { place: place(node, path), ..RawDay::default() };
    let mut rooms: &[(String, Node)] = &[];
    for (key, value) in node.entries() {
        match key.as_str() {
            "date" => raw.date = plain(gather, path, "date", Some(value)),
            "day_start" | "start" => raw.start = plain(gather, path, "day start", Some(value)),
            "day_end" | "end" => raw.end = plain(gather, path, "day end", Some(value)),
            "index" => {}
            "rooms" if matches!(value.value, Value::Map(_)) => rooms = value.entries(),
            "rooms" if value.is_empty() => {}
            "rooms" => misshapen(gather, path, "rooms", value, "an object"),
            _ => unread(gather, "day", key, value),
        }
    }
    let frame = gather.day(raw);
    for (name, sessions) in rooms {
        let path = format!("{path}.rooms[\"{}\"]", shown(name));
        let name = Raw::new(sessions.line, name.clone());
        gather.room(RawRoom {
            place: place(sessions, &path),
            name: Some(name.clone()),
            ..RawRoom::default()
        });
        let sessions = list(gather, &path, "room", Some(sessions));
        for (position, node) in sessions.iter().enumerate() {
            session(gather, node, &format!("{path}[{position}]"), &name, &frame)?;
        }
    }
    Ok(())
}

fn session(
    gather: &mut Gatherer<'_>,
    node: &Node,
    path: &str,
    room: &Raw,
    frame: &Frame,
) -> Result<(), ReadError> {
    if !matches!(node.value, Value::Map(_)) {
        misshapen(gather, path, "session", node, "an object");
        return Ok(());
    }
    let mut raw = RawSession { place: place(node, path), ..RawSession::default() };
    raw.room = Some(room.clone());
    for (key, value) in node.entries() {
        let slot = match key.as_str() {
            "guid" => &mut raw.ids.guid,
            "id" => &mut raw.ids.id,
            "code" => &mut raw.ids.code,
            "slug" => &mut raw.ids.slug,
            "title" => &mut raw.title,
            "subtitle" => &mut raw.subtitle,
            "date" => &mut raw.time.date,
            "start" => &mut raw.time.start,
            "end" => &mut raw.time.end,
            "duration" => &mut raw.time.duration,
            "track" => &mut raw.track,
            "type" => &mut raw.kind,
            "language" => &mut raw.language,
            "url" => &mut raw.url,
            "recording_license" => &mut raw.licence,
            "do_not_record" => &mut raw.do_not_record,
            "state" => &mut raw.state,
            _ => {
                rest(gather, &mut raw, path, key, value);
                continue;
            }
        };
        *slot = plain(gather, path, key, Some(value));
    }
    gather.session(raw, frame)
}

/// The fields that are more than one plain value.
fn rest(gather: &mut Gatherer<'_>, raw: &mut RawSession, path: &str, key: &str, value: &Node) {
    match key {
        "abstract" => raw.abstract_text = localised(gather, path, key, value),
        "description" => raw.description = localised(gather, path, key, value),
        "persons" => raw.persons = parts::persons(gather, path, key, value),
        "links" => raw.links.extend(parts::links(gather, path, key, value)),
        "attachments" => raw.attachments.extend(parts::links(gather, path, key, value)),
        "logo" => raw.attachments.extend(parts::link(gather, path, key, value)),
        "feedback_url" | "origin_url" | "video_download_url" => {
            raw.links.extend(parts::link(gather, path, key, value));
        }
        "room" => parts::same_room(gather, path, raw.room.as_ref(), value),
        _ => unread(gather, "event", key, value),
    }
}
