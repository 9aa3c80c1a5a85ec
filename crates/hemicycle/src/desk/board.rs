//! The programme page of those who make it: a day as a grid of rooms and times, and what has no place yet.
//!
//! Everything can be done in three ways: by choosing from a form, by picking a session and then a free cell (links and
//! buttons, without scripts), and with the script by dragging, or with the arrow keys.

use std::collections::BTreeSet;
use std::sync::Arc;

use forum::access::Access;
use forum::programme::Session;
use forum::{Actor, Question, RoomId, SessionId, fold};
use jiff::Timestamp;
use jiff::civil::Date;
use maud::{Markup, html};

use super::concerns::Concerns;
use super::form::{Sheet, Typed};
use super::told::{self, Draft};
use super::{changes, when};
use crate::site::clock::Clock;
use crate::site::content::{name, words};
use crate::site::sessions::colour;
use crate::site::ways::way;
use crate::site::{NotFound, Page, Part, Visit};

/// What the parts of the page need to know.
struct Board<'a> {
    draft: &'a Draft<'a>,
    sheet: &'a Sheet<'a>,
    clock: Clock,
    day: Date,
    /// The session that was picked, to be put into a free cell.
    picked: Option<&'a Arc<Session>>,
    may_edit: bool,
    warned: BTreeSet<SessionId>,
}

/// The page.
pub(super) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let draft = Draft::of(visit)?;
    let sheet = Sheet::new(visit, typed);
    let days = days(&draft, &Clock::of(visit, draft.meeting));
    let asked = visit.reader.asked("day").parse().ok().filter(|day| days.contains(day));
    let day = asked.or_else(|| days.first().copied()).ok_or(NotFound)?;
    let concerns = Concerns::of(&draft);
    let picked = visit.reader.asked("session").parse().ok().map(SessionId);
    let board = Board {
        sheet: &sheet,
        clock: Clock::of(visit, draft.meeting),
        day,
        picked: picked.and_then(|id| draft.programme.sessions.get(&id)).filter(|session| !session.withdrawn),
        may_edit: visit.visitor.access.contains(Access::Secretariat),
        warned: concerns.warned(),
        draft: &draft,
    };
    let title = lang.text("desk-board-title");
    let main = html! {
        (draft.ways())
        h1 { (title) }
        (sheet.refusal())
        @match visit.reader.asked("done") {
            "published" => (changes::published(&draft)),
            "adopted" => div.done role="status" { p { (lang.text("run-adopted")) } },
            _ => {},
        }
        @if board.may_edit { (undo(&board)) }
        (concerns.shown(&draft))
        nav.tabs aria-label=(lang.text("nav-days")) {
            @for day in &days { a href=(board.here(*day, None)) aria-current=[(*day == board.day).then_some("date")] { (lang.day_short(*day)) } }
        }
        h2.day { (lang.day(board.day)) }
        @if draft.programme.rooms.is_empty() || draft.programme.slots.is_empty() {
            p.lead { (lang.text("desk-board-frame")) " " (way(visit, &draft.to("rooms"), &html! { (lang.text("desk-rooms-title")) })) }
        }
        @if !draft.programme.rooms.is_empty() { (grid(&board)) }
        div.halves {
            (unplaced(&board))
            @if board.may_edit { div { (place(&board)) (add(&board)) } }
        }
        (told::known_people(visit))
    };
    Ok(Page { title, part: Part::Desk, main })
}

/// The days of the meeting, and those on which something stands outside of it.
fn days(draft: &Draft<'_>, clock: &Clock) -> Vec<Date> {
    let mut days: BTreeSet<Date> = when::days(draft.meeting).into_iter().collect();
    days.extend(draft.version.days(&clock.venue));
    days.into_iter().collect()
}

impl Board<'_> {
    /// This page on another day, perhaps with a session picked.
    fn here(&self, day: Date, session: Option<SessionId>) -> String {
        let session = session.map_or(String::new(), |id| format!("&session={id}#grid"));
        self.draft.to(&format!("programme?day={day}{session}"))
    }

    fn time(&self, at: Timestamp) -> String {
        self.clock.time(at, self.day, self.draft.visit.lang())
    }
}

