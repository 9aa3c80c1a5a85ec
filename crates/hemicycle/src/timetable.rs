//! The engine at work: several threads with a seed each, a budget, progress, and a way to stop.
//!
//! The engine itself has no clock and no threads. Counted in steps, a budget makes the result depend on the seed and
//! the number of threads alone; counted in seconds it depends on the machine as well.

mod clock;

pub(crate) use clock::Watch;

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use timetable::formats::Puzzle;
use timetable::search::{Cost, Outcome, Progress};

/// How long a search goes on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Budget {
    /// By the clock on the wall.
    Seconds(f64),
    /// By the processor time of each thread: the same on a busy machine as on an idle one.
    Processor(f64),
    /// By the steps of each thread: the same result on every machine.
    Steps(u64),
}

/// A search to be made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Search {
    /// How long it goes on.
    pub(crate) budget: Budget,
    /// The seed of the first thread; the others count up from it.
    pub(crate) seed: u64,
    /// How many threads search side by side. The best result wins.
    pub(crate) threads: NonZeroUsize,
}

/// How far all threads together have come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Standing {
    /// Since the beginning.
    pub(crate) elapsed: Duration,
    /// What the processors have spent on it.
    pub(crate) processor: Duration,
    /// The best cost so far; none before the first programme is there.
    pub(crate) best: Option<Cost>,
    /// Steps of all threads.
    pub(crate) steps: u64,
}

/// How often somebody is told how it stands.
const TICK: Duration = Duration::from_millis(100);

/// What one thread last said of itself.
#[derive(Default)]
struct Said {
    best: Option<Cost>,
    steps: u64,
    processor: Duration,
}

impl Search {
    /// Searches until the budget is spent, a solution that cannot be beaten is found, or somebody says stop; tells
    /// meanwhile how it stands.
    pub(crate) fn run(
        self,
        puzzle: &dyn Puzzle,
        stop: &AtomicBool,
        mut told: impl FnMut(&Standing),
    ) -> Outcome<String> {
        let begun = Instant::now();
        let all: Vec<Mutex<Said>> = (0..self.threads.get()).map(|_| Mutex::default()).collect();
        let enough = AtomicBool::new(false);
        let (found, results) = channel();
        std::thread::scope(|scope| {
            let bound = puzzle.bound();
            for (nth, said) in (0_u64..).zip(&all) {
                let (found, enough) = (found.clone(), &enough);
                let seed = self.seed.wrapping_add(nth);
                scope.spawn(move || {
                    let outcome = self.alone(puzzle, seed, said, &[stop, enough]);
                    // What cannot be beaten ends the others, unless they are to be the same every time.
                    if outcome.cost <= bound && !matches!(self.budget, Budget::Steps(_)) {
                        enough.store(true, Ordering::Relaxed);
                    }
                    // Whoever waits for it is there until all have ended.
                    let _ = found.send(outcome);
                });
            }
            drop(found);
            let mut best: Option<Outcome<String>> = None;
            loop {
                match results.recv_timeout(TICK) {
                    Ok(outcome) => {
                        best = Some(match best.take() {
                            Some(other) => other.better(outcome),
                            None => outcome,
                        });
                    }
                    Err(RecvTimeoutError::Timeout) => told(&standing(&all, begun)),
                    Err(RecvTimeoutError::Disconnected) => break,
                }
            }
            told(&standing(&all, begun));
            best.expect("there is a thread at least, and each finds something")
        })
    }

    fn alone(
        self,
        puzzle: &dyn Puzzle,
        seed: u64,
        said: &Mutex<Said>,
        stops: &[&AtomicBool],
    ) -> Outcome<String> {
        let mut watch = Watch::start();
        let mut pace = |progress: &Progress| {
            let processor = watch.processor();
            let mut said = said.lock().unwrap_or_else(PoisonError::into_inner);
            said.best = said.best.into_iter().chain(progress.found()).min();
            (said.steps, said.processor) = (progress.steps, processor);
            if stops.iter().any(|stop| stop.load(Ordering::Relaxed)) {
                return None;
            }
            let share = match self.budget {
                Budget::Seconds(seconds) => watch.elapsed().as_secs_f64() / seconds,
                Budget::Processor(seconds) => processor.as_secs_f64() / seconds,
                Budget::Steps(steps) => progress.steps as f64 / steps as f64,
            };
            (share < 1.0).then_some(share)
        };
        puzzle.solve(seed, &mut pace)
    }
}

fn standing(all: &[Mutex<Said>], begun: Instant) -> Standing {
    let nothing = Standing { elapsed: begun.elapsed(), processor: Duration::ZERO, best: None, steps: 0 };
    all.iter().fold(nothing, |standing, said| {
        let said = said.lock().unwrap_or_else(PoisonError::into_inner);
        Standing {
            processor: standing.processor + said.processor,
            best: standing.best.into_iter().chain(said.best).min(),
            steps: standing.steps + said.steps,
            ..standing
        }
    })
}

#[cfg(test)]
mod tests;
