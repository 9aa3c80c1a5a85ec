//! The writer with its real threads.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{channel, sync_channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::log::{AppendError, Batch, Fault, Log, MemoryLog, Missing, Record, Seq, SqliteLog, Tail, Trouble};
use crate::writer::toy::{Purse, TooLittle, Wish, give, order};
use crate::writer::{Done, Failure, Options, Writer};

fn start(log: impl Log + 'static) -> Writer<Purse> {
    Writer::start(Box::new(log), Purse::default(), Options::new(|fault| panic!("{fault}"))).unwrap()
}

#[test]
fn an_answered_command_is_seen_by_whoever_looks() {
    let writer = start(MemoryLog::new());
    for n in 1..=50 {
        let done = writer.submit(order("ada", &format!("k{n}"), give(1))).wait().unwrap();
        assert_eq!(done, Done { acts: n..n + 1, repeated: false });
        let now = writer.state();
        assert!(now.seq >= n && now.state.balance >= i64::try_from(n).unwrap());
    }
    let refused = writer.submit(order("ada", "too-much", Wish::Take { amount: 51 })).wait();
    assert_eq!(refused, Err(Failure::Refused(TooLittle { balance: 50 })));
}

#[test]
fn many_clients_share_few_appends_and_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log");
    let writer = start(SqliteLog::open(&path, Missing::Create).unwrap());
    let seqs = Mutex::new(BTreeSet::new());
    std::thread::scope(|scope| {
        for client in 0..8 {
            let (writer, seqs) = (&writer, &seqs);
            scope.spawn(move || {
                for n in 0..100 {
                    let ticket = writer.submit(order(&format!("client {client}"), &format!("{n}"), give(1)));
                    let done = ticket.wait().unwrap();
                    assert!(seqs.lock().unwrap().insert(done.acts.start), "every act has its own place");
                }
            });
        }
    });
    writer.stop();
    let again = start(SqliteLog::open(&path, Missing::Refuse).unwrap());
    assert_eq!(again.state().state, writer.state().state, "a restart comes to the same state");
    assert_eq!(again.state().state.balance, 800);
    let repeated = again.submit(order("client 3", "42", give(1))).wait().unwrap();
    assert!(repeated.repeated && seqs.lock().unwrap().contains(&repeated.acts.start));
}

#[test]
fn what_another_writer_appends_arrives_by_itself() {
    let log = MemoryLog::new();
    let (one, other) = (start(log.connect()), start(log.connect()));
    one.submit(order("ada", "k", give(5))).wait().unwrap();
    while other.state().seq == 0 {
        std::thread::sleep(Duration::from_millis(1));
    }
    assert_eq!(other.state().state, one.state().state);
    let repeated = other.submit(order("ada", "k", give(5))).wait();
    assert_eq!(repeated, Ok(Done { acts: 1..2, repeated: true }), "a command is done once on all nodes");
}

