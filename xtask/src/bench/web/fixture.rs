//! The peers' synthetic forum as one command of ours: the same rooms, people, sessions, times and texts.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// The forum's name in addresses.
pub(super) const FORUM: &str = "igf2026";
/// The meeting's name in addresses.
pub(super) const MEETING: &str = "igf-2026";

/// The venue's clock, in minutes ahead of UTC: Oslo at the end of November.
const AHEAD: i64 = 60;

/// Their types of session, and ours.
const KINDS: &[(&str, &str)] = &[
    ("Main Session", "main"),
    ("Workshop", "workshop"),
    ("Workshop (60 min)", "workshop"),
    ("Open Forum", "open-forum"),
    ("Dynamic Coalition", "dynamic-coalition"),
    ("Day 0 Event", "day-zero"),
    ("Lightning Talk", "lightning-talk"),
    ("Networking Session", "networking"),
    ("NRI Session", "national-regional"),
    ("Launch / Award", "launch-award"),
];

/// The days of the meeting, as dates.
pub(super) fn days(fixture: &Value) -> Result<Vec<String>> {
    (0..number(fixture, "/event/days")?).map(|day| date(fixture, day)).collect()
}

/// The whole forum, published. Ids are counted from one in the order in which things are entered, as the forum counts.
pub(super) fn command(fixture: &Value) -> Result<Value> {
    let days = days(fixture)?;
    let (first, last) = (days.first().context("no day")?, days.last().context("no day")?);
    let mut steps = vec![
        json!({"series": {"found_series": {"slug": "igf", "name": text(fixture, "/event/name")?}}}),
        json!({"series": {"announce_meeting": {
            "series": 1, "slug": MEETING, "title": text(fixture, "/event/name")?, "city": "Oslo", "country": "NO",
            "first_day": first, "last_day": last, "zone": text(fixture, "/event/timezone")?,
        }}}),
    ];
    for room in list(fixture, "/rooms")? {
        let (name, seats) = (text(room, "/name")?, number(room, "/capacity")?);
        steps.push(json!({"programme": {"open_room": {"meeting": 1, "name": name, "seats": seats}}}));
    }
    let tracks: Vec<&str> =
        list(fixture, "/event/themes")?.iter().map(|track| text(track, "/name")).collect::<Result<_>>()?;
    for name in &tracks {
        steps.push(json!({"programme": {"add_track": {"meeting": 1, "name": name}}}));
    }
    people(fixture, &mut steps)?;
    let mut busy = BTreeMap::new();
    for session in list(fixture, "/sessions")? {
        session_steps(fixture, session, &tracks, &mut busy, &mut steps)?;
    }
    steps.push(json!({"programme": {"publish_programme": {"meeting": 1, "label": "v1.0"}}}));
    Ok(json!({"together": {"steps": steps}}))
}

/// People, each with their organisation.
fn people(fixture: &Value, steps: &mut Vec<Value>) -> Result<()> {
    let mut organisations: BTreeMap<&str, usize> = BTreeMap::new();
    for person in list(fixture, "/speakers")? {
        let name = text(person, "/affiliation")?;
        let next = organisations.len() + 1;
        let organisation = *organisations.entry(name).or_insert_with(|| {
            steps.push(json!({"people": {"add_organisation": {"name": name}}}));
            next
        });
        steps.push(json!({"people": {"add_person": {
            "name": text(person, "/name")?, "email": text(person, "/email")?, "biography": text(person, "/bio")?,
            "organisation": organisation,
        }}}));
    }
    Ok(())
}

/// Until when somebody is busy on a day, by person and day.
type Busy = BTreeMap<(u64, u64), Vec<(u64, u64)>>;

