//! The runs of a server: at most one for each meeting, and few at the same time.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use forum::{Forum, MeetingId};

use super::run::{Found, Run};
use super::scored::scored;
use super::wishes::Wishes;
use super::{what_if, work};
use crate::problem::Problem;

/// Most runs at the same time.
const AT_ONCE: usize = 2;
/// How long the end of the server waits for runs.
const PATIENCE: Duration = Duration::from_secs(2);
/// Most runs of which the results are kept; with one more, the earliest goes.
const KEPT_MAX: usize = 24;

type Whose = (String, MeetingId);

/// The runs of a server.
#[derive(Default)]
pub struct Runs(Mutex<Inside>);

#[derive(Default)]
struct Inside {
    runs: BTreeMap<Whose, Arc<Run>>,
    threads: Vec<JoinHandle<()>>,
    begun: u64,
    ending: bool,
}

impl Runs {
    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The run of a meeting: the one that goes on, or the last one, until it is discarded or another one begins.
    pub(super) fn of(&self, forum: &str, meeting: MeetingId) -> Option<Arc<Run>> {
        self.inside().runs.get(&(forum.to_owned(), meeting)).cloned()
    }

    /// What the last run of a meeting found.
    pub(in crate::desk) fn found(&self, forum: &str, meeting: MeetingId) -> Option<Arc<Found>> {
        self.of(forum, meeting)?.found()
    }

    /// Begins a run on the forum as it stands.
    ///
    /// # Errors
    /// If the wishes cannot be granted, there is nothing to plan, or enough runs are under way.
    pub(super) fn start(
        &self,
        name: &str,
        forum: &Forum,
        meeting: MeetingId,
        wishes: Wishes,
        key: &str,
    ) -> Result<(), Problem> {
        let whose = (name.to_owned(), meeting);
        if self.of(name, meeting).is_some_and(|run| run.is_on() && !key.is_empty() && run.key == key) {
            return Ok(());
        }
        let draft = forum.programme.meetings.get(&meeting).cloned().unwrap_or_default();
        wishes.check(&draft).map_err(Problem::Refused)?;
        let planned = what_if::planned(forum, meeting, &wishes);
        let instance = &planned.instance;
        let nothing = instance.sessions.is_empty() || instance.rooms.is_empty() || instance.times.is_empty();
        if nothing {
            return Err(Problem::NothingToPlan);
        }
        if let Err(problem) = instance.check() {
            tracing::warn!("The planner does not take the programme of {name}: {problem}");
            return Err(Problem::CannotPlan);
        }
        let now = scored(forum, meeting, &draft).cost;
        let mut inside = self.inside();
        inside.admit(&whose)?;
        inside.begun += 1;
        let run = Run::begin(inside.begun, wishes, (draft.changed, now), key.to_owned());
        let run = Arc::new(run);
        let thread = work::begin(&run, planned).map_err(|error| crate::problem::broken(&error))?;
        inside.threads.retain(|thread| !thread.is_finished());
        inside.threads.push(thread);
        inside.runs.insert(whose, run);
        Ok(())
    }

    /// Asks the run of a meeting to stop with what it has.
    ///
    /// # Errors
    /// [`Problem::NotFound`], if there is none.
    pub(super) fn stop(&self, forum: &str, meeting: MeetingId) -> Result<(), Problem> {
        self.of(forum, meeting).map(|run| run.stop()).ok_or(Problem::NotFound)
    }

    /// Forgets the run of a meeting; one that goes on is stopped.
    pub(super) fn discard(&self, forum: &str, meeting: MeetingId) {
        if let Some(run) = self.inside().runs.remove(&(forum.to_owned(), meeting)) {
            run.stop();
        }
    }

    /// Stops all runs, for good: the server ends.
    pub fn end(&self) {
        let threads = {
            let mut inside = self.inside();
            inside.ending = true;
            inside.runs.values().for_each(|run| run.stop());
            std::mem::take(&mut inside.threads)
        };
        // Each looks up within milliseconds, but for what it does last; and a run is nothing that the end must wait for.
        let patience = Instant::now() + PATIENCE;
        while threads.iter().any(|thread| !thread.is_finished()) && Instant::now() < patience {
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Inside {
    /// Whether one more run may begin, and makes room for its result.
    fn admit(&mut self, whose: &Whose) -> Result<(), Problem> {
        if self.ending {
            return Err(Problem::Stopping);
        }
        if self.runs.get(whose).is_some_and(|run| run.is_on()) {
            return Err(Problem::RunUnderWay);
        }
        // A run that was discarded may not have noticed yet: what counts are threads.
        if self.threads.iter().filter(|thread| !thread.is_finished()).count() >= AT_ONCE {
            return Err(Problem::RunsFull);
        }
        while self.runs.len() >= KEPT_MAX {
            let ended = self.runs.iter().filter(|(_, run)| !run.is_on());
            let Some(first) = ended.min_by_key(|(_, run)| run.number).map(|(whose, _)| whose.clone()) else {
                break;
            };
            self.runs.remove(&first);
        }
        Ok(())
    }
}
