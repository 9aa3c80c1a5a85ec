//! The sign at the door of a room: what is on in it, what comes next, and its day.

use std::sync::Arc;

use forum::RoomId;
use forum::programme::{Room, Session};
use jiff::civil::Date;
use maud::{Markup, html};
use platform::languages::key;

use super::Moment;
use crate::site::content::name;
use crate::site::sessions::colour;
use crate::site::{NotFound, Page, Part, names};

/// The rooms of a meeting, each with its sign.
pub(super) fn list(moment: &Moment<'_>) -> Result<(Page, Option<String>), NotFound> {
    let lang = moment.visit.lang();
    let title = lang.text("rooms-title");
    let main = html! {
        (moment.over())
        h1 { (title) }
        p.bar {
            a href=(moment.to("now", "")) { (lang.text("now-title")) }
            a href=(moment.to("rooms", "print")) { (lang.text("rooms-print")) }
        }
        ul.list.one {
            @for (id, room) in &moment.version.rooms {
                @let sessions = moment.version.in_room(*id).len();
                li {
                    h2 { a href=(moment.to(&format!("rooms/{}", room.slug), "")) { (name(&room.name, lang)) } }
                    p { (lang.text_with("filter-sessions", [("count", sessions.into())])) (seats(moment, room)) }
                }
            }
        }
    };
    Ok((Page { title, part: Part::Programme, main }, None))
}

fn seats(moment: &Moment<'_>, room: &Room) -> Markup {
    html! { @if let Some(seats) = room.seats { " · " (moment.visit.lang().text_with("room-seats", [("count", seats.into())])) } }
}

/// The sign of a room.
pub(super) fn page(moment: &Moment<'_>) -> Result<(Page, Option<String>), NotFound> {
    let (lang, slug) = (moment.visit.lang(), moment.visit.part("room"));
    let found = moment.version.rooms.iter().find(|(_, room)| room.slug.as_str() == slug);
    let (id, room) = found.ok_or(NotFound)?;
    let title = lang.text_with(
        "sign-title",
        [("room", (&room.name).into()), ("meeting", (&moment.meeting.title).into())],
    );
    let sign = sign(moment, *id);
    if moment.is_screen() {
        let main = html! {
            header { h1 { (name(&room.name, lang)) } @if let Some(day) = sign.day { p { (lang.day(day)) } } }
            (large(moment, &sign))
            footer { p { (moment.zones()) } }
        };
        return Ok((Page { title, part: Part::Screen, main }, None));
    }
    let main = html! {
        (moment.over())
        h1 { (name(&room.name, lang)) }
        p.bar {
            span { (moment.zones()) }
            @if let Some(seats) = room.seats { span { (lang.text_with("room-seats", [("count", seats.into())])) } }
            a href=(moment.to("rooms", "")) { (lang.text("rooms-title")) }
            a href=(moment.to(&format!("rooms/{slug}"), "screen")) { (lang.text("for-a-screen")) }
        }
        (framed(moment, &sign))
    };
    Ok((Page { title, part: Part::Programme, main }, None))
}

/// What a sign says.
struct Sign<'a> {
    now: Option<&'a Arc<Session>>,
    next: Option<&'a Arc<Session>>,
    day: Option<Date>,
    sessions: Vec<&'a Arc<Session>>,
}

fn sign<'a>(moment: &Moment<'a>, room: RoomId) -> Sign<'a> {
    let here = moment.version.rooms_at(moment.at).into_iter().find(|here| here.room == room);
    let mut sessions = moment.version.in_room(room);
    let day = moment.day_of(&sessions);
    sessions
        .retain(|session| session.placed().is_some_and(|(_, start, _)| Some(moment.clock.day(start)) == day));
    let (now, next) = here.map_or((None, None), |here| (here.now, here.next));
    Sign { now, next, day, sessions }
}

/// What is on and what comes next, for people who stand before the door.
fn large(moment: &Moment<'_>, sign: &Sign<'_>) -> Markup {
    let lang = moment.visit.lang();
    let pause = moment.version.pause_at(moment.at).and_then(|slot| slot.pause.as_deref());
    html! {
        section.now class=[sign.now.map(|session| colour(moment.version, session))] {
            h2 { (lang.text("now-here")) }
            @match (sign.now, pause) {
                (Some(session), _) => (whole(moment, session, sign.day)),
                (None, Some(pause)) => p.what { (name(pause, lang)) },
                (None, None) => p.what.free { (lang.text("sign-free")) },
            }
        }
        @if let Some(session) = sign.next {
            section.next { h2 { (lang.text("now-next")) } (whole(moment, session, sign.day)) }
        }
        @if sign.sessions.len() > 1 {
            ol.day {
                @for session in &sign.sessions {
                    li aria-current=[sign.now.filter(|now| now.id == session.id).map(|_| "true")] {
                        (moment.times(session, sign.day.unwrap_or_default())) " " span { (moment.title(session)) }
                    }
                }
            }
        }
    }
}

fn whole(moment: &Moment<'_>, session: &Session, named: Option<Date>) -> Markup {
    let lang = moment.visit.lang();
    let long = session.title.text().is_some_and(|title| title.chars().count() > 60);
    html! {
        p.when { (moment.times(session, named.unwrap_or_default())) }
        p.what.long[long] { (moment.title(session)) }
        p.of { (name(&session.code, lang)) " · " (names::session_type(&session.kind, lang)) }
    }
}

/// The same on a page that somebody reads on a telephone.
fn framed(moment: &Moment<'_>, sign: &Sign<'_>) -> Markup {
    let lang = moment.visit.lang();
    let today = moment.clock.day(moment.at);
    let one = |what, session: &Session| {
        html! {
            section.slot { h2 { (lang.text(what)) small { (moment.times(session, today)) } } ul.list.one { (entry(moment, session, None)) } }
        }
    };
    html! {
        @if let Some(session) = sign.now { (one(key("now-here"), session)) }
        @if let Some(session) = sign.next { (one(key("now-next"), session)) }
        @if sign.now.is_none() && sign.next.is_none() { p.lead { (lang.text("sign-over")) } }
        @if let Some(day) = sign.day {
            h2 { (lang.day(day)) }
            ul.list.one { @for session in &sign.sessions { (entry(moment, session, Some(day))) } }
        }
    }
}

fn entry(moment: &Moment<'_>, session: &Session, day: Option<Date>) -> Markup {
    let lang = moment.visit.lang();
    html! {
        li class=(colour(moment.version, session)) {
            h3 { (moment.title(session)) }
            p {
                b { (name(&session.code, lang)) } " " (names::session_type(&session.kind, lang))
                @if let Some(day) = day { " · " (moment.times(session, day)) }
            }
        }
    }
}
