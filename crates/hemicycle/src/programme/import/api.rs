//! The import over HTTP: `POST /api/{forum}/import?meeting=…` with the file as the body.
//!
//! Without `write=true` nothing is written: the answer says what would be. A table answers with its columns as they
//! are understood; send it again with `map=` once they are right.

use super::{Cost, Options, Plan, Publication, Reading, Tally, changes_in_words, plan, read, report};
use crate::api::doc::{Body, Doc, NeedsKey, shape};
use crate::api::{Caller, Told, received};
use crate::app::{App, forum_in};
use crate::problem::Problem;
use crate::visitor::Visitor;
use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use forum::Actor;
use interchange::Limits;
use platform::languages::Locale;
use platform::writer::Key;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The query of an address: the options of the command line, by the same names.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Wishes {
    /// The meeting, by its name in addresses; one that is not there yet is announced.
    meeting: Option<String>,
    /// Under which name the file's ids are known, where the file does not say.
    source: Option<String>,
    /// The series of a new meeting.
    series: Option<String>,
    /// The title of a new meeting.
    title: Option<String>,
    /// The city of a new meeting.
    city: Option<String>,
    /// The two-letter code of the country of a new meeting.
    country: Option<String>,
    /// Whether a new meeting has no venue but the network.
    online: bool,
    /// The time zone of the times in the file, such as `Asia/Tokyo`.
    zone: Option<String>,
    /// The language of sessions that name none.
    language: Option<String>,
    /// The length of sessions that name none, in minutes.
    minutes: Option<u32>,
    /// Which column of a table is what.
    map: Option<String>,
    /// Whether sessions that are no longer in the file are withdrawn.
    withdraw_missing: bool,
    /// Whether the programme is published with it.
    publish: bool,
    /// Whether to write; otherwise the answer says what would be.
    write: bool,
}

/// What an import would do or has done.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "ImportAnswer")]
pub enum Answer {
    /// The columns of a table, to be agreed on.
    Columns {
        /// The mapping as it is understood: corrected if need be, it comes back as `map`.
        map: String,
        /// The columns that would be left out.
        unused: Vec<String>,
    },
    /// The plan, and whether it is written.
    Import(Box<Import>),
}

/// A plan as data.
#[derive(Serialize, JsonSchema)]
pub struct Import {
    /// Whether it was written.
    written: bool,
    /// Whether all of it is there already.
    changes_nothing: bool,
    /// The meeting, by its name in addresses.
    meeting: String,
    /// Whether it is announced with it.
    is_new_meeting: bool,
    /// How many sessions are new, changed and so on.
    sessions: Tally,
    /// The same for persons.
    persons: Tally,
    /// The same for rooms.
    rooms: Tally,
    /// The same for tracks.
    tracks: Tally,
    /// What changes about sessions that are there already.
    differences: Vec<Changed>,
    /// What was left out or assumed, with its line.
    remarks: Vec<Remarked>,
    /// The codes of sessions that are no longer in the file.
    missing: Vec<String>,
    /// The label of the version that is published with it.
    publishes: Option<String>,
    /// All of it as a text for people.
    text: String,
}

/// What changes about a session.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ImportChange")]
struct Changed {
    /// Its public code.
    code: String,
    /// Its title.
    title: String,
    /// What changes, in your language.
    changes: Vec<String>,
}

/// Something that was left out or assumed.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ImportRemark")]
struct Remarked {
    /// The line of the file; 0 if it is about all of it.
    line: u32,
    /// What it is about.
    about: String,
    /// What it costs.
    cost: Cost,
    /// What is the matter, in your language.
    what: String,
    /// What to do about it, in your language.
    remedy: String,
}

/// What the import says about itself.
pub const IMPORT: Doc = Doc {
    about: "Takes over a programme from a file of another tool; without `write=true` it says what would be.",
    query: shape::<Wishes>,
    body: Some(Body { media: "application/octet-stream", shape: file, example: "@programme.csv" }),
    answer: shape::<Answer>,
    key: NeedsKey::Sometimes,
    problems: &["not-imported", "too-large", "bad-key", "key-taken", "foreign", "full"],
};

/// A file: a table, or one of the formats that the import recognises.
fn file(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "description": "CSV, schedule XML or schedule JSON." })
}

