//! The grid of times on which the engine plans a meeting: steps of one length, day by day.
//!
//! A forum knows slots of any length, pauses, and sessions that begin when they like; the engine knows steps. So the day is
//! cut so finely that everything that begins does so with a step, and each session is told at which of them it may
//! begin: one behind the other from the beginning of a slot on, never into a pause, and where it is already.

use std::collections::BTreeMap;

use forum::programme::{Programme, Session};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use timetable::model::{Span, Time};

/// Steps are not cut finer for the sake of lengths; what lasts a little less than its steps then counts as lasting them.
const FINE_MINUTES: i64 = 5;

/// The steps of all days.
#[derive(Debug, Clone, Default)]
pub(super) struct Grid {
    /// As the engine wants them.
    pub(super) times: Vec<Time>,
    /// Minutes of a step.
    pub(super) step: i64,
    /// The slots that are no pauses, in order.
    slots: Vec<Span>,
    pauses: Vec<Span>,
}

/// The minute of a moment: the one that it lies in.
pub(super) fn minute(at: Timestamp) -> i64 {
    at.as_second().div_euclid(60)
}

/// The moment at which a minute begins.
pub(super) fn moment(minute: i64) -> Timestamp {
    Timestamp::from_second(minute.saturating_mul(60)).unwrap_or(Timestamp::MAX)
}

/// From when until when something is that begins then and lasts so long.
pub(super) fn span(start: Timestamp, minutes: u32) -> Span {
    Span { start: minute(start), end: minute(start) + i64::from(minutes) }
}

fn gcd(one: i64, other: i64) -> i64 {
    if other == 0 { one.abs() } else { gcd(other, one % other) }
}

impl Grid {
    /// The grid of a draft, and of the places in its latest version, by the calendar of the venue.
    pub(super) fn of(draft: &Programme, published: &[Span], venue: &TimeZone) -> Grid {
        let spans = |paused: bool| {
            let slots = draft.slots.values().filter(move |slot| slot.pause.is_some() == paused);
            let slots = slots.map(|slot| Span { start: minute(slot.start), end: minute(slot.end) });
            let mut spans: Vec<Span> = slots.collect();
            spans.sort_by_key(|span| (span.start, span.end));
            spans
        };
        let (slots, pauses) = (spans(false), spans(true));
        let placed =
            draft.sessions.values().filter_map(|session| Some(span(session.placed()?.1, session.minutes)));
        let placed: Vec<Span> = placed.chain(published.iter().copied()).collect();
        let days = days(slots.iter().chain(&pauses).chain(&placed), venue);
        let step = step(draft, &days, &slots, &placed);
        let mut times = Vec::new();
        for (day, (opens, closes)) in days.iter().enumerate() {
            let steps = (closes - opens + step - 1) / step;
            let at = |n: i64| opens + n * step;
            times.extend((0..steps).map(|n| Time { day, span: Span { start: at(n), end: at(n + 1) } }));
        }
        Grid { times, step, slots, pauses }
    }

    /// How many steps so many minutes are.
    pub(super) fn steps(&self, minutes: u32) -> usize {
        let steps = (i64::from(minutes) + self.step - 1) / self.step.max(1);
        usize::try_from(steps.max(1)).unwrap_or(usize::MAX)
    }

    /// The step that begins at a minute.
    pub(super) fn at(&self, minute: i64) -> Option<usize> {
        self.times.binary_search_by_key(&minute, |time| time.span.start).ok()
    }

    /// The steps that a stretch of time has anything of.
    pub(super) fn during(&self, span: Span) -> impl Iterator<Item = usize> {
        let first = self.times.partition_point(|time| time.span.end <= span.start);
        let met = self.times[first..].iter().take_while(move |time| time.span.start < span.end);
        (first..).zip(met).map(|(step, _)| step)
    }

    /// The steps at which a session of so many minutes may begin, besides those at which it is or was.
    pub(super) fn starts(&self, minutes: u32, known: impl Iterator<Item = usize>) -> Vec<usize> {
        let lasts = i64::from(minutes).max(1);
        let mut starts: Vec<usize> = known.collect();
        for slot in &self.slots {
            // Shorter sessions stand one behind the other; one that is longer than its slot goes on into the next.
            let after = (1..).map(|n| slot.start + n * lasts).take_while(|start| start + lasts <= slot.end);
            for start in std::iter::once(slot.start).chain(after) {
                starts.extend(self.at(start).filter(|_| self.holds(Span { start, end: start + lasts })));
            }
        }
        starts.sort_unstable();
        starts.dedup();
        starts
    }

    /// Whether a stretch of time lies in slots, but for the minutes in which rooms are changed, and in no pause.
    fn holds(&self, span: Span) -> bool {
        let in_last = self.slots.iter().any(|slot| slot.start < span.end && span.end <= slot.end);
        in_last && !self.pauses.iter().any(|pause| pause.meets(span))
    }
}

/// From when until when something is on each day; days that run into each other are one.
fn days<'a>(spans: impl Iterator<Item = &'a Span>, venue: &TimeZone) -> Vec<(i64, i64)> {
    let mut days: BTreeMap<Date, (i64, i64)> = BTreeMap::new();
    for span in spans {
        let day = venue.to_datetime(moment(span.start)).date();
        let known = days.entry(day).or_insert((span.start, span.end));
        *known = (known.0.min(span.start), known.1.max(span.end));
    }
    let mut apart: Vec<(i64, i64)> = Vec::new();
    for (opens, closes) in days.into_values() {
        match apart.last_mut() {
            Some(last) if opens < last.1 => last.1 = last.1.max(closes),
            _ => apart.push((opens, closes)),
        }
    }
    apart
}

/// The longest step with which everything begins that begins; and ends, if it need not be too short for that.
fn step(draft: &Programme, days: &[(i64, i64)], slots: &[Span], placed: &[Span]) -> i64 {
    let since_opening = |span: &Span| {
        let day = days.iter().rev().find(|(opens, _)| *opens <= span.start);
        day.map_or(0, |(opens, _)| span.start - opens)
    };
    let begin = slots.iter().chain(placed).map(since_opening).fold(0, gcd);
    let standing = draft.sessions.values().filter(|session| !session.withdrawn);
    let lengths = standing.map(|session: &std::sync::Arc<Session>| i64::from(session.minutes));
    let all = lengths.chain(slots.iter().map(|slot| slot.end - slot.start)).fold(begin, gcd);
    match all >= FINE_MINUTES.min(if begin == 0 { FINE_MINUTES } else { begin }) {
        true => all,
        false if begin > 0 => begin,
        false => FINE_MINUTES,
    }
}
