//! Carrying a log into another store, act by act: bytes, digests and texts as they are.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{Comparable, Standing};
use crate::log::{AppendError, Batch, Digest, Entry, Fault, Log, Record, Seq, SideText};
use crate::writer::EnvelopeOf;

/// Acts that are read, and appended in one transaction.
const CHUNK: usize = 2_000;

/// Up to where a log is carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// All that is there.
    Now,
    /// This act and all before it.
    Act(Seq),
    /// All that was decided at this time or before.
    Time(Timestamp),
}

impl Until {
    fn includes(self, seq: Seq, at: Timestamp) -> bool {
        match self {
            Until::Now => true,
            Until::Act(last) => seq <= last,
            Until::Time(end) => at <= end,
        }
    }
}

/// What carries a log, whatever machine it is of.
pub trait Carry: Send {
    /// Carries what the source has beyond the last act carried, up to a limit, and says how many acts that were.
    ///
    /// # Errors
    /// If the source cannot be read or decoded, or the target not written.
    fn carry(&mut self, source: &mut dyn Log, until: Until) -> Result<u64, Fault>;

    /// Erases texts in the target that some other copy of the log has erased; returns how many acts had any.
    ///
    /// # Errors
    /// If the target cannot be written.
    fn erase(&mut self, acts: &BTreeSet<Seq>) -> Result<usize, Fault>;

    /// The acts carried whose texts acts of the source erase that come later and were not carried.
    ///
    /// # Errors
    /// If the source cannot be read or decoded.
    fn erased_later(&self, source: &mut dyn Log) -> Result<usize, Fault>;

    /// How far the target goes, and what it makes.
    fn standing(&self) -> Standing;
}

/// Carries a log of a machine, and so knows which texts each act erases.
pub struct Carrier<M> {
    target: Box<dyn Log>,
    state: M,
    seq: Seq,
    at: Timestamp,
    /// Acts in the target that have texts.
    with_texts: BTreeSet<Seq>,
}

impl<M: Comparable> Carrier<M> {
    /// Begins to carry into an empty log, or goes on where an earlier carrier was interrupted.
    ///
    /// # Errors
    /// If one of the two cannot be read, or the target has acts that the source has not.
    pub fn start(source: &mut dyn Log, target: Box<dyn Log>) -> Result<Self, Fault> {
        let mut carrier = Self {
            target,
            state: M::default(),
            seq: 0,
            at: Timestamp::UNIX_EPOCH,
            with_texts: BTreeSet::new(),
        };
        let digests = carrier.take_in_target()?;
        let gone = common(source, &digests)?;
        // What was erased in the source while nobody carried.
        carrier.erase(&gone)?;
        Ok(carrier)
    }

    /// The log that was carried to.
    #[must_use]
    pub fn into_target(self) -> Box<dyn Log> {
        self.target
    }

    fn take_in_target(&mut self) -> Result<Vec<Digest>, Fault> {
        (self.state, self.seq, self.at) = (M::default(), 0, Timestamp::UNIX_EPOCH);
        self.with_texts.clear();
        let mut digests = Vec::new();
        let Self { target, state, seq, at, with_texts } = self;
        target.read(1, &mut |record| {
            let envelope = M::decode(&record)?;
            state.apply(record.seq, &envelope);
            (*seq, *at) = (record.seq, envelope.at);
            if has_texts(&record) {
                with_texts.insert(record.seq);
            }
            digests.push(record.digest);
            Ok(())
        })?;
        Ok(digests)
    }

    /// Adds an act to a batch and to the state.
    fn add(&mut self, record: Record, envelope: &EnvelopeOf<M>, batch: &mut Batch) {
        let erased = self.state.erased_by(&envelope.act);
        batch.erase.extend(erased.into_iter().filter(|act| *act <= record.seq));
        self.state.apply(record.seq, envelope);
        (self.seq, self.at) = (record.seq, envelope.at);
        if has_texts(&record) {
            self.with_texts.insert(record.seq);
        }
        if record.words.iter().any(Option::is_none) {
            batch.erase.push(record.seq);
        }
        // An erased text takes its place with nothing in it, and is erased in the same transaction.
        let nothing = || SideText { salt: [0; 16], text: String::new() };
        let words = record.words.into_iter().map(|side| side.unwrap_or_else(nothing)).collect();
        batch.acts.push(Entry { bytes: record.bytes, words });
    }
}

