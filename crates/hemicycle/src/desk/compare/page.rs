//! The page on which two programmes stand side by side.

use std::collections::BTreeSet;

use forum::programme::Place;
use forum::{RoomId, SessionId};
use jiff::civil::Date;
use maud::{Markup, html};
use platform::languages::Locale;

use super::grid::{Sheet, grid};
use super::side::{Sided, may_see_costs};
use super::{Moved, Side, concerned, moves};
use crate::app::App;
use crate::desk::solver::explained;
use crate::desk::told::{self, Draft};
use crate::site::clock::Clock;
use crate::site::content::{name, words};
use crate::site::ways::way;
use crate::site::{NotFound, Page, Part, Visit};

/// Most sessions that are listed.
const LISTED_MAX: usize = 400;

/// Where two programmes are compared.
pub(in crate::desk) fn address(draft: &Draft<'_>, one: Side, other: Side) -> String {
    draft.to(&format!("compare?one={one}&other={other}"))
}

/// The way to what the draft changes of the latest version.
pub(in crate::desk) fn link(draft: &Draft<'_>) -> Markup {
    let latest = draft.programme.latest().map(|latest| Side::Version(latest.number));
    html! {
        @if let Some(latest) = latest {
            p { a href=(address(draft, latest, Side::Draft)) { (draft.visit.lang().text("compare-with-latest")) } }
        }
    }
}

/// The page.
pub(super) fn page(app: &App, visit: &Visit) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let draft = Draft::of(visit)?;
    let (forum, meeting) = (visit.forum(), draft.meeting.id);
    let here = (app, visit.slug.as_str());
    let all = Sided::all(here, &draft.programme, meeting);
    let (one, other) =
        Sided::chosen(visit.reader.asked("one"), visit.reader.asked("other"), &all).ok_or(NotFound)?;
    let sided = |side| Sided::of(side, here, forum, meeting).ok_or(NotFound);
    let sides = [sided(one)?, sided(other)?];
    let moves = moves(&sides[0].version, &sides[1].version);
    let names = [one, other].map(|side| called(&draft, side, lang));
    let title = lang.text("compare-title");
    let main = html! {
        (draft.ways())
        h1 { (title) }
        (choice(&draft, &all, [one, other]))
        p.lead { (lang.text_with("compare-count", [("count", moves.len().into())])) }
        @if may_see_costs(&visit.visitor) {
            (explained(lang, [&names[0], &names[1]], [&sides[0].scored(forum, meeting), &sides[1].scored(forum, meeting)]))
        }
        (grids(&draft, &sides, &names, &moves))
        (moved(&draft, &moves))
    };
    Ok(Page { title, part: Part::Desk, main })
}

/// What one of the two is called.
fn called(draft: &Draft<'_>, side: Side, lang: &Locale) -> String {
    match side {
        Side::Draft => lang.text("side-draft"),
        Side::Run => lang.text("run-found"),
        Side::Version(number) => {
            let version = draft.programme.versions.iter().find(|version| version.number == number);
            let label = version.map(|version| version.label.clone()).unwrap_or_default();
            lang.text_with("version-name", [("label", label.into())])
        }
        Side::Variant(id) => {
            let variant = draft.programme.variants.get(&id).and_then(|variant| variant.name.text());
            lang.text_with("side-variant", [("name", variant.unwrap_or("–").into())])
        }
    }
}

/// Which two to compare.
fn choice(draft: &Draft<'_>, all: &[Side], chosen: [Side; 2]) -> Markup {
    let lang = draft.visit.lang();
    html! {
        form.ask action=(draft.to("compare")) {
            @for (field, label, chosen) in [("one", lang.text("compare-one"), chosen[0]), ("other", lang.text("compare-other"), chosen[1])] {
                label { (label) select name=(field) {
                    @for side in all { option value=(side) selected[*side == chosen] { (called(draft, *side, lang)) } }
                } }
            }
            button { (lang.text("compare-show")) }
        }
    }
}