/// What can be taken back, and done again, in words.
fn undo(board: &Board<'_>) -> Markup {
    let (visit, lang, programme) = (board.draft.visit, board.draft.visit.lang(), &board.draft.programme);
    let by = visit.visitor.actor.unwrap_or(Actor::Secretariat);
    let history = &programme.history;
    let button = |n, act: u64, text: String| {
        let act = html! { input type="hidden" name="act" value=(act); button.quiet { (text) } };
        board.sheet.act("undo", n).form("bare", &act)
    };
    let undo = history.to_undo(by);
    let redo = history.to_redo(by).and_then(|undo| {
        let undone = history.latest().find(|change| Some(change.act) == undo.undoes)?;
        Some((undo.act, told::change(programme, undone, lang)))
    });
    html! {
        div.tools {
            @if let Some(change) = undo {
                (button(1, change.act, lang.text_with("desk-undo", [("what", told::change(programme, change, lang).into())])))
            }
            @if let Some((act, what)) = redo { (button(2, act, lang.text_with("desk-redo", [("what", what.into())]))) }
            (changes::ahead(board.draft))
        }
    }
}

/// The day as a table: rooms across, times down.
fn grid(board: &Board<'_>) -> Markup {
    let (lang, draft) = (board.draft.visit.lang(), board.draft);
    let rooms: Vec<RoomId> = draft.programme.rooms.keys().copied().collect();
    let edges = edges(board);
    let body = html! {
        @if board.may_edit { input type="hidden" name="session" value=(board.picked.map(|session| session.id.to_string()).unwrap_or_default()); }
        @if let Some(session) = board.picked {
            p.picked { (lang.text_with("desk-picked", [("session", told::title(session).into())])) " "
                a href=(board.here(board.day, None)) { (lang.text("desk-picked-leave")) } }
        }
        div.grid.board role="region" tabindex="0" aria-label=(lang.text("view-grid")) {
            table {
                colgroup { col.t; @for _ in &rooms { col; } }
                thead { tr {
                    th scope="col" { (lang.text("grid-time")) }
                    @for room in &rooms { th scope="col" {
                        (name(&draft.programme.rooms[room].name, lang))
                        @if let Some(seats) = draft.programme.rooms[room].seats { small { (lang.number(seats.into())) } }
                    } }
                } }
                tbody { @for row in edges.windows(2) { (line(board, &rooms, &edges, row[0], row[1])) } }
            }
        }
        p #board-status role="status" {}
    };
    html! {
        div #grid data-held=(lang.text("desk-held")) data-here=(lang.text("desk-here")) data-left=(lang.text("desk-left"))
            data-placed=(lang.text("desk-placed")) {
            @if board.may_edit { (board.sheet.act("place", 0).form("on-grid", &body)) } @else { (body) }
        }
    }
}

/// Every time of the day at which something begins or ends.
fn edges(board: &Board<'_>) -> Vec<Timestamp> {
    let (opens, closes) = board.clock.bounds(board.day);
    let slots = board.draft.programme.slots.values().flat_map(|slot| [slot.start, slot.end]);
    let placed = board.draft.version.sessions.values().filter_map(|session| session.placed());
    let sessions = placed.flat_map(|(_, start, end)| [start, end]);
    let edges: BTreeSet<Timestamp> =
        slots.chain(sessions).filter(|at| opens <= *at && *at <= closes).collect();
    edges.into_iter().collect()
}