impl<M: Comparable> Carry for Carrier<M> {
    fn carry(&mut self, source: &mut dyn Log, until: Until) -> Result<u64, Fault> {
        let first = self.seq;
        // In portions, so that neither log is held for long, and memory stays small.
        loop {
            let records = source.read_some(self.seq + 1, CHUNK)?;
            let (read, before) = (records.len(), self.seq);
            let mut batch = Batch::default();
            for record in records {
                let envelope = M::decode(&record)?;
                if !until.includes(record.seq, envelope.at) {
                    break;
                }
                self.add(record, &envelope, &mut batch);
            }
            let taken = batch.acts.len();
            for act in &batch.erase {
                self.with_texts.remove(act);
            }
            if taken > 0 {
                append(&mut *self.target, before, &batch)?;
            }
            if taken < read || read < CHUNK {
                return Ok(self.seq - first);
            }
        }
    }

    fn erase(&mut self, acts: &BTreeSet<Seq>) -> Result<usize, Fault> {
        let erase: Vec<Seq> = acts.intersection(&self.with_texts).copied().collect();
        if !erase.is_empty() {
            append(&mut *self.target, self.seq, &Batch { acts: Vec::new(), erase: erase.clone() })?;
            // What the target makes now may differ as long as the act that erases is not in it.
            self.take_in_target()?;
        }
        Ok(erase.len())
    }

    fn erased_later(&self, source: &mut dyn Log) -> Result<usize, Fault> {
        let (mut ahead, mut erased) = (self.state.clone(), BTreeSet::new());
        source.read(self.seq + 1, &mut |record| {
            let envelope = M::decode(&record)?;
            erased.extend(ahead.erased_by(&envelope.act).into_iter().filter(|act| *act <= self.seq));
            ahead.apply(record.seq, &envelope);
            Ok(())
        })?;
        Ok(erased.len())
    }

    fn standing(&self) -> Standing {
        Standing { seq: self.seq, at: self.at, digest: self.state.digest_of_state() }
    }
}

/// The acts of a log, no later than `last`, whose texts are erased in it, if it begins like the log with this digest of
/// its act `last`.
///
/// # Errors
/// If it cannot be read, or is another log.
pub fn erased_in(log: &mut dyn Log, last: Seq, digest: Digest) -> Result<BTreeSet<Seq>, Fault> {
    let (mut gone, mut same) = (BTreeSet::new(), last == 0);
    log.read(1, &mut |record| {
        same |= record.seq == last && record.digest == digest;
        if record.seq <= last && record.words.iter().any(Option::is_none) {
            gone.insert(record.seq);
        }
        Ok(())
    })?;
    if same {
        Ok(gone)
    } else {
        Err(Fault::new(format!("it is not a newer copy of this log: act {last} differs")))
    }
}

/// Whether a log begins with acts of these digests; returns those among them whose texts are gone.
fn common(source: &mut dyn Log, digests: &[Digest]) -> Result<BTreeSet<Seq>, Fault> {
    let (mut gone, mut seen, mut next) = (BTreeSet::new(), 0, 1);
    while seen < digests.len() {
        let records = source.read_some(next, CHUNK)?;
        if records.is_empty() {
            return Err(Fault::new(format!(
                "the target has {} acts and the source only {seen}: the target is newer, and nothing was changed in it",
                digests.len()
            )));
        }
        for (record, digest) in records.iter().zip(&digests[seen..]) {
            if record.digest != *digest {
                let seq = record.seq;
                return Err(Fault::new(format!(
                    "the target is another log: act {seq} differs, and nothing was changed in it"
                )));
            }
            if record.words.iter().any(Option::is_none) {
                gone.insert(record.seq);
            }
        }
        seen += records.len();
        next += records.len() as Seq;
    }
    Ok(gone)
}

fn has_texts(record: &Record) -> bool {
    record.words.iter().any(Option::is_some)
}

fn append(target: &mut dyn Log, expected: Seq, batch: &Batch) -> Result<(), Fault> {
    target.append(expected, batch).map(drop).map_err(|error| match error {
        AppendError::Behind => {
            Fault::new("somebody else writes to the target; nothing more was written to it")
        }
        AppendError::Full(fault) | AppendError::Unreachable(fault) | AppendError::Broken(fault) => fault,
    })
}
