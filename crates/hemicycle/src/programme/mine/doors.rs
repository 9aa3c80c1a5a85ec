//! Between the address of one's own programme and its page; and the change of a choice.

use super::{Mine, anchor, cookie, of, on_device, page, was_published};
use crate::app::App;
use crate::problem::Problem;
use crate::programme::exports::{ExportContext, calendar};
use crate::sign_in::{next, scopes};
use crate::site::form::Form;
use crate::site::{Visit, address, errors, etag};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use forum::programme::Command;
use forum::programme::views::published;
use forum::series::Meeting;
use forum::{Actor, PersonId, Refusal, SessionId};
use platform::writer::Key;
use sha2::{Digest as _, Sha256};
use std::sync::Arc;

/// `GET /{forum}/meetings/{meeting}/mine`: the reader's own programme, or with `?s=` one that somebody shared.
pub async fn show(visit: Visit) -> Response {
    visit.answer(|visit| page::page(visit, visit.part("meeting")))
}

/// `GET /{forum}/meetings/{meeting}/mine.ics?s=…`: the chosen sessions as a calendar. The address holds the choice, so
/// that a calendar can ask for it again and again, with no cookie; the events have the ids that they have in the
/// calendar of the whole programme.
pub async fn calendar_file(State(app): State<Arc<App>>, visit: Visit, headers: HeaderMap) -> Response {
    let base = address::base(app.config().public_address.as_ref(), &headers);
    match calendar_of(&visit, &base) {
        None => errors::page(&visit.reader, Some(&visit), &Problem::NotFound),
        Some(bytes) => {
            let tag: String =
                Sha256::digest(&bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
            let tag = format!("W/\"{tag}\"");
            let known = etag::known(&headers, &tag);
            let name = format!("attachment; filename=\"{}-mine.ics\"", visit.part("meeting"));
            let kept = [
                (header::ETAG, tag),
                (header::CACHE_CONTROL, "private, no-cache".to_owned()),
                (header::VARY, "Accept-Language, Cookie".to_owned()),
            ];
            let about = [
                (header::CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()),
                (header::CONTENT_DISPOSITION, name),
            ];
            match known {
                true => (StatusCode::NOT_MODIFIED, kept).into_response(),
                false => (kept, about, bytes).into_response(),
            }
        }
    }
}

fn calendar_of(visit: &Visit, base: &str) -> Option<Vec<u8>> {
    let meeting = visit.meeting(visit.part("meeting")).ok()?;
    let code = visit.reader.asked("s");
    let chosen = if code.is_empty() { of(visit, meeting) } else { Mine::of(code).ok()? };
    let context = ExportContext::of(visit, meeting, base)?;
    let title = [("meeting", (&meeting.title).into())];
    Some(calendar(&context, &visit.lang().text_with("mine-calendar-name", title), |id| chosen.contains(id)))
}

/// `POST /{forum}/meetings/{meeting}/mine`: adds or removes a session, takes over a shared choice or that of this
/// device, takes changes as seen, or forgets everything; then it leads back to where the reader was.
pub async fn change(State(app): State<Arc<App>>, visit: Visit, form: Form) -> Response {
    let Ok(meeting) = visit.meeting(visit.part("meeting")) else {
        return errors::page(&visit.reader, Some(&visit), &Problem::NotFound);
    };
    let before = of(&visit, meeting);
    let mut mine = before.clone();
    let Some(place) = carry_out(&visit, meeting, &mut mine, &form) else {
        return errors::page(&visit.reader, Some(&visit), &Problem::NotFound);
    };
    let kept = match visit.visitor.person() {
        Some(person) => keep(&app, &visit, person, &before, &mine).await,
        None => Ok(()),
    };
    if let Err(problem) = kept {
        return errors::page(&visit.reader, Some(&visit), &problem);
    }
    let device = match visit.visitor.person() {
        None => Some(mine),
        // What was chosen before signing in has been taken over, or is not wanted.
        Some(_) => (form.has("join") || form.has("leave")).then(Mine::default),
    };
    let cookie = device.and_then(|mine| cookie(&visit, meeting, &mine));
    let to = if place.is_empty() { visit.to_meeting(meeting, "mine") } else { place };
    let cookie = cookie.map(|cookie| [(header::SET_COOKIE, cookie)]);
    (StatusCode::SEE_OTHER, cookie, [(header::LOCATION, to)]).into_response()
}

/// Gives the commands that make an account's choice what it is to be. Whoever presses a button twice, or on two devices
/// at once, has what they wished for.
async fn keep(app: &App, visit: &Visit, person: PersonId, before: &Mine, now: &Mine) -> Result<(), Problem> {
    let (gone, new) = (before.beyond(now), now.beyond(before));
    let gone = gone.iter().map(|(session, _)| Command::Unchoose { session, person });
    let published = |session: &SessionId| {
        let meeting = visit.forum().programme.meeting_of(*session);
        let latest = meeting.and_then(|meeting| published(visit.forum(), meeting));
        latest.is_some_and(|version| version.sessions.contains_key(session))
    };
    let new = new.iter().map(|(session, _)| session).filter(published);
    let new = new.map(|session| Command::Choose { session, person });
    let steps: Vec<forum::Command> = gone.chain(new).map(Into::into).collect();
    if steps.is_empty() {
        return Ok(());
    }
    let key = Key::new(&platform::random_token()).expect("a token is short and visible");
    let command = forum::Command::Together { since: None, steps };
    if let Some(scope) = visit.visitor.scopes.lacks(scopes::needed(&command)) {
        return Err(Problem::ScopeMissing { scope });
    }
    match app.give_as(&visit.slug, Actor::Person(person), key, command).await {
        Err(Problem::Refused(refusal)) if *refusal.reason() == Refusal::NothingChanged => Ok(()),
        given => given.map(drop),
    }
}

/// Does what a form wishes, and says where to go then; nothing if it wishes for what is not there.
fn carry_out(visit: &Visit, meeting: &Meeting, mine: &mut Mine, form: &Form) -> Option<String> {
    let programme = visit.forum().programme.meetings.get(&meeting.id)?;
    let latest = published(visit.forum(), meeting.id)?;
    let field = |name: &str| form.has(name).then(|| form.get(name));
    let mut back = back(visit, meeting, field("back").unwrap_or_default());
    let session = |value: &str| value.parse().ok().map(SessionId);
    if let Some(value) = field("add") {
        let id = session(value).filter(|id| latest.sessions.contains_key(id))?;
        // Whoever has no room left is told on the page that lists them.
        if mine.is_full() && !mine.contains(id) {
            return Some(String::new());
        }
        mine.add(id, latest.number);
        back = at(back, id);
    } else if let Some(value) = field("remove") {
        let id = session(value)?;
        mine.remove(id);
        back = at(back, id);
    } else if let Some(code) = field("take") {
        let theirs = Mine::of(code).ok()?;
        let known = theirs.iter().filter(|(id, _)| was_published(programme, *id));
        known.for_each(|(id, version)| mine.add(id, version));
    } else if field("join").is_some() {
        on_device(visit, meeting).iter().for_each(|(id, version)| mine.add(id, version));
    } else if field("seen").is_some() {
        mine.retain(|id| latest.sessions.contains_key(&id));
        mine.seen(latest.number);
    } else if field("clear").is_some() {
        *mine = Mine::default();
    }
    Some(back)
}

/// The page that a form came from, if it is one of this meeting; only its own pages have such forms.
fn back(visit: &Visit, meeting: &Meeting, address: &str) -> String {
    let home = visit.to_meeting(meeting, "");
    let below =
        address.strip_prefix(&home).is_some_and(|rest| rest.starts_with(['/', '?']) || rest.is_empty());
    let plain = address.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'#' | b'\\' | b'"'));
    if below && plain && next::within(&visit.slug, address).is_some() {
        return address.to_owned();
    }
    String::new()
}

/// The place of a session on a page.
fn at(page: String, session: SessionId) -> String {
    if page.is_empty() { page } else { format!("{page}#{}", anchor(session)) }
}