fn line(
    board: &Board<'_>,
    rooms: &[RoomId],
    edges: &[Timestamp],
    from: Timestamp,
    until: Timestamp,
) -> Markup {
    let lang = board.draft.visit.lang();
    let running: Vec<&Arc<Session>> =
        board.draft.version.sessions.values().filter(|session| covers(session, from)).collect();
    let slots = || board.draft.programme.slots.values().filter(|slot| slot.start <= from && from < slot.end);
    let pause = slots().find_map(|slot| slot.pause.as_deref());
    html! {
        tr {
            th scope="row" { time datetime=(from) { (board.time(from)) } }
            @if let (Some(pause), true) = (pause, running.is_empty()) {
                td.pause colspan=(rooms.len()) { (name(pause, lang)) }
            } @else {
                @for room in rooms {
                    @match running.iter().find(|session| session.place.is_some_and(|place| place.room == *room)) {
                        Some(session) if session.place.is_some_and(|place| place.start == from) || edges.first() == Some(&from) => {
                            @let rows = edges.windows(2).filter(|row| from <= row[0] && covers(session, row[0])).count();
                            td class=(colour(&board.draft.version, session)) rowspan=[(rows > 1).then_some(rows)] { (item(board, session)) }
                        },
                        Some(_) => {},
                        None => (free(board, *room, from, until, slots().next().is_some() && pause.is_none())),
                    }
                }
            }
        }
    }
}

fn covers(session: &Session, at: Timestamp) -> bool {
    session.placed().is_some_and(|(_, start, end)| start <= at && at < end)
}

/// A cell in which nothing stands: somewhere to put a session.
fn free(board: &Board<'_>, room: RoomId, from: Timestamp, until: Timestamp, is_slot: bool) -> Markup {
    let lang = board.draft.visit.lang();
    let room_name = &board.draft.programme.rooms[&room].name;
    let time =
        lang.text_with("time-range", [("from", board.time(from).into()), ("to", board.time(until).into())]);
    let label = format!("{room_name}, {time}");
    let at = format!("{room}@{from}");
    html! {
        td.free.off[!is_slot] data-at=[board.may_edit.then_some(&at)] data-label=(label) {
            @if let (Some(_), true) = (board.picked, board.may_edit) {
                button.here name="at" value=(at) aria-label={ (lang.text("desk-here")) ": " (label) } { (lang.text("desk-here")) }
            }
        }
    }
}

/// A session on the board, or in the list of those without a place.
fn item(board: &Board<'_>, session: &Session) -> Markup {
    let (lang, draft) = (board.draft.visit.lang(), board.draft);
    let picked = board.picked.is_some_and(|picked| picked.id == session.id);
    let locked = board.may_edit && draft.programme.demands.locked.contains(&session.id);
    html! {
        div.item.picked[picked].locked[locked] data-session=[(!locked).then_some(session.id)] data-label=(told::title(session)) id={ "s" (session.id) } {
            (way(draft.visit, &draft.to(&format!("sessions/{}", session.slug)), &words(&session.title, &session.language, lang)))
            " " small {
                (name(&session.code, lang)) " · " (lang.text_with("desk-minutes", [("count", session.minutes.into())]))
                @if board.warned.contains(&session.id) { " " span.warn { (lang.text("desk-look")) } }
                @if locked { " " b { (lang.text("plan-locked")) } }
            }
            @if board.may_edit {
                " " a.why href=(draft.to(&format!("sessions/{}/places", session.slug)))
                    aria-label={ (lang.text("plan-go-places")) ": " (session.code) } { (lang.text("plan-why")) }
            }
            @if board.may_edit && !locked {
                " " a.pick href=(board.here(board.day, Some(session.id)))
                    aria-label={ (lang.text("desk-move")) ": " (session.code) } { (lang.text("desk-move")) }
            }
        }
    }
}

/// What has no place yet, narrowed down by words.
fn unplaced(board: &Board<'_>) -> Markup {
    let (visit, lang) = (board.draft.visit, board.draft.visit.lang());
    let question = Question::of(visit.reader.asked("q"));
    let all: Vec<&Arc<Session>> = board.draft.programme.unplaced().collect();
    let fits =
        |session: &Session| question.fits(&fold(&format!("{} {}", session.title.or_empty(), session.code)));
    let found: Vec<_> = all.iter().filter(|session| fits(session)).collect();
    html! {
        section data-unplaced="" {
            h2 { (lang.text_with("desk-unplaced", [("count", all.len().into())])) }
            @if all.is_empty() { p.soft { (lang.text("desk-unplaced-none")) } }
            @if all.len() > 8 || !question.is_empty() {
                form.ask action=(board.draft.to("programme")) {
                    input type="hidden" name="day" value=(board.day);
                    label { (lang.text("filter-words")) input type="search" name="q" value=(question.as_str()); }
                    button { (lang.text("filter-show")) }
                }
            }
            ul.items { @for session in found.iter().take(100) { li { (item(board, session)) } } }
            @if found.len() > 100 { p.soft { (lang.text_with("desk-unplaced-more", [("count", (found.len() - 100).into())])) } }
            @if !all.is_empty() && board.may_edit {
                p { (board.sheet.act("fill", 0).button("", &lang.text("desk-fill"))) }
                p.soft { (lang.text("desk-fill-hint")) }
            }
        }
    }
}

