//! The writer and its two threads: one decides and appends, one notices what others append.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use arc_swap::ArcSwap;

use super::core::{Core, Published};
use super::figures::{Counters, Figures};
use super::order::{Answer, Answerer, Failure, Order, Ticket, ticket};
use super::{Machine, Options};
use crate::log::{Fault, Log, Tail};

/// How long the follower sleeps before it looks whether it is still wanted.
const FOLLOWER_WAIT: Duration = Duration::from_millis(200);

/// The one door to a log: commands go in, the state can be seen. Clones are the same writer; when the last one
/// is dropped, it stops as by [`Writer::stop`].
#[derive(Clone)]
pub struct Writer<M: Machine>(Arc<Inner<M>>);

struct Inner<M: Machine> {
    queue: SyncSender<Message<M>>,
    shared: Arc<Shared<M>>,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

struct Shared<M> {
    now: ArcSwap<Published<M>>,
    /// Others may have appended: look before deciding.
    look: AtomicBool,
    stopping: AtomicBool,
    counters: Counters,
}

enum Message<M: Machine> {
    Order(Order<M>, Answerer<M>),
    /// Nothing to decide, but something to look at: a flag of `Shared`.
    Wake,
}

impl<M: Machine> Writer<M> {
    /// Reads the log and starts to write to it. Returns when the whole log is read.
    ///
    /// # Errors
    /// If the log cannot be read or followed.
    pub fn start(log: Box<dyn Log>, empty: M, options: Options) -> Result<Self, Fault> {
        // Followed first and read second, so that nothing is missed between the two.
        let tail = log.tail()?;
        let (sender, queue) = sync_channel(options.queue_max);
        let core = Core::start(log, empty, options.clone())?;
        let shared = Arc::new(Shared {
            now: ArcSwap::new(Arc::clone(core.now())),
            look: AtomicBool::new(false),
            stopping: AtomicBool::new(false),
            counters: Counters::default(),
        });
        let desk = Desk { core, queue, shared: Arc::clone(&shared), options };
        let follower = Follower { tail, wake: sender.clone(), shared: Arc::clone(&shared) };
        let spawn = |name: &str, run: Box<dyn FnOnce() + Send>| {
            let thread = thread::Builder::new().name(name.to_owned()).spawn(run);
            thread.map_err(|error| Fault::caused("cannot start a thread for the log", error))
        };
        let threads = vec![
            spawn("log-writer", Box::new(move || desk.run()))?,
            spawn("log-follower", Box::new(move || follower.run()))?,
        ];
        Ok(Self(Arc::new(Inner { queue: sender, shared, threads: Mutex::new(threads) })))
    }

    /// Hands in a command. Never blocks: when too many are waiting, the ticket says [`Failure::Busy`] at once.
    pub fn submit(&self, order: Order<M>) -> Ticket<M> {
        let (ticket, answerer) = ticket();
        if self.0.shared.stopping.load(Ordering::Acquire) {
            return ticket;
        }
        let counters = &self.0.shared.counters;
        counters.comes();
        match self.0.queue.try_send(Message::Order(order, answerer)) {
            Ok(()) => {}
            Err(TrySendError::Full(Message::Order(_, answerer))) => {
                counters.is_turned_away();
                answerer.answer(Err(Failure::Busy));
            }
            // The writer has ended: the answerer is dropped, and so answers.
            Err(_) => counters.goes(),
        }
        ticket
    }

    /// Hands in a command, and blocks this thread while too many are waiting: for imports and generators.
    pub fn submit_patiently(&self, order: Order<M>) -> Ticket<M> {
        let (ticket, answerer) = ticket();
        if !self.0.shared.stopping.load(Ordering::Acquire) {
            // If the writer has ended, the message is dropped, and with it the answerer answers `Stopped`.
            self.0.shared.counters.comes();
            if self.0.queue.send(Message::Order(order, answerer)).is_err() {
                self.0.shared.counters.goes();
            }
        }
        ticket
    }

    /// The newest published state. Takes no lock; holds it as long as it likes.
    #[must_use]
    pub fn state(&self) -> Arc<Published<M>> {
        self.0.shared.now.load_full()
    }

    /// How this writer is doing.
    #[must_use]
    pub fn figures(&self) -> Figures {
        self.0.shared.counters.read()
    }

    /// Takes no more commands from now on; those that wait will be finished.
    pub fn close(&self) {
        self.0.close();
    }

