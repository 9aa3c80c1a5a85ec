//! The tables of series, meetings and programmes.

use super::{Exported, Table, count, count_if_any, if_any, number, of, time, words, written, yes};
use forum::programme::{Room, Session, Track};
use forum::{MeetingId, RoomId, TrackId};
use platform::book::Cell;
use std::sync::Arc;

pub(super) const SERIES: Table = Table {
    name: "series",
    about: "Series of meetings.",
    private: false,
    columns: &[number("id", "Number."), written("slug", "Name in addresses."), written("name", "Name.")],
    rows: |exported| {
        let row = |(id, series): (&forum::SeriesId, &forum::series::Series)| {
            vec![count(id.0), of(series.slug.as_str()), of(&series.name)]
        };
        exported.forum.series.series.iter().map(row).collect()
    },
};

pub(super) const MEETINGS: Table = Table {
    name: "meetings",
    about: "Meetings of the series.",
    private: false,
    columns: &[
        number("id", "Number."),
        number("series", "Its series."),
        written("slug", "Name in addresses."),
        number("number", "Which meeting of the series it is."),
        written("title", "Title."),
        written("city", "City."),
        written("country", "Country, by ISO 3166."),
        written("first_day", "First day, by the calendar of the venue."),
        written("last_day", "Last day."),
        written("zone", "Time zone of the venue."),
        number("online", "1: there is no venue but the network."),
    ],
    rows: |exported| {
        let row = |meeting: &Arc<forum::series::Meeting>| {
            vec![
                count(meeting.id.0),
                count(meeting.series.0),
                of(meeting.slug.as_str()),
                count_if_any(meeting.number),
                of(&meeting.title),
                if_any(meeting.city.as_deref()),
                if_any(meeting.country.map(|code| code.to_string())),
                of(meeting.first_day.to_string()),
                of(meeting.last_day.to_string()),
                of(&meeting.zone),
                yes(meeting.online),
            ]
        };
        exported.forum.series.meetings.values().map(row).collect()
    },
};

pub(super) const FIGURES: Table = Table {
    name: "figures",
    about: "Figures that were published about meetings.",
    private: false,
    columns: &[
        number("meeting", "The meeting."),
        written("metric", "What was counted."),
        number("count", "How many."),
        number("at_least", "1: the source says “more than”."),
        written("source", "Who published it."),
    ],
    rows: |exported| {
        let meetings = exported.forum.series.meetings.values();
        let figures = meetings.flat_map(|meeting| meeting.figures.iter().map(|figure| (meeting.id, figure)));
        figures
            .map(|(meeting, figure)| {
                vec![
                    count(meeting.0),
                    of(figure.metric.key()),
                    count(figure.count),
                    yes(figure.at_least),
                    of(&figure.source),
                ]
            })
            .collect()
    },
};

pub(super) const VERSIONS: Table = Table {
    name: "versions",
    about: "Published versions of programmes.",
    private: false,
    columns: &[
        number("meeting", "The meeting."),
        number("number", "Number, counted from 1."),
        written("label", "Label."),
        written("note", "What the publisher said about it."),
        written("published", "When, in UTC."),
        number("sessions", "How many sessions it has."),
    ],
    rows: |exported| {
        let versions = exported.forum.programme.meetings.iter();
        let versions =
            versions.flat_map(|(meeting, programme)| programme.versions.iter().map(move |v| (meeting, v)));
        versions
            .map(|(meeting, version)| {
                vec![
                    count(meeting.0),
                    count(version.number),
                    of(&version.label),
                    version.note.as_ref().map_or(Cell::Empty, words),
                    time(version.at),
                    count(version.sessions.len()),
                ]
            })
            .collect()
    },
};

pub(super) const ROOMS: Table = Table {
    name: "rooms",
    about: "Rooms of the programme: as published, or of the draft if everything is exported.",
    private: false,
    columns: &[
        number("id", "Number."),
        number("meeting", "The meeting."),
        written("slug", "Name in addresses."),
        written("name", "Name."),
        number("seats", "Seats."),
    ],
    rows: |exported| {
        let row = |(meeting, id, room): (MeetingId, RoomId, &Room)| {
            vec![
                count(id.0),
                count(meeting.0),
                of(room.slug.as_str()),
                of(&room.name),
                count_if_any(room.seats),
            ]
        };
        let rooms = shown(exported)
            .into_iter()
            .flat_map(|of| of.rooms.into_iter().map(move |(id, room)| (of.meeting, id, room)));
        rooms.map(row).collect()
    },
};