/// Placing by choosing from lists.
fn place(board: &Board<'_>) -> Markup {
    let (lang, programme) = (board.draft.visit.lang(), &board.draft.programme);
    let act = board.sheet.act("place", 1);
    let locked = &programme.demands.locked;
    let standing =
        programme.sessions.values().filter(|session| !session.withdrawn && !locked.contains(&session.id));
    let mut sessions: Vec<&Arc<Session>> = standing.collect();
    sessions.sort_by_key(|session| (session.place.is_some(), session.id));
    let sessions: Vec<(String, String)> = sessions
        .into_iter()
        .map(|session| (session.id.to_string(), format!("{} {}", session.code, told::title(session))))
        .collect();
    let picked = board.picked.map(|session| session.id.to_string()).unwrap_or_default();
    let days: Vec<_> =
        when::days(board.draft.meeting).into_iter().map(|day| (day.to_string(), lang.day(day))).collect();
    let body = html! {
        (act.choice("session", &lang.text("desk-session"), &picked, &sessions))
        (act.choice("room", &lang.text("fact-where"), "", &told::rooms(programme, lang)))
        (act.choice("day", &lang.text("desk-day"), &board.day.to_string(), &days))
        (act.line("text", "time", &lang.text("grid-time"), "09:00"))
        (act.send(&lang.text("desk-place")))
    };
    html! { section { h2 { (lang.text("desk-place")) } (act.form("desk", &body)) } }
}

/// One session more, with who speaks in it.
fn add(board: &Board<'_>) -> Markup {
    let (visit, lang, programme) = (board.draft.visit, board.draft.visit.lang(), &board.draft.programme);
    let act = board.sheet.act("add", 0);
    let body = html! {
        (act.line("text", "title", &lang.text("desk-session-title"), ""))
        (act.choice("kind", &lang.text("filter-type"), "workshop", &told::kinds("", lang)))
        (act.line("number", "minutes", &lang.text("desk-session-minutes"), "60"))
        (act.choice("track", &lang.text("filter-track"), "", &told::tracks(programme, lang)))
        (act.choice("language", &lang.text("filter-language"), lang.tag(), &told::languages("")))
        (act.line("text", "code", &lang.text("desk-session-code"), ""))
        (act.prose("people", &lang.text("desk-session-people"), 3, ""))
        (act.send(&lang.text("desk-add")))
    };
    html! {
        section { h2 { (lang.text("desk-add")) } (act.form("desk", &body)) }
        section { h2 { (lang.text("desk-list")) } (paste(board.sheet, visit, programme)) }
    }
}

/// Many sessions at once: their titles, one a line.
pub(super) fn paste(sheet: &Sheet<'_>, visit: &Visit, programme: &forum::programme::Programme) -> Markup {
    let lang = visit.lang();
    let act = sheet.act("list", 0);
    let body = html! {
        (act.prose("titles", &lang.text("desk-list-titles"), 6, ""))
        (act.choice("kind", &lang.text("filter-type"), "workshop", &told::kinds("", lang)))
        (act.line("number", "minutes", &lang.text("desk-session-minutes"), "60"))
        (act.choice("track", &lang.text("filter-track"), "", &told::tracks(programme, lang)))
        (act.choice("language", &lang.text("filter-language"), lang.tag(), &told::languages("")))
        (act.send(&lang.text("desk-list-send")))
    };
    act.form("desk", &body)
}
