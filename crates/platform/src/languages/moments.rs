//! Dates, times and zones in words.
//!
//! A time of day never stands alone: a page names the zone of its times once, and [`Locale::moment`] names it
//! with the time. Dates follow the Gregorian calendar in every language, since forums do.

use icu_calendar::Gregorian;
use icu_datetime::fieldsets::{D, MD, MDE, T, YMD, YMDE, zone};
use icu_datetime::input::{Date, Time, TimeZone as NamedZone, UtcOffset};
use icu_datetime::{
    DateTimeFormatterLoadError, DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter,
    NoCalendarFormatter,
};
use icu_time::zone::ZoneNameTimestamp;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, civil};

use super::locale::Locale;

type Dates<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// The messages that this module itself says, and the values it offers them: each language takes those it needs,
/// since "8–12 October 2023" names the first day without its month, and 2023年10月8日至12日 the last.
pub(super) const OFFERED: &[(&str, &[&str])] = &[
    ("date-range", &["first", "first-short", "last", "last-short"]),
    ("time-range", &["from", "to"]),
    ("moment", &["date", "time", "zone"]),
    ("zone-with-offset", &["zone", "offset"]),
];

/// The patterns of one language.
pub(super) struct Moments {
    date: Dates<YMD>,
    date_with_weekday: Dates<YMDE>,
    day: Dates<MDE>,
    day_short: Dates<MDE>,
    month_day: Dates<MD>,
    day_of_month: Dates<D>,
    time: NoCalendarFormatter<T>,
    zone: NoCalendarFormatter<zone::SpecificLong>,
    city: NoCalendarFormatter<zone::ExemplarCity>,
}

impl Moments {
    pub(super) fn new(locale: &icu_locale_core::Locale) -> Result<Moments, DateTimeFormatterLoadError> {
        let conventions: DateTimeFormatterPreferences = locale.into();
        Ok(Moments {
            date: Dates::try_new(conventions, YMD::long())?,
            date_with_weekday: Dates::try_new(conventions, YMDE::long())?,
            day: Dates::try_new(conventions, MDE::long())?,
            day_short: Dates::try_new(conventions, MDE::medium())?,
            month_day: Dates::try_new(conventions, MD::long())?,
            day_of_month: Dates::try_new(conventions, D::short())?,
            time: NoCalendarFormatter::try_new(conventions, T::hm())?,
            zone: NoCalendarFormatter::try_new(conventions, zone::SpecificLong)?,
            city: NoCalendarFormatter::try_new(conventions, zone::ExemplarCity)?,
        })
    }
}

impl Locale {
    /// A date: `8 October 2023`.
    pub fn date(&self, date: civil::Date) -> String {
        self.moments.date.format(&gregorian(date)).to_string()
    }

    /// A date with its day of the week: `Sunday 8 October 2023`.
    pub fn date_with_weekday(&self, date: civil::Date) -> String {
        self.moments.date_with_weekday.format(&gregorian(date)).to_string()
    }

    /// A day of a meeting whose year is known: `Sunday 8 October`.
    pub fn day(&self, date: civil::Date) -> String {
        self.moments.day.format(&gregorian(date)).to_string()
    }

    /// A day where room is scarce: `Sun 8 Oct`.
    pub fn day_short(&self, date: civil::Date) -> String {
        self.moments.day_short.format(&gregorian(date)).to_string()
    }

    /// From the first date to the last one, both included: `8–12 October 2023`.
    pub fn date_range(&self, first: civil::Date, last: civil::Date) -> String {
        if first == last {
            return self.date(first);
        }
        let (first, last) = (first.min(last), first.max(last));
        let in_month = (first.year(), first.month()) == (last.year(), last.month());
        let short = |date: civil::Date| match (in_month, first.year() == last.year()) {
            (true, _) => self.moments.day_of_month.format(&gregorian(date)).to_string(),
            (false, true) => self.moments.month_day.format(&gregorian(date)).to_string(),
            (false, false) => self.date(date),
        };
        self.text_with(
            "date-range",
            [
                ("first", self.date(first).into()),
                ("first-short", short(first).into()),
                ("last", self.date(last).into()),
                ("last-short", short(last).into()),
            ],
        )
    }

    /// A time of day, without its zone: `09:30`. Only where the page has named the zone.
    pub fn time(&self, time: civil::Time) -> String {
        let time = Time::try_new(time.hour().unsigned_abs(), time.minute().unsigned_abs(), 0, 0);
        time.map(|time| self.moments.time.format(&time).to_string()).unwrap_or_default()
    }

    /// From one time of day to another, without their zone: `09:30–10:30`. Only where the page has named the zone.
    pub fn time_range(&self, from: civil::Time, to: civil::Time) -> String {
        self.text_with("time-range", [("from", self.time(from).into()), ("to", self.time(to).into())])
    }

    /// A point in time as the clocks of a zone show it, with the name of the zone.
    pub fn moment(&self, at: Timestamp, zone: &TimeZone) -> String {
        let there = at.to_zoned(zone.clone());
        self.text_with(
            "moment",
            [
                ("date", self.date_with_weekday(there.date()).into()),
                ("time", self.time(there.time()).into()),
                ("zone", self.zone(zone, at).into()),
            ],
        )
    }

    /// The name of a zone as it is at this time, with its distance from UTC: `Japan Standard Time (UTC+9)`.
    pub fn zone(&self, zone: &TimeZone, at: Timestamp) -> String {
        let offset = zone.to_offset(at);
        let Some(iana) = zone.iana_name().filter(|name| *name != "UTC") else { return offset_name(offset) };
        let named = NamedZone::from_iana_id(iana)
            .with_offset(UtcOffset::try_from_seconds(offset.seconds()).ok())
            .with_zone_name_timestamp(ZoneNameTimestamp::from_epoch_seconds(at.as_second()));
        let name = self.moments.zone.format(&named).to_string();
        self.text_with("zone-with-offset", [("zone", name.into()), ("offset", offset_name(offset).into())])
    }

    /// The city that stands for a zone, for lists to choose from: `Tokyo`.
    pub fn zone_city(&self, iana: &str) -> String {
        self.moments.city.format(&NamedZone::from_iana_id(iana).without_offset()).to_string()
    }
}

/// The distance from UTC, written alike in all languages: `UTC`, `UTC+9`, `UTC−3:30`.
pub fn offset_name(offset: Offset) -> String {
    let minutes = offset.seconds() / 60;
    let sign = if minutes < 0 { '\u{2212}' } else { '+' };
    match (minutes.abs() / 60, minutes.abs() % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

fn gregorian(date: civil::Date) -> Date<Gregorian> {
    Date::try_new_gregorian(i32::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs())
        .expect("jiff and ICU agree on which dates there are")
}