pub(super) const TRACKS: Table = Table {
    name: "tracks",
    about: "Tracks of the programme, as the rooms.",
    private: false,
    columns: &[
        number("id", "Number."),
        number("meeting", "The meeting."),
        written("slug", "Name in addresses."),
        written("name", "Name."),
    ],
    rows: |exported| {
        let row = |(meeting, id, track): (MeetingId, TrackId, &Track)| {
            vec![count(id.0), count(meeting.0), of(track.slug.as_str()), of(&track.name)]
        };
        let tracks = shown(exported)
            .into_iter()
            .flat_map(|of| of.tracks.into_iter().map(move |(id, track)| (of.meeting, id, track)));
        tracks.map(row).collect()
    },
};

pub(super) const SESSIONS: Table = Table {
    name: "sessions",
    about: "Sessions: those of the latest version, or of the draft if everything is exported.",
    private: false,
    columns: &[
        number("id", "Number."),
        number("meeting", "The meeting."),
        written("code", "Public code."),
        written("slug", "Code in addresses."),
        written("kind", "Type."),
        written("format", "Format."),
        written("title", "Title; empty if it was erased."),
        written("summary", "What it is about."),
        written("language", "Language tag."),
        number("track", "Its track."),
        number("minutes", "Length."),
        number("room", "Its room."),
        written("start", "Beginning, in UTC."),
        written("end", "End, in UTC."),
        number("withdrawn", "1: it will not take place."),
    ],
    rows: |exported| {
        sessions(exported)
            .iter()
            .map(|(meeting, session)| {
                let placed = session.placed();
                vec![
                    count(session.id.0),
                    count(meeting.0),
                    of(&session.code),
                    of(session.slug.as_str()),
                    of(&session.kind),
                    if_any(session.format.as_deref()),
                    words(&session.title),
                    session.summary.as_ref().map_or(Cell::Empty, words),
                    of(&session.language),
                    session.track.map_or(Cell::Empty, |track| count(track.0)),
                    count(session.minutes),
                    placed.map_or(Cell::Empty, |(room, ..)| count(room.0)),
                    placed.map_or(Cell::Empty, |(_, start, _)| time(start)),
                    placed.map_or(Cell::Empty, |(.., end)| time(end)),
                    yes(session.withdrawn),
                ]
            })
            .collect()
    },
};

pub(super) const SESSION_ORGANISATIONS: Table = Table {
    name: "session_organisations",
    about: "Which organisations hold which sessions.",
    private: false,
    columns: &[number("session", "The session."), number("organisation", "The organisation.")],
    rows: |exported| {
        let sessions = sessions(exported);
        let held =
            sessions.iter().flat_map(|(_, session)| session.organisers.iter().map(|held| (session.id, held)));
        held.map(|(session, organisation)| vec![count(session.0), count(organisation.0)]).collect()
    },
};

pub(super) const ROLES: Table = Table {
    name: "roles",
    about: "Who does what in which session.",
    private: false,
    columns: &[
        number("session", "The session."),
        number("person", "The person."),
        written("role", "Organiser, speaker, moderator, …"),
    ],
    rows: |exported| {
        let sessions = sessions(exported);
        let roles =
            sessions.iter().flat_map(|(_, session)| session.roles.iter().map(|role| (session.id, role)));
        roles
            .map(|(session, (role, person))| vec![count(session.0), count(person.0), of(role.key())])
            .collect()
    },
};

/// The programme of a meeting as it is exported.
struct Shown<'a> {
    meeting: MeetingId,
    rooms: Vec<(RoomId, &'a Room)>,
    tracks: Vec<(TrackId, &'a Track)>,
    sessions: Vec<&'a Arc<Session>>,
}

/// Of each meeting the draft, if everything is exported; else what is published, if there is something.
fn shown<'a>(exported: &Exported<'a>) -> Vec<Shown<'a>> {
    let programmes = exported.forum.programme.meetings.iter();
    let shown = programmes.filter_map(|(meeting, draft)| {
        let (rooms, tracks, sessions) = match exported.is_everything() {
            true => (&draft.rooms, &draft.tracks, draft.sessions.values().collect()),
            false => draft.latest().map(|version| (&version.rooms, &version.tracks, version.in_order()))?,
        };
        let rooms = rooms.iter().map(|(id, room)| (*id, room)).collect();
        let tracks = tracks.iter().map(|(id, track)| (*id, track)).collect();
        Some(Shown { meeting: *meeting, rooms, tracks, sessions })
    });
    shown.collect()
}

/// The sessions that the viewer may see.
fn sessions<'a>(exported: &Exported<'a>) -> Vec<(MeetingId, &'a Arc<Session>)> {
    let all = shown(exported).into_iter();
    all.flat_map(|of| of.sessions.into_iter().map(move |session| (of.meeting, session))).collect()
}
