//! What the writer does, without its thread: decide a batch, append it, adopt it. A simulator can drive it step by step.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use jiff::Timestamp;

use super::index::{Index, Name, Past};
use super::order::{Answer, Done, Failure, Order};
use super::{Context, Envelope, Machine, Options, Salt, replay};
use crate::log::{AppendError, Batch, Entry, Fault, Log, Seq};

/// How often a batch is decided anew because rivals were first, before its commands are told to come again.
const TRIES_MAX: usize = 64;

/// The state as of an act of the log: durable, whole, and never changed again.
#[derive(Clone, Debug)]
pub struct Published<M> {
    /// The last act in it.
    pub seq: Seq,
    /// When that act was decided.
    pub at: Timestamp,
    /// What all acts up to it make.
    pub state: M,
}

pub(super) struct Core<M: Machine> {
    log: Box<dyn Log>,
    now: Arc<Published<M>>,
    index: Index,
    options: Options,
    /// The log may hold acts that we have not read: rivals' ones, or ours from an append whose answer was lost.
    behind: bool,
}

/// A batch in the making.
struct Plan<M: Machine> {
    now: Published<M>,
    batch: Batch,
    fresh: HashMap<Name, Past>,
    answers: Vec<Answer<M>>,
}

/// What came of a batch: an answer for every order, and a fault if the writer must stop for good.
pub(super) struct Served<M: Machine> {
    pub(super) answers: Vec<Answer<M>>,
    pub(super) broken: Option<Fault>,
}

impl<M: Machine> Core<M> {
    pub(super) fn start(mut log: Box<dyn Log>, empty: M, options: Options) -> Result<Self, Fault> {
        let (now, index) = replay::all(&mut *log, empty)?;
        Ok(Self { log, now: Arc::new(now), index, options, behind: false })
    }

    pub(super) fn now(&self) -> &Arc<Published<M>> {
        &self.now
    }

    /// The log may hold acts that are not in [`Core::now`].
    pub(super) fn is_behind(&self) -> bool {
        self.behind
    }

    /// Decides the orders one by one and appends what follows from all of them at once. The caller publishes
    /// [`Core::now`] before it hands out the answers.
    pub(super) fn serve(&mut self, orders: &[Order<M>]) -> Served<M> {
        for _ in 0..TRIES_MAX {
            if self.behind
                && let Err(fault) = self.catch_up()
            {
                return Self::failed(orders, fault);
            }
            let plan = self.plan(orders);
            if plan.needs_no_log() {
                return Served { answers: plan.answers, broken: None };
            }
            // Without acts this only asks whether the state that refused is the newest one.
            match self.log.append(self.now.seq, &plan.batch) {
                Ok(_) => return self.adopt(plan),
                Err(AppendError::Behind) => self.behind = true,
                Err(AppendError::Full(fault)) => {
                    tracing::error!("nothing was written: {fault}");
                    return Self::all(orders, &Failure::Full);
                }
                Err(AppendError::Unreachable(fault) | AppendError::Broken(fault)) => {
                    self.behind = true;
                    return Self::failed(orders, fault);
                }
            }
        }
        Self::all(orders, &Failure::Busy)
    }

    /// Takes in what others have appended.
    ///
    /// # Errors
    /// If the log cannot be read; see [`Fault::is_passing`].
    pub(super) fn catch_up(&mut self) -> Result<(), Fault> {
        self.behind = true;
        let mut next = None;
        let mut erased = Vec::new();
        let Self { log, now, index, .. } = self;
        log.read(now.seq + 1, &mut |record| {
            let envelope = M::decode(&record)?;
            let name = Name::of(&envelope.by, &envelope.key);
            index.note(name, record.seq, (envelope.cmd, envelope.salt), &record.words);
            let next = next.get_or_insert_with(|| Published::clone(now));
            erased.extend(next.erased_by(record.seq, &envelope.act));
            next.take_in(record.seq, &envelope);
            Ok(())
        })?;
        index.erase(erased);
        if let Some(next) = next {
            self.now = Arc::new(next);
        }
        self.behind = false;
        Ok(())
    }

    fn plan(&self, orders: &[Order<M>]) -> Plan<M> {
        let mut plan = Plan {
            now: Published::clone(&self.now),
            batch: Batch::default(),
            fresh: HashMap::new(),
            answers: Vec::with_capacity(orders.len()),
        };
        for order in orders {
            let answer = self.decide(&mut plan, order);
            plan.answers.push(answer);
        }
        plan
    }

