//! How many took part in a meeting: for each metric a total, and the same by what people declared of themselves.
//!
//! A figure about very few people is a figure about each of them. So every table is made such that no cell is about
//! one to four people: small rows are merged with each other, over all columns alike, so that no difference between
//! two figures gives one of them away.

use super::views::{Counts, counts, region};
use super::{Participation, Person};
use crate::reference::groups::{Gender, StakeholderGroup};
use crate::reference::regions::RegionalGroup;
use crate::{Forum, MeetingId};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Fewest people that a cell of a table may be about, unless it is about nobody.
pub const FEWEST: usize = 5;

/// What is counted of the participants of a meeting. Each is counted once in each.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Counted {
    /// Registered.
    Registered,
    /// Collected a badge at the venue.
    Badges,
    /// Joined a session online.
    Online,
    /// Collected a badge, or joined online, or both.
    TookPart,
}

impl Counted {
    /// All of them, in the order of the columns of a table.
    pub const ALL: [Counted; 4] = [Counted::Registered, Counted::Badges, Counted::Online, Counted::TookPart];

    /// Its name in data and message catalogues.
    pub fn key(self) -> &'static str {
        match self {
            Counted::Registered => "registered",
            Counted::Badges => "badges",
            Counted::Online => "online",
            Counted::TookPart => "took-part",
        }
    }

    fn counts(self, participation: &Participation) -> bool {
        match self {
            Counted::Registered => true,
            Counted::Badges => participation.badge,
            Counted::Online => participation.online,
            Counted::TookPart => participation.badge || participation.online,
        }
    }

    /// The total of this metric.
    pub fn of(self, totals: &Counts) -> usize {
        match self {
            Counted::Registered => totals.registered,
            Counted::Badges => totals.badges,
            Counted::Online => totals.online,
            Counted::TookPart => totals.took_part,
        }
    }
}

/// A row of a table: people who declared the same, or one of several things where those were merged.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row<K, const N: usize> {
    /// What they declared; several, if rows of very few people were merged.
    pub keys: Vec<K>,
    /// How many they are, by column.
    pub counts: [usize; N],
}

/// The participants of a meeting in figures.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Participants {
    /// One total for each metric.
    pub totals: Counts,
    /// By stakeholder group, as declared; `None` for those who declared none.
    pub by_group: Vec<Row<Option<StakeholderGroup>, 4>>,
    /// By regional group on the first day of the meeting; `None` for those who declared neither country nor region.
    pub by_region: Vec<Row<Option<RegionalGroup>, 4>>,
    /// By gender, as declared and never guessed.
    pub by_gender: Vec<Row<Gender, 4>>,
    /// By whether they registered as attending for the first time.
    pub by_first_time: Vec<Row<bool, 4>>,
}

/// Counts the participants of a meeting. Who was erased stays counted: the numbers of a meeting are its record.
pub fn participants(forum: &Forum, meeting: MeetingId) -> Participants {
    let day = forum.series.meetings.get(&meeting).map(|meeting| meeting.first_day).unwrap_or_default();
    let all = forum.people.participation.get(&meeting);
    let everybody: Vec<(&Arc<Person>, &Participation)> = all
        .into_iter()
        .flat_map(|all| all.iter())
        .filter_map(|(id, participation)| Some((forum.people.persons.get(id)?, participation)))
        .collect();
    let mut by_first_time = table(&everybody, |_, participation| participation.first_time);
    by_first_time.reverse();
    Participants {
        totals: counts(forum, meeting),
        by_group: undeclared_last(table(&everybody, |person, _| person.group)),
        by_region: undeclared_last(table(&everybody, |person, _| region(person, day))),
        by_gender: table(&everybody, |person, _| person.gender),
        by_first_time,
    }
}

/// Puts those who declared nothing after the others, and after them those who were merged.
pub(crate) fn undeclared_last<K, const N: usize>(mut rows: Vec<Row<Option<K>, N>>) -> Vec<Row<Option<K>, N>> {
    rows.sort_by_key(|row| (row.keys.len() > 1, row.keys.first().is_some_and(Option::is_none)));
    rows
}

