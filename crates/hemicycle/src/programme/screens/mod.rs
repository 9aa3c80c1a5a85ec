//! What is on now: signs at the doors of rooms, and screens in the foyer. Each is a page like any other, and the same for
//! a screen that nobody touches (`?view=screen`): large, without a frame, and loaded anew by itself without a script.
//!
//! The clock is an argument: whoever wants to see Thursday morning asks for it (`?at=2023-10-12T09:00`).

pub mod api;
pub mod doors;
mod now;
mod sheets;
mod sign;

use std::sync::Arc;

use axum::http::{HeaderValue, header};
use axum::response::Response;
use forum::RoomId;
use forum::programme::views::published;
use forum::programme::{Session, Version};
use forum::series::Meeting;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use maud::{Markup, html};

use crate::kept::Until;
use crate::site::clock::Clock;
use crate::site::content::{name, words};
use crate::site::{NotFound, Page, Visit};

/// After how many seconds a screen asks whether anything has changed. What it has is usually still right, which is a
/// short answer.
const ANEW: u32 = 60;

/// A programme at a moment, for its reader.
struct Moment<'a> {
    visit: &'a Visit,
    meeting: &'a Meeting,
    version: &'a Version,
    clock: Clock,
    at: Timestamp,
    /// Since when and until when nothing of all this changes.
    stretch: (Option<Timestamp>, Option<Timestamp>),
}

impl<'a> Moment<'a> {
    fn of(visit: &'a Visit) -> Result<Moment<'a>, NotFound> {
        let meeting = visit.meeting(visit.part("meeting"))?;
        let version = published(visit.forum(), meeting.id).ok_or(NotFound)?;
        let clock = Clock::of(visit, meeting);
        let at = asked(visit.reader.asked("at"), &clock.venue).unwrap_or_else(Timestamp::now);
        let stretch = stretch(version, &clock.venue, at);
        Ok(Moment { visit, meeting, version, clock, at, stretch })
    }

    /// Whether it is for a screen that nobody touches.
    fn is_screen(&self) -> bool {
        self.visit.reader.asked("view") == "screen"
    }

    /// Whether the reader has set the clock.
    fn is_set(&self) -> bool {
        !self.visit.reader.asked("at").is_empty()
    }

    /// The name of a room.
    fn room(&self, room: RoomId) -> &'a str {
        self.version.rooms.get(&room).map_or("", |room| room.name.as_str())
    }

    /// The address of a page of the meeting, with the clock as the reader has set it.
    fn to(&self, rest: &str, view: &str) -> String {
        let view = Some(("view", view)).filter(|(_, view)| !view.is_empty());
        let at = Some(("at", self.visit.reader.asked("at"))).filter(|_| self.is_set());
        let query: Vec<String> = [view, at]
            .into_iter()
            .flatten()
            .map(|(name, value)| format!("{name}={}", crate::site::reader::encode(value)))
            .collect();
        let joint = if query.is_empty() { "" } else { "?" };
        self.visit.to_meeting(self.meeting, format!("{rest}{joint}{}", query.join("&")))
    }

    /// The title of a session, which leads to its page where somebody may follow it.
    fn title(&self, session: &Session) -> Markup {
        let title = words(&session.title, &session.language, self.visit.lang());
        let to = self.visit.to_meeting(self.meeting, format!("sessions/{}", session.slug));
        html! { @if self.is_screen() { (title) } @else { a href=(to) { (title) } } }
    }

    /// From when to when a session lasts, by the venue's clock and the reader's, in a place that has named a day.
    fn times(&self, session: &Session, named: Date) -> Markup {
        let lang = self.visit.lang();
        let Some((_, start, end)) = session.placed() else { return html! {} };
        let range = |from: String, to: String| {
            lang.text_with("time-range", [("from", from.into()), ("to", to.into())])
        };
        let venue =
            range(self.clock.time(start, named, lang), self.clock.time(end, self.clock.day(start), lang));
        let theirs = self.clock.theirs(start, named, lang).zip(self.clock.theirs(end, named, lang));
        html! {
            time datetime=(start) { (venue) }
            @if let Some((from, to)) = theirs { " " small { (range(from, to)) } }
        }
    }

