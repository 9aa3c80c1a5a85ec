//! Takes many letters, on a thread of its own.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::drawer::Drawer;
use super::{Courier, Letter, Trouble};
use crate::log::Fault;

/// How fast, and how much.
#[derive(Clone, Debug)]
pub struct Pace {
    /// Letters that may wait for their first try.
    pub queue_max: usize,
    /// Letters that may wait for another.
    pub waiting_max: usize,
    /// How long to wait after each failure, one after the other; after the last of them always that one.
    pub pauses: Vec<Duration>,
}

impl Default for Pace {
    fn default() -> Self {
        let pauses = [2, 10, 30, 60, 120].map(Duration::from_secs).to_vec();
        Self { queue_max: 10_000, waiting_max: 10_000, pauses }
    }
}

/// Too many letters are waiting; this one is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PostFull;

/// Letters go in; its thread delivers them, and tries again what does not arrive, for as long as it is of use.
///
/// Those that wait for another try, or for their first one when the process ends, lie in a folder until then, and are found
/// there at the next start. What arrives at once is never written down.
pub struct Post {
    queue: Mutex<Option<SyncSender<Letter>>>,
    closing: Arc<AtomicBool>,
    drawer: Option<Arc<Drawer>>,
    /// The other end of the queue. The thread reads it, and at the end whoever stops it, if it hangs.
    rest: Arc<Mutex<Receiver<Letter>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Post {
    /// Starts the thread.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn start(courier: Courier, pace: Pace, folder: Option<PathBuf>) -> Result<Self, Fault> {
        let (sender, queue) = sync_channel(pace.queue_max);
        let queue = Arc::new(Mutex::new(queue));
        let rest = Arc::clone(&queue);
        let (closing, drawer) =
            (Arc::<AtomicBool>::default(), folder.map(|folder| Arc::new(Drawer::new(folder))));
        let found = drawer.iter().flat_map(|drawer| drawer.found(pace.waiting_max));
        let again = |(letter, file)| Again { letter, tries: 0, due: Instant::now(), file: Some(file) };
        let waiting = found.map(again).collect();
        let (told, kept_in) = (Arc::clone(&closing), drawer.clone());
        let office = Office { courier, pace, queue, waiting, down: None, closing: told, drawer: kept_in };
        let thread = thread::Builder::new().name("post".to_owned()).spawn(move || office.run());
        let thread = thread.map_err(|error| Fault::caused("cannot start a thread for mail", error))?;
        Ok(Self { queue: Mutex::new(Some(sender)), closing, drawer, rest, thread: Mutex::new(Some(thread)) })
    }

    /// Takes a letter. Never waits.
    ///
    /// # Errors
    /// If too many are waiting, or the post is closed.
    pub fn send(&self, letter: Letter) -> Result<(), PostFull> {
        let queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        queue.as_ref().ok_or(PostFull)?.try_send(letter).map_err(|_| PostFull)
    }

    /// Takes no more letters; those that never were tried get one try, as long as it lasts.
    pub fn stop(&self, at_most: Duration) {
        self.closing.store(true, Ordering::Relaxed);
        drop(self.queue.lock().unwrap_or_else(PoisonError::into_inner).take());
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        let begun = Instant::now();
        while let Some(thread) = &thread
            && !thread.is_finished()
            && begun.elapsed() < at_most
        {
            thread::sleep(Duration::from_millis(5));
        }
        // It waits for a server that hangs. What stands behind the letter that it holds is put away here.
        if let Some(drawer) =
            self.drawer.as_ref().filter(|_| thread.is_some_and(|thread| !thread.is_finished()))
        {
            let rest = self.rest.lock().unwrap_or_else(PoisonError::into_inner);
            rest.try_iter().for_each(|letter| drop(drawer.put(&letter)));
        }
    }
}

/// Forgets the letters to an address, in somebody's name, that wait in a folder, whether or not a post is at work there. One
/// that is on its way arrives.
pub fn forget_waiting(folder: &Path, of: &str, to: &str) {
    Drawer::new(folder.to_owned()).forget(of, to);
}

/// A letter that is to be tried again.
struct Again {
    letter: Letter,
    tries: usize,
    due: Instant,
    /// Where it lies, once it had to wait.
    file: Option<String>,
}

/// What the thread does.
struct Office {
    courier: Courier,
    pace: Pace,
    queue: Arc<Mutex<Receiver<Letter>>>,
    waiting: VecDeque<Again>,
    /// While nothing arrives at all: how often in a row, and when to look again. Nobody else is tried meanwhile, for a
    /// server that hangs would make all the others wait, each as long as the first.
    down: Option<(usize, Instant)>,
    /// The process ends: first of all, what waits in memory is put where it is found again.
    closing: Arc<AtomicBool>,
    drawer: Option<Arc<Drawer>>,
}

