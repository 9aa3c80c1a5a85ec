//! The one bridge between what a forum is and how it is written: the core knows no log, the log knows no forum.

use forum::words::{decode, encode};
use forum::{Act, Actor, Command, Forum, Refusal, Stamp};
use platform::log::{Entry, Fault, Record, Seq, SideText};
use platform::writer::{CommandDigest, Context, EnvelopeOf, Machine};

/// A forum as the writer's state machine.
#[derive(Clone, Default)]
pub struct ForumMachine(pub Forum);

impl Machine for ForumMachine {
    type Command = Command;
    type Actor = Actor;
    type Act = Act;
    type Refusal = Refusal;

    fn decide(&self, command: &Command, context: &Context<Actor>) -> Result<Vec<Act>, Refusal> {
        self.0.decide(command, &forum::Context { now: context.at, actor: context.by, seed: context.seed })
    }

    fn apply(&mut self, seq: Seq, envelope: &EnvelopeOf<Self>) {
        self.0.apply(&Stamp { seq, at: envelope.at, by: envelope.by }, &envelope.act);
    }

    fn erased_by(&self, act: &Act) -> Vec<Seq> {
        Forum::erased_by(act).to_vec()
    }

    fn digest(command: &Command) -> CommandDigest {
        CommandDigest::of(&serde_json::to_vec(command).expect("a command consists of plain values"))
    }

    fn encode(envelope: &EnvelopeOf<Self>) -> Entry {
        let (bytes, texts) =
            encode(envelope).expect("decide makes acts of plain values and of words with their texts");
        let words = texts.into_iter().map(|side| SideText { salt: side.salt, text: side.text }).collect();
        Entry { bytes, words }
    }

    fn decode(record: &Record) -> Result<EnvelopeOf<Self>, Fault> {
        let side = |side: SideText| forum::words::SideText { salt: side.salt, text: side.text };
        let texts = record.words.iter().map(|text| text.clone().map(side)).collect();
        decode(&record.bytes, texts)
            .map_err(|error| Fault::caused(format!("act {} cannot be read", record.seq), error))
    }
}
