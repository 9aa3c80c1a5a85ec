//! The acts of a forum as data. To whoever may not see an act it is its digest: the place in the log stays, and what
//! is published later can be held against it.

use crate::api::{Caller, Told};
use crate::app::{App, forum_in};
use crate::machine::ForumMachine;
use crate::problem::Problem;
use crate::visitor::Visitor;
use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use forum::{Act, Actor, Forum, Stamp, Viewer, audience};
use jiff::Timestamp;
use platform::log::Record;
use platform::writer::Machine as _;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Most acts in one answer.
const ACTS_MAX: usize = 1_000;

/// From where to read.
#[derive(Deserialize)]
pub struct From {
    /// The last act that the reader has; 0 for none.
    #[serde(default)]
    after: u64,
}

/// A stretch of the log.
#[derive(Serialize)]
pub struct Stretch {
    acts: Vec<ActData>,
    /// The last act of the whole log: where it is reached, nothing more is there yet.
    last: u64,
}

/// An act as its reader may see it.
#[derive(Serialize)]
#[serde(untagged)]
enum ActData {
    /// All of it.
    Shown {
        seq: u64,
        at: Timestamp,
        by: Actor,
        act: Box<Act>,
        /// The texts behind the digests in the act, in their order; `null` where one was erased.
        words: Vec<Option<String>>,
    },
    /// What it proves.
    Hidden {
        seq: u64,
        /// SHA-256 of the stored bytes, in hexadecimal.
        digest: String,
    },
}

/// `GET /api/{forum}/acts?after=17`: the next acts, each as far as the reader may see it.
pub async fn acts(
    State(app): State<Arc<App>>,
    Path(name): Path<String>,
    from: Result<Query<From>, QueryRejection>,
    caller: Caller,
    visitor: Visitor,
) -> Result<Json<Stretch>, Told> {
    let Ok(Query(From { after })) = from else {
        return Err(caller.tell(Problem::BadNumber { field: "after" }));
    };
    let viewer = visitor.viewer();
    let read = tokio::task::spawn_blocking(move || stretch(&app, &name, after, viewer)).await;
    read.unwrap_or(Err(Problem::Broken)).map(Json).map_err(|problem| caller.tell(problem))
}

fn stretch(app: &App, name: &str, after: u64, viewer: Viewer) -> Result<Stretch, Problem> {
    // The state first: what is read then is at least as new, and an act is never shown by an older right.
    let state = app.state(name)?;
    let records = app.read(name, after.saturating_add(1), ACTS_MAX)?;
    let shown = records.into_iter().filter(|record| record.seq <= state.seq);
    let acts = shown.map(|record| act(forum_in(&state), record, viewer)).collect::<Result<_, _>>()?;
    Ok(Stretch { acts, last: state.seq })
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