#[test]
fn what_could_not_be_read_is_read_later_without_being_asked() {
    let log = MemoryLog::new();
    let (one, blind) = (start(log.connect()), Arc::new(AtomicUsize::new(0)));
    let other = start(Blinking { log: log.connect(), blind: Arc::clone(&blind) });
    blind.store(2, Ordering::SeqCst);
    one.submit(order("ada", "k", give(5))).wait().unwrap();
    while other.state().seq == 0 {
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// Cannot be read so many times.
struct Blinking {
    log: MemoryLog,
    blind: Arc<AtomicUsize>,
}

impl Log for Blinking {
    fn append(&mut self, expected: Seq, batch: &Batch) -> Result<Seq, AppendError> {
        self.log.append(expected, batch)
    }

    fn read(&mut self, from: Seq, each: &mut dyn FnMut(Record) -> Result<(), Fault>) -> Result<(), Fault> {
        let less = |blind: usize| blind.checked_sub(1);
        if self.blind.fetch_update(Ordering::SeqCst, Ordering::SeqCst, less).is_ok() {
            return Err(Fault::new("no line").passing());
        }
        self.log.read(from, each)
    }

    fn tail(&self) -> Result<Box<dyn Tail>, Fault> {
        self.log.tail()
    }
}

#[test]
fn a_refusal_is_never_given_from_an_old_state() {
    let log = MemoryLog::new();
    let (rich, poor) = (start(log.connect()), start(log.connect()));
    for n in 0..200 {
        rich.submit(order("ada", &format!("give-{n}"), give(1))).wait().unwrap();
        let taken = poor.submit(order("bo", &format!("take-{n}"), Wish::Take { amount: 1 })).wait();
        assert!(taken.is_ok(), "{taken:?}");
    }
}

#[test]
fn a_full_disk_is_told_and_heals() {
    let log = MemoryLog::new();
    let troubles = log.troubles();
    let writer = start(log);
    troubles.push(Trouble::Full);
    assert_eq!(writer.submit(order("ada", "k", give(1))).wait(), Err(Failure::Full));
    assert_eq!(writer.state().seq, 0);
    let done = writer.submit(order("ada", "k", give(1))).wait();
    assert_eq!(done, Ok(Done { acts: 1..2, repeated: false }));
}

#[test]
fn a_lost_answer_is_found_by_asking_again() {
    let log = MemoryLog::new();
    let troubles = log.troubles();
    let writer = start(log);
    troubles.push(Trouble::AnswerLost);
    assert_eq!(writer.submit(order("ada", "k", give(1))).wait(), Err(Failure::Unreachable));
    let again = writer.submit(order("ada", "k", give(1))).wait();
    assert_eq!(again, Ok(Done { acts: 1..2, repeated: true }));
}

#[test]
fn a_broken_log_stops_the_writer_for_good() {
    let log = MemoryLog::new();
    let troubles = log.troubles();
    let (fatal, told) = channel();
    let fatal = Mutex::new(fatal);
    let options = Options::new(move |fault| fatal.lock().unwrap().send(fault.to_string()).unwrap());
    let writer = Writer::start(Box::new(log), Purse::default(), options).unwrap();
    troubles.push(Trouble::Broken);
    assert_eq!(writer.submit(order("ada", "k", give(1))).wait(), Err(Failure::Stopped));
    assert!(told.recv().unwrap().contains("I/O error"));
    assert_eq!(writer.submit(order("ada", "k2", give(1))).wait(), Err(Failure::Stopped));
    writer.stop();
}

#[test]
fn a_command_that_crashes_harms_nobody_else() {
    let writer = start(MemoryLog::new());
    let tickets: Vec<_> = [give(1), Wish::Crash, give(2)]
        .into_iter()
        .enumerate()
        .map(|(n, wish)| writer.submit(order("ada", &n.to_string(), wish)))
        .collect();
    let answers: Vec<_> = tickets.into_iter().map(|ticket| ticket.wait().map(|done| done.repeated)).collect();
    assert_eq!(answers, [Ok(false), Err(Failure::Bug), Ok(false)]);
    assert_eq!(writer.state().state.balance, 3);
}

#[test]
fn more_than_the_queue_holds_is_turned_away_at_once() {
    let (gate, log) = Gate::over(MemoryLog::new());
    let options = Options { queue_max: 3, batch_max: 2, ..Options::new(|fault| panic!("{fault}")) };
    let writer = Writer::start(Box::new(log), Purse::default(), options).unwrap();
    let first = writer.submit(order("ada", "first", give(1)));
    gate.entered.lock().unwrap().recv().unwrap(); // The writer now stands in the append of the first.
    let tickets: Vec<_> = (0..10).map(|n| writer.submit(order("ada", &n.to_string(), give(1)))).collect();
    drop(gate); // Nothing holds it any longer.
    let answers: Vec<_> = tickets.into_iter().map(|ticket| ticket.wait().is_ok()).collect();
    assert_eq!(answers, [vec![true; 3], vec![false; 7]].concat());
    assert!(first.wait().is_ok());
    assert_eq!(writer.state().state.balance, 4);
}

#[test]
fn stopping_finishes_what_waits_and_takes_nothing_more() {
    let writer = start(MemoryLog::new());
    let tickets: Vec<_> = (0..500).map(|n| writer.submit(order("ada", &n.to_string(), give(1)))).collect();
    writer.stop();
    let done = tickets.into_iter().filter_map(|ticket| ticket.wait().ok()).count();
    assert_eq!(done, 500);
    assert_eq!(writer.submit(order("ada", "late", give(1))).wait(), Err(Failure::Stopped));
    assert_eq!(writer.submit_patiently(order("ada", "late", give(1))).wait(), Err(Failure::Stopped));
}

#[test]
fn a_ticket_can_be_awaited() {
    struct Waking(AtomicUsize);
    impl std::task::Wake for Waking {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
    }
    let (gate, log) = Gate::over(MemoryLog::new());
    let writer = start(log);
    let mut ticket = Box::pin(writer.submit(order("ada", "k", give(1))));
    let waking = Arc::new(Waking(AtomicUsize::new(0)));
    let waker = Arc::clone(&waking).into();
    let mut context = std::task::Context::from_waker(&waker);
    assert!(ticket.as_mut().poll(&mut context).is_pending());
    drop(gate);
    while waking.0.load(Ordering::SeqCst) == 0 {
        std::thread::sleep(Duration::from_millis(1));
    }
    assert!(ticket.as_mut().poll(&mut context).is_ready());
}

/// Holds every append until it is dropped.
struct Gate {
    entered: Mutex<std::sync::mpsc::Receiver<()>>,
    _open: std::sync::mpsc::SyncSender<()>,
}

struct Gated {
    log: MemoryLog,
    entered: std::sync::mpsc::Sender<()>,
    closed: std::sync::mpsc::Receiver<()>,
}

impl Gate {
    fn over(log: MemoryLog) -> (Self, Gated) {
        let (enter, entered) = channel();
        let (open, closed) = sync_channel(0);
        (Self { entered: Mutex::new(entered), _open: open }, Gated { log, entered: enter, closed })
    }
}

impl Log for Gated {
    fn append(&mut self, expected: Seq, batch: &Batch) -> Result<Seq, AppendError> {
        let _ = self.entered.send(());
        let _ = self.closed.recv();
        self.log.append(expected, batch)
    }

    fn read(&mut self, from: Seq, each: &mut dyn FnMut(Record) -> Result<(), Fault>) -> Result<(), Fault> {
        self.log.read(from, each)
    }

    fn tail(&self) -> Result<Box<dyn Tail>, Fault> {
        self.log.tail()
    }
}
