//! Measuring while it happens: counts that any thread may add to, and that may be read at any time.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Upper bounds of the steps of a histogram, in microseconds: from half a millisecond to ten seconds.
const BOUNDS: [u64; 13] = [
    500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000,
    10_000_000,
];

/// How long something took, how often.
#[derive(Debug, Default)]
pub struct Histogram {
    /// One for each bound, and one for what took longer than all of them.
    steps: [AtomicU64; BOUNDS.len() + 1],
    micros: AtomicU64,
}

/// What a histogram says at one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Upper bounds in seconds, each with how many took at most so long.
    pub steps: Vec<(f64, u64)>,
    /// How many in all.
    pub count: u64,
    /// How long all took together, in seconds.
    pub seconds: f64,
}

impl Histogram {
    /// Notes one more.
    pub fn note(&self, took: Duration) {
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let step = BOUNDS.iter().position(|bound| micros <= *bound).unwrap_or(BOUNDS.len());
        self.steps[step].fetch_add(1, Ordering::Relaxed);
        self.micros.fetch_add(micros, Ordering::Relaxed);
    }

    /// What has been noted so far.
    #[must_use]
    pub fn read(&self) -> Reading {
        let mut count = 0;
        let mut at_most = |step: &AtomicU64| {
            count += step.load(Ordering::Relaxed);
            count
        };
        let steps = BOUNDS.iter().zip(&self.steps);
        let steps = steps.map(|(bound, step)| (*bound as f64 / 1e6, at_most(step))).collect();
        let count = at_most(&self.steps[BOUNDS.len()]);
        Reading { steps, count, seconds: self.micros.load(Ordering::Relaxed) as f64 / 1e6 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_counts_all_that_took_at_most_so_long() {
        let histogram = Histogram::default();
        for micros in [0, 500, 501, 9_999, 2_000_000, 60_000_000] {
            histogram.note(Duration::from_micros(micros));
        }
        let reading = histogram.read();
        let at =
            |bound: f64| reading.steps.iter().find(|(known, _)| *known == bound).map(|(_, count)| *count);
        assert_eq!(
            (at(0.0005), at(0.001), at(0.005), at(0.01), at(10.0)),
            (Some(2), Some(3), Some(3), Some(4), Some(5))
        );
        assert_eq!((reading.count, reading.seconds), (6, 62.011));
    }
}
