//! Rooms, the grid of times, and tracks: what sessions stand in.

use forum::programme::Slot;
use forum::{RoomId, SlotId};
use jiff::civil::Date;
use maud::{Markup, html};
use std::collections::BTreeMap;

use super::form::{Sheet, Typed};
use super::needs;
use super::told::Draft;
use super::when;
use crate::site::clock::Clock;
use crate::site::content::name;
use crate::site::{NotFound, Page, Part, Visit};

/// The page.
pub(super) fn page(visit: &Visit, typed: &Typed) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let draft = Draft::of(visit)?;
    let sheet = Sheet::new(visit, typed);
    let title = lang.text("desk-rooms-title");
    let main = html! {
        (draft.ways())
        h1 { (title) }
        (sheet.refusal())
        section { h2 { (lang.text("desk-rooms")) } (rooms(&draft, &sheet)) }
        section { h2 { (lang.text("desk-slots")) } (slots(&draft, &sheet)) }
        section { h2 { (lang.text("desk-tracks")) } (tracks(&draft, &sheet)) }
    };
    Ok(Page { title, part: Part::Desk, main })
}

fn rooms(draft: &Draft<'_>, sheet: &Sheet<'_>) -> Markup {
    let lang = draft.visit.lang();
    let fields = |act: super::form::Act<'_>, name: &str, seats: Option<u32>| {
        let seats = seats.map(|seats| seats.to_string()).unwrap_or_default();
        html! {
            (act.line("text", "name", &lang.text("desk-name"), name))
            (act.line("number", "seats", &lang.text("desk-seats"), &seats))
        }
    };
    let open = sheet.act("open-room", 0);
    html! {
        ul.rows {
            @for (RoomId(id), room) in &draft.programme.rooms {
                li {
                    @let act = sheet.act("room", *id);
                    (act.form("line", &html! { (fields(act, &room.name, room.seats)) (act.send(&lang.text("desk-save"))) }))
                    (sheet.act("close-room", *id).button("quiet", &lang.text("desk-close-room")))
                    (needs::room(draft, sheet, RoomId(*id)))
                }
            }
        }
        (open.form("line", &html! { (fields(open, "", None)) (open.send(&lang.text("desk-open-room"))) }))
        @if !draft.programme.closed_rooms.is_empty() {
            details {
                summary { (lang.text("desk-closed-rooms")) }
                ul.rows { @for (RoomId(id), room) in &draft.programme.closed_rooms {
                    li { span { (name(&room.name, lang)) } (sheet.act("reopen-room", *id).button("quiet", &lang.text("desk-reopen-room"))) }
                } }
            }
        }
        (paste_rooms(draft, sheet))
    }
}

/// Several rooms at once, one a line.
pub(super) fn paste_rooms(draft: &Draft<'_>, sheet: &Sheet<'_>) -> Markup {
    let lang = draft.visit.lang();
    let act = sheet.act("rooms", 0);
    let body = html! { (act.prose("rooms", &lang.text("desk-rooms-list"), 4, "")) (act.send(&lang.text("desk-open-rooms"))) };
    act.form("desk", &body)
}

fn slots(draft: &Draft<'_>, sheet: &Sheet<'_>) -> Markup {
    let lang = draft.visit.lang();
    let clock = Clock::of(draft.visit, draft.meeting);
    let mut days: BTreeMap<Date, Vec<(SlotId, &Slot)>> = BTreeMap::new();
    for (id, slot) in &draft.programme.slots {
        days.entry(clock.day(slot.start)).or_default().push((*id, slot));
    }
    days.values_mut().for_each(|slots| slots.sort_by_key(|(id, slot)| (slot.start, *id)));
    html! {
        @for (day, slots) in &days {
            details open[days.len() == 1] {
                summary { (lang.day(*day)) " · " (lang.text_with("desk-slots-count", [("count", slots.len().into())])) }
                ul.rows { @for (SlotId(id), slot) in slots { li { (one_slot(draft, sheet, &clock, *id, slot)) } } }
            }
        }
        (grid(draft, sheet, days.is_empty()))
    }
}

fn one_slot(draft: &Draft<'_>, sheet: &Sheet<'_>, clock: &Clock, id: u32, slot: &Slot) -> Markup {
    let lang = draft.visit.lang();
    let act = sheet.act("slot", id);
    let time = |at| clock.venue.to_datetime(at).time().strftime("%H:%M").to_string();
    let body = html! {
        input type="hidden" name="day" value=(clock.day(slot.start));
        (act.line("text", "from", &lang.text("desk-from"), &time(slot.start)))
        (act.line("text", "until", &lang.text("desk-until"), &time(slot.end)))
        (act.line("text", "pause", &lang.text("desk-pause"), slot.pause.as_deref().unwrap_or_default()))
        (act.send(&lang.text("desk-save")))
    };
    html! { (act.form("line", &body)) (sheet.act("remove-slot", id).button("quiet", &lang.text("desk-remove"))) }
}

/// The same slots on several days: a proposal that one can take as it is.
pub(super) fn grid(draft: &Draft<'_>, sheet: &Sheet<'_>, proposed: bool) -> Markup {
    let lang = draft.visit.lang();
    let act = sheet.act("grid", 0);
    let usual = format!(
        "09:00-10:30\n10:30-11:00 {coffee}\n11:00-12:30\n12:30-14:00 {lunch}\n14:00-15:30\n15:30-16:00 {coffee}\n16:00-17:30",
        coffee = lang.text("desk-pause-coffee"),
        lunch = lang.text("desk-pause-lunch"),
    );
    let body = html! {
        (act.prose("slots", &lang.text("desk-grid-slots"), 8, if proposed { &usual } else { "" }))
        fieldset {
            legend { (lang.text("desk-grid-days")) }
            @for day in when::days(draft.meeting) {
                label.tick {
                    input type="checkbox" name="days" value=(day) checked[act.ticked("days", &day.to_string(), proposed)];
                    span { (lang.day_short(day)) }
                }
            }
        }
        (act.send(&lang.text("desk-grid-send")))
    };
    act.form("desk", &body)
}

fn tracks(draft: &Draft<'_>, sheet: &Sheet<'_>) -> Markup {
    let lang = draft.visit.lang();
    let add = sheet.act("add-track", 0);
    html! {
        ul.rows {
            @for (id, track) in &draft.programme.tracks {
                li {
                    @let act = sheet.act("track", id.0);
                    (act.form("line", &html! { (act.line("text", "name", &lang.text("desk-name"), &track.name)) (act.send(&lang.text("desk-save"))) }))
                    (sheet.act("remove-track", id.0).button("quiet", &lang.text("desk-remove")))
                }
            }
        }
        (add.form("line", &html! { (add.line("text", "name", &lang.text("desk-name"), "")) (add.send(&lang.text("desk-add-track"))) }))
        p.soft { (lang.text("desk-tracks-hint")) }
    }
}