/// Plans an import, and writes it if that is wished.
pub async fn import(
    State(app): State<Arc<App>>,
    Path(forum): Path<String>,
    caller: Caller,
    visitor: Visitor,
    headers: HeaderMap,
    wishes: Result<Query<Wishes>, QueryRejection>,
    body: Result<Bytes, BytesRejection>,
) -> Result<Json<Answer>, Told> {
    let locale = Arc::clone(&caller.0);
    let done = match visitor.actor {
        Some(by) => answer(app, &forum, &locale, (by, &headers), wishes, body).await,
        None => Err(Problem::NoToken),
    };
    done.map(Json).map_err(|problem| caller.tell(problem))
}

async fn answer(
    app: Arc<App>,
    forum: &str,
    locale: &Arc<Locale>,
    (by, headers): (Actor, &HeaderMap),
    wishes: Result<Query<Wishes>, QueryRejection>,
    body: Result<Bytes, BytesRejection>,
) -> Result<Answer, Problem> {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let Query(wishes) = wishes.map_err(|error| not_imported(locale, error.body_text()))?;
    let key = header("idempotency-key").and_then(|key| Key::new(key).ok());
    let key = if wishes.write { Some(key.ok_or(Problem::BadKey)?) } else { None };
    let body = received(body)?;
    let state = app.state(forum)?;
    let words = Arc::clone(locale);
    // A large file takes its time, and other requests should not wait for it.
    let planned = tokio::task::spawn_blocking(move || planned(&words, forum_in(&state), wishes, &body));
    let plan = match planned.await.map_err(|_| Problem::Broken)?? {
        Planned::Columns(columns) => return Ok(columns),
        Planned::Plan(plan) => plan,
    };
    let mut import = in_words(locale, &plan);
    if let Some(key) = key.filter(|_| !plan.changes_nothing()) {
        if let Some(Publication::Refused { refusal, .. }) = plan.publication {
            return Err(Problem::Refused(refusal));
        }
        app.give_as(forum, by, key, plan.command()).await?;
        import.written = true;
    }
    Ok(Answer::Import(Box::new(import)))
}

enum Planned {
    Columns(Answer),
    Plan(Box<Plan>),
}

fn planned(locale: &Locale, forum: &forum::Forum, wishes: Wishes, body: &[u8]) -> Result<Planned, Problem> {
    let reading = read(body, wishes.map.as_deref(), &Limits::DEFAULT);
    let programme = match reading.map_err(|error| not_imported(locale, error.to_string()))? {
        Reading::Programme(programme) => programme,
        Reading::Columns { proposed, unused } => {
            return Ok(Planned::Columns(Answer::Columns { map: proposed.to_string(), unused }));
        }
    };
    let options = Options {
        meeting: wishes.meeting,
        source: wishes.source,
        series: wishes.series,
        title: wishes.title,
        city: wishes.city,
        country: wishes.country,
        online: wishes.online,
        zone: wishes.zone,
        language: wishes.language,
        minutes: wishes.minutes.unwrap_or(Options::default().minutes).clamp(1, 24 * 60),
        withdraw_missing: wishes.withdraw_missing,
        publish: wishes.publish,
    };
    let plan = plan(forum, &programme, &options).map_err(|stop| {
        let said = stop.said(locale);
        Problem::NotImported { what: said.what, remedy: said.remedy }
    })?;
    Ok(Planned::Plan(Box::new(plan)))
}

fn not_imported(locale: &Locale, what: String) -> Problem {
    Problem::NotImported { what, remedy: locale.text("import-nothing-written") }
}

fn in_words(locale: &Locale, plan: &Plan) -> Import {
    let differences = plan.differences.iter().map(|difference| Changed {
        code: difference.code.clone(),
        title: difference.title.clone(),
        changes: changes_in_words(locale, plan, difference),
    });
    let remarks = plan.remarks.iter().map(|remark| {
        let said = remark.why.said(locale, plan);
        let (line, about, cost) = (remark.line, remark.about.clone(), remark.cost);
        Remarked { line, about, cost, what: said.what, remedy: said.remedy }
    });
    let code = |id| plan.ahead.programme.session(id).map(|(_, session)| session.code.clone());
    Import {
        written: false,
        changes_nothing: plan.changes_nothing(),
        meeting: plan.ahead.series.meetings[&plan.meeting].slug.to_string(),
        is_new_meeting: plan.is_new_meeting,
        sessions: plan.sessions,
        persons: plan.persons,
        rooms: plan.rooms,
        tracks: plan.tracks,
        differences: differences.collect(),
        remarks: remarks.collect(),
        missing: plan.missing.iter().filter_map(|id| code(*id)).collect(),
        publishes: match &plan.publication {
            Some(Publication::Published(label)) => Some(label.clone()),
            _ => None,
        },
        text: report(locale, plan, true),
    }
}
