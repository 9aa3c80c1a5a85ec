//! A day of one of two programmes, as a table: rooms across, times down.

use std::collections::BTreeSet;
use std::sync::Arc;

use forum::programme::{Session, Version};
use forum::{RoomId, SessionId};
use jiff::Timestamp;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::desk::told::Draft;
use crate::site::clock::Clock;
use crate::site::content::{name, words};
use crate::site::sessions::colour;
use crate::site::ways::way;

/// What a grid needs to know.
pub(super) struct Sheet<'a> {
    pub(super) draft: &'a Draft<'a>,
    pub(super) version: &'a Version,
    pub(super) clock: &'a Clock,
    pub(super) day: Date,
    /// The rooms of both programmes, so that the same room stands in the same column.
    pub(super) rooms: &'a [RoomId],
    /// The sessions that are elsewhere in the other programme.
    pub(super) moved: &'a BTreeSet<SessionId>,
    pub(super) label: &'a str,
}

/// The grid of a day.
pub(super) fn grid(sheet: &Sheet<'_>) -> Markup {
    let lang = sheet.draft.visit.lang();
    let sessions = sheet.version.on(sheet.day, &sheet.clock.venue);
    let edges: BTreeSet<Timestamp> = sessions
        .iter()
        .filter_map(|session| session.placed())
        .flat_map(|(_, start, end)| [start, end])
        .collect();
    let edges: Vec<Timestamp> = edges.into_iter().collect();
    html! {
        @if sessions.is_empty() {
            p { (lang.text("nothing-on-this-day")) }
        } @else {
            div.grid.board role="region" tabindex="0" aria-label=(sheet.label) {
                table {
                    colgroup { col.t; @for _ in sheet.rooms { col; } }
                    thead { tr {
                        th scope="col" { (lang.text("grid-time")) }
                        @for room in sheet.rooms {
                            th scope="col" { @if let Some(room) = room_of(sheet, *room) { (name(room, lang)) } @else { "–" } }
                        }
                    } }
                    tbody { @for from in &edges[..edges.len() - 1] { (line(sheet, &sessions, &edges, *from)) } }
                }
            }
        }
    }
}

/// The name of a room, in this programme or in the draft.
fn room_of<'a>(sheet: &'a Sheet<'_>, room: RoomId) -> Option<&'a str> {
    let known = sheet.version.rooms.get(&room).or_else(|| sheet.draft.programme.rooms.get(&room));
    known.map(|room| room.name.as_str())
}

fn line(sheet: &Sheet<'_>, sessions: &[&Arc<Session>], edges: &[Timestamp], from: Timestamp) -> Markup {
    let lang = sheet.draft.visit.lang();
    let covers = |session: &Session, at: Timestamp| {
        session.placed().is_some_and(|(_, start, end)| start <= at && at < end)
    };
    let running: Vec<_> = sessions.iter().filter(|session| covers(session, from)).collect();
    html! {
        tr {
            th scope="row" { time datetime=(from) { (sheet.clock.time(from, sheet.day, lang)) } }
            @for room in sheet.rooms {
                @match running.iter().find(|session| session.place.is_some_and(|place| place.room == *room)) {
                    Some(session) if session.place.is_some_and(|place| place.start == from) => {
                        @let rows = edges.iter().filter(|at| covers(session, **at)).count();
                        td class=(colour(sheet.version, session)) rowspan=[(rows > 1).then_some(rows)] { (item(sheet, session)) }
                    },
                    Some(_) => {},
                    None => td {},
                }
            }
        }
    }
}

fn item(sheet: &Sheet<'_>, session: &Session) -> Markup {
    let visit = sheet.draft.visit;
    let lang = visit.lang();
    let moved = sheet.moved.contains(&session.id);
    let own = sheet.draft.to(&format!("sessions/{}", session.slug));
    html! {
        div.item.picked[moved] {
            (way(visit, &own, &words(&session.title, &session.language, lang)))
            " " small { (name(&session.code, lang)) @if moved { " · " span.warn { (lang.text("compare-moved")) } } }
        }
    }
}
