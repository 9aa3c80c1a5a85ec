//! When a session is: from the parts that a file states to one moment and a length.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;

use super::{At, Gatherer};
use crate::model::Moment;
use crate::problem::{Fault, Lost};
use crate::raw::{Raw, RawTime};
use crate::text::shown;
use crate::times::{self, Clock, Stated};

/// What a day lends to the sessions in it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Frame {
    date: Option<Date>,
    /// Before this clock it is still the evening of the day before.
    change: Option<Time>,
    offset: Option<Offset>,
}

impl Frame {
    pub(super) fn of(date: Option<Date>, start: Option<Stated>, day_change: Option<Time>) -> Self {
        let own = start.filter(|start| Some(start.date) == date).and_then(|start| start.time);
        Self { date, change: own.or(day_change), offset: start.and_then(|start| start.offset) }
    }
}

/// A value that may be a clock or a whole date and time.
enum Part {
    Clock(Clock),
    Whole(Stated),
}

impl Gatherer<'_> {
    /// Start and minutes of a session, as far as they can be known.
    pub(super) fn when(
        &mut self,
        path: &str,
        line: u32,
        raw: RawTime,
        frame: &Frame,
    ) -> (Option<Moment>, Option<u32>) {
        let duration = raw.duration.filter(stated).and_then(|raw| {
            let read = times::minutes(&raw.value, self.style.durations, self.limits.minutes);
            self.told(At { line: raw.line, path, field: "duration" }, read)
        });
        let start = self.start(path, line, raw.date, raw.start, frame);
        let Some(end) = raw.end.filter(stated) else {
            return (start, duration);
        };
        let Some(start) = start else {
            let fault = Fault::new("there is an end but no start", "Give the start as well.");
            self.tell(At { line: end.line, path, field: "end" }, Lost::Field, fault);
            return (None, duration);
        };
        let at = At { line: end.line, path, field: "end" };
        let until_end = self.minutes_until(at, &start, &end);
        if let (Some(stated), Some(counted)) = (duration, until_end)
            && stated != counted
        {
            let message =
                format!("the duration says {stated} minutes, start and end say {counted}; the end was taken");
            self.tell(at, Lost::Nothing, Fault::new(message, "Correct one of them."));
        }
        (Some(start), until_end.or(duration))
    }

    fn start(
        &mut self,
        path: &str,
        line: u32,
        date: Option<Raw>,
        start: Option<Raw>,
        frame: &Frame,
    ) -> Option<Moment> {
        let (date, start) = (date.filter(stated), start.filter(stated));
        let at_date = At { line: date.as_ref().map_or(line, |raw| raw.line), path, field: "date" };
        let at_start = At { line: start.as_ref().map_or(line, |raw| raw.line), path, field: "start" };
        // A value that is there but cannot be read is told, and nothing is put in its place.
        let date = match date {
            Some(raw) => Some(self.stated(path, "date", raw)?),
            None => None,
        };
        let start = match start {
            Some(raw) => Some(self.part(at_start, &raw)?),
            None => None,
        };
        match (date, start) {
            (Some(date), part) if date.time.is_some() => {
                self.compare_clocks(at_start, &date, part);
                self.whole(&date, frame)
            }
            (_, Some(Part::Whole(stated))) => self.whole(&stated, frame),
            (Some(date), Some(Part::Clock(clock))) => self.wall(at_start, date.date, clock, frame),
            (None, Some(Part::Clock(clock))) => match frame.date {
                Some(day) => self.wall(at_start, day, clock, frame),
                None => self.lacking(at_start, "there is a time but no date", "Give the date as well."),
            },
            (Some(_), None) => self.lacking(at_date, "there is a date but no time", "Give the time as well."),
            (None, None) if self.style.may_be_unplaced => None,
            (None, None) => {
                let fault =
                    Fault::new("is missing; the session is read as not yet placed", "Give date and time.");
                self.tell(at_start, Lost::Nothing, fault);
                None
            }
        }
    }

    fn lacking(&mut self, at: At<'_>, message: &str, remedy: &str) -> Option<Moment> {
        self.tell(at, Lost::Field, Fault::new(message, remedy));
        None
    }

    fn whole(&mut self, stated: &Stated, frame: &Frame) -> Option<Moment> {
        stated.moment(self.offset(frame))
    }

    /// The offset where none is written: the one of the day, unless a zone is named that knows better.
    fn offset(&self, frame: &Frame) -> Option<Offset> {
        let of_day = if self.programme.meeting.zone.is_none() { frame.offset } else { None };
        self.style.offset.or(of_day)
    }

    /// A clock on a day. Early hours belong to the evening before if the day says when it begins.
    fn wall(&mut self, at: At<'_>, date: Date, clock: Clock, frame: &Frame) -> Option<Moment> {
        let is_after_midnight =
            frame.date == Some(date) && frame.change.is_some_and(|change| clock.time < change);
        let date = match clock.next_day || is_after_midnight {
            true => self.told(at, times::tomorrow(date))?,
            false => date,
        };
        times::moment(date.to_datetime(clock.time), self.offset(frame))
    }

    fn compare_clocks(&mut self, at: At<'_>, date: &Stated, part: Option<Part>) {
        let other = match part {
            Some(Part::Clock(clock)) => Some(clock.time),
            Some(Part::Whole(stated)) => stated.time,
            None => None,
        };
        if let (Some(time), Some(other)) = (date.time, other)
            && time != other
        {
            let message = format!("the start says {other}, the date says {time}; the date was taken");
            self.tell(at, Lost::Nothing, Fault::new(message, "Correct one of them."));
        }
    }

    /// A clock or a date and time; the fault is that of whichever it looks like.
    fn part(&mut self, at: At<'_>, raw: &Raw) -> Option<Part> {
        let looks_like_clock = raw.value.trim().chars().count() <= 8;
        let read = match times::clock(&raw.value) {
            Ok(clock) => Ok(Part::Clock(clock)),
            Err(fault) => match times::date_time(&raw.value, self.style.dates) {
                Ok(stated) if stated.time.is_some() => Ok(Part::Whole(stated)),
                Ok(_) => Err(Fault::new("there is a date but no time", "Give the time as well.")),
                Err(_) if looks_like_clock => Err(fault),
                Err(fault) => Err(fault),
            },
        };
        self.told(at, read)
    }

    fn minutes_until(&mut self, at: At<'_>, start: &Moment, end: &Raw) -> Option<u32> {
        let end_moment = match self.part(at, end)? {
            Part::Whole(stated) => stated.moment(offset_of(start)),
            Part::Clock(clock) => {
                let wall = start.wall();
                let date =
                    if clock.next_day { self.told(at, times::tomorrow(wall.date()))? } else { wall.date() };
                times::moment(date.to_datetime(clock.time), offset_of(start))
            }
        };
        let minutes = end_moment.and_then(|end| minutes_between(start, &end));
        let limit = i64::from(self.limits.minutes);
        let read = match minutes {
            Some(minutes) if minutes <= 0 => {
                let message = format!("the end ({}) is not after the start", shown(&end.value));
                Err(Fault::new(
                    message,
                    "Correct it; if it is past midnight, give the end with its date, or a duration.",
                ))
            }
            Some(minutes) if minutes <= limit => Ok(minutes as u32),
            Some(minutes) => {
                let message =
                    format!("the end is {minutes} minutes after the start, longer than any session");
                Err(Fault::new(message, "Correct the date of the end."))
            }
            None => Err(Fault::new(
                "start and end are not both written with an offset from UTC",
                "Write both alike.",
            )),
        };
        self.told(at, read)
    }
}

/// Whether anything is written at all.
fn stated(raw: &Raw) -> bool {
    !raw.value.trim().is_empty()
}

fn offset_of(moment: &Moment) -> Option<Offset> {
    match moment {
        Moment::Instant { offset, .. } => Some(*offset),
        Moment::Local(_) => None,
    }
}

/// `None` if one moment has an offset and the other has none.
fn minutes_between(start: &Moment, end: &Moment) -> Option<i64> {
    let seconds = match (start, end) {
        (Moment::Instant { at: start, .. }, Moment::Instant { at: end, .. }) => {
            end.as_second() - start.as_second()
        }
        (Moment::Local(start), Moment::Local(end)) => seconds(*end) - seconds(*start),
        _ => return None,
    };
    Some(seconds.div_euclid(60))
}

/// A wall time as a number, for differences only.
pub(crate) fn seconds(wall: DateTime) -> i64 {
    // Years are limited to 1970..=2200, well inside what a timestamp holds.
    Offset::UTC.to_timestamp(wall).map_or(0, |at| at.as_second())
}
