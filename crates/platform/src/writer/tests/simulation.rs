//! Several nodes over one log, with rivals, faults, restarts, clocks that jump and clients that repeat themselves; from
//! one seed, so that a failure happens again exactly. `HEMICYCLE_SEED=n` runs one seed.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use jiff::Timestamp;

use crate::log::{Log, MemoryLog, Seq, Trouble, Troubles};
use crate::writer::core::Core;
use crate::writer::toy::{Fact, Purse, TooLittle, Wish, order};
use crate::writer::{Done, Failure, Key, Machine, Options, Order};

const SEEDS: u64 = 200;
const STEPS: usize = 60;

#[test]
fn whatever_happens_a_command_is_done_once_or_not_at_all() {
    let seeds = match std::env::var("HEMICYCLE_SEED") {
        Ok(seed) => seed.parse().map(|seed| seed..seed + 1).expect("HEMICYCLE_SEED is a number"),
        Err(_) => 0..SEEDS,
    };
    for seed in seeds {
        let run = std::panic::catch_unwind(|| World::new(seed).run());
        assert!(run.is_ok(), "seed {seed} failed; run it alone with HEMICYCLE_SEED={seed}");
    }
}

/// Splitmix64: small, and the same for ever.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n as u64).unwrap()
    }

    fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// A command as a client remembers it.
#[derive(Clone)]
struct Sent {
    by: &'static str,
    key: String,
    wish: Wish,
    /// What a node has promised.
    done: Option<Range<Seq>>,
}

#[derive(Default)]
struct Node {
    core: Option<Core<Purse>>,
    troubles: Troubles,
}

struct World {
    dice: Dice,
    log: MemoryLog,
    nodes: Vec<Node>,
    sent: Vec<Sent>,
    clock: Arc<AtomicI64>,
    seeds: Arc<AtomicU64>,
    /// The balance after each act, as the log itself tells it.
    balances: Vec<i64>,
    /// Where the acts of each command lie, by actor and key.
    runs: BTreeMap<(String, String), Range<Seq>>,
    /// When the last act was decided.
    last: Timestamp,
}

const PEOPLE: [&str; 3] = ["ada", "bo", "cai"];

impl World {
    fn new(seed: u64) -> Self {
        let mut dice = Dice(seed);
        let log = MemoryLog::new();
        let nodes = (0..1 + dice.below(3)).map(|_| Node::default()).collect();
        let clock = Arc::new(AtomicI64::new(1_790_000_000_000_000));
        Self {
            dice,
            log,
            nodes,
            sent: Vec::new(),
            clock,
            seeds: Arc::default(),
            balances: vec![0],
            runs: BTreeMap::new(),
            last: Timestamp::MIN,
        }
    }

    fn run(mut self) {
        for _ in 0..STEPS {
            let node = self.dice.below(self.nodes.len());
            match self.dice.below(10) {
                0 => self.nodes[node].core = None,
                1 => self.catch_up(node),
                2 => self.shift_clock(),
                _ => self.serve(node),
            }
            self.check();
        }
        self.settle();
    }

    fn shift_clock(&mut self) {
        let seconds = i64::try_from(self.dice.below(200)).unwrap() - 100;
        self.clock.fetch_add(seconds * 1_000_000, Ordering::Relaxed);
    }

    fn options(&self) -> Options {
        let (clock, seeds) = (Arc::clone(&self.clock), Arc::clone(&self.seeds));
        Options {
            clock: Arc::new(move || {
                Timestamp::from_microsecond(clock.fetch_add(7, Ordering::Relaxed)).unwrap()
            }),
            entropy: Arc::new(move || {
                let byte = seeds.fetch_add(1, Ordering::Relaxed).to_le_bytes()[0];
                [byte; 32]
            }),
            ..Options::new(|_| {})
        }
    }

    /// The node's core; started from the log if it is down.
    fn core(&mut self, node: usize) -> &mut Core<Purse> {
        let options = self.options();
        let (Node { core, troubles }, log) = (&mut self.nodes[node], &self.log);
        core.get_or_insert_with(|| {
            let connection = log.connect();
            *troubles = connection.troubles();
            Core::start(Box::new(connection), Purse::default(), options).unwrap()
        })
    }

    fn catch_up(&mut self, node: usize) {
        self.core(node).catch_up().unwrap();
    }

    fn serve(&mut self, node: usize) {
        let orders: Vec<usize> = (0..1 + self.dice.below(5)).map(|_| self.send()).collect();
        self.core(node);
        for _ in 0..self.dice.below(3) {
            let trouble = match self.dice.below(12) {
                0 => Trouble::Full,
                1 => Trouble::Broken,
                2 => Trouble::Unreachable,
                3 => Trouble::AnswerLost,
                4 | 5 => Trouble::Behind,
                _ => Trouble::None,
            };
            self.nodes[node].troubles.push(trouble);
        }
        let batch: Vec<Order<Purse>> = orders.iter().map(|index| self.order(*index)).collect();
        let before = self.acts();
        let served = self.core(node).serve(&batch);
        if served.broken.is_some() {
            self.nodes[node].core = None;
        }
        for (index, answer) in orders.into_iter().zip(served.answers) {
            self.remember(index, answer, before);
        }
    }

    /// A new command, or one that was sent before: its client heard nothing, or is merely impatient.
    fn send(&mut self) -> usize {
        if !self.sent.is_empty() && self.dice.percent(35) {
            return self.dice.below(self.sent.len());
        }
        let amount = i64::try_from(self.dice.below(50)).unwrap();
        let wish = match self.dice.below(10) {
            0..5 => Wish::Give { amount, parts: 1 + self.dice.below(3), note: format!("note {amount}") },
            5..8 => Wish::Take { amount },
            8 => Wish::Forget { act: self.dice.next() % (self.acts() + 2) },
            _ => Wish::Nothing,
        };
        let by = PEOPLE[self.dice.below(PEOPLE.len())];
        // Different people may choose the same key without harm.
        let taken = self.sent.iter().filter(|sent| sent.by == by).count();
        self.sent.push(Sent { by, key: format!("key-{taken}"), wish, done: None });
        self.sent.len() - 1
    }