/// The days of both, and the chosen one of each as a grid.
fn grids(draft: &Draft<'_>, sides: &[Sided; 2], names: &[String; 2], moves: &[Moved]) -> Markup {
    let (visit, lang) = (draft.visit, draft.visit.lang());
    let clock = Clock::of(visit, draft.meeting);
    let days: BTreeSet<Date> = sides.iter().flat_map(|side| side.version.days(&clock.venue)).collect();
    let asked = visit.reader.asked("day").parse().ok().filter(|day| days.contains(day));
    let Some(day) = asked.or_else(|| days.first().copied()) else { return html! {} };
    let on = |side: &Sided| {
        side.version
            .on(day, &clock.venue)
            .into_iter()
            .filter_map(|session| Some(session.place?.room))
            .collect::<Vec<RoomId>>()
    };
    let rooms: BTreeSet<RoomId> = sides.iter().flat_map(on).collect();
    let rooms: Vec<RoomId> = rooms.into_iter().collect();
    let moved: BTreeSet<SessionId> = moves.iter().map(|moved| moved.session.id).collect();
    html! {
        nav.tabs aria-label=(lang.text("nav-days")) {
            @for one in &days {
                a href={ (address(draft, sides[0].side, sides[1].side)) "&day=" (one) } aria-current=[(*one == day).then_some("date")] { (lang.day_short(*one)) }
            }
        }
        div.pair {
            @for (side, label) in sides.iter().zip(names) {
                section {
                    h2 { (label) }
                    (grid(&Sheet { draft, version: &side.version, clock: &clock, day, rooms: &rooms, moved: &moved, label }))
                }
            }
        }
    }
}

/// What moves from where to where, and whom that concerns.
pub(in crate::desk) fn moved(draft: &Draft<'_>, moves: &[Moved]) -> Markup {
    let (visit, lang) = (draft.visit, draft.visit.lang());
    let clock = Clock::of(visit, draft.meeting);
    let concerned = concerned(moves);
    html! {
        @if !moves.is_empty() {
            h2 { (lang.text_with("compare-count", [("count", moves.len().into())])) }
            ul.list.one {
                @for Moved { session, from, to } in moves.iter().take(LISTED_MAX) {
                    li {
                        h3 { (way(visit, &draft.to(&format!("sessions/{}", session.slug)), &words(&session.title, &session.language, lang))) }
                        p { b { (name(&session.code, lang)) } " " (lang.text_with("compare-from-to", [
                            ("from", place(draft, &clock, *from).into()), ("to", place(draft, &clock, *to).into()),
                        ])) }
                    }
                }
            }
            @if moves.len() > LISTED_MAX { p { (lang.text_with("compare-more", [("count", (moves.len() - LISTED_MAX).into())])) } }
            @if !concerned.is_empty() {
                details open[concerned.len() <= 40] {
                    summary { (lang.text_with("desk-concerned", [("count", concerned.len().into())])) }
                    ul.people {
                        @for (person, sessions) in &concerned {
                            @let codes: Vec<&str> = sessions.iter().map(|session| session.code.as_str()).collect();
                            li { (name(&told::person_name(visit, *person), lang)) p { (codes.join(", ")) } }
                        }
                    }
                }
            }
        }
    }
}

/// A place in words; the room may have been closed since.
fn place(draft: &Draft<'_>, clock: &Clock, place: Option<Place>) -> String {
    let lang = draft.visit.lang();
    let Some(Place { room, start }) = place else { return lang.text("compare-no-place") };
    let known = draft.programme.rooms.get(&room).or_else(|| draft.programme.closed_rooms.get(&room));
    let room = known.map(|room| room.name.clone()).unwrap_or_default();
    let day = clock.day(start);
    let (time, day) = (clock.time(start, day, lang), lang.day_short(day));
    lang.text_with("place-in-time", [("day", day.into()), ("time", time.into()), ("room", room.into())])
}
