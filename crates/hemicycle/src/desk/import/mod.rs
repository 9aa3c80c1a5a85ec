//! Taking over a programme from a file, on a page: choose it, see what it would do, and only then do it.
//!
//! ```text
//!   file ──▶ kept for an hour ──plan──▶ what would be done ──"take it over"──▶ the same plan as one command
//!                  ▲                        │  other choices
//!                  └────────────────────────┘
//! ```

mod preview;
#[cfg(test)]
mod tests;
mod uploads;

pub(crate) use uploads::Uploads;

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use forum::Actor;
use interchange::Limits;
use sha2::{Digest as _, Sha256};

use super::answer;
use super::form::Form;
use crate::api::COMMAND_BYTES_MAX;
use crate::app::App;
use crate::problem::Problem;
use crate::programme::import::{Options, Plan, Reading, Said, plan, read};
use crate::site::{Visit, errors};

/// What the page shows.
struct Shown {
    /// What was chosen.
    form: Form,
    /// The name of the file that is kept.
    file: String,
    /// How the columns of a table are understood.
    map: String,
    /// What would be done, or why nothing can be.
    outcome: Outcome,
}

/// What came of a file.
enum Outcome {
    /// None was chosen yet.
    Nothing,
    /// Why it cannot be taken over.
    Stopped(Said),
    /// What would be done, and what it was planned from.
    Planned(Box<Plan>, String),
    /// The same, but not what was shown when the button was pressed.
    Moved(Box<Plan>, String),
}

/// `GET /{forum}/desk/import`
pub async fn show(visit: Visit) -> Response {
    let shown =
        Shown { form: Form::default(), file: String::new(), map: String::new(), outcome: Outcome::Nothing };
    answer::whole(&visit, &preview::page(&visit, &shown), StatusCode::OK)
}

/// `POST /{forum}/desk/import`: shows what a file would do, and does what was shown.
pub async fn sent(State(app): State<Arc<App>>, visit: Visit, form: Form) -> Response {
    let Some(by) = visit.visitor.actor else {
        return errors::page(&visit.reader, Some(&visit), &Problem::NoToken);
    };
    match form.unread {
        None => {}
        Some(StatusCode::PAYLOAD_TOO_LARGE) => {
            return errors::page(&visit.reader, Some(&visit), &Problem::TooLarge { max: COMMAND_BYTES_MAX });
        }
        Some(_) => return errors::page(&visit.reader, Some(&visit), &Problem::BadKey),
    }
    let (file, bytes) = match form.file("file") {
        Some(bytes) => (app.uploads().keep(&visit.slug, by, bytes.clone()), Some(bytes.clone())),
        None => (form.get("kept").to_owned(), app.uploads().find(&visit.slug, by, form.get("kept"))),
    };
    let Some(bytes) = bytes else {
        let key = if file.is_empty() { NONE } else { GONE };
        let said = Said { what: visit.lang().text(key), remedy: String::new() };
        // The columns that somebody corrected serve for the file once it is sent again.
        let map = form.get("map").to_owned();
        let shown = Shown { form, file: String::new(), map, outcome: Outcome::Stopped(said) };
        return answer::whole(&visit, &preview::page(&visit, &shown), StatusCode::UNPROCESSABLE_ENTITY);
    };
    // A large file takes its time, and other requests should not wait for it.
    let read = tokio::task::spawn_blocking(move || {
        let (map, outcome) = outcome(&visit, &form, &bytes);
        (visit, Shown { form, file, map, outcome })
    });
    let Ok((visit, shown)) = read.await else {
        return Problem::Broken.status().into_response();
    };
    match &shown.outcome {
        Outcome::Planned(plan, seen) if shown.form.get("do") == "write" => {
            write(&app, visit, by, (plan, seen), &shown).await
        }
        Outcome::Stopped(_) => {
            answer::whole(&visit, &preview::page(&visit, &shown), StatusCode::UNPROCESSABLE_ENTITY)
        }
        _ => answer::whole(&visit, &preview::page(&visit, &shown), StatusCode::OK),
    }
}

