//! How often the same may be asked for: pure arithmetic, with the time as an argument.

use std::collections::HashMap;
use std::hash::Hash;

use jiff::{SignedDuration, Timestamp};

/// How much is granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// So many at once, after a pause.
    pub burst: u32,
    /// And then one in this time.
    pub every: SignedDuration,
}

/// One rate for each of many: what one of them takes, no other lacks. Memory stays bounded, whoever asks.
#[derive(Debug)]
pub struct Limiter<K> {
    rate: Rate,
    /// Most that are remembered.
    max: usize,
    /// For each, when it will have all of its burst again, in microseconds. Who has is not remembered.
    full_at: HashMap<K, i64>,
}

impl<K: Hash + Eq + Clone> Limiter<K> {
    /// Nobody has taken anything yet. At most `max` are remembered at a time; beyond it, those who took least are
    /// forgotten first.
    #[must_use]
    pub fn new(rate: Rate, max: usize) -> Self {
        Self { rate, max, full_at: HashMap::new() }
    }

    /// Takes one.
    ///
    /// # Errors
    /// How long to wait for the next, if there is none left now.
    pub fn take(&mut self, key: K, now: Timestamp) -> Result<(), SignedDuration> {
        let wait = self.wait(&key, now);
        if wait > SignedDuration::ZERO {
            return Err(wait);
        }
        let now = now.as_microsecond();
        if self.full_at.len() >= self.max && !self.full_at.contains_key(&key) {
            self.forget(now);
        }
        let full_at = self.full_at.entry(key).or_insert(now);
        *full_at = (*full_at).max(now).saturating_add(self.rate.every_micros());
        Ok(())
    }

    /// How long to wait until one can be taken; zero if it can be now.
    #[must_use]
    pub fn wait(&self, key: &K, now: Timestamp) -> SignedDuration {
        let now = now.as_microsecond();
        let owed = self.full_at.get(key).map_or(0, |full_at| full_at.saturating_sub(now));
        let room = self.rate.every_micros().saturating_mul(i64::from(self.rate.burst.max(1)) - 1);
        SignedDuration::from_micros(owed.saturating_sub(room).max(0))
    }

    /// How many are remembered.
    #[must_use]
    pub fn remembered(&self) -> usize {
        self.full_at.len()
    }

    /// Makes room: who has all of their burst again needs no remembering; if that is not enough, the half that took
    /// least is forgotten. So each taking costs little, and a crowd that is made up forgets the crowd, not the one who
    /// takes most.
    fn forget(&mut self, now: i64) {
        self.full_at.retain(|_, full_at| *full_at > now);
        if self.full_at.len() >= self.max {
            let mut all: Vec<i64> = self.full_at.values().copied().collect();
            let middle = all.len() / 2;
            let (_, median, _) = all.select_nth_unstable(middle);
            let (median, mut left) = (*median, self.max.saturating_sub(1));
            self.full_at.retain(|_, full_at| {
                let keep = *full_at > median && left > 0;
                left -= usize::from(keep);
                keep
            });
        }
    }
}

impl Rate {
    fn every_micros(self) -> i64 {
        i64::try_from(self.every.as_micros()).unwrap_or(i64::MAX).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RATE: Rate = Rate { burst: 5, every: SignedDuration::from_secs(10) };

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).unwrap()
    }

    #[test]
    fn the_burst_goes_at_once_and_then_one_in_its_time() {
        let mut limiter = Limiter::new(RATE, 10);
        assert!((0..5).all(|_| limiter.take("a", at(0)).is_ok()));
        assert_eq!(limiter.take("a", at(0)), Err(SignedDuration::from_secs(10)));
        assert_eq!(limiter.take("a", at(7)), Err(SignedDuration::from_secs(3)));
        assert!(limiter.take("b", at(7)).is_ok(), "what one takes no other lacks");
        assert!(limiter.take("a", at(10)).is_ok());
        assert!(limiter.take("a", at(10)).is_err());
        assert!(
            (0..5).all(|_| limiter.take("a", at(1000)).is_ok()),
            "after a pause all of it is there again"
        );
    }

    #[test]
    fn a_made_up_crowd_does_not_forget_the_one_who_takes_most() {
        let mut limiter = Limiter::new(RATE, 100);
        (0..5).for_each(|_| limiter.take(0, at(0)).unwrap());
        for key in 1..10_000 {
            let _ = limiter.take(key, at(0));
            assert!(limiter.remembered() <= 100);
        }
        assert!(limiter.take(0, at(0)).is_err());
    }

    proptest! {
        #[test]
        fn in_no_span_of_time_is_more_granted_than_the_rate_says(
            rate in (1u32..8, 1i64..20).prop_map(|(burst, s)| Rate { burst, every: SignedDuration::from_secs(s) }),
            asked in prop::collection::vec((0u8..3, 0i64..15), 1..200),
        ) {
            let mut limiter = Limiter::new(rate, 3);
            let (mut now, mut granted) = (0, Vec::new());
            for (key, pause) in asked {
                now += pause;
                match limiter.take(key, at(now)) {
                    Ok(()) => granted.push((key, now)),
                    Err(wait) => {
                        prop_assert!(wait > SignedDuration::ZERO);
                        let later = at(now).checked_add(wait).unwrap();
                        prop_assert_eq!(limiter.wait(&key, later), SignedDuration::ZERO, "waiting as told is enough");
                    }
                }
            }
            for key in 0..3 {
                let times: Vec<i64> = granted.iter().filter(|(k, _)| *k == key).map(|(_, t)| *t).collect();
                for (i, from) in times.iter().enumerate() {
                    for (j, to) in times.iter().enumerate().skip(i) {
                        let most = i64::from(rate.burst) + (to - from) / rate.every.as_secs();
                        prop_assert!((j - i + 1) as i64 <= most, "{} in {} s", j - i + 1, to - from);
                    }
                }
            }
        }

        #[test]
        fn whoever_keeps_the_rate_is_never_refused(every in 1i64..20, count in 1usize..100) {
            let rate = Rate { burst: 1, every: SignedDuration::from_secs(every) };
            let mut limiter = Limiter::new(rate, 2);
            for n in 0..count {
                prop_assert_eq!(limiter.take((), at(n as i64 * every)), Ok(()));
            }
        }
    }
}
