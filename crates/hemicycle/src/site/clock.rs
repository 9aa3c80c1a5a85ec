//! The two clocks of a programme page: the venue's, and the reader's beside it.

use forum::programme::Session;
use forum::series::Meeting;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use platform::languages::{Locale, offset_name};

use crate::site::Visit;
use crate::site::visit::venue;

/// The venue's zone and, where it is another one, the reader's.
#[derive(Clone, Debug)]
pub struct Clock {
    /// The zone of the venue.
    pub venue: TimeZone,
    /// The reader's zone, if they have chosen one whose clock differs from the venue's.
    pub reader: Option<TimeZone>,
}

impl Clock {
    /// The clocks for a reader of a meeting's programme. Zones that agree from the eve of the meeting to the day after
    /// it are shown once; where one of them changes its clocks in between, both are shown on every day.
    pub fn of(visit: &Visit, meeting: &Meeting) -> Clock {
        let venue = venue(meeting);
        let (from, _) = bounds(&venue, meeting.first_day.saturating_sub(1.day()));
        let (_, until) = bounds(&venue, meeting.last_day.saturating_add(1.day()));
        let reader = visit.reader.zone.clone().filter(|reader| differ(&venue, reader, from, until));
        Clock { venue, reader }
    }

    /// The day of a point in time at the venue.
    pub fn day(&self, at: Timestamp) -> Date {
        self.venue.to_datetime(at).date()
    }

    /// The first and the last second of a day at the venue.
    pub fn bounds(&self, day: Date) -> (Timestamp, Timestamp) {
        bounds(&self.venue, day)
    }

    /// A point in time by the venue's clock, in a place that has named the day: `09:30`, and what there is to add.
    pub fn time(&self, at: Timestamp, named: Date, lang: &Locale) -> String {
        written(&self.venue, at, named, lang)
    }

    /// A point in time by the reader's clock, in a place that has named the day.
    pub fn theirs(&self, at: Timestamp, named: Date, lang: &Locale) -> Option<String> {
        self.reader.as_ref().map(|reader| written(reader, at, named, lang))
    }

    /// From when to when a session lasts at the venue, in a place that has named the day of its beginning.
    pub fn span(&self, session: &Session, lang: &Locale) -> Option<String> {
        let (_, start, end) = session.placed()?;
        let day = self.day(start);
        let (from, to) = (self.time(start, day, lang), self.time(end, day, lang));
        Some(lang.text_with("time-range", [("from", from.into()), ("to", to.into())]))
    }

    /// The sentence that names the zones of all times on a page, the first and the last of which are these.
    pub fn named(&self, first: Timestamp, last: Timestamp, lang: &Locale) -> String {
        let Some(reader) = &self.reader else { return self.named_once(first, last, lang) };
        let (venue, reader) = (zones(&self.venue, first, last, lang), zones(reader, first, last, lang));
        lang.text_with("times-of-venue-and-reader", [("venue", venue.into()), ("reader", reader.into())])
    }

    /// The sentence that names the venue's zone, for pages that show no other.
    pub fn named_once(&self, first: Timestamp, last: Timestamp, lang: &Locale) -> String {
        lang.text_with("times-of-venue", [("venue", zones(&self.venue, first, last, lang).into())])
    }

    /// The same for a page that shows these sessions, in the order of time; nothing if none has its time.
    pub fn named_for<'a>(
        &self,
        sessions: impl IntoIterator<Item = &'a Session>,
        lang: &Locale,
    ) -> Option<String> {
        let mut placed = sessions.into_iter().filter_map(Session::placed);
        let (_, first, end) = placed.next()?;
        let last = placed.map(|(_, _, end)| end).fold(end, Timestamp::max);
        Some(self.named_once(first, last, lang))
    }
}

/// A time by the clock of a zone. The day is added where it is not the one that the page has named; the distance from
/// UTC, on a day on which the clock changes, since the same time may come twice or not at all.
fn written(zone: &TimeZone, at: Timestamp, named: Date, lang: &Locale) -> String {
    let there = zone.to_datetime(at);
    let mut written = lang.time(there.time());
    let (first, last) = bounds(zone, there.date());
    if zone.to_offset(first) != zone.to_offset(last) {
        let offset = offset_name(zone.to_offset(at));
        written = lang.text_with("time-and-offset", [("time", written.into()), ("offset", offset.into())]);
    }
    if there.date() != named {
        let day = lang.day_short(there.date());
        written = lang.text_with("time-and-day", [("time", written.into()), ("day", day.into())]);
    }
    written
}

/// The name of a zone from one time to a later one; two names, if its clock changes between them.
fn zones(zone: &TimeZone, first: Timestamp, last: Timestamp, lang: &Locale) -> String {
    let (before, after) = (lang.zone(zone, first), lang.zone(zone, last));
    if before == after {
        return before;
    }
    lang.text_with("zone-then-zone", [("before", before.into()), ("after", after.into())])
}

/// Whether two clocks ever differ between two times: at the first of them, or after one of them has changed.
fn differ(one: &TimeZone, other: &TimeZone, from: Timestamp, until: Timestamp) -> bool {
    let changes = one.following(from).take_while(|change| change.timestamp() < until);
    let changes = changes.chain(other.following(from).take_while(|change| change.timestamp() < until));
    let mut times = std::iter::once(from).chain(changes.map(|change| change.timestamp()));
    times.any(|at| one.to_offset(at) != other.to_offset(at))
}

/// The first and the last second of a day in a zone.
fn bounds(zone: &TimeZone, day: Date) -> (Timestamp, Timestamp) {
    let midnight = |day: Date| day.to_zoned(zone.clone()).map_or(Timestamp::MAX, |begins| begins.timestamp());
    (midnight(day), midnight(day.saturating_add(1.day())) - 1.second())
}
