//! What somebody chose, laid out: their days, where two sessions overlap, where time is free, and what has moved or
//! gone since they chose it.

use super::code::Mine;
use forum::programme::{Programme, Session, Version};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Shorter gaps are the way from one room to the next.
const FREE_MIN: SignedDuration = SignedDuration::from_mins(15);

/// The chosen sessions of a meeting.
pub(super) struct Agenda<'a> {
    /// What happens on each day, in the order of time.
    pub(super) days: BTreeMap<Date, Vec<Item<'a>>>,
    /// Sessions that were on the programme when they were chosen and are no longer, as they stood then.
    pub(super) gone: Vec<&'a Arc<Session>>,
    /// How many pairs of sessions overlap.
    pub(super) clashes: usize,
    /// How many sessions have moved.
    pub(super) moved: usize,
}

/// Something in a day.
pub(super) enum Item<'a> {
    /// A chosen session.
    Session(Entry<'a>),
    /// Time between two of them.
    Free(Timestamp, Timestamp),
}

/// A chosen session.
pub(super) struct Entry<'a> {
    /// The session, as the latest version has it.
    pub(super) session: &'a Arc<Session>,
    /// The session as it stood when it was chosen, if it has another place or length now.
    pub(super) before: Option<(&'a Version, &'a Arc<Session>)>,
    /// Other chosen sessions that run at the same time, and for how many minutes.
    pub(super) overlaps: Vec<(&'a Arc<Session>, i64)>,
}

impl<'a> Agenda<'a> {
    /// Lays out choices by the calendar of the venue.
    pub(super) fn of(programme: &'a Programme, choices: &Mine, venue: &TimeZone) -> Agenda<'a> {
        let mut agenda = Agenda { days: BTreeMap::new(), gone: Vec::new(), clashes: 0, moved: 0 };
        let Some(latest) = programme.latest() else { return agenda };
        let chosen: BTreeMap<_, _> = choices.iter().collect();
        let on = |session: &&Arc<Session>| chosen.contains_key(&session.id);
        let sessions: Vec<_> = latest.in_order().into_iter().filter(on).collect();
        for session in &sessions {
            let Some((_, start, _)) = session.placed() else { continue };
            let before = chosen.get(&session.id).and_then(|version| as_chosen(programme, session, *version));
            let overlaps = overlaps(session, &sessions);
            agenda.clashes += overlaps.len();
            agenda.moved += usize::from(before.is_some());
            let day = agenda.days.entry(venue.to_datetime(start).date()).or_default();
            day.extend(free_before(day, start));
            day.push(Item::Session(Entry { session, before, overlaps }));
        }
        // Each pair was counted from both sides.
        agenda.clashes /= 2;
        let missing = chosen.keys().filter(|id| !latest.sessions.contains_key(*id));
        let last_seen = |id| programme.versions.iter().rev().find_map(|version| version.sessions.get(id));
        agenda.gone = missing.filter_map(last_seen).collect();
        agenda
    }
}

/// A session as the version had it in which it was chosen, if it has another place or length now.
fn as_chosen<'a>(
    programme: &'a Programme,
    now: &Session,
    version: u32,
) -> Option<(&'a Version, &'a Arc<Session>)> {
    let version = programme.versions.iter().find(|known| known.number == version)?;
    let then = version.sessions.get(&now.id)?;
    ((then.place, then.minutes) != (now.place, now.minutes)).then_some((&**version, then))
}

fn overlaps<'a>(session: &Session, among: &[&'a Arc<Session>]) -> Vec<(&'a Arc<Session>, i64)> {
    let Some((_, start, end)) = session.placed() else { return Vec::new() };
    let shared = |other: &&'a Arc<Session>| {
        let (_, from, until) = other.placed()?;
        let minutes = start.max(from).duration_until(end.min(until)).as_mins();
        (other.id != session.id && minutes > 0).then_some((*other, minutes))
    };
    among.iter().filter_map(shared).collect()
}

/// The time that is free before a session, if there is any between it and what comes before it on the day.
fn free_before<'a>(day: &[Item<'a>], start: Timestamp) -> Option<Item<'a>> {
    let ends = day.iter().filter_map(|item| match item {
        Item::Session(entry) => entry.session.placed().map(|(_, _, end)| end),
        Item::Free(..) => None,
    });
    let until = ends.max()?;
    (until.duration_until(start) >= FREE_MIN).then_some(Item::Free(until, start))
}
