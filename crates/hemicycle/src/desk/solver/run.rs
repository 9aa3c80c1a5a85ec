//! One run: what is wished of it, how far it has come, and what it found.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use forum::Seq;
use forum::programme::Places;
use timetable::search::{Cost, Progress};

use super::conflict::Demanded;
use super::wishes::Wishes;

/// Most points of a curve: more than a screen can show.
const POINTS_MAX: usize = 200;

/// A run, as the pages and its threads share it.
pub(super) struct Run {
    /// Which run of this server it is.
    pub(super) number: u64,
    /// What shall be done.
    pub(super) wishes: Wishes,
    /// The last act that had changed the draft when it began.
    pub(super) base: Seq,
    /// What the draft costs.
    pub(super) draft: Cost,
    /// What asked for it: the same form sent twice begins one run.
    pub(super) key: String,
    begun: Instant,
    stop: AtomicBool,
    told: Mutex<Told>,
}

/// How far a run has come.
#[derive(Clone, Default)]
pub(super) struct Told {
    /// The best cost so far, as it fell: seconds and cost.
    pub(super) curve: Vec<(f64, Cost)>,
    /// How many changes were tried, by thread.
    pub(super) steps: Vec<u64>,
    /// What no programme can cost less than, once that is known.
    pub(super) bound: Option<Cost>,
    /// For how long it ran, once it has ended.
    pub(super) seconds: f64,
    /// How it ended, once it has.
    pub(super) end: Option<End>,
}

/// How a run ended.
#[derive(Clone)]
pub(super) enum End {
    /// With places.
    Found(Arc<Found>),
    /// By a mistake of ours.
    Failed,
}

/// What a run found.
pub(in crate::desk) struct Found {
    /// Where the sessions would be.
    pub(in crate::desk) places: Places,
    /// What that costs, as the engine counts.
    pub(in crate::desk) cost: Cost,
    /// The seed of the thread that found it.
    pub(super) seed: u64,
    /// If something has no place: demands that cannot all be met, none of which can be left out.
    pub(super) conflict: Vec<Demanded>,
}

impl Run {
    /// A run that begins now.
    pub(super) fn begin(number: u64, wishes: Wishes, (base, draft): (Seq, Cost), key: String) -> Run {
        let told = Told { steps: vec![0; wishes.threads as usize], ..Told::default() };
        let (stop, told) = (AtomicBool::default(), Mutex::new(told));
        Run { number, wishes, base, draft, key, begun: Instant::now(), stop, told }
    }

    fn told(&self) -> MutexGuard<'_, Told> {
        // What a thread has told stays true when another one fails.
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How far it has come.
    pub(super) fn state(&self) -> Told {
        let mut told = self.told().clone();
        if told.end.is_none() {
            told.seconds = self.begun.elapsed().as_secs_f64();
        }
        told
    }

    /// Whether it goes on.
    pub(super) fn is_on(&self) -> bool {
        self.told().end.is_none()
    }

    /// What it found, once it has ended.
    pub(super) fn found(&self) -> Option<Arc<Found>> {
        match &self.told().end {
            Some(End::Found(found)) => Some(Arc::clone(found)),
            _ => None,
        }
    }

    /// Asks it to stop with what it has.
    pub(super) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Whether somebody asked it to stop.
    pub(super) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// A thread tells how far it is, and hears how much of the time is gone; `None` when it shall stop.
    pub(super) fn hear(&self, thread: usize, progress: &Progress) -> Option<f64> {
        let seconds = self.begun.elapsed().as_secs_f64();
        let mut told = self.told();
        told.steps[thread] = progress.steps;
        if let Some(found) =
            progress.found().filter(|found| told.curve.last().is_none_or(|(_, best)| found < best))
        {
            told.add((seconds, found));
        }
        let share = seconds / f64::from(self.wishes.seconds);
        let is_best =
            told.bound.is_some_and(|bound| told.curve.last().is_some_and(|(_, best)| *best <= bound));
        (share < 1.0 && !is_best && !self.is_stopped()).then_some(share)
    }

    /// Notes what no programme can cost less than.
    pub(super) fn bounded_by(&self, bound: Cost) {
        self.told().bound = Some(bound);
    }

    /// Notes how it ended.
    pub(super) fn end(&self, end: End) {
        let seconds = self.begun.elapsed().as_secs_f64();
        let mut told = self.told();
        if let End::Found(found) = &end {
            told.add((seconds, found.cost));
        }
        told.seconds = seconds;
        told.end = Some(end);
    }
}

impl Told {
    /// Adds a point. When there are too many, every second one of the earlier ones goes.
    fn add(&mut self, point: (f64, Cost)) {
        if self.curve.len() >= POINTS_MAX {
            let mut nth = 0;
            self.curve.retain(|_| {
                nth += 1;
                nth % 2 == 1
            });
        }
        self.curve.push(point);
    }
}
