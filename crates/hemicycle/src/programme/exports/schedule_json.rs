//! Schedule JSON, as conference apps read it: days hold rooms, rooms hold sessions.
//!
//! Valid by the schema `schema.json` of <https://c3voc.de/wiki/schedule>, which leaves room for a person's role and
//! biography. It has no place for slots and for organisations. A session's public code stands as the title of the link to
//! its page, since the schema's own code has no room for `WS #136`.

use forum::programme::{Role, Session};
use jiff::civil::Date;
use platform::languages::key;
use serde::{Serialize, Serializer};

use super::context::{ExportContext, Thing};
use super::schedule::{acronym, bounds, by_room, clock, days, length, role};
use super::{Export, Filing};

pub(super) const EXPORT: Export = Export {
    ending: "json",
    media_type: "application/json",
    name: key("export-json"),
    about: key("export-json-about"),
    speaks: false,
    filing: Filing::Read,
    make,
};

#[derive(Serialize)]
struct File<'a> {
    generator: Generator,
    schedule: Schedule<'a>,
}

#[derive(Serialize)]
struct Generator {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Schedule<'a> {
    version: &'a str,
    base_url: String,
    conference: Conference<'a>,
}

#[derive(Serialize)]
struct Conference<'a> {
    acronym: String,
    title: &'a str,
    start: Date,
    end: Date,
    #[serde(rename = "daysCount")]
    days_count: usize,
    timeslot_duration: &'static str,
    time_zone_name: &'a str,
    url: String,
    tracks: Vec<Track<'a>>,
    rooms: Vec<Room<'a>>,
    days: Vec<Day<'a>>,
}

#[derive(Serialize)]
struct Track<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Room<'a> {
    name: &'a str,
    guid: String,
    capacity: Option<u32>,
}

#[derive(Serialize)]
struct Day<'a> {
    index: usize,
    date: Date,
    day_start: String,
    day_end: String,
    #[serde(serialize_with = "in_their_order")]
    rooms: Vec<(&'a str, Vec<Event<'a>>)>,
}

#[derive(Serialize)]
struct Event<'a> {
    guid: String,
    id: u32,
    date: String,
    start: String,
    duration: String,
    room: &'a str,
    slug: String,
    url: String,
    title: String,
    subtitle: &'static str,
    track: Option<&'a str>,
    #[serde(rename = "type")]
    kind: &'a str,
    language: &'a str,
    #[serde(rename = "abstract")]
    summary: String,
    persons: Vec<Person>,
    links: [Link<'a>; 1],
}

#[derive(Serialize)]
struct Person {
    guid: String,
    id: u32,
    name: String,
    biography: Option<String>,
    role: String,
}

#[derive(Serialize)]
struct Link<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    url: String,
    title: &'a str,
}

/// Writes pairs as an object whose fields keep their order.
fn in_their_order<S: Serializer>(rooms: &[(&str, Vec<Event<'_>>)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(rooms.iter().map(|(name, events)| (name, events)))
}

fn make(context: &ExportContext<'_>) -> Vec<u8> {
    let (meeting, version) = (context.meeting, context.version);
    let days = days(context);
    let room = |(id, room): (&forum::RoomId, &'_ forum::programme::Room)| {
        (context.id(Thing::Room(id.0)), room.seats)
    };
    let rooms = version.rooms.iter().map(|(id, known)| {
        let (guid, capacity) = room((id, known));
        Room { name: &known.name, guid, capacity }
    });
    let file = File {
        generator: Generator { name: "Hemicycle", version: env!("CARGO_PKG_VERSION") },
        schedule: Schedule {
            version: &version.label,
            base_url: context.to_meeting(""),
            conference: Conference {
                acronym: acronym(context),
                title: &meeting.title,
                start: meeting.first_day,
                end: meeting.last_day,
                days_count: days.len(),
                timeslot_duration: "00:05",
                time_zone_name: &meeting.zone,
                url: context.to_meeting(""),
                tracks: version.tracks.values().map(|track| Track { name: &track.name }).collect(),
                rooms: rooms.collect(),
                days: (1..).zip(days).map(|(index, date)| day(context, index, date)).collect(),
            },
        },
    };
    serde_json::to_vec(&file).expect("texts, numbers and lists of them can always be written as JSON")
}

fn day<'a>(context: &ExportContext<'a>, index: usize, date: Date) -> Day<'a> {
    let (start, end) = bounds(context, date);
    let rooms = by_room(context, date).into_iter().map(|(room, sessions)| {
        (room, sessions.into_iter().filter_map(|session| event(context, room, session)).collect())
    });
    Day { index, date, day_start: context.time(start), day_end: context.time(end), rooms: rooms.collect() }
}

fn event<'a>(context: &ExportContext<'a>, room: &'a str, session: &'a Session) -> Option<Event<'a>> {
    let (_, start, _) = session.placed()?;
    let url = context.to_session(session);
    let person = |(given, view): (Role, forum::people::views::PersonView<'_>)| Person {
        guid: context.id(Thing::Person(view.id.0)),
        id: view.id.0,
        name: context.words(&view.person.name),
        biography: view.person.biography.as_ref().map(|words| context.words(words)),
        role: role(given),
    };
    Some(Event {
        guid: context.id(Thing::Session(session.id.0)),
        id: session.id.0,
        date: context.time(start),
        start: clock(context, start),
        duration: length(session.minutes),
        room,
        slug: format!("{}-{}", context.meeting.slug, session.slug),
        url: url.clone(),
        title: context.title(session),
        subtitle: "",
        track: context.track(session),
        kind: &session.kind,
        language: &session.language,
        summary: context.summary(session),
        persons: context.people(session).into_iter().map(person).collect(),
        links: [Link { kind: "web", url, title: &session.code }],
    })
}