fn session_steps(
    fixture: &Value,
    session: &Value,
    tracks: &[&str],
    busy: &mut Busy,
    steps: &mut Vec<Value>,
) -> Result<()> {
    let theme = text(session, "/theme")?;
    let track = tracks.iter().position(|track| *track == theme).context("a session without a track")? + 1;
    let kind = text(session, "/type")?;
    let (_, kind) = KINDS.iter().find(|(theirs, _)| *theirs == kind).with_context(|| kind.to_owned())?;
    let summary = format!("{}\n\n{}", text(session, "/abstract")?, text(session, "/description")?);
    let (id, minutes) = (number(session, "/id")?, number(session, "/minutes")?);
    steps.push(json!({"programme": {"add_session": {
        "meeting": 1, "code": text(session, "/code")?, "kind": kind, "title": text(session, "/title")?,
        "abstract": summary, "language": text(session, "/language")?, "track": track, "minutes": minutes,
    }}}));
    let (day, start) = (number(session, "/day")?, number(session, "/start_minute")?);
    let mut given = Vec::new();
    for person in list(session, "/speakers")? {
        let person = person.as_u64().context("a speaker without an id")?;
        if given.contains(&person) {
            continue;
        }
        given.push(person);
        // The fixture lets people speak in two rooms at once; a published programme of ours does not.
        let taken = busy.entry((person, day)).or_default();
        let free = taken.iter().all(|(from, to)| start >= *to || start + minutes <= *from);
        let role = if free { "speaker" } else { "organiser" };
        if free {
            taken.push((start, start + minutes));
        }
        steps.push(json!({"programme": {"give_role": {"session": id, "person": person, "role": role}}}));
    }
    let utc = i64::try_from(start)? - AHEAD;
    ensure!(utc >= 0, "a session begins before the day does in UTC");
    let at = format!("{}T{:02}:{:02}:00Z", date(fixture, day)?, utc / 60, utc % 60);
    let place = json!({"session": id, "room": number(session, "/room")?, "start": at});
    steps.push(json!({"programme": {"place_session": place}}));
    Ok(())
}

/// A day of the meeting, which lies in one month.
fn date(fixture: &Value, day: u64) -> Result<String> {
    let (month, first) = text(fixture, "/event/start")?.rsplit_once('-').context("no date")?;
    Ok(format!("{month}-{:02}", first.parse::<u64>()? + day))
}

fn text<'a>(value: &'a Value, pointer: &str) -> Result<&'a str> {
    value.pointer(pointer).and_then(Value::as_str).with_context(|| format!("no text at {pointer}"))
}

fn number(value: &Value, pointer: &str) -> Result<u64> {
    value.pointer(pointer).and_then(Value::as_u64).with_context(|| format!("no number at {pointer}"))
}

fn list<'a>(value: &'a Value, pointer: &str) -> Result<&'a Vec<Value>> {
    value.pointer(pointer).and_then(Value::as_array).with_context(|| format!("no list at {pointer}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fixture() -> Value {
        let session = |id: u64, room: u64| {
            json!({"id": id, "code": format!("WS{id}"), "title": "T", "type": "Open Forum", "minutes": 60,
                "theme": "Access", "abstract": "a", "description": "b", "day": 1, "start_minute": 540, "room": room,
                "speakers": [1, 1], "language": "en"})
        };
        json!({
            "event": {"name": "Forum", "start": "2026-11-23", "days": 2, "timezone": "Europe/Oslo",
                "themes": [{"name": "Access"}]},
            "rooms": [{"name": "Hall", "capacity": 10}, {"name": "Room", "capacity": 5}],
            "speakers": [{"name": "A", "email": "a@example.org", "bio": "x", "affiliation": "O"}],
            "sessions": [session(1, 1), session(2, 2)],
        })
    }

    #[test]
    fn the_venues_morning_is_an_hour_earlier_in_utc() {
        let command = command(&fixture()).expect("a whole fixture");
        let said = command.to_string();
        assert!(
            said.contains("2026-11-24T08:00:00Z") && said.contains("\"last_day\":\"2026-11-24\""),
            "{said}"
        );
    }

    #[test]
    fn who_would_be_in_two_rooms_at_once_only_organises_the_second_session() {
        let said = command(&fixture()).expect("a whole fixture").to_string();
        assert_eq!(said.matches("\"speaker\"").count(), 1, "{said}");
        assert_eq!(said.matches("\"organiser\"").count(), 1, "{said}");
    }
}
