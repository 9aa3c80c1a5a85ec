//! What comes with a command from the world outside, and what is written beside an act.

use crate::PersonId;
use crate::words::{Salts, Words};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Position in the log; the first act is number 1.
pub type Seq = u64;

/// In whose name a command is given.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// Whoever runs the forum: the secretariat, three volunteers, the command line on the server itself.
    Secretariat,
    /// A person known to the forum.
    Person(PersonId),
    /// Somebody who has shown that a mailbox is theirs. They may enter themselves with it, or have it put to the person
    /// for whom it was shown, and nothing else.
    Newcomer,
}

/// Time, actor and chance of one decision. They are arguments, so that a decision can be replayed.
pub struct Context {
    /// The time at which the decision is made.
    pub now: Timestamp,
    /// In whose name.
    pub actor: Actor,
    /// 32 unpredictable bytes, fresh for each command; the salts of its [`Words`] are drawn from them.
    pub seed: [u8; 32],
}

impl Context {
    /// The context of the n-th step of a command that consists of several: the same but for its chance.
    pub(crate) fn step(&self, n: u64) -> Context {
        let seed = Sha256::new().chain_update(self.seed).chain_update(b"step").chain_update(n.to_be_bytes());
        Context { now: self.now, actor: self.actor, seed: seed.finalize().into() }
    }
}

/// When, by whom and as which act of the log something happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stamp {
    /// Position in the log.
    pub seq: Seq,
    /// Time of the decision.
    pub at: Timestamp,
    /// In whose name.
    pub by: Actor,
}

/// A shorthand for rules: checked text becomes salted words.
pub(crate) struct Scribe(Salts);

impl Scribe {
    pub(crate) fn new(context: &Context) -> Self {
        Scribe(Salts::new(context.seed))
    }

    pub(crate) fn words(&mut self, text: String) -> Words {
        Words::new(&text, self.0.next())
    }
}
