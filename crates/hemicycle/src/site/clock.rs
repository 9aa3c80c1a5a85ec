//! The two clocks of a programme page: the venue's, and the reader's beside it.

use forum::programme::Session;
use forum::series::Meeting;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use platform::languages::Locale;

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
    /// The clocks for a reader of a meeting's programme. They are compared at the meeting's first day: zones that agree
    /// then are shown once.
    pub fn of(visit: &Visit, meeting: &Meeting) -> Clock {
        let venue = venue(meeting);
        let noon = meeting.first_day.at(12, 0, 0, 0).to_zoned(venue.clone()).map(|noon| noon.timestamp());
        let reader = visit.reader.zone.clone().filter(|reader| match noon {
            Ok(noon) => reader.to_offset(noon) != venue.to_offset(noon),
            Err(_) => false,
        });
        Clock { venue, reader }
    }

    /// The day of a point in time at the venue.
    pub fn day(&self, at: Timestamp) -> Date {
        self.venue.to_datetime(at).date()
    }

    /// The time of day at the venue.
    pub fn time(&self, at: Timestamp) -> Time {
        self.venue.to_datetime(at).time()
    }

    /// A point in time by the reader's clock: `02:30`, with the day where it is another than at the venue.
    pub fn theirs(&self, at: Timestamp, lang: &Locale) -> Option<String> {
        let there = self.reader.as_ref()?.to_datetime(at);
        let time = lang.time(there.time());
        if there.date() == self.day(at) {
            return Some(time);
        }
        let day = lang.day_short(there.date());
        Some(lang.text_with("time-and-day", [("time", time.into()), ("day", day.into())]))
    }

    /// From when to when a session lasts at the venue.
    pub fn span(&self, session: &Session, lang: &Locale) -> Option<String> {
        let (_, start, end) = session.placed()?;
        Some(lang.time_range(self.time(start), self.time(end)))
    }

    /// The sentence that names the zones of all times on a page, at one of them.
    pub fn named(&self, at: Timestamp, lang: &Locale) -> String {
        let venue = lang.zone(&self.venue, at);
        match &self.reader {
            Some(reader) => {
                let reader = lang.zone(reader, at);
                lang.text_with(
                    "times-of-venue-and-reader",
                    [("venue", venue.into()), ("reader", reader.into())],
                )
            }
            None => self.named_once(at, lang),
        }
    }

    /// The sentence that names the venue's zone, for pages that show no other.
    pub fn named_once(&self, at: Timestamp, lang: &Locale) -> String {
        lang.text_with("times-of-venue", [("venue", lang.zone(&self.venue, at).into())])
    }
}