    fn order(&mut self, index: usize) -> Order<Purse> {
        let Sent { by, key, wish, .. } = &self.sent[index];
        order(by, key, wish.clone())
    }

    fn remember(&mut self, index: usize, answer: Result<Done, Failure<TooLittle>>, before: Seq) {
        let sent = &mut self.sent[index];
        match answer {
            Ok(done) => {
                if let Some(earlier) = sent.done.replace(done.acts.clone())
                    && !earlier.is_empty()
                {
                    assert_eq!(earlier, done.acts, "the same command gets the same answer");
                    assert!(done.repeated);
                }
                if sent.wish != Wish::Nothing {
                    assert!(!done.acts.is_empty());
                }
            }
            Err(Failure::Refused(TooLittle { balance })) => {
                assert!(sent.done.is_none(), "what is done is not refused later");
                let Wish::Take { amount } = sent.wish else { panic!("only taking is refused") };
                assert!(amount > balance);
                assert!(self.acts() >= before);
            }
            Err(Failure::Full | Failure::Unreachable | Failure::Stopped) => {}
            Err(other) => panic!("nobody did anything to deserve {other:?}"),
        }
    }

    fn acts(&self) -> Seq {
        Seq::try_from(self.balances.len() - 1).unwrap()
    }

    /// What must hold after every step.
    fn check(&mut self) {
        self.audit();
        for Sent { by, key, wish, done } in &self.sent {
            let logged = self.runs.get(&((*by).to_owned(), key.clone())).cloned().unwrap_or(0..0);
            if let Some(promised) = done.as_ref().filter(|acts| !acts.is_empty()) {
                assert_eq!(*promised, logged, "an answered command is in the log, where the answer said");
            }
            if let Wish::Give { parts, .. } = wish {
                let count = logged.end - logged.start;
                assert!(count == 0 || count == *parts as u64, "all acts of a command are there, or none");
            }
        }
        for core in self.nodes.iter().filter_map(|node| node.core.as_ref()) {
            let now = core.now();
            let seq = usize::try_from(now.seq).unwrap();
            assert_eq!(now.state.balance, self.balances[seq], "a state is what the log makes up to there");
        }
    }

    /// Reads what is new in the log. Time must not run backwards, and no command may be there twice.
    fn audit(&mut self) {
        let Self { log, balances, runs, last, .. } = self;
        let read = log.read(balances.len() as Seq, &mut |record| {
            let envelope = Purse::decode(&record).unwrap();
            assert!(envelope.at >= *last, "time runs backwards at act {}", record.seq);
            *last = envelope.at;
            let change = if let Fact::Changed { by, .. } = envelope.act { by } else { 0 };
            let balance = balances[balances.len() - 1] + change;
            assert!(balance >= 0, "two rivals took the same money");
            balances.push(balance);
            let command = (envelope.by, envelope.key.as_str().to_owned());
            let run = runs.entry(command).or_insert(record.seq..record.seq);
            assert_eq!(run.end, record.seq, "the acts of one command follow each other, once");
            run.end += 1;
            Ok(())
        });
        read.unwrap();
    }

    /// The acts whose words are erased.
    fn erased(&self) -> Vec<Seq> {
        let records = self.log.connect().read_some(1, usize::MAX).unwrap();
        records.iter().filter(|record| record.words.contains(&None)).map(|record| record.seq).collect()
    }

    /// In the end all troubles are over, everybody repeats everything, and all nodes agree with the log.
    fn settle(&mut self) {
        for node in 0..self.nodes.len() {
            self.nodes[node].core = None;
            self.core(node);
        }
        for index in 0..self.sent.len() {
            let node = self.dice.below(self.nodes.len());
            let (order, before) = (self.order(index), self.acts());
            let mut other = order.clone();
            other.command = Wish::Forget { act: 999_999 };
            let served = self.core(node).serve(std::slice::from_ref(&order));
            let answer = served.answers.into_iter().next().unwrap();
            if let Ok(done) = answer.as_ref()
                && !done.acts.is_empty()
            {
                let erased = self.erased();
                let taken = if erased.iter().any(|act| done.acts.contains(act)) {
                    Ok(Done { repeated: true, ..done.clone() })
                } else {
                    Err(Failure::KeyTaken)
                };
                assert_eq!(self.core(node).serve(&[other]).answers, [taken]);
            }
            self.remember(index, answer, before);
        }
        self.check();
        let whole = Core::start(Box::new(self.log.connect()), Purse::default(), self.options()).unwrap();
        for node in 0..self.nodes.len() {
            self.catch_up(node);
            let now = Arc::clone(self.core(node).now());
            assert!(now.state == whole.now().state, "all nodes are in the state that the log makes");
            assert_eq!(now.seq, self.acts());
        }
    }
}

#[test]
fn a_key_belongs_to_one_actor() {
    let mut core = Core::start(Box::new(MemoryLog::new()), Purse::default(), Options::new(|_| {})).unwrap();
    let orders = [("ada", 1), ("bo", 2), ("ada", 1)].map(|(by, amount)| Order {
        command: crate::writer::toy::give(amount),
        by: by.to_owned(),
        key: Key::new("same").unwrap(),
    });
    let answers = core.serve(&orders).answers;
    let done = |acts, repeated| Ok(Done { acts, repeated });
    assert_eq!(answers, [done(1..2, false), done(2..3, false), done(1..2, true)]);
}
