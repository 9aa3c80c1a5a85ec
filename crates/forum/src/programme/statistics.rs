//! A published programme in figures: its sessions, the people who stand on it, and whom it may expect.

use super::{Role, Session, Version};
use crate::people::statistics::{FEWEST, Row, tally, undeclared_last};
use crate::people::views::region;
use crate::reference::groups::{Gender, StakeholderGroup};
use crate::reference::regions::RegionalGroup;
use crate::{Forum, TrackId};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};

/// Sessions that have something in common.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Share<K> {
    /// What they have in common; `None` for those of which nothing is said.
    pub key: Option<K>,
    /// How many they are.
    pub sessions: usize,
    /// How long they last together.
    pub minutes: u64,
}

/// The sessions of a version in figures.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sessions {
    /// All of them.
    pub all: Share<()>,
    /// By type, the most frequent first.
    pub by_kind: Vec<Share<String>>,
    /// By track, in the order of the tracks.
    pub by_track: Vec<Share<TrackId>>,
    /// By the day of the venue on which they begin.
    pub by_day: Vec<Share<Date>>,
    /// By language, the most frequent first.
    pub by_language: Vec<Share<String>>,
    /// By format, the most frequent first.
    pub by_format: Vec<Share<String>>,
}

/// Counts the sessions of a version.
pub fn sessions(version: &Version, venue: &TimeZone) -> Sessions {
    let day = |session: &Session| session.place.map(|place| venue.to_datetime(place.start).date());
    let all = shares(version, |_| Some(())).pop();
    Sessions {
        all: all.unwrap_or(Share { key: Some(()), sessions: 0, minutes: 0 }),
        by_kind: by_frequency(shares(version, |session| Some(session.kind.clone()))),
        by_track: shares(version, |session| session.track),
        by_day: shares(version, day),
        by_language: by_frequency(shares(version, |session| Some(session.language.clone()))),
        by_format: by_frequency(shares(version, |session| session.format.clone())),
    }
}

/// Adds up sessions by a key, in the order of the keys; those without one come last.
fn shares<K: Ord>(version: &Version, key: impl Fn(&Session) -> Option<K>) -> Vec<Share<K>> {
    let mut sums: BTreeMap<Option<K>, (usize, u64)> = BTreeMap::new();
    for session in version.sessions.values() {
        let (sessions, minutes) = sums.entry(key(session)).or_default();
        (*sessions, *minutes) = (*sessions + 1, *minutes + u64::from(session.minutes));
    }
    let without = sums.remove(&None).map(|sum| (None, sum));
    let sums = sums.into_iter().chain(without);
    sums.map(|(key, (sessions, minutes))| Share { key, sessions, minutes }).collect()
}

fn by_frequency<K>(mut shares: Vec<Share<K>>) -> Vec<Share<K>> {
    shares.sort_by_key(|share| (share.key.is_none(), std::cmp::Reverse(share.sessions)));
    shares
}

/// The people on a version, each counted once, however many roles they have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct People {
    /// How many have any role, and how many of them speak.
    pub totals: [usize; 2],
    /// By stakeholder group, as declared.
    pub by_group: Vec<Row<Option<StakeholderGroup>, 2>>,
    /// By regional group on a day.
    pub by_region: Vec<Row<Option<RegionalGroup>, 2>>,
    /// By gender, as declared and never guessed.
    pub by_gender: Vec<Row<Gender, 2>>,
}

/// Counts the people on a version: in any role, and those who speak.
pub fn people(forum: &Forum, version: &Version, on: Date) -> People {
    let roles = version.sessions.values().flat_map(|session| session.roles.iter());
    let speakers: BTreeSet<_> =
        roles.filter(|(role, _)| *role == Role::Speaker).map(|(_, person)| *person).collect();
    let known = version.people.iter().filter_map(|id| Some((*id, forum.people.persons.get(id)?)));
    let everybody: Vec<_> = known.map(|(id, person)| (person, [true, speakers.contains(&id)])).collect();
    People {
        totals: [everybody.len(), everybody.iter().filter(|(_, columns)| columns[1]).count()],
        by_group: undeclared_last(tally(everybody.iter().map(|(person, columns)| (person.group, *columns)))),
        by_region: undeclared_last(tally(
            everybody.iter().map(|(person, columns)| (region(person, on), *columns)),
        )),
        by_gender: tally(everybody.iter().map(|(person, columns)| (person.gender, *columns))),
    }
}

/// How many people have put sessions of a programme on their own. Only those who are signed in are known.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Expected {
    /// How many people have chosen at least one session.
    pub people: usize,
    /// How many sessions they chose together.
    pub choices: u64,
    /// How many different sessions these are.
    pub sessions: usize,
}

/// Counts the choices of a version's sessions; nothing is said where very few people chose.
pub fn expected(forum: &Forum, version: &Version) -> Option<Expected> {
    let people = forum.programme.choosers(|session| version.sessions.contains_key(&session));
    let counts = version.sessions.keys().map(|session| super::views::expected(forum, *session));
    let (choices, sessions) =
        counts.filter(|count| *count > 0).fold((0, 0), |(sum, n), count| (sum + u64::from(count), n + 1));
    (people >= FEWEST).then_some(Expected { people, choices, sessions })
}
