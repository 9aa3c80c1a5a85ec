//! From a request to its answer: a page of the desk, or a form that becomes a command.

use std::sync::Arc;

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use forum::{Command, MeetingId, Refusal};
use platform::writer::Key;
use sha2::{Digest as _, Sha256};

use super::form::{Form, No, Typed, Unread};
use crate::app::{App, forum_in};
use crate::letters;
use crate::problem::Problem;
use crate::refusals::{self, Names, Sentence};
use crate::sign_in::next;
use crate::site::layout::{self, Page};
use crate::site::{NotFound, Visit, errors};

/// A page of the desk: a function of the visit and of what was typed last.
pub(crate) type View<'a> = &'a (dyn Fn(&Visit, &Typed) -> Result<Page, NotFound> + Send + Sync);

/// What a form asks for: the command, and where its answer leads.
pub(crate) struct Order {
    /// What to do.
    pub(crate) command: Command,
    /// Where to go when it is done; without it, to where the form stands.
    pub(crate) to: Option<String>,
    /// The meeting of which a version is published by it, if everybody is to be told whom that concerns.
    pub(crate) tell: Option<MeetingId>,
}

impl From<Command> for Order {
    fn from(command: Command) -> Order {
        Order { command, to: None, tell: None }
    }
}

/// How a form is understood.
pub(crate) type Read<'a> = &'a (dyn Fn(&Visit, &Form) -> Result<Order, No> + Send + Sync);

/// Scripts of the desk are its own, and it may ask nothing but its own site.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Answers with a page.
pub(crate) fn page(visit: &Visit, view: View<'_>) -> Response {
    shown(visit, view, &Typed::default(), StatusCode::OK)
}

fn shown(visit: &Visit, view: View<'_>, typed: &Typed, status: StatusCode) -> Response {
    match view(visit, typed) {
        Err(NotFound) => errors::page(&visit.reader, Some(visit), &Problem::NotFound),
        Ok(page) => whole(visit, &page, status),
    }
}

/// A page of the desk as a response.
pub(crate) fn whole(visit: &Visit, page: &Page, status: StatusCode) -> Response {
    let body = Html(layout::whole(&visit.reader, Some(visit), page).into_string());
    let mut response = crate::site::visit::remembering(&visit.reader, (status, body).into_response());
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    response
}

/// How often a form is read anew because the forum has moved on between reading it and doing what it says. What it
/// counts ahead (the number of a new session) holds for one state only.
const TRIES: usize = 5;

/// Does what a form says and leads back to its page; if that is refused, shows the page with everything that was typed.
pub(crate) async fn form(
    app: &Arc<App>,
    visit: Visit,
    form: Form,
    read: Read<'_>,
    view: View<'_>,
) -> Response {
    let Some(actor) = visit.visitor.actor else {
        return errors::page(&visit.reader, Some(&visit), &Problem::NoToken);
    };
    let Some(key) = key_of(&form) else {
        return errors::page(&visit.reader, Some(&visit), &Problem::BadKey);
    };
    let mut visit = visit;
    let mut tries = 0;
    loop {
        tries += 1;
        let order = match read(&visit, &form) {
            Ok(order) => order,
            Err(No::Elsewhere(to)) => return Redirect::to(&to).into_response(),
            Err(no) => return refused(&visit, form, view, no),
        };
        let to = order.to.unwrap_or_else(|| back(&visit, &form));
        match app.give_as(&visit.slug, actor, key.clone(), order.command).await {
            Ok(_) if order.tell.is_some() => {
                tell(app, &visit.slug, order.tell);
                return Redirect::to(&to).into_response();
            }
            // The key was used for the same fields when the forum stood elsewhere: sent twice, and done once.
            Ok(_) | Err(Problem::KeyTaken) => return done(&to),
            Err(Problem::Refused(refusal)) => {
                let moved_on = matches!(refusal.reason(), Refusal::MovedOn { .. });
                let reader = visit.reader.clone();
                visit = match visit.anew(app) {
                    Ok(anew) => anew,
                    Err(problem) => return errors::page(&reader, None, &problem),
                };
                if !moved_on || tries >= TRIES || !form.get("since").is_empty() {
                    return refused(&visit, form, view, refusal.into());
                }
            }
            Err(problem) => return refused(&visit, form, view, No::Problem(problem)),
        }
    }
}

