//! What a script sends while somebody types: one field, or one person, at a time. It hears what the page would say.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use forum::PartId;
use forum::call::Command;
use serde::Serialize;

use super::draft::{Draft, saved_by, shown, values};
use super::read::{self, Sent};
use super::{save, step, wanting};
use crate::app::App;
use crate::machine::ForumMachine;
use crate::problem::Problem;
use crate::sign_in::answer::leads_to;
use crate::site::form::Form;
use crate::site::{Visit, errors};
use platform::writer::{Key, Machine as _};

/// What a script hears.
#[derive(Serialize, Default)]
struct Heard {
    /// The act that saved it, on which the next saving rests; 0 if there is none.
    seq: u64,
    /// The number of somebody new.
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<u32>,
    missing: Vec<Wanted>,
    breaches: Vec<Wanted>,
    /// Why it was not saved.
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<String>,
    /// What somebody else has saved meanwhile.
    #[serde(skip_serializing_if = "Option::is_none")]
    theirs: Option<Theirs>,
}

#[derive(Serialize)]
struct Wanted {
    says: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    to: String,
}

#[derive(Serialize)]
struct Theirs {
    /// Whose it is, in a sentence.
    says: String,
    /// As people read it.
    shown: String,
    /// As a form has it.
    values: Vec<String>,
}

/// `POST /{forum}/proposals/{proposal}/answers`: saves one field (`field`, `values`, `on`) or one person (`part`, `on`
/// and the fields about them). Asked for JSON it answers so, else it leads back to the step.
pub async fn save(State(app): State<Arc<App>>, visit: Visit, headers: HeaderMap, form: Form) -> Response {
    let Ok(draft) = Draft::of(&visit) else {
        return errors::page(&visit.reader, Some(&visit), &Problem::NotFound);
    };
    if let Some(problem) = crate::desk::doors::unread(&form) {
        return errors::page(&visit.reader, Some(&visit), &problem);
    }
    let Some(given_key) = crate::desk::answer::key_of(&form) else {
        return errors::page(&visit.reader, Some(&visit), &Problem::BadKey);
    };
    let place = match form.has("part") {
        true => forum::call::PEOPLE_STEP,
        false => draft
            .call
            .fields
            .iter()
            .find(|field| field.key == form.get("field"))
            .map_or(1, |field| field.step),
    };
    let back = draft.to(&place.to_string());
    let saved = one(&app, &visit, &draft, &form, given_key).await;
    let reader = visit.reader.clone();
    let visit = match visit.anew(&app) {
        Ok(visit) => visit,
        Err(problem) => return errors::page(&reader, None, &problem),
    };
    let wants_json =
        headers.get(header::ACCEPT).is_some_and(|accept| accept.as_bytes().starts_with(b"application/json"));
    match saved {
        Ok(_) if !wants_json => leads_to(&back, None),
        Err(problem) if !wants_json => errors::page(&visit.reader, Some(&visit), &problem),
        saved => heard(&app, &visit, &form, saved),
    }
}

async fn one(
    app: &Arc<App>,
    visit: &Visit,
    draft: &Draft<'_>,
    form: &Form,
    key: Key,
) -> Result<Option<u64>, Problem> {
    let actor = visit.visitor.actor.ok_or(Problem::NoToken)?;
    let (proposal, on) = (draft.proposal.id, form.get("on").parse().unwrap_or_default());
    if form.has("part") {
        let part = form.get("part").parse().ok().map(PartId);
        let command = Command::SavePart { proposal, part, on, entry: read::part(form) };
        return save::done(app.give_as(&visit.slug, actor, key, command.into()).await);
    }
    let field = form.get("field").to_owned();
    let kind = save::kind_of(draft, &field).ok_or(Problem::NotFound)?;
    let values = read::values(&kind, form.all("values"));
    save::answer(app, (visit, actor), proposal, &Sent { field, values, on }, key).await
}

/// Whom an act saved: found by the act, since others may have been added in between, or they themselves saved again.
fn part_of(app: &App, visit: &Visit, act: u64) -> Option<PartId> {
    let record = app.read(&visit.slug, act, 1).ok()?.into_iter().next()?;
    match ForumMachine::decode(&record).ok()?.act {
        forum::Act::Call(forum::call::Act::PartSaved { part, .. }) => Some(part),
        _ => None,
    }
}

/// The answer as the forum stands now.
fn heard(app: &App, visit: &Visit, form: &Form, saved: Result<Option<u64>, Problem>) -> Response {
    let Ok(draft) = Draft::of(visit) else {
        return errors::page(&visit.reader, Some(visit), &Problem::NotFound);
    };
    let wanted = |want: wanting::Want| Wanted { says: want.says, why: want.why, to: want.to };
    let mut heard = Heard {
        missing: wanting::missing(&draft).into_iter().map(wanted).collect(),
        breaches: wanting::broken(&draft).into_iter().map(wanted).collect(),
        ..Heard::default()
    };
    // Sent again it was done then: if somebody else has saved since, the next saving must find that out.
    let saved_as = saved.as_ref().ok().copied().flatten();
    if form.has("part") {
        let named = form.get("part").parse().ok().map(PartId);
        let id = named.or_else(|| part_of(app, visit, saved_as?));
        let known = id.and_then(|id| Some((id, draft.proposal.parts.get(&id)?)));
        heard.part = known.map(|(id, _)| id.0);
        heard.seq = saved_as.or(known.map(|(_, part)| part.seq)).unwrap_or_default();
    } else {
        let key = form.get("field");
        let answer = draft.proposal.answers.get(key);
        heard.seq = saved_as.or(answer.map(|answer| answer.seq)).unwrap_or_default();
        let conflict = saved.as_ref().is_err_and(save::is_conflict);
        let field = draft.call.fields.iter().find(|field| field.key == key).filter(|_| conflict);
        heard.theirs = field.map(|field| {
            let now = answer.and_then(|answer| answer.now.as_ref());
            let says = answer.map(|answer| saved_by(visit.forum(), answer.by, visit.lang()));
            let (shown, values) = (shown(field, now, visit.lang()), values(now));
            Theirs { says: says.unwrap_or_default(), shown, values }
        });
    }
    let status = match &saved {
        Ok(_) => StatusCode::OK,
        Err(problem) if save::is_conflict(problem) => StatusCode::CONFLICT,
        Err(problem) => problem.status(),
    };
    heard.problem = saved.err().map(|problem| {
        let said = step::sentence(visit, &problem);
        format!("{} {}", said.what, said.remedy)
    });
    let kept = [(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"))];
    (status, kept, Json(heard)).into_response()
}
