//! When something may be done, in words: the time in UTC and on the reader's clock, and how long it still is.

use forum::call::{Call, Gate, views};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use platform::languages::Locale;

use crate::site::Visit;

/// A point in time in UTC and, if they have chosen a zone, on the reader's clock.
pub(super) fn time(visit: &Visit, at: Timestamp) -> Markup {
    let lang = visit.lang();
    let theirs = visit.reader.zone.as_ref().filter(|zone| zone.to_offset(at) != TimeZone::UTC.to_offset(at));
    html! {
        time datetime=(at) { (lang.moment(at, &TimeZone::UTC)) }
        @if let Some(zone) = theirs { small.theirs { (lang.moment(at, zone)) } }
    }
}

/// How long it is until then: days, on the last days hours; nothing if it is past.
pub(super) fn until(at: Timestamp, now: Timestamp, lang: &Locale) -> Option<String> {
    let left = now.duration_until(at);
    if left.is_negative() || left.is_zero() {
        return None;
    }
    let hours = left.as_hours();
    Some(match hours {
        48.. => lang.text_with("propose-in-days", [("count", (hours / 24).into())]),
        1.. => lang.text_with("propose-in-hours", [("count", hours.into())]),
        _ => lang.text("propose-in-minutes"),
    })
}

/// From when to when anything may be proposed.
pub(super) fn widest(call: &Call) -> Gate {
    let gates: Vec<Gate> = call.offers.iter().map(|offer| views::gate(call, &offer.kind)).collect();
    let opens = gates.iter().map(|gate| gate.opens).min().unwrap_or(call.about.gate.opens);
    let closes = gates.iter().map(|gate| gate.closes).max().unwrap_or(call.about.gate.closes);
    Gate { opens, closes }
}

/// Where a gate stands now, in a sentence.
pub(super) fn standing(visit: &Visit, gate: Gate, now: Timestamp) -> Markup {
    let lang = visit.lang();
    let (says, at) = match () {
        () if now < gate.opens => (lang.text("propose-opens"), gate.opens),
        () if now < gate.closes => (lang.text("propose-open-until"), gate.closes),
        () => (lang.text("propose-closed-since"), gate.closes),
    };
    html! {
        (says) " " (time(visit, at))
        @if let Some(left) = until(at, now, lang) { " " b.left { (left) } }
    }
}
