//! The addresses of the page on which the machine plans.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use forum::programme::{Command as Step, Placed, Places, arranged};
use forum::{Command, Refusal, RoomId, SessionId, fold};

use super::page::page;
use super::wishes::{Keep, Wishes};
use crate::app::App;
use crate::desk::answer::{self, Order};
use crate::desk::doors::unread;
use crate::desk::form::{Form, No, Typed};
use crate::desk::told::Draft;
use crate::problem::Problem;
use crate::site::{NotFound, Visit, errors};

/// `/{forum}/desk/meetings/{meeting}/solver`: what a run shall do, how far it is, what it found.
pub async fn solver(State(app): State<Arc<App>>, visit: Visit) -> Response {
    answer::page(&visit, &|visit: &Visit, typed: &Typed| page(&app, visit, typed))
}

/// What the forms of that page are sent to.
pub async fn solver_form(State(app): State<Arc<App>>, visit: Visit, form: Form) -> Response {
    if let Some(problem) = unread(&form) {
        return errors::page(&visit.reader, Some(&visit), &problem);
    }
    let view = |visit: &Visit, typed: &Typed| page(&app, visit, typed);
    // To run is no act: what these ask for is not in the log, and needs no writer.
    let done = match form.get("do") {
        "start" => start(&app, &visit, &form),
        "stop" => about_run(&app, &visit, |app, meeting| app.runs().stop(&visit.slug, meeting)),
        "discard" => about_run(&app, &visit, |app, meeting| {
            app.runs().discard(&visit.slug, meeting);
            Ok(())
        }),
        _ => {
            let read = |visit: &Visit, form: &Form| command(&app, visit, form);
            return answer::form(&app, visit, form, &read, &view).await;
        }
    };
    match done {
        Ok(()) => answer::done(&visit.reader.here),
        Err(no) => answer::refused(&visit, form, &view, no),
    }
}

fn about_run(
    app: &App,
    visit: &Visit,
    what: impl FnOnce(&App, forum::MeetingId) -> Result<(), Problem>,
) -> Result<(), No> {
    let draft = Draft::of(visit).map_err(|NotFound| No::NotFound)?;
    what(app, draft.meeting.id).map_err(No::from)
}

fn start(app: &App, visit: &Visit, form: &Form) -> Result<(), No> {
    let draft = Draft::of(visit).map_err(|NotFound| No::NotFound)?;
    let wishes = wishes(&draft, form)?;
    let started = app.runs().start(&visit.slug, visit.forum(), draft.meeting.id, wishes, form.get("key"));
    started.map_err(No::from)
}

/// What stands in the form that starts a run.
fn wishes(draft: &Draft<'_>, form: &Form) -> Result<Wishes, No> {
    let usual = Wishes::default();
    let keep = Keep::ALL.into_iter().find(|keep| keep.key() == form.get("keep"));
    let rooms = form.all("rooms").map(|id| id.parse().map(RoomId).map_err(|_| No::NotFound));
    let sessions = form.lines("sessions").map(|line| by_code(draft, line));
    Ok(Wishes {
        seconds: form.number("seconds")?.unwrap_or(usual.seconds),
        threads: form.number("threads")?.unwrap_or(usual.threads),
        seed: form.number("seed")?.unwrap_or(usual.seed),
        keep: keep.ok_or(No::NotFound)?,
        without_rooms: rooms.collect::<Result<BTreeSet<_>, No>>()?,
        without_sessions: sessions.collect::<Result<BTreeSet<_>, No>>()?,
    })
}

/// A session by its code, however it is written.
fn by_code(draft: &Draft<'_>, code: &str) -> Result<SessionId, No> {
    let plain = |text: &str| fold(text).split_whitespace().collect::<String>();
    let known = draft.programme.sessions.values().find(|session| plain(&session.code) == plain(code));
    known.map(|session| session.id).ok_or_else(|| No::UnknownCode(code.to_owned()))
}

/// Forms about what was found: to adopt it, or to keep it beside the draft.
fn command(app: &App, visit: &Visit, form: &Form) -> Result<Order, No> {
    let draft = Draft::of(visit).map_err(|NotFound| No::NotFound)?;
    let found = app.runs().found(&visit.slug, draft.meeting.id).ok_or(No::NotFound)?;
    match form.get("do") {
        "adopt" => {
            let to = format!("{}?done=adopted", draft.to("programme"));
            Ok(Order { to: Some(to), ..adopt(&draft, &found.places, form)? })
        }
        "keep" => {
            let there = arranged(visit.forum(), draft.meeting.id, &found.places).places();
            let places = there.into_iter().map(|(session, place)| Placed { session, place }).collect();
            let (name, note) = (form.get("name").to_owned(), form.get("note").to_owned());
            let keep = Step::KeepVariant { meeting: draft.meeting.id, name, note, places: Some(places) };
            Ok(Order { command: keep.into(), to: Some(draft.to("variants")), tell: None })
        }
        _ => Err(No::NotFound),
    }
}

/// Brings the sessions of the draft to other places, as one change: what the page has shown, or nothing.
pub(in crate::desk) fn adopt(draft: &Draft<'_>, places: &Places, form: &Form) -> Result<Order, No> {
    let (forum, base) = (draft.visit.forum(), form.needed("base")?);
    let now = draft.programme.changed;
    if base != now {
        return Err(Refusal::MovedOn { since: base, now }.into());
    }
    let steps = draft.programme.steps_to(&arranged(forum, draft.meeting.id, places));
    if steps.is_empty() {
        return Err(Refusal::NothingChanged.into());
    }
    let steps = steps.into_iter().map(Command::from).collect();
    Ok(Command::Together { since: Some(forum.seq()), steps }.into())
}
