//! How a writer is doing.

use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::measure::{Histogram, Reading};

/// For so long after an append that failed the log counts as one that cannot be written to, unless one succeeds.
const FAILING: Duration = Duration::from_secs(10);

/// What is counted while the writer works.
#[derive(Debug, Default)]
pub(super) struct Counters {
    waiting: AtomicUsize,
    busy: AtomicU64,
    commands: AtomicU64,
    batches: Histogram,
    stopped: AtomicBool,
    failed: Mutex<Option<Instant>>,
}

/// What was counted so far.
#[derive(Clone, Debug)]
pub struct Figures {
    /// Commands that wait now.
    pub waiting: usize,
    /// Commands that were turned away because too many were waiting.
    pub busy: u64,
    /// Commands that were taken, whatever the answer.
    pub commands: u64,
    /// How long it took to decide a batch and make it durable.
    pub batches: Reading,
    /// The writer has ended.
    pub stopped: bool,
    /// The log could not be written to just now: the disk is full, or the database away.
    pub failing: bool,
}

impl Counters {
    pub(super) fn comes(&self) {
        self.waiting.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn goes(&self) {
        self.waiting.fetch_sub(1, Ordering::Relaxed);
    }

    pub(super) fn is_turned_away(&self) {
        self.goes();
        self.busy.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn stops(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    pub(super) fn batch(&self, commands: usize, took: Duration, failed: bool) {
        self.commands.fetch_add(commands as u64, Ordering::Relaxed);
        self.batches.note(took);
        *self.failed.lock().unwrap_or_else(PoisonError::into_inner) = failed.then(Instant::now);
    }

    pub(super) fn read(&self) -> Figures {
        let failed = *self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        Figures {
            waiting: self.waiting.load(Ordering::Relaxed),
            busy: self.busy.load(Ordering::Relaxed),
            commands: self.commands.load(Ordering::Relaxed),
            batches: self.batches.read(),
            stopped: self.stopped.load(Ordering::Relaxed),
            failing: failed.is_some_and(|at| at.elapsed() < FAILING),
        }
    }
}
