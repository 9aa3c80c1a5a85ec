//! Values under keys of which only the newest counts: totals, presence, what is one person's own.
//!
//! Each new value has a version. Who has all up to some version gets what changed since, each key once with its newest
//! value, however often it changed meanwhile: that is all the coalescing there is.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::mutants::{Mutant, lives};
use super::ring::Frame;
use super::wire;

/// Frames for so many different versions are kept until the board is published again; who has another one gets all.
const KEPT_MAX: usize = 16;

#[derive(Debug, Default)]
pub(super) struct Board {
    /// How many values were ever set.
    version: u64,
    /// The version up to which followers have been told to look.
    published: u64,
    /// When that was.
    published_at: u64,
    entries: BTreeMap<Box<str>, Entry>,
    /// Encoded since the last publication: from which version, up to which, and the frame.
    kept: Vec<(u64, u64, Frame)>,
}

#[derive(Debug)]
struct Entry {
    version: u64,
    /// JSON.
    value: Box<str>,
}

impl Board {
    /// A board that counts on from a version, with nothing on it yet.
    pub(super) fn after(version: u64) -> Self {
        Self { version, published: version, ..Self::default() }
    }

    /// Puts what was set before this board was made, and is part of the version from which it counts.
    pub(super) fn found(&mut self, key: &str, value: &str) {
        self.put(key, value);
    }

    pub(super) fn set(&mut self, key: &str, value: &str) {
        self.version += 1;
        let is_fresh = self.entries.get(key).is_some_and(|entry| entry.version > self.published);
        if !(is_fresh && lives(Mutant::TotalKeepsFirst)) {
            self.put(key, value);
        }
    }

    fn put(&mut self, key: &str, value: &str) {
        let entry = Entry { version: self.version, value: wire::one_line(value).into() };
        self.entries.insert(key.into(), entry);
    }

    /// The version up to which there is something to send.
    pub(super) fn published(&self) -> u64 {
        self.published
    }

    /// Lets followers see what was set, if the last time is long enough ago; whether there is something new.
    pub(super) fn publish(&mut self, now: u64, every: u64) -> bool {
        let is_due =
            self.published_at == 0 || now >= self.published_at + every || lives(Mutant::TotalsOnEveryVote);
        let ahead = if lives(Mutant::TotalsNeverLast) { 1 } else { 0 };
        if self.version <= self.published + ahead || !is_due {
            return false;
        }
        self.published = self.version;
        self.published_at = now;
        if !lives(Mutant::LatestKeepsOld) {
            self.kept.clear();
        }
        true
    }

    /// A frame with all that changed after version `from`, and the version that whoever has it is at. `encode` gets where
    /// the frame begins, where it ends, and the JSON object with the values.
    pub(super) fn since(&mut self, from: u64, encode: impl FnOnce(u64, u64, &str) -> Frame) -> (u64, Frame) {
        let is_kept = |from: u64, kept: &[(u64, u64, Frame)]| kept.iter().any(|(start, _, _)| *start == from);
        let from = if self.kept.len() >= KEPT_MAX && !is_kept(from, &self.kept) { 0 } else { from };
        if let Some((_, upto, frame)) = self.kept.iter().find(|(start, _, _)| *start == from) {
            let upto = if lives(Mutant::LatestKeepsOld) { self.version } else { *upto };
            return (upto, Arc::clone(frame));
        }
        let skipped = u64::from(lives(Mutant::TotalsLeaveOutOne) && from > 0);
        let frame = encode(from, self.version, &self.json(from + skipped));
        self.kept.push((from, self.version, Arc::clone(&frame)));
        (self.version, frame)
    }

    /// The values that changed after a version, as a JSON object; after version 0, all.
    pub(super) fn json(&self, from: u64) -> String {
        let mut json = String::from("{");
        for (key, entry) in self.entries.iter().filter(|(_, entry)| entry.version > from || from == 0) {
            if json.len() > 1 {
                json.push(',');
            }
            json.extend([&wire::quoted(key), ":", &entry.value]);
        }
        json.push('}');
        json
    }

    /// How many frames are kept.
    #[cfg(test)]
    pub(super) fn kept(&self) -> usize {
        self.kept.len()
    }

    /// Everything up to which version there is.
    pub(super) fn version(&self) -> u64 {
        self.version
    }
}
