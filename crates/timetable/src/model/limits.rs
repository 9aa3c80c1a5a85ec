//! How much of everything an instance may have. The search keeps tables over pairs of these, so that a small file could
//! otherwise ask for more memory than there is.

use super::Instance;

/// What is wrong, and with which field.
type Found = Result<(), (String, String)>;

/// Most of one kind.
const SESSIONS: usize = 10_000;
const ROOMS: usize = 2_000;
const TIMES: usize = 20_000;
const PEOPLE: usize = 200_000;
const PAIRS: usize = 1_000_000;
/// Most features, resources or absences of one room, session or person.
const OF_ONE: usize = 1_000;
/// Most cells of a table over two or three kinds.
const CELLS: usize = 5_000_000;

pub(super) fn check(instance: &Instance) -> Found {
    kinds(instance)?;
    lists(instance)
}

fn too_many(field: impl Into<String>, count: usize, most: usize) -> Found {
    let message = format!("{count} of them; at most {most} are read");
    if count > most { Err((field.into(), message)) } else { Ok(()) }
}

fn kinds(instance: &Instance) -> Found {
    for (field, count, most) in [
        ("times", instance.times.len(), TIMES),
        ("rooms", instance.rooms.len(), ROOMS),
        ("people", instance.people.len(), PEOPLE),
        ("sessions", instance.sessions.len(), SESSIONS),
        ("resources", instance.resources.len(), OF_ONE),
        ("precedences", instance.precedences.len(), 2 * SESSIONS),
        ("audiences", instance.audiences.len(), PAIRS),
        ("similar", instance.similar.len(), PAIRS),
    ] {
        too_many(field, count, most)?;
    }
    Ok(())
}

/// Products: each kind alone may be large, but not all at once.
pub(super) fn check_tables(instance: &Instance) -> Found {
    let days = instance.times.iter().map(|time| time.day.saturating_add(1)).max().unwrap_or(0);
    let last = |number: Option<usize>| number.map_or(0, |number| number.saturating_add(1));
    let tracks = last(instance.sessions.iter().filter_map(|session| session.track).max());
    let groups = last(instance.sessions.iter().filter_map(|session| session.group).max());
    let (times, rooms) = (instance.times.len(), instance.rooms.len());
    for (field, words, cells) in [
        ("sessions", "sessions × times", [instance.sessions.len(), times, 1]),
        ("sessions", "sessions × rooms", [instance.sessions.len(), rooms, 1]),
        ("rooms", "rooms × times", [rooms, times, 1]),
        ("people", "people × days", [instance.people.len(), days, 1]),
        ("resources", "resources × times", [instance.resources.len(), times, 1]),
        ("sessions", "tracks × days × rooms", [tracks, days, rooms]),
        ("sessions", "groups × times", [groups, times, 1]),
    ] {
        let cells = cells.into_iter().fold(1_usize, usize::saturating_mul);
        if cells > CELLS {
            return Err((field.to_owned(), format!("{words} are {cells}; at most {CELLS} are read")));
        }
    }
    let mut sessions_of = vec![0_usize; instance.people.len()];
    for part in instance.sessions.iter().flat_map(|session| &session.parts) {
        if let Some(count) = sessions_of.get_mut(part.person) {
            *count += 1;
        }
    }
    let pairs = sessions_of.iter().map(|&sessions| sessions * sessions / 2).fold(0, usize::saturating_add);
    if pairs > CELLS {
        let message =
            format!("share people in {pairs} pairs; at most {CELLS} are read: are all people everywhere?");
        return Err(("sessions".to_owned(), message));
    }
    Ok(())
}

fn lists(instance: &Instance) -> Found {
    for (n, room) in instance.rooms.iter().enumerate() {
        too_many(format!("rooms[{n}].features"), room.features.len(), OF_ONE)?;
    }
    for (n, person) in instance.people.iter().enumerate() {
        too_many(format!("people[{n}].away"), person.away.len(), OF_ONE)?;
        if let Some(at) = person.away.iter().position(|away| away.end <= away.start) {
            return Err((
                format!("people[{n}].away[{at}].end"),
                "an absence must end after it begins".to_owned(),
            ));
        }
    }
    for (n, session) in instance.sessions.iter().enumerate() {
        too_many(format!("sessions[{n}].features"), session.features.len(), OF_ONE)?;
        too_many(format!("sessions[{n}].resources"), session.resources.len(), OF_ONE)?;
        too_many(format!("sessions[{n}].parts"), session.parts.len(), 10 * OF_ONE)?;
    }
    Ok(())
}