const NONE: &str = platform::languages::key("desk-import-none");
const GONE: &str = platform::languages::key("desk-import-gone");

/// Does what was shown, and leads to the draft that has it now.
async fn write(app: &App, visit: Visit, by: Actor, (plan, _): (&Plan, &str), shown: &Shown) -> Response {
    let Some(key) = answer::key_of(&shown.form) else {
        return errors::page(&visit.reader, Some(&visit), &Problem::BadKey);
    };
    let meeting = &plan.ahead.series.meetings[&plan.meeting].slug;
    if !plan.changes_nothing() {
        match app.give_as(&visit.slug, by, key, plan.command()).await {
            Ok(_) | Err(Problem::KeyTaken) => {}
            Err(problem) => return errors::page(&visit.reader, Some(&visit), &problem),
        }
    }
    app.uploads().drop(&shown.file);
    Redirect::to(&visit.to(format!("desk/meetings/{meeting}/programme"))).into_response()
}

/// Plans the import. What is done must be what was shown: the same file, the same choices, the same forum.
fn outcome(visit: &Visit, form: &Form, bytes: &Bytes) -> (String, Outcome) {
    let stopped = |what: String| {
        let remedy = visit.lang().text("import-nothing-written");
        Outcome::Stopped(Said { what, remedy })
    };
    let limits = Limits::DEFAULT;
    let map = Some(form.get("map").trim()).filter(|map| !map.is_empty());
    let reading = match read(bytes, map, &limits) {
        // A table is read as its columns are understood; whoever sees what comes of it can correct them.
        Ok(Reading::Columns { proposed, .. }) => {
            let map = proposed.to_string();
            read(bytes, Some(&map), &limits).map(|reading| (map, reading))
        }
        reading => reading.map(|reading| (map.unwrap_or_default().to_owned(), reading)),
    };
    let (map, programme) = match reading {
        Ok((map, Reading::Programme(programme))) => (map, programme),
        Ok((map, Reading::Columns { .. })) => return (map, stopped(String::new())),
        Err(error) => return (map.unwrap_or_default().to_owned(), stopped(error.to_string())),
    };
    match plan(visit.forum(), &programme, &options(form)) {
        Err(stop) => (map, Outcome::Stopped(stop.said(visit.lang()))),
        Ok(plan) => {
            let seen = seen(&plan, bytes, form, &map);
            let is_what_was_shown = form.get("do") != "write" || form.get("seen") == seen;
            let plan = Box::new(plan);
            (map, if is_what_was_shown { Outcome::Planned(plan, seen) } else { Outcome::Moved(plan, seen) })
        }
    }
}

/// Stands for all that a plan is made of.
fn seen(plan: &Plan, bytes: &Bytes, form: &Form, map: &str) -> String {
    let chosen = preview::CHOICES.iter().map(|name| form.get(name));
    let mut digest = Sha256::new();
    digest.update(plan.since.to_be_bytes());
    for part in chosen.chain([map]).map(str::as_bytes).chain([&bytes[..]]) {
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part);
    }
    digest.finalize().iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}

/// What was chosen, as the import takes it.
fn options(form: &Form) -> Options {
    let said = |name: &str| Some(form.get(name).trim().to_owned()).filter(|text| !text.is_empty());
    Options {
        meeting: said("meeting"),
        series: said("series"),
        title: said("title"),
        city: said("city"),
        country: said("country"),
        online: form.get("online") == "yes",
        zone: said("zone"),
        language: said("language"),
        minutes: form.get("minutes").trim().parse().unwrap_or(Options::default().minutes).clamp(1, 24 * 60),
        withdraw_missing: form.get("withdraw") == "yes",
        ..Options::default()
    }
}
