use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Instance, Submission, TERMS, Weights};
use crate::problem::{self, Problem};

type Matrix = Vec<Vec<i64>>;

#[derive(Deserialize)]
struct Raw {
    name: String,
    weights: BTreeMap<String, i64>,
    sessions: Vec<RawSession>,
    rooms: Vec<serde::de::IgnoredAny>,
    tracks: Vec<serde::de::IgnoredAny>,
    submissions: Vec<RawSubmission>,
    track_session: Matrix,
    track_room: Matrix,
    track_track: Matrix,
    session_room: Matrix,
    sub_session: Matrix,
    sub_timezone: Matrix,
    sub_room: Matrix,
    presenter_conflicts: Vec<(usize, usize)>,
    attendee_conflicts: Vec<(usize, usize)>,
    chair_conflicts: Vec<(usize, usize)>,
}

#[derive(Deserialize)]
struct RawSession {
    slots: usize,
}

#[derive(Deserialize)]
struct RawSubmission {
    track: usize,
    slots: usize,
    #[serde(default)]
    order: usize,
}

/// More than any conference has.
const MOST: i64 = 1_000_000_000;
/// Most places for submissions: the search keeps tables over them.
const CELLS: usize = 500_000;
/// The highest that all weights times the highest penalty may be, so that no sum overflows.
const WORST: i64 = 10_000_000_000_000;

/// Reads an instance.
pub fn read(text: &str) -> Result<Instance, Problem> {
    let raw: Raw = serde_json::from_str(text).map_err(|error| problem::of_json(text, &error))?;
    let problem = |(field, message): (String, String)| Problem::at(text, field, message);
    check(&raw).map_err(problem)?;
    let mut weights = Weights::default();
    for (term, name) in TERMS {
        // Only terms of positive weight count.
        weights.set(*term, raw.weights.get(*name).copied().unwrap_or(0).max(0));
    }
    let submission =
        |raw: &RawSubmission| Submission { track: raw.track, slots: raw.slots, order: raw.order };
    Ok(Instance {
        name: raw.name,
        sessions: raw.sessions.iter().map(|session| session.slots).collect(),
        rooms: raw.rooms.len(),
        tracks: raw.tracks.len(),
        submissions: raw.submissions.iter().map(submission).collect(),
        track_session: raw.track_session,
        track_room: raw.track_room,
        track_track: raw.track_track,
        session_room: raw.session_room,
        sub_session: raw.sub_session,
        sub_timezone: raw.sub_timezone,
        sub_room: raw.sub_room,
        presenter_conflicts: raw.presenter_conflicts,
        attendee_conflicts: raw.attendee_conflicts,
        chair_conflicts: raw.chair_conflicts,
        weights,
    })
}

fn check(raw: &Raw) -> Result<(), (String, String)> {
    let (sessions, rooms, tracks, submissions) =
        (raw.sessions.len(), raw.rooms.len(), raw.tracks.len(), raw.submissions.len());
    for (name, matrix, rows, columns) in [
        ("track_session", &raw.track_session, tracks, sessions),
        ("track_room", &raw.track_room, tracks, rooms),
        ("track_track", &raw.track_track, tracks, tracks),
        ("session_room", &raw.session_room, sessions, rooms),
        ("sub_session", &raw.sub_session, submissions, sessions),
        ("sub_timezone", &raw.sub_timezone, submissions, sessions),
        ("sub_room", &raw.sub_room, submissions, rooms),
    ] {
        if matrix.len() != rows {
            return Err((name.to_string(), format!("has {} rows, not {rows}", matrix.len())));
        }
        for (n, row) in matrix.iter().enumerate() {
            if row.len() != columns {
                return Err((format!("{name}[{n}]"), format!("has {} columns, not {columns}", row.len())));
            }
            if let Some(value) = row.iter().find(|value| !(0..=MOST).contains(*value)) {
                return Err((format!("{name}[{n}]"), format!("{value} is not between 0 and {MOST}")));
            }
        }
    }
    for (name, pairs, end) in [
        ("presenter_conflicts", &raw.presenter_conflicts, submissions),
        ("attendee_conflicts", &raw.attendee_conflicts, submissions),
        ("chair_conflicts", &raw.chair_conflicts, tracks),
    ] {
        if let Some(n) = pairs.iter().position(|(one, other)| one.max(other) >= &end || one == other) {
            return Err((format!("{name}[{n}]"), format!("needs two different numbers below {end}")));
        }
    }
    check_worst(raw)?;
    if let Some((name, _)) = raw.weights.iter().find(|(_, weight)| **weight > MOST) {
        return Err((format!("weights.{name}"), format!("is more than {MOST}")));
    }
    check_sizes(raw)
}

/// Whether the worst objective is still a number: every weight at the highest penalty, for every pair of places.
fn check_worst(raw: &Raw) -> Result<(), (String, String)> {
    let matrices = [
        &raw.track_session,
        &raw.track_room,
        &raw.track_track,
        &raw.session_room,
        &raw.sub_session,
        &raw.sub_timezone,
        &raw.sub_room,
    ];
    let highest = matrices.into_iter().flatten().flatten().copied().max().unwrap_or(0).max(1);
    let weights: i64 = raw.weights.values().map(|&weight| weight.max(0)).fold(0, i64::saturating_add);
    let worst = weights.saturating_mul(highest);
    if worst > WORST {
        let message =
            format!("weights of {weights} times penalties of up to {highest} are more than {WORST}");
        return Err(("weights".to_string(), message));
    }
    Ok(())
}

fn check_sizes(raw: &Raw) -> Result<(), (String, String)> {
    let slots = raw.sessions.iter().map(|session| session.slots).fold(0, usize::saturating_add);
    let cells = slots.saturating_mul(raw.rooms.len());
    if cells > CELLS {
        let message =
            format!("{slots} time slots × {} rooms; at most {CELLS} places are read", raw.rooms.len());
        return Err(("sessions".to_string(), message));
    }
    if let Some(n) = raw.sessions.iter().position(|session| session.slots == 0) {
        return Err((format!("sessions[{n}].slots"), "a session has at least one time slot".to_string()));
    }
    let longest = raw.sessions.iter().map(|session| session.slots).max().unwrap_or(0);
    if longest > 10_000 {
        return Err((
            "sessions".to_string(),
            format!("a session of {longest} slots; at most 10000 are read"),
        ));
    }
    for (n, submission) in raw.submissions.iter().enumerate() {
        if submission.track >= raw.tracks.len() {
            return Err((
                format!("submissions[{n}].track"),
                format!("there is no track {}", submission.track),
            ));
        }
        if submission.slots == 0 {
            return Err((
                format!("submissions[{n}].slots"),
                "a submission takes at least one slot".to_string(),
            ));
        }
        if submission.slots > longest {
            let message = format!("{} slots; the longest session has {longest}", submission.slots);
            return Err((format!("submissions[{n}].slots"), message));
        }
    }
    let mut used: Vec<usize> = raw.submissions.iter().map(|submission| submission.track).collect();
    used.sort_unstable();
    used.dedup();
    let cells = raw.sessions.len() * raw.rooms.len();
    if used.len() > cells {
        let message =
            format!("{} tracks need a room in a session each, but there are only {cells}", used.len());
        return Err(("tracks".to_string(), message));
    }
    Ok(())
}
