//! The acts of a forum as data. To whoever may not see an act it is its digest: the place in the log stays, and what
//! is published later can be held against it.

use crate::api::data::{Ask, Data};
use crate::machine::ForumMachine;
use crate::problem::Problem;
use forum::{Act, Actor, Forum, Stamp, Viewer, audience};
use jiff::Timestamp;
use platform::log::Record;
use platform::writer::Machine as _;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Most acts in one answer.
const ACTS_MAX: u16 = 1_000;

/// From where to read.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct From {
    /// The last act that you have; 0 for none.
    #[serde(default)]
    after: u64,
    /// How many acts at most.
    #[serde(default)]
    limit: Most,
}

/// How many acts at most.
#[derive(Clone, Copy, Deserialize, Serialize, JsonSchema)]
#[serde(try_from = "u16", into = "u16")]
#[schemars(inline)]
struct Most(#[schemars(range(min = 1, max = 1000))] u16);

/// A stretch of the log.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Acts")]
pub struct Stretch {
    /// The acts, in order.
    acts: Vec<ActData>,
    /// The last act of the whole log: where it is reached, nothing more is there yet.
    last: u64,
    /// The address of the acts after these; `null` where there are none yet. The header `Link` names it, too.
    next: Option<String>,
}

/// An act as its reader may see it.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "ShownAct")]
enum ActData {
    /// All of it.
    Shown {
        /// Its place in the log.
        seq: u64,
        /// When it was done.
        at: Timestamp,
        /// In whose name.
        by: Actor,
        /// What was done. What people wrote stands in it as its digest.
        act: Box<Act>,
        /// The texts behind the digests in the act, in their order; `null` where one was erased.
        words: Vec<Option<String>>,
    },
    /// What it proves.
    Hidden {
        /// Its place in the log.
        seq: u64,
        /// SHA-256 of the stored bytes, in hexadecimal.
        digest: String,
    },
}

impl Default for Most {
    fn default() -> Most {
        Most(ACTS_MAX)
    }
}

impl std::convert::From<Most> for u16 {
    fn from(most: Most) -> u16 {
        most.0
    }
}

impl TryFrom<u16> for Most {
    type Error = String;

    fn try_from(most: u16) -> Result<Most, String> {
        match most {
            1..=ACTS_MAX => Ok(Most(most)),
            _ => Err(format!("a number from 1 to {ACTS_MAX} is expected")),
        }
    }
}

/// `GET /api/{forum}/acts?after=17`: the next acts, each as far as the reader may see it.
pub struct Acts;

impl Data for Acts {
    type Query = From;
    type Answer = Stretch;
    const ABOUT: &'static str =
        "The log: the next acts in order, each as far as you may see it, else its digest.";
    const READS_LOG: bool = true;

    fn answer(ask: &Ask, From { after, limit }: From) -> Result<Stretch, Problem> {
        // The state first: what is read then is at least as new, and an act is never shown by an older right.
        let (forum, viewer) = (ask.forum(), ask.viewer());
        let records = ask.app.read(&ask.name, after.saturating_add(1), limit.0.into())?;
        let shown = records.into_iter().filter(|record| record.seq <= forum.seq());
        let acts: Vec<_> = shown.map(|record| act(forum, record, viewer)).collect::<Result<_, _>>()?;
        let read = after.saturating_add(acts.len() as u64);
        let next = (!acts.is_empty() && read < forum.seq()).then(|| ask.after(read));
        Ok(Stretch { acts, last: forum.seq(), next })
    }

    fn next(answer: &Stretch) -> Option<&str> {
        answer.next.as_deref()
    }
}

fn act(forum: &Forum, record: Record, viewer: Viewer) -> Result<ActData, Problem> {
    let envelope = ForumMachine::decode(&record).map_err(|fault| crate::problem::broken(&fault))?;
    let stamp = Stamp { seq: record.seq, at: envelope.at, by: envelope.by };
    if !audience(forum, &stamp, &envelope.act).includes(forum, viewer) {
        let digest = record.digest.iter().map(|byte| format!("{byte:02x}")).collect();
        return Ok(ActData::Hidden { seq: record.seq, digest });
    }
    let words = record.words.into_iter().map(|side| side.map(|side| side.text)).collect();
    Ok(ActData::Shown { seq: stamp.seq, at: stamp.at, by: stamp.by, act: Box::new(envelope.act), words })
}
