//! Keeping logs: looking whether one is whole, and carrying one from store to store, act by act.
//!
//! Backup, restore and the move to another database are the same thing: a log is carried, up to some act, into
//! another that is empty or has its beginning. Nothing here knows which store is at which end.

mod carry;
mod check;

#[cfg(test)]
mod tests;

pub use carry::{Carrier, Carry, Until, erased_in};
pub use check::{Checked, check, replay, replay_to};

use jiff::Timestamp;

use crate::log::{Digest, Seq};
use crate::writer::Machine;

/// A machine whose states can be compared from afar.
pub trait Comparable: Machine + Default {
    /// A digest of everything in the state: equal for the same acts, on any machine.
    fn digest_of_state(&self) -> Digest;
}

/// How far a log goes, and what it makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its last act; 0 for an empty log.
    pub seq: Seq,
    /// When that was decided.
    pub at: Timestamp,
    /// The digest of the state that all its acts make.
    pub digest: Digest,
}
