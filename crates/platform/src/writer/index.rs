//! Which commands have been done: what makes the same command twice one act.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};
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

/// For how many acts a command is remembered. Whoever has lost an answer asks again within minutes; this is a quarter of a
/// year of the largest forum, and takes some 25 MB.
const REMEMBERED: Seq = 250_000;

/// The commands of the latest acts, by name. Rebuilt from the log, never stored. Which they are follows from the log
/// alone, so that all nodes give the same answer, before and after a restart.
#[derive(Debug)]
pub(super) struct Index {
    all: HashMap<Name, Past>,
    /// The same in the order of the log, for forgetting.
    order: VecDeque<(Seq, Name)>,
    remembered: Seq,
}

impl Default for Index {
    fn default() -> Self {
        Self { all: HashMap::new(), order: VecDeque::new(), remembered: REMEMBERED }
    }
}

impl Index {
    pub(super) fn get(&self, name: Name) -> Option<Past> {
        self.all.get(&name).copied()
    }

    /// Forgets the commands that began too many acts before this one.
    fn forget(&mut self, now: Seq) {
        while let Some((first, name)) = self.order.front().copied()
            && first + self.remembered <= now
        {
            self.order.pop_front();
            // A key that was forgotten may have been used again.
            if self.all.get(&name).is_some_and(|past| past.first == first) {
                self.all.remove(&name);
            }
        }
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
        self.forget(seq);
        match self.all.entry(name) {
            Entry::Vacant(free) => {
                self.order.push_back((seq, name));
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
        let mut order: Vec<_> = fresh.iter().map(|(name, past)| (past.first, *name)).collect();
        order.sort_unstable_by_key(|(first, _)| *first);
        // As if each act had been noted by itself: what is remembered is counted from the last of them.
        let last = fresh.values().map(|past| past.acts().end - 1).max();
        self.order.extend(order);
        self.all.extend(fresh);
        last.into_iter().for_each(|last| self.forget(last));
    }

    /// Drops the salts of the commands whose acts lose their words. Erasures are rare: it may look at everything.
    pub(super) fn erase(&mut self, mut acts: Vec<Seq>) {
        if acts.is_empty() {
            return;
        }
        acts.sort_unstable();
        for past in self.all.values_mut() {
            let next = acts.partition_point(|act| *act < past.first);
            if acts.get(next).is_some_and(|act| past.acts().contains(act)) {
                past.salt = None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn name(n: u64) -> Name {
        Name(n.into())
    }

    fn remembered(index: &Index) -> BTreeSet<u128> {
        assert_eq!(index.all.len(), index.order.len());
        index.all.keys().map(|name| name.0).collect()
    }

    #[test]
    fn only_the_commands_of_the_latest_acts_are_remembered_however_they_came() {
        let mut noted = Index { remembered: 10, ..Index::default() };
        let mut extended = Index { remembered: 10, ..Index::default() };
        let cmd = CommandDigest::of(Salt([0; 16]), b"a");
        // Commands of three acts each; every fourth uses a key that may have been forgotten.
        for n in 0..200 {
            let key = if n % 4 == 0 { name(0) } else { name(n) };
            let first = 1 + 3 * n;
            (first..first + 3).for_each(|seq| noted.note(key, seq, (cmd, Salt([0; 16])), &[]));
            if extended.get(key).is_none() {
                extended.extend(HashMap::from([(key, Past::new(first, 3, cmd, None))]));
            }
            assert_eq!(remembered(&noted), remembered(&extended), "{n}");
            assert!(noted.all.len() <= 5);
        }
        assert!(noted.get(name(199)).is_some() && noted.get(name(150)).is_none());
    }
}
