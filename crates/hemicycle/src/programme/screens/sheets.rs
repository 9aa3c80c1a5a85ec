//! Sheets of paper for the doors: one for each room and day, as large as its sessions let it be.

use std::collections::BTreeMap;
use std::sync::Arc;

use forum::programme::Session;
use jiff::civil::Date;
use maud::{Markup, html};

use super::Moment;
use crate::site::content::name;
use crate::site::{NotFound, Page, Part, names};

/// All sheets, by day and then by room; those of one day only where the reader asks for it (`?day=2023-10-10`).
pub(super) fn page(moment: &Moment<'_>) -> Result<(Page, Option<String>), NotFound> {
    let lang = moment.visit.lang();
    let only: Option<Date> = moment.visit.reader.asked("day").parse().ok();
    let mut sheets: BTreeMap<(Date, forum::RoomId), Vec<&Arc<Session>>> = BTreeMap::new();
    for session in moment.version.in_order() {
        let Some((room, start, _)) = session.placed() else { continue };
        let day = moment.clock.day(start);
        if only.is_none_or(|only| only == day) {
            sheets.entry((day, room)).or_default().push(session);
        }
    }
    let title = lang.text("rooms-print");
    let main = html! {
        h1.screen-only { (title) }
        p.screen-only { (lang.text("rooms-print-hint")) " " a href=(moment.to("rooms", "")) { (lang.text("rooms-title")) } }
        @for ((day, room), sessions) in &sheets { (sheet(moment, *day, moment.room(*room), sessions)) }
    };
    Ok((Page { title, part: Part::Screen, main }, None))
}

fn sheet(moment: &Moment<'_>, day: Date, room: &str, sessions: &[&Arc<Session>]) -> Markup {
    let lang = moment.visit.lang();
    let (first, last) = moment.clock.bounds(day);
    html! {
        section.sheet.many[sessions.len() > 6] {
            h2 { (name(room, lang)) }
            p.date { (lang.day(day)) }
            ol.day {
                @for session in sessions {
                    li {
                        (moment.times(session, day))
                        span { (moment.title(session)) " " small { (name(&session.code, lang)) " · " (names::session_type(&session.kind, lang)) } }
                    }
                }
            }
            p.zone { (name(&moment.meeting.title, lang)) " · " (moment.clock.named_once(first, last, lang)) }
        }
    }
}
