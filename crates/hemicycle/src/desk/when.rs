//! Days and times as people type them, by the clock of the venue.

use forum::series::Meeting;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::form::{Form, No, Unread};
use crate::site::visit::venue;

/// A day in a field.
pub(super) fn day(form: &Form, field: &'static str) -> Result<Date, No> {
    form.get(field).trim().parse().map_err(|_| No::unread(field, Unread::Day))
}

/// A time of day as people write it: `9:30`, `09:30`, `9.30`, `0930`, `9`.
pub(super) fn time(text: &str) -> Option<Time> {
    let text = text.trim();
    let (hours, minutes) = match text.split_once([':', '.', 'h']) {
        Some((hours, minutes)) => (hours, minutes),
        None if text.len() == 4 => text.split_at_checked(2)?,
        None => (text, "0"),
    };
    let digits = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(hours) || !digits(minutes) {
        return None;
    }
    Time::new(hours.parse().ok()?, minutes.parse().ok()?, 0, 0).ok()
}

/// A moment by the clock of a meeting's venue. When clocks are set forward, a time that does not exist is the one after.
pub(super) fn moment(meeting: &Meeting, day: Date, time: Time) -> Timestamp {
    moment_in(&venue(meeting), day, time)
}

fn moment_in(zone: &TimeZone, day: Date, time: Time) -> Timestamp {
    let when = zone.to_ambiguous_timestamp(day.to_datetime(time));
    when.compatible().unwrap_or(Timestamp::MAX)
}

/// A day and a time in two fields of a form.
pub(super) fn typed(
    form: &Form,
    meeting: &Meeting,
    days: &'static str,
    times: &'static str,
) -> Result<Timestamp, No> {
    let time = time(form.get(times)).ok_or_else(|| No::unread(times, Unread::Time))?;
    Ok(moment(meeting, day(form, days)?, time))
}

/// A slot of every day: from when until when, and what happens in it, if it is a pause.
pub(super) type Daily = (Time, Time, String);

/// Reads the slots of a day, one a line: `09:00-10:30`, or `10:30–11:00 Coffee` for a pause.
pub(super) fn slots(form: &Form, field: &'static str) -> Result<Vec<Daily>, No> {
    let slots = form.lines(field).map(slot).collect::<Option<Vec<_>>>();
    slots.ok_or_else(|| No::unread(field, Unread::Slot))
}

fn slot(line: &str) -> Option<Daily> {
    let (times, pause) = match line.split_once(char::is_whitespace) {
        Some((times, pause)) => (times, pause.trim()),
        None => (line, ""),
    };
    let (from, until) = times.split_once(['-', '–', '—'])?;
    let (from, until) = (time(from)?, time(until)?);
    (from < until).then(|| (from, until, pause.to_owned()))
}

/// The days of a meeting, by the calendar of its venue.
pub(super) fn days(meeting: &Meeting) -> Vec<Date> {
    meeting.first_day.series(jiff::Span::new().days(1)).take_while(|day| *day <= meeting.last_day).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        for (text, read) in [
            ("9:30", Some((9, 30))),
            (" 09:30 ", Some((9, 30))),
            ("9.05", Some((9, 5))),
            ("14h15", Some((14, 15))),
            ("1415", Some((14, 15))),
            ("9", Some((9, 0))),
            ("24:00", None),
            ("9:60", None),
            ("", None),
            ("soon", None),
            ("+9:30", None),
        ] {
            let expected = read.map(|(hour, minute)| jiff::civil::time(hour, minute, 0, 0));
            assert_eq!(time(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_day_is_read_line_by_line_and_pauses_have_a_name() {
        let form = |text: &str| Form::from(vec![("slots".into(), text.into())]);
        let read = slots(&form("09:00-10:30\n\n 10:30–11:00  Coffee and tea \r\n11-12"), "slots").unwrap();
        let named: Vec<_> = read.iter().map(|(_, _, pause)| pause.as_str()).collect();
        assert_eq!(named, ["", "Coffee and tea", ""]);
        for wrong in ["09:00", "10:30-09:00", "Coffee 10:00-10:30", "9:00-9:00"] {
            assert!(slots(&form(wrong), "slots").is_err(), "{wrong}");
        }
    }
}
