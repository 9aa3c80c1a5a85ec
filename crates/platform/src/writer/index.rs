//! Which commands have been done: what makes the same command twice one act.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::order::{Done, Failure};
use super::{CommandDigest, Key, Salt};
use crate::log::{Seq, SideText};

/// The name of a command: 128 bits of the SHA-256 over its actor and key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Name(u128);

impl Name {
    pub(super) fn of(actor: &impl Serialize, key: &Key) -> Self {
        let mut hash = Sha256::new();
        serde_json::to_writer(Hashing(&mut hash), actor)
            .expect("an actor is plain data, which JSON can hold");
        // JSON has no zero byte, so no two pairs read the same.
        hash.update([0]);
        hash.update(key.as_str());
        let [first, second, ..]: [u64; 4] = words(hash.finalize().into());
        Self(u128::from(first) << 64 | u128::from(second))
    }
}

/// Writes into a hash.
struct Hashing<'a>(&'a mut Sha256);

impl std::io::Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn words(hash: [u8; 32]) -> [u64; 4] {
    let word = |n: usize| u64::from_be_bytes(std::array::from_fn(|i| hash[8 * n + i]));
    std::array::from_fn(word)
}

/// One done command; small, for there are as many as commands in the log.
#[derive(Clone, Copy, Debug)]
pub(super) struct Past {
    first: Seq,
    count: u16,
    cmd: CommandDigest,
    /// The salt of `cmd`, see [`Salt::and`]; `None` once words of any of the acts are erased.
    salt: Option<Salt>,
}

impl Past {
    /// A command may make so many acts, and no more.
    pub(super) const ACTS_MAX: usize = u16::MAX as usize;

    /// A command whose acts, not more than [`Past::ACTS_MAX`], start at `first`.
    pub(super) fn new(first: Seq, count: usize, cmd: CommandDigest, salt: Option<Salt>) -> Self {
        Self { first, count: u16::try_from(count).unwrap_or(u16::MAX), cmd, salt }
    }

    /// The answer to a command of the same name, which has this digest under a given salt.
    ///
    /// Once words of the first are erased, nobody can tell any more whether the two are the same: they are taken to be.
    pub(super) fn answer<R>(self, digest: impl FnOnce(Salt) -> CommandDigest) -> Result<Done, Failure<R>> {
        match self.salt {
            Some(salt) if digest(salt) != self.cmd => Err(Failure::KeyTaken),
            _ => Ok(Done { acts: self.acts(), repeated: true }),
        }
    }

    fn acts(self) -> Range<Seq> {
        self.first..self.first + Seq::from(self.count)
    }
}

/// All commands that the log knows, by name. Rebuilt from the log, never stored.
#[derive(Debug, Default)]
pub(super) struct Index(HashMap<Name, Past>);

impl Index {
    pub(super) fn get(&self, name: Name) -> Option<Past> {
        self.0.get(&name).copied()
    }

    /// Notes an act of the log, with what lies beside it. Acts of one command follow each other; noting one again
    /// changes nothing.
    pub(super) fn note(
        &mut self,
        name: Name,
        seq: Seq,
        (cmd, salt): (CommandDigest, Salt),
        words: &[Option<SideText>],
    ) {
        let and_words = |salt| words.iter().try_fold(salt, |salt: Salt, side| Some(salt.and(side.as_ref()?)));
        match self.0.entry(name) {
            Entry::Vacant(free) => {
                free.insert(Past::new(seq, 1, cmd, and_words(salt)));
            }
            Entry::Occupied(mut past) => {
                let past = past.get_mut();
                if past.acts().end == seq {
                    past.count = past.count.saturating_add(1);
                    past.salt = past.salt.and_then(and_words);
                }
            }
        }
    }

    pub(super) fn extend(&mut self, fresh: HashMap<Name, Past>) {
        self.0.extend(fresh);
    }

    /// Drops the salts of the commands whose acts lose their words. Erasures are rare: it may look at everything.
    pub(super) fn erase(&mut self, mut acts: Vec<Seq>) {
        if acts.is_empty() {
            return;
        }
        acts.sort_unstable();
        for past in self.0.values_mut() {
            let next = acts.partition_point(|act| *act < past.first);
            if acts.get(next).is_some_and(|act| past.acts().contains(act)) {
                past.salt = None;
            }
        }
    }
}
