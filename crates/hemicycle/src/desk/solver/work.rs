//! The threads of a run. They stand behind everybody who reads: as long as somebody does, they get a small share.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use forum::programme::Places;
use timetable::model::{Brief, Placement};
use timetable::search::{Outcome, Progress};
use timetable::{Programme, bound, conflict, solve};

use super::conflict::named;
use super::run::{End, Found, Run};
use crate::desk::plan::Planned;

/// How long it is looked for what conflicts when somebody has asked the run to stop.
const AFTER_A_STOP: Duration = Duration::from_secs(1);

/// Begins to work on a run.
///
/// # Errors
/// If the system has no thread to give.
pub(super) fn begin(run: &Arc<Run>, planned: Planned) -> std::io::Result<JoinHandle<()>> {
    let run = Arc::clone(run);
    thread::Builder::new().name("planner".to_owned()).spawn(move || {
        stand_back();
        let found = catch_unwind(AssertUnwindSafe(|| found(&run, &planned)));
        run.end(match found {
            Ok(found) => End::Found(Arc::new(found)),
            Err(_) => {
                tracing::error!("A run of the planner failed (seed {})", run.wishes.seed);
                End::Failed
            }
        });
    })
}

/// How far behind readers a run stands. A tenth of their share is hardly felt by them, and enough that a run on a busy
/// machine still comes to its end; with the lowest priority that there is, it would stand still.
#[cfg(target_os = "linux")]
const NICE: i32 = 10;

/// Gives way to all others on the machine.
#[cfg(target_os = "linux")]
fn stand_back() {
    // On Linux a priority is a thread's own. Where the system does not allow even that, the run is merely less polite.
    if let Err(error) = rustix::process::setpriority_process(None, NICE) {
        tracing::warn!("The planner cannot stand back behind others: {error}");
    }
}

#[cfg(not(target_os = "linux"))]
fn stand_back() {}

/// As many searches as there are threads, each with a seed of its own; the best of what they find.
fn found(run: &Run, planned: &Planned) -> Found {
    let brief = Brief::new(&planned.instance);
    run.bounded_by(bound(&brief));
    let search = |thread: u64| {
        let nth = usize::try_from(thread).unwrap_or_default();
        let mut pace = |progress: &Progress| run.hear(nth, progress);
        solve(&brief, run.wishes.seed.wrapping_add(thread), &mut pace)
    };
    let outcome = thread::scope(|scope| {
        let others: Vec<_> = (1..u64::from(run.wishes.threads))
            .map(|thread| {
                scope.spawn(move || {
                    stand_back();
                    search(thread)
                })
            })
            .collect();
        let first = search(0);
        let others =
            others.into_iter().map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        others.fold(first, Outcome::<Programme>::better)
    });
    let is_whole = outcome.solution.iter().all(Option::is_some);
    let conflict = (!is_whole)
        .then(|| {
            let begun = Instant::now();
            let mut goes_on = || !run.is_stopped() || begun.elapsed() < AFTER_A_STOP;
            conflict::find(&brief, &outcome.solution, &mut goes_on)
        })
        .flatten()
        .unwrap_or_default();
    Found {
        places: places(run, planned, &outcome.solution),
        cost: outcome.cost,
        seed: outcome.seed,
        conflict: conflict.into_iter().map(|demand| named(planned, demand)).collect(),
    }
}

/// Places by the names of the forum. What the run was told to do without has none.
fn places(run: &Run, planned: &Planned, solution: &[Option<Placement>]) -> Places {
    let found = planned.sessions.iter().zip(solution).map(|(id, at)| (*id, at.map(|at| planned.place(at))));
    let without = run.wishes.without_sessions.iter().map(|id| (*id, None));
    found.chain(without).collect()
}
