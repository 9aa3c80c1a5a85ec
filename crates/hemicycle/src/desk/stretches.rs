//! Stretches of time as people write them, one a line: a day, a day with two times, or two times for every day.

use forum::programme::demands::Stretch;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::form::{Form, No, Unread};
use super::when;

/// Reads the stretches of a field by the clock of a zone. Times without a day are meant for every day of the list.
pub(super) fn typed(
    form: &Form,
    field: &'static str,
    zone: &TimeZone,
    days: &[Date],
) -> Result<Vec<Stretch>, No> {
    let mut found = Vec::new();
    for line in form.lines(field) {
        found.extend(read(line, zone, days).ok_or_else(|| No::unread(field, Unread::Stretch))?);
    }
    Ok(found)
}

fn read(line: &str, zone: &TimeZone, days: &[Date]) -> Option<Vec<Stretch>> {
    let line = line.replace(['–', '—'], "-");
    let words: Vec<&str> = line.split_whitespace().collect();
    match *words.as_slice() {
        [word] => match word.parse::<Date>() {
            Ok(day) => Some(vec![stretch(zone, day.into(), day.tomorrow().ok()?.into())?]),
            Err(_) => {
                let (from, until) = times(word)?;
                days.iter().map(|day| on(zone, *day, from, until)).collect()
            }
        },
        [day, word] => {
            let (from, until) = times(word)?;
            Some(vec![on(zone, day.parse().ok()?, from, until)?])
        }
        // From a moment of one day to a moment of another.
        [day, from, "-", last, until] => {
            let (day, last): (Date, Date) = (day.parse().ok()?, last.parse().ok()?);
            let (from, until) = (when::time(from)?, when::time(until)?);
            Some(vec![stretch(zone, day.to_datetime(from), last.to_datetime(until))?])
        }
        _ => None,
    }
}

fn times(word: &str) -> Option<(Time, Time)> {
    let (from, until) = word.split_once('-')?;
    Some((when::time(from)?, when::time(until)?))
}

/// On a day; what ends before it begins ends on the next.
fn on(zone: &TimeZone, day: Date, from: Time, until: Time) -> Option<Stretch> {
    let last = if until <= from { day.tomorrow().ok()? } else { day };
    stretch(zone, day.to_datetime(from), last.to_datetime(until))
}

fn stretch(zone: &TimeZone, start: DateTime, end: DateTime) -> Option<Stretch> {
    let at = |time| zone.to_ambiguous_timestamp(time).compatible().ok();
    let (start, end) = (at(start)?, at(end)?);
    (start < end).then_some(Stretch { start, end })
}

/// Writes stretches so that they can be read again.
pub(super) fn written(stretches: &[Stretch], zone: &TimeZone) -> String {
    stretches.iter().map(|stretch| line(stretch, zone)).collect::<Vec<_>>().join("\n")
}

/// Writes one of them.
pub(super) fn line(stretch: &Stretch, zone: &TimeZone) -> String {
    let there = |at: Timestamp| zone.to_datetime(at);
    let (start, end) = (there(stretch.start), there(stretch.end));
    let clock = |at: DateTime| at.strftime("%H:%M").to_string();
    let next = start.date().checked_add(1.day()).ok();
    if Some(end) == next.map(DateTime::from) && start.time() == Time::midnight() {
        start.date().to_string()
    } else if end.date() == start.date() || (Some(end.date()) == next && end.time() <= start.time()) {
        format!("{} {}-{}", start.date(), clock(start), clock(end))
    } else {
        format!("{} {} - {} {}", start.date(), clock(start), end.date(), clock(end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(text: &str) -> Form {
        Form::from(vec![("away".into(), text.into())])
    }

    #[test]
    fn stretches_are_read_as_people_write_them_and_written_so_that_they_can_be_read() {
        let zone = TimeZone::get("Asia/Tokyo").unwrap();
        let days: Vec<Date> = ["2027-05-10", "2027-05-11"].map(|day| day.parse().unwrap()).to_vec();
        for (typed_, expected) in [
            ("2027-05-10", "2027-05-10"),
            ("2027-05-10 9-10.30", "2027-05-10 09:00-10:30"),
            (" 2027-05-10  22:00–08:00 ", "2027-05-10 22:00-08:00"),
            ("13:00-14:00", "2027-05-10 13:00-14:00\n2027-05-11 13:00-14:00"),
            ("2027-05-10 18:00 - 2027-05-12 09:00", "2027-05-10 18:00 - 2027-05-12 09:00"),
            ("2027-05-10 09:00 - 2027-05-11 18:00", "2027-05-10 09:00 - 2027-05-11 18:00"),
            ("", ""),
        ] {
            let read = typed(&form(typed_), "away", &zone, &days).unwrap();
            let again = written(&read, &zone);
            assert_eq!(again, expected, "{typed_:?}");
            assert_eq!(typed(&form(&again), "away", &zone, &days).unwrap(), read, "{typed_:?}");
        }
        for wrong in ["tomorrow", "2027-05-10 soon", "2027-05-32", "9", "2027-05-10 9:00 - 2027-05-09 9:00"] {
            assert!(typed(&form(wrong), "away", &zone, &days).is_err(), "{wrong}");
        }
    }
}