fn table<K: Ord + Copy>(
    everybody: &[(&Arc<Person>, &Participation)],
    key: impl Fn(&Person, &Participation) -> K,
) -> Vec<Row<K, 4>> {
    let rows = everybody.iter().map(|(person, participation)| {
        (key(person, participation), Counted::ALL.map(|metric| metric.counts(participation)))
    });
    tally(rows)
}

/// Adds up people by what they have in common, each in the columns to which they belong; very few are merged.
pub fn tally<K: Ord, const N: usize>(people: impl IntoIterator<Item = (K, [bool; N])>) -> Vec<Row<K, N>> {
    let mut rows: BTreeMap<K, [usize; N]> = BTreeMap::new();
    for (key, columns) in people {
        let counts = rows.entry(key).or_insert([0; N]);
        counts.iter_mut().zip(columns).for_each(|(count, belongs)| *count += usize::from(belongs));
    }
    protect(rows.into_iter().map(|(key, counts)| Row { keys: vec![key], counts }).collect())
}

/// Merges rows of very few people, the smallest first, until none is left.
fn protect<K, const N: usize>(rows: Vec<Row<K, N>>) -> Vec<Row<K, N>> {
    let (small, mut rows): (Vec<_>, Vec<_>) = rows.into_iter().partition(tells);
    let Some(mut merged) = small.into_iter().reduce(merge) else { return rows };
    while tells(&merged) || merged.keys.len() == 1 {
        let smallest = rows.iter().enumerate().min_by_key(|(_, row)| row.counts);
        let Some(at) = smallest.map(|(at, _)| at) else { break };
        merged = merge(merged, rows.remove(at));
    }
    rows.push(merged);
    rows
}

/// Whether a row tells about very few people.
fn tells<K, const N: usize>(row: &Row<K, N>) -> bool {
    row.counts.iter().any(|count| (1..FEWEST).contains(count))
}

fn merge<K, const N: usize>(mut one: Row<K, N>, other: Row<K, N>) -> Row<K, N> {
    one.keys.extend(other.keys);
    one.counts.iter_mut().zip(other.counts).for_each(|(count, more)| *count += more);
    one
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(key: char, counts: [usize; 2]) -> Row<char, 2> {
        Row { keys: vec![key], counts }
    }

    fn shown(rows: &[Row<char, 2>]) -> Vec<(String, [usize; 2])> {
        rows.iter().map(|row| (row.keys.iter().collect(), row.counts)).collect()
    }

    #[test]
    fn rows_of_very_few_people_are_merged_and_no_difference_gives_them_away() {
        let cases: &[(Vec<Row<char, 2>>, &[(&str, [usize; 2])])] = &[
            (vec![row('a', [9, 5]), row('b', [5, 0])], &[("a", [9, 5]), ("b", [5, 0])]),
            // Two small ones are enough for each other.
            (
                vec![row('a', [3, 3]), row('b', [90, 50]), row('c', [4, 2])],
                &[("b", [90, 50]), ("ac", [7, 5])],
            ),
            // One alone takes the next smallest with it: else the total would tell it.
            (
                vec![row('a', [90, 50]), row('b', [20, 10]), row('c', [1, 0])],
                &[("a", [90, 50]), ("cb", [21, 10])],
            ),
            // Small in one column only.
            (
                vec![row('a', [90, 2]), row('b', [20, 10]), row('c', [60, 9])],
                &[("c", [60, 9]), ("ab", [110, 12])],
            ),
            // Nothing can be told but the total.
            (vec![row('a', [1, 0]), row('b', [2, 1])], &[("ab", [3, 1])]),
            (vec![row('a', [2, 2])], &[("a", [2, 2])]),
            (Vec::new(), &[]),
        ];
        for (rows, expected) in cases {
            let found = protect(rows.clone());
            let expected: Vec<_> =
                expected.iter().map(|(keys, counts)| ((*keys).to_owned(), *counts)).collect();
            assert_eq!(shown(&found), expected);
        }
    }
}
