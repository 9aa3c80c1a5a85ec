//! How many took part in a meeting: for each metric a total, and the same by what people declared of themselves.
//!
//! A figure about very few people is a figure about each of them. So small rows of a table are merged with each other,
//! over all columns alike. Where even that leaves one to four people, their cell says "fewer than five", and the
//! largest row says "at least", with a bound that follows from the total and the other rows alone: so nothing can be
//! worked out that the table does not say.

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

/// A cell of a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Count {
    /// So many.
    Exactly(usize),
    /// So many or up to four more: what is missing to the total is in a cell of very few people.
    AtLeast(usize),
    /// Fewer than [`FEWEST`], perhaps nobody.
    Few,
}

/// A row of a table: people who declared the same, or one of several things where those were merged.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row<K, const N: usize> {
    /// What they declared; several, if rows of very few people were merged.
    pub keys: Vec<K>,
    /// How many they are, by column.
    pub counts: [Count; N],
}

/// A row before it is protected.
struct Bare<K, const N: usize> {
    keys: Vec<K>,
    counts: [usize; N],
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

/// Adds up people by what they have in common, each in the columns to which they belong; very few are protected.
pub fn tally<K: Ord, const N: usize>(people: impl IntoIterator<Item = (K, [bool; N])>) -> Vec<Row<K, N>> {
    let mut rows: BTreeMap<K, [usize; N]> = BTreeMap::new();
    for (key, columns) in people {
        let counts = rows.entry(key).or_insert([0; N]);
        counts.iter_mut().zip(columns).for_each(|(count, belongs)| *count += usize::from(belongs));
    }
    protect(rows.into_iter().map(|(key, counts)| Bare { keys: vec![key], counts }).collect())
}

/// Merges rows of very few people, and hides what is still about very few then.
fn protect<K, const N: usize>(rows: Vec<Bare<K, N>>) -> Vec<Row<K, N>> {
    let (small, rows): (Vec<_>, Vec<_>) = rows.into_iter().partition(tells);
    let exact = |row: Bare<K, N>| Row { keys: row.keys, counts: row.counts.map(Count::Exactly) };
    let Some(merged) = small.into_iter().reduce(merge) else { return rows.into_iter().map(exact).collect() };
    // The only row is the total, which is told anyway.
    if !tells(&merged) || rows.is_empty() {
        return rows.into_iter().chain([merged]).map(exact).collect();
    }
    let largest = (0..rows.len()).max_by_key(|at| (rows[*at].counts, std::cmp::Reverse(*at)));
    let hidden = merged.counts.map(|count| count < FEWEST);
    let known = merged.counts;
    let mut shown: Vec<Row<K, N>> = rows.into_iter().map(exact).collect();
    for column in (0..N).filter(|column| hidden[*column]) {
        if let Some(Count::Exactly(count)) = largest.map(|at| shown[at].counts[column])
            && let Some(at) = largest
        {
            // What both hold together, less the most that the hidden cell can hold.
            shown[at].counts[column] = Count::AtLeast((count + known[column]).saturating_sub(FEWEST - 1));
        }
    }
    let cell = |column: usize| if hidden[column] { Count::Few } else { Count::Exactly(known[column]) };
    shown.push(Row { keys: merged.keys, counts: std::array::from_fn(cell) });
    shown
}

/// Whether a row tells about very few people.
fn tells<K, const N: usize>(row: &Bare<K, N>) -> bool {
    row.counts.iter().any(|count| (1..FEWEST).contains(count))
}

fn merge<K, const N: usize>(mut one: Bare<K, N>, other: Bare<K, N>) -> Bare<K, N> {
    one.keys.extend(other.keys);
    one.counts.iter_mut().zip(other.counts).for_each(|(count, more)| *count += more);
    one
}

#[cfg(test)]
mod tests {
    use super::Count::{AtLeast, Exactly, Few};
    use super::*;

    type Given = (char, [usize; 2]);
    type Shown = (&'static str, [Count; 2]);

    #[test]
    fn rows_of_very_few_people_are_merged_and_what_is_few_even_then_is_hidden_between_two_rows() {
        let cases: &[(&[Given], &[Shown])] = &[
            (
                &[('a', [9, 5]), ('b', [5, 0])],
                &[("a", [Exactly(9), Exactly(5)]), ("b", [Exactly(5), Exactly(0)])],
            ),
            // Two small ones are enough for each other.
            (
                &[('a', [3, 3]), ('b', [90, 50]), ('c', [4, 2])],
                &[("b", [Exactly(90), Exactly(50)]), ("ac", [Exactly(7), Exactly(5)])],
            ),
            // One alone is hidden, and with it what would tell it: 91 less at most 4.
            (
                &[('a', [90, 50]), ('b', [20, 10]), ('c', [1, 0])],
                &[("a", [AtLeast(87), AtLeast(46)]), ("b", [Exactly(20), Exactly(10)]), ("c", [Few, Few])],
            ),
            // Few in one column only.
            (
                &[('a', [90, 2]), ('b', [20, 10]), ('c', [60, 9])],
                &[
                    ("b", [Exactly(20), Exactly(10)]),
                    ("c", [Exactly(60), AtLeast(7)]),
                    ("a", [Exactly(90), Few]),
                ],
            ),
            // Nothing can be told but the total.
            (&[('a', [1, 0]), ('b', [2, 1])], &[("ab", [Exactly(3), Exactly(1)])]),
            (&[], &[]),
        ];
        for (rows, expected) in cases {
            let found = protect(
                rows.iter().map(|(key, counts)| Bare { keys: vec![*key], counts: *counts }).collect(),
            );
            let found: Vec<(String, [Count; 2])> =
                found.into_iter().map(|row| (row.keys.iter().collect(), row.counts)).collect();
            let expected: Vec<_> =
                expected.iter().map(|(keys, counts)| ((*keys).to_owned(), *counts)).collect();
            assert_eq!(found, expected);
        }
    }

    /// Whoever knows the total and all that is shown learns that the hidden cell holds one to four, or nobody: the table
    /// is the same for each of these.
    #[test]
    fn a_table_is_the_same_whatever_its_hidden_cell_holds() {
        let table = |hidden: usize| {
            let rows = [('a', [100 - hidden]), ('b', [30]), ('c', [hidden])];
            let rows = rows.map(|(key, counts)| Bare { keys: vec![key], counts });
            protect(rows.into_iter().collect::<Vec<_>>())
        };
        for hidden in 2..=4 {
            assert_eq!(table(1), table(hidden));
        }
    }
}
