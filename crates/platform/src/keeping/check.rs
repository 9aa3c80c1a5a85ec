//! Is a log whole, and does it still make what it made?

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{Comparable, Standing};
use crate::log::{Fault, Log, Record, Seq};

/// So many findings say enough about one log.
const FINDINGS_MAX: usize = 20;

/// What was found in a log.
#[derive(Clone, Debug)]
pub struct Checked {
    /// How far it goes. After findings: as far as it could be read.
    pub standing: Standing,
    /// Texts that lie beside its acts.
    pub texts: usize,
    /// Texts that were erased.
    pub erased: usize,
    /// What is wrong, each in a sentence.
    pub findings: Vec<String>,
    /// What is odd and may be meant so.
    pub remarks: Vec<String>,
}

/// Reads a log from its first act and looks whether all is well: the store's own structures, every digest, the
/// numbers, the order of time, every text against its digest in the act, that what was erased is gone, and that the
/// same acts make the same state twice. Somebody may append meanwhile.
///
/// # Errors
/// If the log cannot be read at all for now; damage is not an error, but a finding.
pub fn check<M: Comparable>(log: &mut dyn Log) -> Result<Checked, Fault> {
    let mut look = Look::<M> { findings: log.inspect()?, ..Look::default() };
    let mut from = 1;
    while look.findings.len() < FINDINGS_MAX {
        match log.read(from, &mut |record| {
            look.at(&record);
            Ok(())
        }) {
            Ok(()) => break,
            Err(fault) if fault.is_passing() => return Err(fault),
            // Reading stops at an act that is damaged or not there; what comes behind it is looked at, too.
            Err(fault) => {
                let what = fault.to_string();
                // Nothing can be read at all, from wherever one begins.
                if look.findings.last() == Some(&what) {
                    break;
                }
                look.find(what);
                look.broken = true;
            }
        }
        look.read += 1;
        from = look.read + 1;
    }
    if !look.broken {
        look.compare_erasures();
    }
    let standing = look.standing();
    if look.findings.is_empty() {
        let again = replay_to::<M>(log, standing.seq)?;
        if again != standing {
            look.find("the same acts make another state when they are read again".to_owned());
        }
    }
    let Look { texts, erased, findings, remarks, .. } = look;
    Ok(Checked { standing, texts, erased, findings, remarks })
}

/// Reads a whole log into a state, and says how far it goes and what it makes.
///
/// # Errors
/// If it cannot be read or decoded.
pub fn replay<M: Comparable>(log: &mut dyn Log) -> Result<Standing, Fault> {
    replay_to::<M>(log, Seq::MAX)
}

/// The same up to some act.
///
/// # Errors
/// As [`replay`].
pub fn replay_to<M: Comparable>(log: &mut dyn Log, last: Seq) -> Result<Standing, Fault> {
    let (mut seq, mut at, mut state) = (0, Timestamp::UNIX_EPOCH, M::default());
    log.read(1, &mut |record| {
        // Appended since: not what is asked about.
        if record.seq <= last {
            let envelope = M::decode(&record)?;
            state.apply(record.seq, &envelope);
            (seq, at) = (record.seq, envelope.at);
        }
        Ok(())
    })?;
    Ok(Standing { seq, at, digest: state.digest_of_state() })
}

/// What is known so far.
struct Look<M> {
    state: M,
    at: Timestamp,
    /// An act could not be read: those behind it are looked at one by one, and make no state.
    broken: bool,
    /// The last act that the store gave, or skipped because it could not.
    read: Seq,
    /// Acts with texts that are there, and acts with texts that are gone.
    whole: BTreeSet<Seq>,
    gone: BTreeSet<Seq>,
    /// Acts whose texts an act has erased.
    to_be_gone: BTreeSet<Seq>,
    texts: usize,
    erased: usize,
    findings: Vec<String>,
    remarks: Vec<String>,
}

impl<M: Default> Default for Look<M> {
    fn default() -> Self {
        Self {
            state: M::default(),
            at: Timestamp::UNIX_EPOCH,
            broken: false,
            read: 0,
            whole: BTreeSet::new(),
            gone: BTreeSet::new(),
            to_be_gone: BTreeSet::new(),
            texts: 0,
            erased: 0,
            findings: Vec::new(),
            remarks: Vec::new(),
        }
    }
}

impl<M: Comparable> Look<M> {
    fn at(&mut self, record: &Record) {
        let seq = record.seq;
        self.read = seq;
        let there = record.words.iter().flatten().count();
        let gone = record.words.len() - there;
        (self.texts, self.erased) = (self.texts + there, self.erased + gone);
        if there > 0 {
            self.whole.insert(seq);
        }
        if gone > 0 {
            self.gone.insert(seq);
        }
        // Decoding holds every text against the digest of it that stands in the act.
        let envelope = match M::decode(record) {
            Ok(envelope) => envelope,
            Err(fault) => {
                self.broken = true;
                return self.find(fault.to_string());
            }
        };
        if envelope.at < self.at {
            self.find(format!("act {seq} is of {}, earlier than the act before it", envelope.at));
        }
        self.at = self.at.max(envelope.at);
        if self.broken {
            return;
        }
        self.to_be_gone.extend(self.state.erased_by(&envelope.act).into_iter().filter(|act| *act <= seq));
        self.state.apply(seq, &envelope);
    }

    fn find(&mut self, what: String) {
        if self.findings.len() < FINDINGS_MAX {
            self.findings.push(what);
        }
    }

    fn compare_erasures(&mut self) {
        let still: Vec<Seq> = self.whole.intersection(&self.to_be_gone).copied().collect();
        for act in still {
            self.find(format!("a text of act {act} was erased by a later act, and is still there"));
        }
        let unexplained = self.gone.difference(&self.to_be_gone).count();
        if unexplained > 0 {
            self.remarks.push(format!(
                "the texts of {unexplained} acts are erased, and no act in this log says so; after a restore with \
                 the erasures of a newer copy that is as it should be"
            ));
        }
    }

    fn standing(&self) -> Standing {
        Standing { seq: self.read, at: self.at, digest: self.state.digest_of_state() }
    }
}
