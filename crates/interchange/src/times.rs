//! Dates, clocks, offsets and durations, as people and tools write them. Nothing ambiguous is guessed.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};

use crate::model::Moment;
use crate::problem::Fault;
use crate::text::shown;

/// How a date is written whose year does not come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// `2026-11-24` only; anything else is refused as ambiguous.
    #[default]
    Iso,
    /// `24.11.2026`, `24/11/2026`.
    DayFirst,
    /// `11/24/2026`.
    MonthFirst,
}

/// What a bare number means as a duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DurationUnit {
    /// `90`.
    Minutes,
    /// `1.5`.
    Hours,
}

/// A date with as much of a time as is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stated {
    pub(crate) date: Date,
    pub(crate) time: Option<Time>,
    pub(crate) offset: Option<Offset>,
}

impl Stated {
    /// The moment, if a time is stated. `elsewhere` is the offset that holds where none is written.
    pub(crate) fn moment(&self, elsewhere: Option<Offset>) -> Option<Moment> {
        moment(self.date.to_datetime(self.time?), self.offset.or(elsewhere))
    }
}

/// A wall time, with an offset if one is known.
pub(crate) fn moment(wall: DateTime, offset: Option<Offset>) -> Option<Moment> {
    match offset {
        Some(offset) => Some(Moment::Instant { at: offset.to_timestamp(wall).ok()?, offset }),
        None => Some(Moment::Local(wall)),
    }
}

/// Reads `2026-11-24`, `2026-11-24T09:30:00+01:00`, `24.11.2026, 9:30` (if the order says so).
pub(crate) fn date_time(text: &str, order: DateOrder) -> Result<Stated, Fault> {
    let text = text.trim();
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, 'T' | 't' | ','));
    let (day, rest) = text.split_at(end.unwrap_or(text.len()));
    let date = date(day, order)?;
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, 'T' | 't' | ','));
    if rest.is_empty() {
        return Ok(Stated { date, time: None, offset: None });
    }
    let (clock_text, offset) = split_offset(rest)?;
    let clock = clock(clock_text)?;
    let date = if clock.next_day { tomorrow(date)? } else { date };
    Ok(Stated { date, time: Some(clock.time), offset })
}

/// The day after; fails at the end of time.
pub(crate) fn tomorrow(date: Date) -> Result<Date, Fault> {
    date.tomorrow().map_err(|_| Fault::new(format!("{date} has no next day"), "Correct the date."))
}

fn date(text: &str, order: DateOrder) -> Result<Date, Fault> {
    let unreadable = || {
        let message = format!("“{}” is not a date", shown(text));
        Fault::new(message, "Write it as 2026-11-24 or 2026-11-24T09:30:00+01:00.")
    };
    let separator = text.chars().find(|c| !c.is_ascii_digit()).ok_or_else(unreadable)?;
    let parts: Vec<&str> = match separator {
        '-' | '/' | '.' => text.split(separator).collect(),
        _ => return Err(unreadable()),
    };
    let are_digits = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let [first, second, third] = parts[..] else { return Err(unreadable()) };
    if !are_digits {
        return Err(unreadable());
    }
    let (year, month, day) = match (first.len(), third.len(), order) {
        (4, 1..=2, _) => (first, second, third),
        (1..=2, 4, DateOrder::DayFirst) => (third, second, first),
        (1..=2, 4, DateOrder::MonthFirst) => (third, first, second),
        (1..=2, 4, DateOrder::Iso) => {
            let message = format!("“{text}” can be read with the day or the month first");
            let remedy = "Write it as 2026-11-24; for a table, the mapping may say dates=day-first or dates=month-first.";
            return Err(Fault::new(message, remedy));
        }
        _ => return Err(unreadable()),
    };
    let number = |part: &str| part.parse::<u16>().map_err(|_| unreadable());
    let (year, month, day) = (number(year)?, number(month)?, number(day)?);
    if !(1970..=2200).contains(&year) {
        let message = format!("the year {year} cannot be meant");
        return Err(Fault::new(message, "Correct the date."));
    }
    let date = Date::new(year as i16, month.min(99) as i8, day.min(99) as i8);
    date.map_err(|_| {
        let message = format!("“{text}” is not in the calendar");
        Fault::new(message, "Correct the day or the month; for a table, see to their order in the mapping.")
    })
}

