//! The state machine as the writer knows it.

use super::{Act, By, Command, Note, Refusal, SignIn, rules};
use crate::keeping::Comparable;
use crate::log::{Digest, Entry, Fault, Record, Seq, digest};
use crate::writer::{CommandDigest, Context, EnvelopeOf, Machine, Salt};

impl Machine for SignIn {
    type Command = Command;
    type Actor = By;
    type Act = Act;
    type Refusal = Refusal;

    fn decide(&self, command: &Command, context: &Context<By>) -> Result<Vec<Act>, Refusal> {
        rules::decide(self, command, context)
    }

    fn apply(&mut self, seq: Seq, envelope: &EnvelopeOf<Self>) {
        self.take_in(seq, envelope.at, &envelope.act);
    }

    /// Whatever ends takes its text with it.
    fn erased_by(&self, act: &Act) -> Vec<Seq> {
        match act {
            Act::LinkAsked { instead_of, .. } => instead_of.iter().copied().collect(),
            Act::SessionOpened { link, .. } => vec![*link],
            Act::TokenMade { .. } => Vec::new(),
            Act::Ended { what, .. } => what.clone(),
        }
    }

    fn digest(command: &Command, salt: Salt) -> CommandDigest {
        CommandDigest::of(salt, &serde_json::to_vec(command).expect("a command consists of plain values"))
    }

    fn encode(envelope: &EnvelopeOf<Self>) -> Entry {
        let bytes = serde_json::to_vec(envelope).expect("an act consists of plain values");
        let words = note_of(&envelope.act).and_then(Note::side).into_iter().collect();
        Entry { bytes, words }
    }

    fn decode(record: &Record) -> Result<EnvelopeOf<Self>, Fault> {
        let unreadable = |error| Fault::caused(format!("act {} cannot be read", record.seq), error);
        let mut envelope: EnvelopeOf<Self> = serde_json::from_slice(&record.bytes).map_err(unreadable)?;
        if let Some(note) = note_of_mut(&mut envelope.act)
            && !note.restore(record.words.first().cloned().flatten())
        {
            return Err(Fault::new(format!("the text of act {} does not fit its digest", record.seq)));
        }
        Ok(envelope)
    }
}

impl Comparable for SignIn {
    fn digest_of_state(&self) -> Digest {
        digest(
            &serde_json::to_vec(self).expect("the state consists of maps with plain keys, lists and texts"),
        )
    }
}

fn note_of(act: &Act) -> Option<&Note> {
    match act {
        Act::LinkAsked { address: note, .. }
        | Act::SessionOpened { device: note, .. }
        | Act::TokenMade { name: note, .. } => Some(note),
        Act::Ended { .. } => None,
    }
}

fn note_of_mut(act: &mut Act) -> Option<&mut Note> {
    match act {
        Act::LinkAsked { address: note, .. }
        | Act::SessionOpened { device: note, .. }
        | Act::TokenMade { name: note, .. } => Some(note),
        Act::Ended { .. } => None,
    }
}
