//! Programmes as files: `{"places": [{"session": 0, "start": 3, "room": 1}, …]}`. A session that is not listed has no place.

use serde::Deserialize;
use std::fmt::Write as _;

use super::{Instance, Placement};
use crate::problem::{self, Problem};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    places: Vec<Place>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Place {
    session: usize,
    start: usize,
    room: usize,
}

/// Reads a programme of an instance.
pub fn read_solution(instance: &Instance, text: &str) -> Result<Vec<Option<Placement>>, Problem> {
    let written: Written = serde_json::from_str(text).map_err(|error| problem::of_json(text, &error))?;
    let mut places = vec![None; instance.sessions.len()];
    for (n, place) in written.places.into_iter().enumerate() {
        let wrong =
            |field: &str, message: String| Err(Problem::at(text, format!("places[{n}].{field}"), message));
        let Some(session) = instance.sessions.get(place.session) else {
            return wrong("session", format!("there is no session {}; they count from 0", place.session));
        };
        if place.room >= instance.rooms.len() {
            return wrong("room", format!("there is no room {}; they count from 0", place.room));
        }
        if place.start.saturating_add(session.length) > instance.times.len() {
            let message = format!(
                "the session takes {} steps of the grid, which has {}: it cannot begin at {}",
                session.length,
                instance.times.len(),
                place.start
            );
            return wrong("start", message);
        }
        if places[place.session].is_some() {
            return wrong("session", format!("session {} has two places; keep one", place.session));
        }
        places[place.session] = Some(Placement { start: place.start, room: place.room });
    }
    Ok(places)
}

/// Writes a programme, one session on a line.
pub fn write_solution(places: &[Option<Placement>]) -> String {
    let mut text = String::from("{\"places\": [");
    let placed = places.iter().enumerate().filter_map(|(session, place)| Some((session, (*place)?)));
    for (n, (session, place)) in placed.enumerate() {
        let comma = if n > 0 { "," } else { "" };
        let (start, room) = (place.start, place.room);
        write!(text, "{comma}\n  {{\"session\": {session}, \"start\": {start}, \"room\": {room}}}")
            .expect("writing to a string cannot fail");
    }
    text + "\n]}\n"
}

/// Writes an instance, one session, room, person or the like on a line.
pub fn write(instance: &Instance) -> String {
    let value = serde_json::to_value(instance).expect("an instance serialises");
    let mut text = String::from("{");
    for (n, (name, value)) in value.as_object().into_iter().flatten().enumerate() {
        let comma = if n > 0 { "," } else { "" };
        write!(text, "{comma}\n\"{name}\": ").expect("writing to a string cannot fail");
        match value.as_array().filter(|list| !list.is_empty()) {
            Some(list) => {
                let lines: Vec<String> = list.iter().map(|item| format!("  {item}")).collect();
                text += &format!("[\n{}\n]", lines.join(",\n"));
            }
            None => text += &value.to_string(),
        }
    }
    text + "\n}\n"
}
