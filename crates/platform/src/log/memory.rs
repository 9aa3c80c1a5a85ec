//! A log in memory, for tests and simulators: quick, shared like a real store, and troubled on demand.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::{AppendError, Batch, Digest, Fault, Log, Record, Seq, SideText, Tail, digest};

/// One connection to a log in memory. [`MemoryLog::connect`] makes another one to the same log.
#[derive(Debug, Default)]
pub struct MemoryLog {
    shared: Arc<Shared>,
    troubles: Troubles,
}

/// What is to go wrong, in order: each append takes the next one.
#[derive(Clone, Debug, Default)]
pub struct Troubles(Arc<Mutex<VecDeque<Trouble>>>);

/// Something that goes wrong with one append.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing; for the appends in between.
    None,
    /// The store says that somebody was first, although nobody was.
    Behind,
    /// The disk is full.
    Full,
    /// An I/O error: the writer must stop.
    Broken,
    /// The connection is lost before the append arrives.
    Unreachable,
    /// The connection is lost after the append and before its answer: it *is* written.
    AnswerLost,
}

#[derive(Debug, Default)]
struct Shared {
    acts: Mutex<Vec<Stored>>,
    appended: Condvar,
}

#[derive(Debug)]
struct Stored {
    bytes: Vec<u8>,
    digest: Digest,
    words: Vec<Option<SideText>>,
}

impl MemoryLog {
    /// A new, empty log.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Another connection to the same log, with troubles of its own.
    #[must_use]
    pub fn connect(&self) -> Self {
        Self { shared: Arc::clone(&self.shared), troubles: Troubles::default() }
    }

    /// Where to ask for trouble on this connection.
    #[must_use]
    pub fn troubles(&self) -> Troubles {
        self.troubles.clone()
    }

    fn acts(&self) -> MutexGuard<'_, Vec<Stored>> {
        lock(&self.shared.acts)
    }
}

impl Troubles {
    /// Adds a trouble for a coming append.
    pub fn push(&self, trouble: Trouble) {
        lock(&self.0).push_back(trouble);
    }

    fn next(&self) -> Trouble {
        lock(&self.0).pop_front().unwrap_or(Trouble::None)
    }
}

/// A panic elsewhere in a test must not hide behind a poisoned lock.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn lost(what: &str) -> Fault {
    Fault::new(format!("{what} (injected)")).passing()
}

impl Log for MemoryLog {
    fn append(&mut self, expected: Seq, batch: &Batch) -> Result<Seq, AppendError> {
        let trouble = self.troubles.next();
        match trouble {
            Trouble::None | Trouble::AnswerLost => {}
            Trouble::Behind => return Err(AppendError::Behind),
            Trouble::Full => return Err(AppendError::Full(Fault::new("no room (injected)"))),
            Trouble::Broken => return Err(AppendError::Broken(Fault::new("I/O error (injected)"))),
            Trouble::Unreachable => return Err(AppendError::Unreachable(lost("no line"))),
        }
        let mut acts = self.acts();
        if acts.len() as Seq != expected {
            return Err(AppendError::Behind);
        }
        acts.extend(batch.acts.iter().map(|entry| Stored {
            bytes: entry.bytes.clone(),
            digest: digest(&entry.bytes),
            words: entry.words.iter().cloned().map(Some).collect(),
        }));
        for seq in &batch.erase {
            let index = seq.checked_sub(1).and_then(|index| usize::try_from(index).ok());
            if let Some(act) = index.and_then(|index| acts.get_mut(index)) {
                act.words.fill(None);
            }
        }
        let last = acts.len() as Seq;
        drop(acts);
        self.shared.appended.notify_all();
        if trouble == Trouble::AnswerLost {
            return Err(AppendError::Unreachable(lost("the line broke before the answer")));
        }
        Ok(last)
    }

    fn read(&mut self, from: Seq, each: &mut dyn FnMut(Record) -> Result<(), Fault>) -> Result<(), Fault> {
        let skip = usize::try_from(from.saturating_sub(1)).unwrap_or(usize::MAX);
        let acts = self.acts();
        let records: Vec<Record> = (1..)
            .zip(acts.iter())
            .skip(skip)
            .map(|(seq, stored)| Record {
                seq,
                bytes: stored.bytes.clone(),
                digest: stored.digest,
                words: stored.words.clone(),
            })
            .collect();
        drop(acts);
        for record in records {
            record.check()?;
            each(record)?;
        }
        Ok(())
    }

    fn tail(&self) -> Result<Box<dyn Tail>, Fault> {
        let seen = self.acts().len();
        Ok(Box::new(MemoryTail { shared: Arc::clone(&self.shared), seen }))
    }
}

struct MemoryTail {
    shared: Arc<Shared>,
    seen: usize,
}

impl Tail for MemoryTail {
    fn wait(&mut self, timeout: Duration) -> bool {
        let acts = lock(&self.shared.acts);
        let (acts, _) = self
            .shared
            .appended
            .wait_timeout_while(acts, timeout, |acts| acts.len() == self.seen)
            .unwrap_or_else(PoisonError::into_inner);
        let new = acts.len() != self.seen;
        self.seen = acts.len();
        new
    }
}
