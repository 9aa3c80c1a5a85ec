//! A day as a list: what begins at the same time stands together, in the order of rooms.

use forum::programme::Session;
use jiff::Timestamp;
use maud::{Markup, html};
use platform::languages::Locale;

use super::day::Day;
use crate::programme::mine;
use crate::site::content::{name, tagged, words};
use crate::site::names;
use crate::site::sessions::colour;

/// The list of a day, with its pauses.
pub(super) fn list(day: &Day<'_>) -> Markup {
    let mut pauses = day.version.pauses_on(day.date, &day.clock.venue).into_iter().peekable();
    let groups = day.sessions.chunk_by(|a, b| a.place.map(|p| p.start) == b.place.map(|p| p.start));
    html! {
        @for group in groups {
            @if let Some(place) = group.first().and_then(|session| session.place) {
                @while let Some((start, _, what)) = pauses.next_if(|(start, ..)| *start <= place.start) {
                    section.slot { (heading(day, start)) p.soft { (name(what, day.visit.lang())) } }
                }
                section.slot {
                    (heading(day, place.start))
                    ul.list { @for session in group { (entry(day, session)) } }
                }
            }
        }
        @for (start, _, what) in pauses {
            section.slot { (heading(day, start)) p.soft { (name(what, day.visit.lang())) } }
        }
    }
}

fn heading(day: &Day<'_>, at: Timestamp) -> Markup {
    let lang = day.visit.lang();
    html! {
        h2 {
            time datetime=(at) { (day.clock.time(at, day.date, lang)) }
            @if let Some(theirs) = day.clock.theirs(at, day.date, lang) { " " small { (theirs) } }
        }
    }
}

/// The type of a session, where its code does not say it: "WS #132" does not to a newcomer, "Lightning Talk #8" does.
fn kind(session: &Session, lang: &Locale) -> Markup {
    let telling = session.code.chars().take_while(|c| c.is_alphabetic()).count() > 4;
    html! { @if !telling { (names::session_type(&session.kind, lang)) " · " } }
}

fn entry(day: &Day<'_>, session: &Session) -> Markup {
    let (visit, lang) = (day.visit, day.visit.lang());
    let room = session.place.and_then(|place| day.version.rooms.get(&place.room));
    let end = session.placed().map(|(_, _, end)| day.clock.time(end, day.date, lang));
    let foreign = session.language.split('-').next() != Some(lang.tag());
    html! {
        li #(mine::anchor(session.id)) class=(colour(day.version, session)) {
            h3 {
                a href=(visit.to_meeting(day.meeting, format!("sessions/{}", session.slug))) {
                    (words(&session.title, &session.language, lang))
                }
            }
            p {
                b { (name(&session.code, lang)) }
                " " (kind(session, lang))
                @if let Some(room) = room { (name(&room.name, lang)) }
                @if let Some(end) = end { " · " (lang.text_with("until", [("time", end.into())])) }
                @if foreign { " · " (tagged(names::language(&session.language), &session.language, lang)) }
            }
            (mine::button(visit, &day.mine, session))
        }
    }
}
