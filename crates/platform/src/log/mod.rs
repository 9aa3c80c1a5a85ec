//! The log: acts in one order, appended and never changed.
//!
//! A log knows nothing of what an act means. It keeps bytes under a sequence number, with their SHA-256 beside
//! them, and in a side table the **words**: texts that people wrote and that can be erased without touching
//! the bytes. Everything here is synchronous, for the writer is a thread of its own.
//!
//! [`Log`] is the whole interface and `conformance` (a test) says what it promises; a new store is one file
//! that passes it.

mod fault;
mod memory;
mod postgres;
mod sqlite;

#[cfg(test)]
mod conformance;

pub use self::postgres::PostgresLog;
#[cfg(test)]
pub(crate) use self::postgres::tests::{TestDatabase, test_url, unused_name};
pub use fault::{AppendError, Fault};
pub use memory::{MemoryLog, Trouble, Troubles};
pub use sqlite::SqliteLog;

use std::time::Duration;

use sha2::{Digest as _, Sha256};

/// The place of an act in its log. The first act is 1; 0 means "before the first act".
pub type Seq = u64;

/// The SHA-256 of an act's bytes.
pub type Digest = [u8; 32];

/// The digest that a store keeps beside an act's bytes.
#[must_use]
pub fn digest(bytes: &[u8]) -> Digest {
    Sha256::digest(bytes).into()
}

/// A text that a person wrote, kept beside the log so that it can be erased.
///
/// The act itself holds only a digest of salt and text: with the salt gone, nobody can guess the text from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideText {
    /// Random, made once for this text, erased together with it.
    pub salt: [u8; 16],
    /// What was written.
    pub text: String,
}

/// An act on its way into a log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The act, encoded. Lives for ever.
    pub bytes: Vec<u8>,
    /// Its side texts, in the order in which the act refers to them.
    pub words: Vec<SideText>,
}

/// An act as a log gives it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its place in the log.
    pub seq: Seq,
    /// The act, encoded, as it was appended.
    pub bytes: Vec<u8>,
    /// The SHA-256 of `bytes`, as it was stored. [`Log::read`] has checked that it still fits.
    pub digest: Digest,
    /// The side texts in their order; `None` where the text has been erased.
    pub words: Vec<Option<SideText>>,
}

impl Record {
    /// Checks the bytes against the digest beside them.
    ///
    /// # Errors
    /// If they do not fit: somebody or something has changed the stored act.
    pub fn check(&self) -> Result<(), Fault> {
        if digest(&self.bytes) == self.digest {
            return Ok(());
        }
        Err(Fault::new(format!(
            "act {} does not fit the digest stored beside it: the log is damaged or was altered; restore a backup",
            self.seq
        )))
    }
}

/// What one append writes: all of it or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// The new acts, in order.
    pub acts: Vec<Entry>,
    /// The acts whose side texts are erased in the same transaction; acts of this very batch may be among them.
    pub erase: Vec<Seq>,
}

/// An append-only log of acts. One value is one connection; any number of them may share a store.
pub trait Log: Send {
    /// Appends a batch durably behind `expected`, the last act that the caller knows, and returns the new last
    /// sequence number. When it returns `Ok`, the batch survives a power cut.
    ///
    /// # Errors
    /// See [`AppendError`]. After `Behind` and `Full` nothing of the batch is there. After `Unreachable` and
    /// `Broken` it is there whole or not at all: nobody knows before reading on from `expected`.
    fn append(&mut self, expected: Seq, batch: &Batch) -> Result<Seq, AppendError>;

    /// Calls `each` with every act from `from` on, in order and without a hole, as the log stands at the call.
    ///
    /// # Errors
    /// If the store cannot be read, if an act no longer fits its digest, if one is missing, or what `each`
    /// returned.
    fn read(&mut self, from: Seq, each: &mut dyn FnMut(Record) -> Result<(), Fault>) -> Result<(), Fault>;

    /// At most `limit` acts from `from` on, in order.
    ///
    /// # Errors
    /// As [`Log::read`].
    fn read_some(&mut self, from: Seq, limit: usize) -> Result<Vec<Record>, Fault> {
        let mut found = Vec::new();
        if limit == 0 {
            return Ok(found);
        }
        let read = self.read(from, &mut |record| {
            found.push(record);
            if found.len() == limit { Err(Fault::new("enough")) } else { Ok(()) }
        });
        // With a full hand the reading was ended by ourselves.
        if found.len() == limit { Ok(found) } else { read.map(|()| found) }
    }

    /// What the store itself finds wrong with its files, beyond what reading meets; nothing by default.
    ///
    /// # Errors
    /// If the store cannot be asked.
    fn inspect(&mut self) -> Result<Vec<String>, Fault> {
        Ok(Vec::new())
    }

    /// A tail on the same store, with a connection of its own, to be used on another thread.
    ///
    /// # Errors
    /// If the store cannot be opened a second time.
    fn tail(&self) -> Result<Box<dyn Tail>, Fault>;
}

/// What to do when there is no log of this name yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Make a new, empty log.
    Create,
    /// Refuse: a mistyped name must not look like an empty log.
    Refuse,
}

/// Waits for acts that somebody appended.
pub trait Tail: Send {
    /// Waits at most `timeout`. True: something new *may* be there, read on. False: nothing was noticed.
    ///
    /// A tail may wake for nothing but never sleeps through an append for longer than a second or two.
    fn wait(&mut self, timeout: Duration) -> bool;
}
