//! What must hold of a forum's programme, counted from the files alone: shares no code with the engine.

use serde_json::Value;

/// A session with its place.
struct Held<'a> {
    number: u64,
    session: &'a Value,
    /// The steps of the grid that it takes.
    steps: std::ops::Range<usize>,
    room: usize,
}

impl Held<'_> {
    fn meets(&self, other: &Held<'_>) -> bool {
        self.steps.start < other.steps.end && other.steps.start < self.steps.end
    }

    fn people(&self) -> impl Iterator<Item = &Value> {
        list(&self.session["parts"]).map(|part| &part["person"])
    }
}

/// How often a programme breaks what must hold: sessions without a place, and with more than one, among it.
pub(super) fn violations(forum: &Value, places: &[Value]) -> usize {
    let number = |value: &Value| value.as_u64().unwrap_or(u64::MAX) as usize;
    let held: Vec<Held<'_>> = places
        .iter()
        .map(|place| {
            let session = &forum["sessions"][number(&place["session"])];
            let start = number(&place["start"]);
            let steps = start..start + number(&session["length"]);
            Held { number: number(&place["session"]) as u64, session, steps, room: number(&place["room"]) }
        })
        .collect();
    let times_placed = |session: usize| held.iter().filter(|held| held.number == session as u64).count();
    let misplaced = (0..list(&forum["sessions"]).count()).map(|session| times_placed(session).abs_diff(1));
    let alone: usize = held.iter().map(|held| broken_alone(forum, held)).sum();
    let pairs =
        held.iter().enumerate().flat_map(|(n, one)| held[n + 1..].iter().map(move |other| (one, other)));
    let together = pairs.filter(|(one, other)| one.meets(other) && cannot_meet(one, other)).count();
    let at = |number: &Value| held.iter().find(|held| number.as_u64() == Some(held.number));
    let disordered = list(&forum["precedences"]).filter(|wanted| {
        let both = at(&wanted["before"]).zip(at(&wanted["after"]));
        both.is_some_and(|(before, after)| before.steps.end > after.steps.start)
    });
    misplaced.sum::<usize>() + alone + together + disordered.count() + resources_short(forum, &held)
}

/// What two sessions at the same time may not have in common.
fn cannot_meet(one: &Held<'_>, other: &Held<'_>) -> bool {
    let plenary = |held: &Held<'_>| held.session["plenary"] == true;
    one.room == other.room
        || plenary(one)
        || plenary(other)
        || one.people().any(|person| other.people().any(|same| same == person))
}

/// What a session breaks by its place, whatever else is held.
fn broken_alone(forum: &Value, held: &Held<'_>) -> usize {
    let (room, times) = (&forum["rooms"][held.room], &forum["times"]);
    let blocked =
        list(&room["blocked"]).any(|time| held.steps.contains(&(time.as_u64().unwrap_or(0) as usize)));
    let lacks = list(&held.session["features"]).any(|need| !list(&room["features"]).any(|has| has == need));
    let (first, last) = (&times[held.steps.start], &times[held.steps.end - 1]);
    let fixed = &held.session["fixed"];
    let moved = !fixed.is_null()
        && (fixed["start"].as_u64(), fixed["room"].as_u64())
            != (Some(held.steps.start as u64), Some(held.room as u64));
    let away = held.people().any(|person| {
        let person = &forum["people"][person.as_u64().unwrap_or(u64::MAX) as usize];
        list(&person["away"]).any(|away| {
            away["start"].as_i64() < last["end"].as_i64() && first["start"].as_i64() < away["end"].as_i64()
        })
    });
    [blocked, lacks, first["day"] != last["day"], moved, away].into_iter().filter(|broken| *broken).count()
}

/// At how many times more of something is used than there is.
fn resources_short(forum: &Value, held: &[Held<'_>]) -> usize {
    let times = list(&forum["times"]).count();
    let short = list(&forum["resources"]).enumerate().map(|(resource, of)| {
        let used = |held: &Held<'_>| {
            list(&held.session["resources"]).filter(|used| used.as_u64() == Some(resource as u64)).count()
        };
        let asked =
            |time: usize| held.iter().filter(|held| held.steps.contains(&time)).map(used).sum::<usize>();
        (0..times).filter(|&time| asked(time) as u64 > of["count"].as_u64().unwrap_or(0)).count()
    });
    short.sum()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn everything_that_must_hold_is_counted() {
        let forum = json!({
            "times": [{"day": 0, "start": 0, "end": 50}, {"day": 0, "start": 60, "end": 110}, {"day": 1, "start": 1440, "end": 1490}],
            "rooms": [{"features": ["booths"], "blocked": []}, {"features": [], "blocked": [2]}],
            "people": [{"away": [{"start": 1400, "end": 1500}]}, {"away": []}],
            "resources": [{"count": 1}],
            "precedences": [{"before": 0, "after": 1}],
            "sessions": [
                {"length": 1, "parts": [{"person": 0}], "features": ["booths"], "resources": [0], "fixed": {"start": 0, "room": 0}},
                {"length": 1, "parts": [{"person": 0}], "features": [], "resources": [0]},
                {"length": 1, "parts": [{"person": 1}], "plenary": true},
            ],
        });
        for (places, expected) in [
            ([(0, 0, 0), (1, 1, 0), (2, 2, 0)], 0),
            // At the same time: one person, too few resources, and the order.
            ([(0, 0, 0), (1, 0, 1), (2, 2, 0)], 3),
            // Not where it is fixed, in a room without booths that is blocked, on a day of absence, before what comes first.
            ([(0, 2, 1), (1, 1, 0), (2, 0, 0)], 5),
            // Beside a plenary, and in its room.
            ([(0, 0, 0), (1, 1, 0), (2, 1, 0)], 1),
        ] {
            let places: Vec<Value> = places
                .map(|(session, start, room)| json!({"session": session, "start": start, "room": room}))
                .into();
            assert_eq!(violations(&forum, &places), expected, "{places:?}");
            assert!(violations(&forum, &places[1..]) > 0, "a session without a place is counted");
            let twice = [&places[..2], &places[..1]].concat();
            assert!(violations(&forum, &twice) > 1, "one without a place is not made up for by one with two");
        }
    }
}
