//! What a thread has spent: time on the wall, and time of a processor.

use std::time::{Duration, Instant};

/// The system is not asked more often than this: a search asks thousands of times a second.
const PATIENCE: Duration = Duration::from_millis(2);

/// Measures the thread that started it.
#[derive(Debug)]
pub(crate) struct Watch {
    begun: Instant,
    /// Processor time of the thread before it started; `None` where the system does not say.
    before: Option<Duration>,
    asked: Instant,
    answer: Duration,
}

impl Watch {
    /// Begins to measure.
    pub(crate) fn start() -> Self {
        let now = Instant::now();
        Self { begun: now, before: spent(), asked: now, answer: Duration::ZERO }
    }

    /// Time on the wall.
    pub(crate) fn elapsed(&self) -> Duration {
        self.begun.elapsed()
    }

    /// Time of the processor; where the system does not say, that on the wall.
    pub(crate) fn processor(&mut self) -> Duration {
        if self.asked.elapsed() >= PATIENCE {
            self.asked = Instant::now();
            self.answer = match (spent(), self.before) {
                (Some(now), Some(before)) => now.saturating_sub(before),
                _ => self.elapsed(),
            };
        }
        self.answer
    }
}

/// What this thread has spent so far, as Linux counts it.
fn spent() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}
