//! The logs that an installation keeps: of every forum, one of each kind.

use crate::app::{DOORS, FORUM};
use crate::machine::ForumMachine;
use anyhow::bail;
use jiff::Timestamp;
use platform::house::{Kind, Place};
use platform::keeping::{Carrier, Carry, Checked, Comparable, Standing, check, replay_to};
use platform::log::{Digest, Fault, Log, Missing, Record, Seq};
use platform::sign_in::SignIn;
use std::fmt;

impl Comparable for ForumMachine {
    fn digest_of_state(&self) -> Digest {
        self.0.digest()
    }
}

/// What begins to carry a log into another.
type Start = fn(&mut dyn Log, Box<dyn Log>) -> Result<Box<dyn Carry>, Fault>;

/// A kind of log, and what is done with it whatever its machine is.
pub(crate) struct Kept {
    /// How its logs are named.
    pub(crate) kind: Kind,
    /// What stands behind a forum's name for this log.
    called: &'static str,
    /// Looks whether it is whole.
    pub(crate) check: fn(&mut dyn Log) -> Result<Checked, Fault>,
    /// Says what it makes up to some act.
    pub(crate) replay_to: fn(&mut dyn Log, Seq) -> Result<Standing, Fault>,
    /// When an act was decided.
    time_of: fn(&Record) -> Result<Timestamp, Fault>,
    /// Begins to carry it.
    pub(crate) carrier: Start,
}

impl Kept {
    const fn of<M: Comparable>(kind: Kind, called: &'static str) -> Kept {
        let carrier: Start = |source, target| Ok(Box::new(Carrier::<M>::start(source, target)?));
        let time_of = |record: &Record| Ok(M::decode(record)?.at);
        Kept { kind, called, check: check::<M>, replay_to: replay_to::<M>, time_of, carrier }
    }
}

/// All kinds. What names others' persons comes first: whoever copies logs one after the other then has, of what
/// is named, the newer state.
pub(crate) const KINDS: &[Kept] =
    &[Kept::of::<SignIn>(DOORS, " (sign-ins)"), Kept::of::<ForumMachine>(FORUM, "")];

/// One log that lies somewhere.
#[derive(Clone)]
pub(crate) struct Kin {
    pub(crate) kept: &'static Kept,
    /// The forum's name.
    pub(crate) name: String,
}

impl Kin {
    /// The name of its file.
    pub(crate) fn file(&self) -> String {
        format!("{}.{}", self.name, self.kept.kind.ending)
    }

    /// Whether it is what the forum itself is made of.
    pub(crate) fn is_forum(&self) -> bool {
        self.kept.kind == FORUM
    }

    /// When an act of it was decided.
    pub(crate) fn time_of(&self, record: &Record) -> Result<Timestamp, Fault> {
        (self.kept.time_of)(record)
    }

    /// One connection to it.
    pub(crate) fn log(&self, place: &Place, missing: Missing) -> Result<Box<dyn Log>, Fault> {
        place.log(self.kept.kind, &self.name, missing).map_err(|fault| fault.about(&self.to_string()))
    }
}

impl fmt::Display for Kin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.name, self.kept.called)
    }
}

/// All logs that lie there, or those of some forums.
pub(crate) fn logs(place: &Place, forums: &[String]) -> anyhow::Result<Vec<Kin>> {
    let mut all = Vec::new();
    for kept in KINDS {
        all.extend(place.names(kept.kind)?.into_iter().map(|name| Kin { kept, name }));
    }
    for forum in forums {
        if !all.iter().any(|kin| kin.name == *forum) {
            let mut names: Vec<&str> = all.iter().map(|kin| kin.name.as_str()).collect();
            names.sort_unstable();
            names.dedup();
            let there = if names.is_empty() {
                "there are none".to_owned()
            } else {
                format!("there are: {}", names.join(", "))
            };
            bail!("there is no forum “{forum}” ({there})");
        }
    }
    all.retain(|kin| forums.is_empty() || forums.contains(&kin.name));
    if all.is_empty() {
        bail!("there is no forum in {place:?}; check --data or --database");
    }
    Ok(all)
}

/// A digest as people compare it.
pub(crate) fn hex(digest: &Digest) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
