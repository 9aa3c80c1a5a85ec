//! All rooms at a moment: what is on, and what comes next.

use forum::programme::{RoomAt, Session};
use maud::{Markup, html};
use platform::languages::key;

use super::Moment;
use crate::site::content::name;
use crate::site::sessions::colour;
use crate::site::{NotFound, Page, Part};

/// As many rooms as can be read on a screen in a foyer; the others follow on the next page.
const ROOMS: usize = 6;

/// The page, and for a screen the one that follows it.
pub(super) fn page(moment: &Moment<'_>) -> Result<(Page, Option<String>), NotFound> {
    let lang = moment.visit.lang();
    let title = lang.text("now-title");
    let rooms = rooms(moment);
    if !moment.is_screen() {
        let main = html! {
            (moment.over())
            h1 { (title) }
            (bar(moment))
            @if rooms.is_empty() { p.lead { (lang.text("now-nothing")) } }
            ul.list.one { @for room in &rooms { (line(moment, room)) } }
        };
        return Ok((Page { title, part: Part::Programme, main }, None));
    }
    let pages = rooms.len().div_ceil(ROOMS).max(1);
    let nth = moment.visit.reader.asked("page").parse::<usize>().unwrap_or(1).clamp(1, pages);
    let next = (pages > 1).then(|| {
        let nth = nth % pages + 1;
        let lang = moment.visit.reader.asked("lang");
        let lang = if lang.is_empty() {
            String::new()
        } else {
            format!("&lang={}", crate::site::reader::encode(lang))
        };
        moment.visit.to_meeting(moment.meeting, format!("now?view=screen&page={nth}{lang}"))
    });
    let main = html! {
        header {
            h1 { (title) }
            p { (lang.day(moment.clock.day(moment.at))) @if pages > 1 { " · " (lang.text_with("now-page", [("page", nth.into()), ("pages", pages.into())])) } }
        }
        @if rooms.is_empty() { p.nothing { (lang.text("now-nothing")) } }
        @if let Some(pause) = moment.version.pause_at(moment.at).and_then(|slot| slot.pause.as_deref()) {
            p.pause { (name(pause, lang)) }
        }
        ul.rooms { @for room in rooms.iter().skip((nth - 1) * ROOMS).take(ROOMS) { (line(moment, room)) } }
        footer { p { (moment.zones()) } }
    };
    Ok((Page { title, part: Part::Screen, main }, next))
}

/// The rooms in which something is on, or comes on the same day.
fn rooms<'a>(moment: &Moment<'a>) -> Vec<RoomAt<'a>> {
    let today = moment.clock.day(moment.at);
    let same_day =
        |session: &Session| session.placed().is_some_and(|(_, start, _)| moment.clock.day(start) == today);
    let mut rooms = moment.version.rooms_at(moment.at);
    for room in &mut rooms {
        room.next = room.next.filter(|session| same_day(session));
    }
    rooms.retain(|room| room.now.is_some() || room.next.is_some());
    rooms
}

/// Which moment this is, whose times these are, and the way to the page for a screen.
fn bar(moment: &Moment<'_>) -> Markup {
    let lang = moment.visit.lang();
    let day = moment.clock.day(moment.at);
    let pause = moment.version.pause_at(moment.at).and_then(|slot| slot.pause.as_deref());
    html! {
        p.bar {
            b { (lang.day(day)) @if moment.is_set() { ", " (moment.clock.time(moment.at, day, lang)) } }
            @if let Some(pause) = pause { span { (name(pause, lang)) } }
            span { (moment.zones()) }
            a href=(moment.to("rooms", "")) { (lang.text("rooms-title")) }
            a href=(moment.to("now", "screen")) { (lang.text("for-a-screen")) }
        }
    }
}

fn line(moment: &Moment<'_>, room: &RoomAt<'_>) -> Markup {
    let lang = moment.visit.lang();
    let day = moment.clock.day(moment.at);
    let slug = moment.version.rooms.get(&room.room).map(|room| room.slug.to_string()).unwrap_or_default();
    let colour = room.now.or(room.next).map(|session| colour(moment.version, session));
    let said = |what, session: &Session| {
        html! {
            p { b { (lang.text(what)) } " " (moment.times(session, day)) " · " span.t { (moment.title(session)) } " " small { (name(&session.code, lang)) } }
        }
    };
    html! {
        li class=[colour] {
            h2 {
                @if moment.is_screen() { (name(moment.room(room.room), lang)) }
                @else { a href=(moment.to(&format!("rooms/{slug}"), "")) { (name(moment.room(room.room), lang)) } }
            }
            @if let Some(session) = room.now { (said(key("now-here"), session)) }
            @if let Some(session) = room.next { (said(key("now-next"), session)) }
        }
    }
}
