//! What a writer takes from the world outside, and its limits.

use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;

use crate::log::Fault;

/// Commands that may wait for the writer; the next one is answered `Busy`. At 20,000 a second this is a quarter of a
/// second's work, so whoever gets in is answered soon.
pub const QUEUE_MAX: usize = 4_096;

/// Commands that are decided together and appended in one transaction.
pub const BATCH_MAX: usize = 1_024;

/// The world outside, as far as a writer needs it. Clones share everything.
#[derive(Clone)]
pub struct Options {
    /// What time it is.
    pub clock: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    /// Fresh randomness for every call.
    pub entropy: Arc<dyn Fn() -> [u8; 32] + Send + Sync>,
    /// Called once, when the log fails in a way that no retry heals: after a failed fsync nobody knows what is on the
    /// disk. The process must end and start again from the log.
    pub fatal: Arc<dyn Fn(&Fault) + Send + Sync>,
    /// See [`QUEUE_MAX`].
    pub queue_max: usize,
    /// See [`BATCH_MAX`].
    pub batch_max: usize,
}

impl Options {
    /// The system's clock and randomness, the usual limits, and what to do when the log is broken.
    pub fn new(fatal: impl Fn(&Fault) + Send + Sync + 'static) -> Self {
        Self {
            clock: Arc::new(Timestamp::now),
            entropy: Arc::new(random),
            fatal: Arc::new(fatal),
            queue_max: QUEUE_MAX,
            batch_max: BATCH_MAX,
        }
    }
}

fn random() -> [u8; 32] {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).expect("the operating system has randomness to give");
    seed
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { queue_max, batch_max, .. } = self;
        f.debug_struct("Options")
            .field("queue_max", queue_max)
            .field("batch_max", batch_max)
            .finish_non_exhaustive()
    }
}