/// A time of day; after midnight some tools go on counting: 25:30 is half past one of the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) time: Time,
    pub(crate) next_day: bool,
}

/// Reads `9:30`, `09:30:00`, `9h30`, `9h`, `9:30 pm`, `9:30 Uhr`, `25:30`.
pub(crate) fn clock(text: &str) -> Result<Clock, Fault> {
    let unreadable = || {
        let message = format!("“{}” is not a time of day", shown(text));
        Fault::new(message, "Write it as 09:30.")
    };
    let lower = text.trim().to_lowercase();
    let (digits, half) = split_half_of_day(&lower);
    // Only with an h or am/pm may a number alone be an hour.
    let may_be_bare = half.is_some() || digits.ends_with('h');
    let digits = digits.replacen('h', ":", 1);
    let parts: Vec<&str> = digits.trim_end_matches(':').split(':').collect();
    let (hour, minute) = match parts[..] {
        [hour] if may_be_bare => (hour, "0"),
        [hour, minute] => (hour, minute),
        [hour, minute, second] if second.bytes().all(|b| b.is_ascii_digit() || b == b'.') => (hour, minute),
        _ => return Err(unreadable()),
    };
    let number = |part: &str| match part.len() {
        1..=2 if part.bytes().all(|b| b.is_ascii_digit()) => part.parse::<i8>().map_err(|_| unreadable()),
        _ => Err(unreadable()),
    };
    let hour = match (number(hour)?, half) {
        (hour, None) => hour,
        (hour @ 1..=12, Some(half)) => hour % 12 + half,
        _ => return Err(unreadable()),
    };
    let next_day = (24..=29).contains(&hour);
    let time = Time::new(if next_day { hour - 24 } else { hour }, number(minute)?, 0, 0);
    time.map(|time| Clock { time, next_day }).map_err(|_| unreadable())
}

/// Takes `am`, `p.m.` or `Uhr` off the end: the rest, and the hours that the half of the day adds.
fn split_half_of_day(lower: &str) -> (&str, Option<i8>) {
    let endings = [("a.m.", Some(0)), ("am", Some(0)), ("p.m.", Some(12)), ("pm", Some(12)), ("uhr", None)];
    let found = endings.iter().find_map(|(word, half)| Some((lower.strip_suffix(word)?, *half)));
    let (digits, half) = found.unwrap_or((lower, None));
    (digits.trim_end(), half)
}

/// Splits `09:30:00+01:00`, `09:30 -0500`, `09:30Z` into clock and offset.
fn split_offset(text: &str) -> Result<(&str, Option<Offset>), Fault> {
    if let Some(clock) = text.strip_suffix(['Z', 'z']) {
        return Ok((clock, Some(Offset::UTC)));
    }
    match text.find(['+', '-', '−']) {
        None => Ok((text, None)),
        Some(at) => Ok((&text[..at], Some(offset(&text[at..])?))),
    }
}

