//! The log, and what everybody must come to know from it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::live::{Drawn, Person, Start};

/// What a log holds that concerns the room.
#[derive(Clone, Copy, Debug)]
pub(super) enum Entry {
    /// An ordered act, with the number that the room must give it.
    Ordered { number: u64 },
    /// A vote, and the total that it makes.
    Counted { key: usize, total: i64 },
    /// Something that is one person's own.
    Own { person: Person, value: i64 },
    /// What an earlier ordered act said is erased.
    Erased { number: u64 },
}

/// What an ordered act is, so that two are never alike, and what was written with it.
#[derive(Clone, Debug)]
pub(super) struct Act {
    pub(super) id: u64,
    pub(super) words: Option<String>,
}

/// Everything that is true, and was.
#[derive(Debug)]
pub(super) struct Truth {
    pub(super) log: Vec<Entry>,
    pub(super) acts: Vec<Act>,
    /// The sum of all acts up to each number.
    sums: Vec<u64>,
    /// By key: the version at which a total was reached, and the total.
    totals: Vec<Vec<(u64, i64)>>,
    pub(super) counted: u64,
    /// By person: what was ever their own.
    own: BTreeMap<Person, Vec<i64>>,
}

pub(super) const KEYS: usize = 3;

impl Truth {
    pub(super) fn new() -> Self {
        let totals = vec![Vec::new(); KEYS];
        Self { log: Vec::new(), acts: Vec::new(), sums: vec![7], totals, counted: 0, own: BTreeMap::new() }
    }

    pub(super) fn happen(&mut self, id: u64, words: String) {
        self.acts.push(Act { id, words: Some(words) });
        self.sums.push(add(self.sums[self.sums.len() - 1], id));
        self.log.push(Entry::Ordered { number: self.head() });
    }

    pub(super) fn count(&mut self, key: usize, change: i64) {
        self.counted += 1;
        let total = self.totals[key].last().map_or(0, |(_, total)| *total) + change;
        self.totals[key].push((self.counted, total));
        self.log.push(Entry::Counted { key, total });
    }

    /// The value says whose it is, so that a leak is seen.
    pub(super) fn give(&mut self, person: Person) {
        let values = self.own.entry(person).or_default();
        let value = i64::try_from(person * 1_000).unwrap() + i64::try_from(values.len()).unwrap();
        values.push(value);
        self.log.push(Entry::Own { person, value });
    }

    pub(super) fn erase(&mut self, number: u64) {
        self.acts[usize::try_from(number - 1).unwrap()].words = None;
        self.log.push(Entry::Erased { number });
    }

    pub(super) fn head(&self) -> u64 {
        self.acts.len() as u64
    }

    /// How often something was erased within the first entries of the log.
    pub(super) fn editions(&self, upto: usize) -> u64 {
        self.log[..upto].iter().filter(|entry| matches!(entry, Entry::Erased { .. })).count() as u64
    }

    pub(super) fn json(&self, number: u64) -> String {
        let Act { id, words } = &self.acts[usize::try_from(number - 1).unwrap()];
        match words {
            Some(words) => format!("{{\"id\":{id},\"w\":\"{words}\"}}"),
            None => format!("{{\"id\":{id}}}"),
        }
    }

    pub(super) fn sum(&self, number: u64) -> Option<u64> {
        self.sums.get(usize::try_from(number).ok()?).copied()
    }

    /// The state after so many entries of the log, as whoever knows the rules draws it.
    pub(super) fn draw(&self, upto: usize) -> Drawn {
        let is_ordered = |entry: &&Entry| matches!(entry, Entry::Ordered { .. });
        let number = self.log[..upto].iter().filter(is_ordered).count() as u64;
        Drawn { number, json: json!({ "sum": self.sum(number).unwrap() }).to_string() }
    }

    /// From where a server goes on that has read so many entries.
    pub(super) fn start(&self, upto: usize) -> Start {
        let log = &self.log[..upto];
        let counted = log.iter().filter(|entry| matches!(entry, Entry::Counted { .. })).count() as u64;
        let totals = self.totals_at(counted).into_iter().map(|(key, total)| (key, total.as_i64().unwrap()));
        let number = self.draw(upto).number;
        Start { number, counted, totals: totals.collect(), edition: self.editions(upto) }
    }

    pub(super) fn totals_at(&self, version: u64) -> Map<String, Value> {
        let at = |key: usize| {
            let reached = self.totals[key].partition_point(|(reached, _)| *reached <= version);
            let (_, total) = self.totals[key].get(reached.checked_sub(1)?)?;
            Some((name(key), Value::from(*total)))
        };
        (0..KEYS).filter_map(at).collect()
    }

    /// The totals that changed between two versions.
    pub(super) fn changed(&self, from: u64, upto: u64) -> impl Iterator<Item = String> {
        let moved = move |key: &usize| {
            self.totals[*key].iter().any(|(reached, _)| *reached > from && *reached <= upto)
        };
        (0..KEYS).filter(moved).map(name)
    }

    /// Whether a text holds a delta with words that are erased.
    pub(super) fn is_betrayed_by(&self, text: &str) -> bool {
        let is_erased = |act: &&Act| act.words.is_none();
        self.acts.iter().filter(is_erased).any(|act| text.contains(&format!("\"id\":{},\"w\"", act.id)))
    }

    /// Whether this was ever a person's own, or what it is at last.
    pub(super) fn is_own(&self, person: Option<Person>, value: Option<i64>, last: bool) -> bool {
        let values = person.and_then(|person| self.own.get(&person)).map_or(&[][..], Vec::as_slice);
        match value {
            None => !last || values.is_empty(),
            Some(value) if last => values.last() == Some(&value),
            Some(value) => values.contains(&value),
        }
    }
}

pub(super) fn name(key: usize) -> String {
    format!("q{key}")
}

/// Adds an act to a sum in which order counts.
pub(super) fn add(sum: u64, id: u64) -> u64 {
    // Kept below 2^53, as a number in JSON is.
    (sum.rotate_left(5) ^ id).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 12
}