    /// Takes no more commands, finishes those that wait, and returns when both threads have ended.
    pub fn stop(&self) {
        self.0.stop();
    }
}

impl<M: Machine> Inner<M> {
    fn close(&self) {
        self.shared.stopping.store(true, Ordering::Release);
        // Wakes a writer that sleeps; one that is busy sees the flag by itself.
        let _ = self.queue.try_send(Message::Wake);
    }

    fn stop(&self) {
        self.close();
        let mut threads = self.threads.lock().unwrap_or_else(PoisonError::into_inner);
        for thread in threads.drain(..) {
            // A writer that panicked has reported it through `fatal`.
            let _ = thread.join();
        }
    }
}

impl<M: Machine> Drop for Inner<M> {
    fn drop(&mut self) {
        self.stop();
    }
}

/// The writing thread.
struct Desk<M: Machine> {
    core: Core<M>,
    queue: Receiver<Message<M>>,
    shared: Arc<Shared<M>>,
    options: Options,
}

impl<M: Machine> Desk<M> {
    fn run(mut self) {
        let worked = catch_unwind(AssertUnwindSafe(|| self.work()));
        self.shared.stopping.store(true, Ordering::Release);
        self.shared.counters.stops();
        match worked {
            Ok(Ok(())) => {}
            Ok(Err(fault)) => (self.options.fatal)(&fault),
            Err(_) => (self.options.fatal)(&Fault::new("the writer panicked: a mistake in the program")),
        }
    }

    fn work(&mut self) -> Result<(), Fault> {
        loop {
            let (orders, answerers) = self.next_batch();
            if orders.is_empty() && self.shared.stopping.load(Ordering::Acquire) {
                return Ok(());
            }
            self.look()?;
            if orders.is_empty() {
                continue;
            }
            let begun = Instant::now();
            let served = self.core.serve(&orders);
            let failed = |answer: &Answer<M>| matches!(answer, Err(Failure::Full | Failure::Unreachable));
            let counters = &self.shared.counters;
            counters.batch(orders.len(), begun.elapsed(), served.answers.iter().any(failed));
            self.publish();
            if self.core.is_behind() {
                self.look_again();
            }
            for (answerer, answer) in answerers.into_iter().zip(served.answers) {
                answerer.answer(answer);
            }
            if let Some(fault) = served.broken {
                return Err(fault);
            }
        }
    }

    /// Waits for a command and takes all that wait behind it, up to the limit.
    fn next_batch(&self) -> (Vec<Order<M>>, Vec<Answerer<M>>) {
        let (mut orders, mut answerers) = (Vec::new(), Vec::new());
        let mut message = if self.shared.stopping.load(Ordering::Acquire) {
            self.queue.try_recv().ok()
        } else {
            self.queue.recv().ok()
        };
        while let Some(received) = message {
            if let Message::Order(order, answerer) = received {
                self.shared.counters.goes();
                orders.push(order);
                answerers.push(answerer);
            }
            message = if orders.len() < self.options.batch_max { self.queue.try_recv().ok() } else { None };
        }
        (orders, answerers)
    }

    fn look(&mut self) -> Result<(), Fault> {
        if !self.shared.look.swap(false, Ordering::AcqRel) {
            return Ok(());
        }
        match self.core.catch_up() {
            Ok(()) => self.publish(),
            Err(fault) if fault.is_passing() => {
                tracing::warn!("what others wrote cannot be seen now: {fault}");
                self.look_again();
            }
            Err(fault) => return Err(fault),
        }
        Ok(())
    }

    /// Nobody will tell us twice that there is something new, so remember it; the follower wakes us soon.
    fn look_again(&self) {
        self.shared.look.store(true, Ordering::Release);
    }

    fn publish(&self) {
        let now = self.core.now();
        if !Arc::ptr_eq(now, &self.shared.now.load()) {
            self.shared.now.store(Arc::clone(now));
        }
    }
}

/// The thread that follows the log.
struct Follower<M: Machine> {
    tail: Box<dyn Tail>,
    wake: SyncSender<Message<M>>,
    shared: Arc<Shared<M>>,
}

impl<M: Machine> Follower<M> {
    fn run(mut self) {
        while !self.shared.stopping.load(Ordering::Acquire) {
            if self.tail.wait(FOLLOWER_WAIT) {
                self.shared.look.store(true, Ordering::Release);
            }
            // Also when the writer has looked before, in vain.
            if self.shared.look.load(Ordering::Acquire) {
                // A full queue needs no waking.
                let _ = self.wake.try_send(Message::Wake);
            }
        }
    }
}