/// How long to sleep where nothing is due, so that an end is noticed.
const NAP: Duration = Duration::from_millis(500);

impl Office {
    fn run(mut self) {
        loop {
            if self.closing.load(Ordering::Relaxed) {
                self.put_away();
            }
            let letter = match self.next() {
                Ok(letter) => letter,
                Err(RecvTimeoutError::Timeout) => continue,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            self.deliver(letter);
        }
    }

    /// The next letter to try: one that is due again, or a new one.
    fn next(&mut self) -> Result<Again, RecvTimeoutError> {
        let now = Instant::now();
        if let Some((_, until)) = self.down
            && now < until
        {
            // Closed while nothing arrives: there is nothing more to be done.
            return match self.waiting.len() < self.pace.waiting_max || self.closing.load(Ordering::Relaxed) {
                true => self
                    .receive(until - now)
                    .map(|again| self.keep(again))
                    .and(Err(RecvTimeoutError::Timeout)),
                false => {
                    thread::sleep((until - now).min(NAP));
                    Err(RecvTimeoutError::Timeout)
                }
            };
        }
        let due = self.waiting.iter().position(|again| again.due <= now);
        if let Some(again) = due.and_then(|nth| self.waiting.remove(nth)) {
            return Ok(again);
        }
        let soonest = self.waiting.iter().map(|again| again.due).min();
        self.receive(soonest.map_or(NAP, |due| due.saturating_duration_since(now)))
    }

    fn receive(&self, at_most: Duration) -> Result<Again, RecvTimeoutError> {
        let queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        let letter = queue.recv_timeout(at_most.min(NAP))?;
        Ok(Again { letter, tries: 0, due: Instant::now(), file: None })
    }

    /// Takes in all that waits for its first try, and puts it away.
    fn put_away(&mut self) {
        if self.drawer.is_none() {
            return;
        }
        let queue = Arc::clone(&self.queue);
        let queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
        for letter in queue.try_iter() {
            self.keep(Again { letter, tries: 0, due: Instant::now(), file: None });
        }
    }

    /// It needs to wait no more.
    fn done(&self, again: &Again) {
        if let (Some(drawer), Some(file)) = (&self.drawer, &again.file) {
            drawer.remove(file);
        }
    }

    fn deliver(&mut self, mut again: Again) {
        if Timestamp::now() >= again.letter.until {
            tracing::warn!("A letter could not be delivered while it was of use");
            return self.done(&again);
        }
        // Somebody asked to be forgotten since.
        if let (Some(drawer), Some(file)) = (&self.drawer, &again.file)
            && !drawer.has(file)
        {
            return;
        }
        match self.courier.deliver(&again.letter) {
            Ok(()) => {
                self.down = None;
                self.done(&again);
            }
            Err(Trouble::ForGood(why)) => {
                self.down = None;
                tracing::warn!("A letter is not delivered: {why}");
                self.done(&again);
            }
            Err(Trouble::ForNow(why)) => {
                self.down = None;
                tracing::info!("A letter will be tried again: {why}");
                again.due = Instant::now() + self.pause(again.tries);
                again.tries += 1;
                self.keep(again);
            }
            Err(Trouble::Down(why)) => {
                let times = self.down.map_or(0, |(times, _)| times);
                let pause = self.pause(times);
                tracing::warn!("No mail goes out now, the next try is in {} s: {why}", pause.as_secs());
                self.down = Some((times + 1, Instant::now() + pause));
                self.keep(again);
            }
        }
    }

    fn keep(&mut self, mut again: Again) {
        let is_full = self.waiting.len() >= self.pace.waiting_max;
        if is_full && !self.closing.load(Ordering::Relaxed) {
            self.done(&again);
            return tracing::warn!("Too many letters wait for another try; one is given up");
        }
        if again.file.is_none() {
            again.file = self.drawer.as_ref().and_then(|drawer| drawer.put(&again.letter));
        }
        match (is_full, &again.file) {
            (false, _) => self.waiting.push_back(again),
            // The next process finds it.
            (true, Some(_)) => {}
            (true, None) => tracing::warn!("Too many letters wait at the end; one is given up"),
        }
    }

    fn pause(&self, nth: usize) -> Duration {
        self.pace.pauses.get(nth).or(self.pace.pauses.last()).copied().unwrap_or(NAP)
    }
}
