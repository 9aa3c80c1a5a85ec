//! The clock of the writers: the system's, unless somebody sets it.

use jiff::Timestamp;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Goes by the system's clock until it is set, and then stands still until it is released. Clones are the same clock.
///
/// Only what is built from nothing sets it; time in a log never runs backwards whatever a clock says.
#[derive(Clone, Debug, Default)]
pub struct Clock(Arc<AtomicI64>);

impl Clock {
    /// What time it is.
    pub fn now(&self) -> Timestamp {
        match self.0.load(Ordering::Acquire) {
            0 => Timestamp::now(),
            set => Timestamp::from_millisecond(set).unwrap_or_else(|_| Timestamp::now()),
        }
    }

    /// Lets it stand still at a time.
    pub fn set(&self, at: Timestamp) {
        self.0.store(at.as_millisecond(), Ordering::Release);
    }

    /// Lets it go by the system's clock again.
    pub fn release(&self) {
        self.0.store(0, Ordering::Release);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_stands_where_it_was_set_and_goes_on_when_it_is_released() {
        let (clock, then) = (Clock::default(), "2023-05-24T23:59:00Z".parse().unwrap());
        let same = clock.clone();
        clock.set(then);
        assert_eq!(same.now(), then);
        clock.release();
        assert!(same.now() > then);
    }
}
