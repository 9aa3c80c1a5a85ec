//! What can only be seen when the whole programme is read. Nothing is left out for it, only named.

use std::collections::BTreeMap;

use crate::gather::seconds;
use crate::model::{Moment, Person, Programme, Session};
use crate::problem::{At, Fault, Lost, Place, Problems};
use crate::text::shown;

/// From, until (in seconds) and what.
type Span<'a> = (i64, i64, &'a Session);

pub(crate) fn whole(programme: &Programme, problems: &mut Problems) {
    confusable_rooms(programme, problems);
    doubled_ids(programme, problems);
    persons_with_two_names(programme, problems);
    overlaps(programme, problems);
}

fn remark(problems: &mut Problems, place: &Place, field: &str, fault: Fault) {
    problems.tell(At { line: place.line, path: &place.path, field }, Lost::Nothing, fault);
}

/// Rooms that share a guid, or whose names a reader would take for the same.
fn confusable_rooms(programme: &Programme, problems: &mut Problems) {
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    let mut guids: BTreeMap<&str, &str> = BTreeMap::new();
    for room in &programme.rooms {
        let is_noise = |c: &char| c.is_whitespace() || c.is_ascii_punctuation();
        let folded: String = room.name.to_lowercase().chars().filter(|c| !is_noise(c)).collect();
        if let Some(other) = names.insert(folded, &room.name) {
            let message = match *other == room.name {
                true => format!("two rooms are called “{}”", shown(other)),
                false => format!("“{}” is nearly the name of “{}”", shown(&room.name), shown(other)),
            };
            let fault = Fault::new(
                message,
                "If they are one room, write it the same way everywhere; else rename one.",
            );
            remark(problems, &room.place, "room name", fault);
        }
        let Some(guid) = room.ids.guid.as_deref() else { continue };
        if let Some(other) = guids.insert(guid, &room.name)
            && other != room.name
        {
            let message = format!("“{}” and “{}” share one guid", shown(&room.name), shown(other));
            let fault = Fault::new(message, "Give every room a guid of its own.");
            remark(problems, &room.place, "guid", fault);
        }
    }
}

/// Ids and codes that two sessions share: legal in some tools (one talk, two slots), but worth a look.
fn doubled_ids(programme: &Programme, problems: &mut Problems) {
    let mut seen: BTreeMap<(&'static str, &str), u32> = BTreeMap::new();
    for session in &programme.sessions {
        let ids = [("id", &session.ids.id), ("code", &session.ids.code)];
        for (field, id) in ids {
            let Some(id) = id.as_deref() else { continue };
            if let Some(line) = seen.insert((field, id), session.place.line) {
                let message = format!("“{}” is also the {field} of the session on line {line}", shown(id));
                let fault = Fault::new(message, "If these are two sessions, give each its own.");
                remark(problems, &session.place, field, fault);
            }
        }
    }
}

/// One id under two names: a person who changed the name, or two persons under one id.
fn persons_with_two_names(programme: &Programme, problems: &mut Problems) {
    let mut names: BTreeMap<(u8, &str), &Person> = BTreeMap::new();
    for person in programme.sessions.iter().flat_map(|session| &session.persons) {
        let Some(id) = person.ids.strongest() else { continue };
        let first = *names.entry(id).or_insert(person);
        if first.name != person.name {
            let (id, name, other) = (shown(id.1), shown(&person.name), shown(&first.name));
            let message = format!("{id} is “{name}” here and “{other}” on line {}", first.place.line);
            let fault = Fault::new(message, "Write the name alike, or give two persons two ids.");
            remark(problems, &person.place, "person name", fault);
        }
    }
}

/// Two sessions in one room at one time.
fn overlaps(programme: &Programme, problems: &mut Problems) {
    // Times with and without an offset cannot be compared, so each kind has its own list.
    let mut rooms: BTreeMap<(&str, bool), Vec<Span<'_>>> = BTreeMap::new();
    for session in &programme.sessions {
        let (Some(room), Some(start), Some(minutes)) = (&session.room, &session.start, session.minutes)
        else {
            continue;
        };
        let (has_offset, from) = match start {
            Moment::Instant { at, .. } => (true, at.as_second()),
            Moment::Local(wall) => (false, seconds(*wall)),
        };
        let span = (from, from + i64::from(minutes) * 60, session);
        rooms.entry((room, has_offset)).or_default().push(span);
    }
    for ((room, _), mut spans) in rooms {
        spans.sort_by_key(|(from, until, _)| (*from, *until));
        let mut latest: Option<(i64, &Session)> = None;
        for (from, until, session) in spans {
            if let Some((end, other)) = latest
                && from < end
            {
                let message = format!(
                    "“{}” is in {} while “{}” (line {}) is still there",
                    shown(&session.title),
                    shown(room),
                    shown(&other.title),
                    other.place.line,
                );
                let fault = Fault::new(message, "Move one of them.");
                remark(problems, &session.place, "room", fault);
            }
            if latest.is_none_or(|(end, _)| until > end) {
                latest = Some((until, session));
            }
        }
    }
}