/// Reads `+01:00`, `-0530`, `+2`, `UTC`, `Z`.
pub(crate) fn offset(text: &str) -> Result<Offset, Fault> {
    let unreadable = || {
        let message = format!("“{}” is not an offset from UTC", shown(text));
        Fault::new(message, "Write it as +01:00.")
    };
    if matches!(text, "Z" | "z" | "UTC" | "Etc/UTC" | "GMT") {
        return Ok(Offset::UTC);
    }
    let sign = match text.chars().next() {
        Some('+') => 1,
        Some('-' | '−') => -1,
        _ => return Err(unreadable()),
    };
    let digits = text.trim_start_matches(['+', '-', '−']);
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() == 4 && digits.is_ascii() => digits.split_at(2),
        None => (digits, "0"),
    };
    let number = |part: &str| match part.len() {
        1..=2 => part.parse::<u8>().map_err(|_| unreadable()),
        _ => Err(unreadable()),
    };
    let (hours, minutes) = (i32::from(number(hours)?), i32::from(number(minutes)?));
    // The furthest in use are -12:00 and +14:00.
    if hours > 14 || minutes > 59 {
        return Err(unreadable());
    }
    Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).map_err(|_| unreadable())
}

/// Reads `1:30`, `00:45`, `26:00`, `00:45:00`, `PT1H30M`, `1h30`, `90 min`, and `90` if the unit is known.
pub(crate) fn minutes(text: &str, unit: Option<DurationUnit>, limit: u32) -> Result<u32, Fault> {
    let text = text.trim();
    let remedy = "Write it as hours and minutes, as in 1:30.";
    let unreadable = || Fault::new(format!("“{}” is not a duration", shown(text)), remedy);
    if text.starts_with(['-', '−']) {
        return Err(Fault::new(format!("“{}” is negative", shown(text)), remedy));
    }
    let seconds: u64 =
        if text.contains(':') || text.contains('h') && text.ends_with(|c: char| c.is_ascii_digit()) {
            colons(&text.replacen('h', ":", 1)).ok_or_else(unreadable)?
        } else if let Ok(number) = text.replace(',', ".").parse::<f64>() {
            bare(number, unit, text)?
        } else {
            spelled(text).ok_or_else(unreadable)?
        };
    if seconds == 0 {
        return Err(Fault::new("is zero", remedy));
    }
    if seconds > u64::from(limit) * 60 {
        let message = format!("“{}” is longer than any session ({} hours)", shown(text), limit / 60);
        return Err(Fault::new(message, remedy));
    }
    if !seconds.is_multiple_of(60) {
        let message = format!("“{}” is not a whole number of minutes", shown(text));
        return Err(Fault::new(message, remedy));
    }
    Ok((seconds / 60) as u32)
}

/// Hours, minutes and perhaps seconds, in seconds.
fn colons(text: &str) -> Option<u64> {
    let mut factor = 3600;
    let mut sum = 0;
    for (position, part) in text.split(':').enumerate() {
        let number = part.parse::<u32>().ok().filter(|number| position == 0 || *number < 60)?;
        sum += u64::from(number) * factor;
        factor /= 60;
    }
    matches!(text.split(':').count(), 2..=3).then_some(sum)
}

fn bare(number: f64, unit: Option<DurationUnit>, text: &str) -> Result<u64, Fault> {
    let factor = match unit {
        Some(DurationUnit::Minutes) => 60.0,
        Some(DurationUnit::Hours) => 3600.0,
        None => {
            let message = format!("“{}” may be minutes or hours", shown(text));
            let remedy =
                "Write it as 1:30; for a table, the mapping may say durations=minutes or durations=hours.";
            return Err(Fault::new(message, remedy));
        }
    };
    // `as` saturates, so the absurd stays absurd and is refused by the limit.
    Ok((number * factor).round() as u64)
}

/// `PT1H30M`, `90 min`, `1 h 30 min`, in seconds.
fn spelled(text: &str) -> Option<u64> {
    let span: jiff::Span = text.parse().ok()?;
    if span.get_years() != 0 || span.get_months() != 0 || span.is_negative() {
        return None;
    }
    let days = i64::from(span.get_weeks()) * 7 + i64::from(span.get_days());
    let hours = days * 24 + i64::from(span.get_hours());
    let minutes = hours.checked_mul(60)?.checked_add(span.get_minutes())?;
    u64::try_from(minutes.checked_mul(60)?.checked_add(span.get_seconds())?).ok()
}

#[cfg(test)]
mod tests;