/// Lets everybody be told whom the version concerns that was published just now. If that cannot be noted, the page of
/// letters says that nobody was told, and offers it again.
fn tell(app: &Arc<App>, forum: &str, meeting: Option<MeetingId>) {
    let state = app.state(forum).ok();
    let programmes = state.as_ref().map(|state| &forum_in(state).programme.meetings);
    let latest = meeting.and_then(|meeting| Some((meeting, programmes?.get(&meeting)?.latest()?.number)));
    let Some((meeting, version)) = latest else { return };
    match app.letters().ask(forum, meeting, version) {
        Ok(()) => letters::wake(app, forum),
        Err(error) => tracing::error!(
            "Nobody is told of the programme: the journal of letters cannot be written: {error}"
        ),
    }
}

/// The key of a form with what stands in it. Sent twice it is done once; but whoever goes back to a page that their
/// browser kept, and writes something else, wishes for something else.
pub(crate) fn key_of(form: &Form) -> Option<Key> {
    Key::new(form.get("key")).ok()?;
    let mut digest = Sha256::new();
    for part in form.fields.iter().flat_map(|(name, value)| [name, value]) {
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part);
    }
    let key: String = digest.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    Key::new(&key).ok()
}

/// Where a form leads: back to the page of the desk on which it stood.
fn back(visit: &Visit, form: &Form) -> String {
    match form.get("to") {
        to if to == visit.to("desk") || to.starts_with(&visit.to("desk?")) => {
            next::within(&visit.slug, to).unwrap_or(&visit.reader.here).to_owned()
        }
        _ => visit.reader.here.clone(),
    }
}

/// The same page with what was typed, and why that was not done.
pub(crate) fn refused(visit: &Visit, form: Form, view: View<'_>, no: No) -> Response {
    let status = match &no {
        No::NotFound => return errors::page(&visit.reader, Some(visit), &Problem::NotFound),
        No::Refused(refusal) => Problem::Refused(refusal.reason().clone()).status(),
        No::Problem(problem) => problem.status(),
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let mut told = HeaderMap::new();
    if let No::Problem(problem) = &no
        && let Some(seconds) = problem.retry_after()
    {
        told.insert(header::RETRY_AFTER, seconds.into());
    }
    let why = Some(sentence(visit, no));
    let mut response = shown(visit, view, &Typed { form, why }, status);
    response.headers_mut().extend(told);
    response
}

/// Back to a page after something was done.
pub(crate) fn done(to: &str) -> Response {
    Redirect::to(to).into_response()
}

/// Why not, in words.
fn sentence(visit: &Visit, no: No) -> Sentence {
    let lang = visit.lang();
    let said = |what: String, remedy: String, field: Option<&str>| Sentence {
        what,
        remedy,
        field: field.map(str::to_owned),
    };
    match no {
        No::Refused(refusal) => {
            let names = Names { forum: visit.forum(), viewer: visit.visitor.viewer() };
            refusals::sentence_with_names(lang, refusal.reason(), names)
        }
        No::Unread(field, what) => {
            let (what, remedy) = match what {
                Unread::Number => (lang.text("desk-no-number"), lang.text("desk-no-number-remedy")),
                Unread::Day => (lang.text("desk-no-day"), lang.text("desk-no-day-remedy")),
                Unread::Time => (lang.text("desk-no-time"), lang.text("desk-no-time-remedy")),
                Unread::Slot => (lang.text("desk-no-slots"), lang.text("desk-no-slots-remedy")),
                Unread::Stretch => (lang.text("plan-no-stretch"), lang.text("plan-no-stretch-remedy")),
                Unread::Person => (lang.text("plan-no-person"), lang.text("plan-no-person-remedy")),
                Unread::Walk => (lang.text("plan-no-walk"), lang.text("plan-no-walk-remedy")),
            };
            said(what, remedy, Some(field))
        }
        No::SeveralPeople(name, numbers) => {
            let each: Vec<_> = numbers.iter().map(|number| format!("{name} #{number}")).collect();
            let what = lang.text_with("desk-several-people", [("name", name.into())]);
            let remedy = lang.text_with("desk-several-people-remedy", [("each", each.join(", ").into())]);
            said(what, remedy, Some("people"))
        }
        No::UnknownCode(code) => {
            let what = lang.text_with("desk-no-code", [("code", code.into())]);
            said(what, lang.text("desk-no-code-remedy"), Some("sessions"))
        }
        No::DecidedMeanwhile(codes) => {
            let what = lang.text_with("review-meanwhile", [("codes", codes.into())]);
            said(what, lang.text("review-meanwhile-remedy"), None)
        }
        No::Problem(problem) => {
            let words = problem.said(lang);
            said(words.what, words.remedy, None)
        }
        No::Elsewhere(_) | No::NotFound => said(String::new(), String::new(), None),
    }
}

/// The context of the handlers.
pub(crate) type Here = axum::extract::State<Arc<App>>;