    /// The sentence that names the zones of the times on a page.
    fn zones(&self) -> String {
        let (first, last) = self.clock.bounds(self.clock.day(self.at));
        self.clock.named(first, last, self.visit.lang())
    }

    /// The head of a page of the frame: what it belongs to.
    fn over(&self) -> Markup {
        let (visit, lang) = (self.visit, self.visit.lang());
        html! {
            p.over {
                a href=(visit.to_meeting(self.meeting, "")) { (name(&self.meeting.title, lang)) }
                " · " a href=(visit.to_meeting(self.meeting, "programme")) { (lang.text("nav-programme")) }
            }
        }
    }

    /// The day that a sign shows of some sessions: today, else the next on which there is one, else the last.
    fn day_of(&self, sessions: &[&Arc<Session>]) -> Option<Date> {
        let today = self.clock.day(self.at);
        let mut days: Vec<Date> =
            sessions.iter().filter_map(|session| Some(self.clock.day(session.placed()?.1))).collect();
        days.sort();
        days.iter().copied().find(|day| *day >= today).or(days.last().copied())
    }
}

/// A point in time as somebody writes it: with its zone, or as the clock at the venue shows it.
fn asked(written: &str, venue: &TimeZone) -> Option<Timestamp> {
    if let Ok(at) = written.parse::<Timestamp>() {
        return Some(at);
    }
    let there: DateTime = written.parse().ok()?;
    Some(there.to_zoned(venue.clone()).ok()?.timestamp())
}

/// From when until when a page about a moment stays as it is: until something begins or ends, or the day does.
fn stretch(version: &Version, venue: &TimeZone, at: Timestamp) -> (Option<Timestamp>, Option<Timestamp>) {
    let today = venue.to_datetime(at).date();
    let midnight = |day: Date| Some(day.to_zoned(venue.clone()).ok()?.timestamp());
    let (since, until) = version.stretch(at);
    let ends = midnight(today.saturating_add(1.day()));
    (since.max(midnight(today)), until.into_iter().chain(ends).min())
}

/// Makes a page about a moment, with the address of the next one if there are several.
type Made = fn(&Moment<'_>) -> Result<(Page, Option<String>), NotFound>;

/// Answers with a page about a moment. It may be kept until something begins or ends; a screen asks for it anew by
/// itself, without a script, and is led to the next page if there are several.
fn answer(visit: &Visit, page: Made) -> Response {
    let made = Moment::of(visit).and_then(|moment| Ok((page(&moment)?, moment)));
    let ((page, next), moment) = match made {
        Ok(made) => made,
        Err(NotFound) => return visit.answer(|_| Err(NotFound)),
    };
    let (since, until) = moment.stretch;
    let mut response = visit.answer_of(since.map_or(0, Timestamp::as_second), &page);
    if moment.is_set() {
        return response;
    }
    if let Some(until) = until {
        response.extensions_mut().insert(Until(until));
    }
    if moment.is_screen() {
        let anew = match next {
            Some(next) => format!("{}; url={next}", ANEW / 4),
            None => ANEW.to_string(),
        };
        if let Ok(anew) = HeaderValue::try_from(anew) {
            response.headers_mut().insert(header::REFRESH, anew);
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_with_its_zone_or_by_the_clock_of_the_venue() {
        let kyoto = TimeZone::get("Asia/Tokyo").unwrap();
        for (written, expected) in [
            ("2023-10-10T09:30:00+09:00", Some("2023-10-10T00:30:00Z")),
            ("2023-10-10T00:30:00Z", Some("2023-10-10T00:30:00Z")),
            ("2023-10-10T09:30", Some("2023-10-10T00:30:00Z")),
            ("2023-10-10", Some("2023-10-09T15:00:00Z")),
            ("", None),
            ("tomorrow", None),
            ("2023-13-45T99:99", None),
        ] {
            let expected = expected.map(|at| at.parse().unwrap());
            assert_eq!(asked(written, &kyoto), expected, "{written}");
        }
    }
}
