//! What a product brings along to be written: its state machine.

use jiff::Timestamp;
use serde::Serialize;

use super::envelope::{CommandDigest, Envelope, Salt};
use crate::log::{Entry, Fault, Record, Seq};

/// A deterministic state machine over a log of acts: the state itself is the implementor.
///
/// `decide` and `apply` are pure: no clock, no randomness, no I/O, no order of a hash map. The same acts give
/// the same state on every machine and for ever.
///
/// `Clone` must be cheap (persistent collections, `Arc`): the writer clones once for every batch.
pub trait Machine: Clone + Send + Sync + 'static {
    /// A wish. It is decided once and not stored; what comes of it is.
    type Command: Send + 'static;
    /// Who wishes. Its JSON, together with the key, names a command, so it must be the same for the same actor.
    type Actor: Serialize + Clone + Send + Sync + 'static;
    /// A fact.
    type Act: Clone + Send + Sync + 'static;
    /// Why not, and what to do about it.
    type Refusal: Clone + Send + 'static;

    /// Decides what follows from a command. No acts at all means: granted, and nothing changes; such a command
    /// leaves no trace, so its key is free again.
    ///
    /// # Errors
    /// If the rules say no. Refusals are answered and not stored.
    fn decide(
        &self,
        command: &Self::Command,
        context: &Context<Self::Actor>,
    ) -> Result<Vec<Self::Act>, Self::Refusal>;

    /// Takes an act into the state. Total: whatever an old log holds, it applies.
    ///
    /// After the erasure of an act's words, that act is read back *without* them, and only later comes the act
    /// that erased them. Both ways must end in the same state.
    fn apply(&mut self, seq: Seq, envelope: &EnvelopeOf<Self>);

    /// The earlier acts whose words this one erases, itself included if need be; asked before it is applied.
    /// Numbers of acts that are not there yet are passed over.
    fn erased_by(&self, act: &Self::Act) -> Vec<Seq> {
        let _ = act;
        Vec::new()
    }

    /// A digest of the salt and everything in the command that matters: under one salt equal for the same command
    /// sent again, different for another one. [`CommandDigest::of`] over its JSON will do.
    fn digest(command: &Self::Command, salt: Salt) -> CommandDigest;

    /// The bytes to store, and the words that lie beside them.
    fn encode(envelope: &EnvelopeOf<Self>) -> Entry;

    /// The reverse of `encode`. Must read everything that any earlier release wrote.
    ///
    /// # Errors
    /// If the bytes are none of ours: the log is not this machine's, or newer than this program.
    fn decode(record: &Record) -> Result<EnvelopeOf<Self>, Fault>;
}

/// The envelope of a machine's acts.
pub type EnvelopeOf<M> = Envelope<<M as Machine>::Actor, <M as Machine>::Act>;

/// What `decide` may know besides the state and the command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context<Actor> {
    /// The time of the decision: never earlier than the last act's, cut to microseconds.
    pub at: Timestamp,
    /// Who gave the command.
    pub by: Actor,
    /// The sequence number of the first act that this decision would make.
    pub next: Seq,
    /// Fresh randomness for this one decision, for ids, salts and lots. Never stored as such.
    pub seed: [u8; 32],
}
