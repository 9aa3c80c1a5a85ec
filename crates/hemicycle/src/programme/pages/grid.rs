//! A day as a grid: a table with a column for each room and a row for each time at which something begins or ends.
//!
//! It is a real table, with its times and rooms as headers, so that a screen reader can say where one is; a session is
//! one cell over as many rows as it lasts. Rows grow with what stands in them: no title is ever cut.

use std::collections::BTreeSet;

use forum::RoomId;
use forum::programme::Session;
use jiff::Timestamp;
use maud::{Markup, html};

use super::day::Day;
use crate::programme::mine;
use crate::site::content::{name, words};
use crate::site::sessions::colour;

/// As many rooms as fit into a wide window without scrolling.
const FITS: usize = 12;

/// So few that they share the width of a window between them.
const FEW: usize = 7;

/// The grid of a day.
pub(super) fn grid(day: &Day<'_>) -> Markup {
    let lang = day.visit.lang();
    let spans: Vec<Span<'_>> = day.sessions.iter().filter_map(|session| Span::of(session)).collect();
    let rooms: Vec<RoomId> =
        spans.iter().map(|span| span.room).collect::<BTreeSet<_>>().into_iter().collect();
    let edges: BTreeSet<Timestamp> = spans.iter().flat_map(|span| [span.start, span.end]).collect();
    let edges: Vec<Timestamp> = edges.into_iter().collect();
    html! {
        div.grid.fits[rooms.len() <= FITS].few[rooms.len() <= FEW] role="region" tabindex="0" aria-label=(lang.text("view-grid")) {
            table {
                colgroup { col.t; @for _ in &rooms { col; } }
                thead { tr {
                    th scope="col" { (lang.text("grid-time")) }
                    @for room in &rooms {
                        th scope="col" { @if let Some(room) = day.version.rooms.get(room) { (name(&room.name, lang)) } }
                    }
                } }
                tbody {
                    @for row in edges.windows(2) { (line(day, &spans, &rooms, &edges, row[0], row[1])) }
                    // When the last session ends: a row of its own, in which nothing happens any more.
                    @if let Some(last) = edges.last() { tr { (time(day, *last)) td colspan=(rooms.len()) {} } }
                }
            }
        }
    }
}

/// A session in its column.
struct Span<'a> {
    session: &'a Session,
    room: RoomId,
    start: Timestamp,
    end: Timestamp,
}

impl<'a> Span<'a> {
    fn of(session: &'a Session) -> Option<Span<'a>> {
        let (room, start, end) = session.placed()?;
        Some(Span { session, room, start, end })
    }

    fn covers(&self, at: Timestamp) -> bool {
        self.start <= at && at < self.end
    }
}

/// One row of the grid, from one edge to the next.
fn line(
    day: &Day<'_>,
    spans: &[Span<'_>],
    rooms: &[RoomId],
    edges: &[Timestamp],
    from: Timestamp,
    until: Timestamp,
) -> Markup {
    let running: Vec<&Span<'_>> = spans.iter().filter(|span| span.covers(from)).collect();
    html! {
        tr {
            (time(day, from))
            @if running.is_empty() {
                td.pause colspan=(rooms.len()) { (pause(day, from, until)) }
            } @else {
                @for room in rooms {
                    @match running.iter().find(|span| span.room == *room) {
                        Some(span) if span.start == from => (cell(day, span, edges)),
                        Some(_) => {},
                        None => td {},
                    }
                }
            }
        }
    }
}

/// The header of a row: its time at the venue and the reader's.
fn time(day: &Day<'_>, at: Timestamp) -> Markup {
    let (lang, clock) = (day.visit.lang(), &day.clock);
    html! {
        th scope="row" {
            time datetime=(at) { (clock.time(at, day.date, lang)) }
            @if let Some(theirs) = clock.theirs(at, day.date, lang) { small { (theirs) } }
        }
    }
}

fn cell(day: &Day<'_>, span: &Span<'_>, edges: &[Timestamp]) -> Markup {
    let (visit, lang, session) = (day.visit, day.visit.lang(), span.session);
    let rows = edges.iter().filter(|edge| span.covers(**edge)).count();
    html! {
        td #(mine::anchor(session.id)) class=(colour(day.version, session)) rowspan=[(rows > 1).then_some(rows)] {
            a href=(visit.to_meeting(day.meeting, format!("sessions/{}", session.slug))) {
                (words(&session.title, &session.language, lang))
            }
            " " small { (name(&session.code, lang)) }
            (mine::button(visit, &day.mine, session))
        }
    }
}

/// What happens while no session runs, if the programme says so.
fn pause(day: &Day<'_>, from: Timestamp, until: Timestamp) -> Markup {
    let pauses = day.version.pauses_on(day.date, &day.clock.venue);
    let pause = pauses.iter().find(|(start, end, _)| *start < until && from < *end);
    html! { @if let Some((_, _, what)) = pause { (name(what, day.visit.lang())) } }
}
