//! A purse that many people share: the smallest machine that refuses, makes several acts, and has words.

use std::sync::Arc;

use imbl::{OrdMap, Vector};
use serde::{Deserialize, Serialize};

use crate::log::{Entry, Fault, Record, Seq, SideText};
use crate::writer::{CommandDigest, Context, Envelope, EnvelopeOf, Key, Machine, Order, Salt};

/// The state: what is in the purse, and what people wrote about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Purse {
    pub(crate) balance: i64,
    pub(crate) acts: u64,
    /// By act; `None`: erased.
    pub(crate) notes: OrdMap<Seq, Option<Arc<str>>>,
    /// Every change in order, so that two states are equal only if their histories are.
    pub(crate) changes: Vector<(Seq, i64)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Wish {
    /// Puts in this amount, in so many parts.
    Give { amount: i64, parts: usize, note: String },
    /// Takes out this amount, if it is there.
    Take { amount: i64 },
    /// Erases the note of an earlier act.
    Forget { act: Seq },
    /// Asks for nothing.
    Nothing,
    /// Shows a mistake in `decide`.
    Crash,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Fact {
    Changed {
        by: i64,
        #[serde(skip)]
        note: Option<Note>,
    },
    Forgotten {
        act: Seq,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Note {
    salt: [u8; 16],
    text: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TooLittle {
    pub(crate) balance: i64,
}

impl Machine for Purse {
    type Command = Wish;
    type Actor = String;
    type Act = Fact;
    type Refusal = TooLittle;

    fn decide(&self, wish: &Wish, context: &Context<String>) -> Result<Vec<Fact>, TooLittle> {
        assert_eq!(context.next, self.acts + 1);
        match wish {
            Wish::Give { amount, parts, note } => {
                let part = |n: usize| {
                    let salt = std::array::from_fn(|i| context.seed[(n + i) % 32] ^ n.to_le_bytes()[0]);
                    let note = Note { salt, text: Some(note.clone()) };
                    Fact::Changed { by: *amount, note: Some(note) }
                };
                Ok((0..*parts).map(part).collect())
            }
            Wish::Take { amount } if *amount > self.balance => Err(TooLittle { balance: self.balance }),
            Wish::Take { amount } => Ok(vec![Fact::Changed { by: -amount, note: None }]),
            Wish::Forget { act } => Ok(vec![Fact::Forgotten { act: *act }]),
            Wish::Nothing => Ok(Vec::new()),
            Wish::Crash => panic!("a mistake in the rules, made on purpose"),
        }
    }

    fn apply(&mut self, seq: Seq, envelope: &EnvelopeOf<Self>) {
        self.acts += 1;
        assert_eq!(self.acts, seq, "every act is applied once and in order");
        match &envelope.act {
            Fact::Changed { by, note } => {
                self.balance += by;
                self.changes.push_back((seq, *by));
                if let Some(note) = note {
                    self.notes.insert(seq, note.text.as_deref().map(Arc::from));
                }
            }
            Fact::Forgotten { act } => {
                if let Some(note) = self.notes.get_mut(act) {
                    *note = None;
                }
            }
        }
    }

    fn erased_by(&self, act: &Fact) -> Vec<Seq> {
        match act {
            Fact::Forgotten { act } if self.notes.contains_key(act) => vec![*act],
            _ => Vec::new(),
        }
    }

    fn digest(wish: &Wish, salt: Salt) -> CommandDigest {
        CommandDigest::of(salt, &serde_json::to_vec(wish).unwrap())
    }

    fn encode(envelope: &EnvelopeOf<Self>) -> Entry {
        let words = match &envelope.act {
            Fact::Changed { note: Some(Note { salt, text: Some(text) }), .. } => {
                vec![SideText { salt: *salt, text: text.clone() }]
            }
            _ => Vec::new(),
        };
        Entry { bytes: serde_json::to_vec(envelope).unwrap(), words }
    }

    fn decode(record: &Record) -> Result<EnvelopeOf<Self>, Fault> {
        let mut envelope: Envelope<String, Fact> = serde_json::from_slice(&record.bytes)
            .map_err(|error| Fault::caused(format!("act {} cannot be read", record.seq), error))?;
        if let (Fact::Changed { note, .. }, Some(word)) = (&mut envelope.act, record.words.first()) {
            let (salt, text) = word.clone().map_or(([0; 16], None), |side| (side.salt, Some(side.text)));
            *note = Some(Note { salt, text });
        }
        Ok(envelope)
    }
}

pub(crate) fn order(by: &str, key: &str, command: Wish) -> Order<Purse> {
    Order { command, by: by.to_owned(), key: Key::new(key).unwrap() }
}

pub(crate) fn give(amount: i64) -> Wish {
    Wish::Give { amount, parts: 1, note: format!("{amount} for the kitty") }
}