    fn decide(&self, plan: &mut Plan<M>, order: &Order<M>) -> Answer<M> {
        let name = Name::of(&order.by, &order.key);
        if let Some(past) = plan.fresh.get(&name).copied().or_else(|| self.index.get(name)) {
            return past.answer(|salt| M::digest(&order.command, salt));
        }
        // Time never runs backwards in a log, whatever the clock does.
        let at = micros((self.options.clock)()).max(plan.now.at);
        let first = plan.now.seq + 1;
        let seed = (self.options.entropy)();
        let context = Context { at, by: order.by.clone(), next: first, seed };
        // A command that makes `decide` panic must not take everybody else's down. The state is only read.
        let decided = catch_unwind(AssertUnwindSafe(|| plan.now.state.decide(&order.command, &context)));
        let acts = decided.map_err(|_| Failure::Bug)?.map_err(Failure::Refused)?;
        if acts.len() > Past::ACTS_MAX {
            tracing::error!("a command would make {} acts; {} is the limit", acts.len(), Past::ACTS_MAX);
            return Err(Failure::Bug);
        }
        if !acts.is_empty() {
            let past = plan.add(order, acts, &context);
            plan.fresh.insert(name, past);
        }
        Ok(Done { acts: first..plan.now.seq + 1, repeated: false })
    }

    fn adopt(&mut self, plan: Plan<M>) -> Served<M> {
        if plan.now.seq > self.now.seq {
            self.now = Arc::new(plan.now);
            self.index.extend(plan.fresh);
            self.index.erase(plan.batch.erase);
        }
        Served { answers: plan.answers, broken: None }
    }

    fn failed(orders: &[Order<M>], fault: Fault) -> Served<M> {
        if fault.is_passing() {
            tracing::error!("{fault}");
            return Self::all(orders, &Failure::Unreachable);
        }
        Served { broken: Some(fault), ..Self::all(orders, &Failure::Stopped) }
    }

    fn all(orders: &[Order<M>], failure: &Failure<M::Refusal>) -> Served<M> {
        Served { answers: orders.iter().map(|_| Err(failure.clone())).collect(), broken: None }
    }
}

impl<M: Machine> Plan<M> {
    /// Takes in the acts of one command.
    fn add(&mut self, order: &Order<M>, acts: Vec<M::Act>, context: &Context<M::Actor>) -> Past {
        let mut salt = Salt::of_act(&context.seed, 0);
        let mut cmd = M::digest(&order.command, salt);
        let envelope = |(n, act)| {
            let salt = Salt::of_act(&context.seed, n);
            Envelope { at: context.at, by: context.by.clone(), key: order.key.clone(), cmd, salt, act }
        };
        let mut envelopes: Vec<super::EnvelopeOf<M>> = acts.into_iter().enumerate().map(envelope).collect();
        let mut entries: Vec<Entry> = envelopes.iter().map(M::encode).collect();
        // Only encoding tells which words there are, and whatever has none is encoded once.
        if entries.iter().any(|entry| !entry.words.is_empty()) {
            salt = entries.iter().flat_map(|entry| &entry.words).fold(salt, Salt::and);
            cmd = M::digest(&order.command, salt);
            envelopes.iter_mut().for_each(|envelope| envelope.cmd = cmd);
            entries = envelopes.iter().map(M::encode).collect();
        }
        let count = envelopes.len();
        for (envelope, entry) in envelopes.into_iter().zip(entries) {
            let seq = self.now.seq + 1;
            self.batch.erase.extend(self.now.erased_by(seq, &envelope.act));
            self.batch.acts.push(entry);
            self.now.take_in(seq, &envelope);
        }
        Past::new(context.next, count, cmd, Some(salt))
    }

    /// Nothing to append, and nobody is refused: what was done before stays done, whatever else the log holds.
    fn needs_no_log(&self) -> bool {
        self.batch.acts.is_empty()
            && self.answers.iter().all(|answer| matches!(answer, Ok(Done { repeated: true, .. })))
    }
}

impl<M: Machine> Published<M> {
    /// The acts that lose their words by this one, which is to be act `seq`. The store erases after the whole batch is
    /// in: an act to come, which merely has the number, must keep its words.
    fn erased_by(&self, seq: Seq, act: &M::Act) -> impl Iterator<Item = Seq> + use<M> {
        self.state.erased_by(act).into_iter().filter(move |earlier| *earlier <= seq)
    }

    pub(super) fn take_in(&mut self, seq: Seq, envelope: &super::EnvelopeOf<M>) {
        self.state.apply(seq, envelope);
        self.seq = seq;
        self.at = envelope.at;
    }
}

/// As the log stores it, so that a state made now and one made from the log are the same.
fn micros(at: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(at.as_microsecond()).unwrap_or(at)
}
