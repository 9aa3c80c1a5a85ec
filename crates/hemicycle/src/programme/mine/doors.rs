//! Between the address of one's own programme and its page; and the change of a choice.

use super::{Mine, anchor, cookie, of, page, was_published};
use crate::problem::Problem;
use crate::site::{Visit, errors};
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use forum::SessionId;
use forum::programme::views::published;
use forum::series::Meeting;

/// `GET /{forum}/meetings/{meeting}/mine`: the reader's own programme, or with `?s=` one that somebody shared.
pub async fn show(visit: Visit) -> Response {
    visit.answer(|visit| page::page(visit, visit.part("meeting")))
}

/// The fields of a form, in the order in which they stand in it.
type Fields = Vec<(String, String)>;

/// `POST /{forum}/meetings/{meeting}/mine`: adds or removes a session, takes over a shared choice, takes changes as
/// seen, or forgets everything; then it leads back to where the reader was.
pub async fn change(visit: Visit, form: Result<Form<Fields>, FormRejection>) -> Response {
    // A body that is no form wishes for nothing, and changes nothing.
    let fields = form.map(|form| form.0).unwrap_or_default();
    let Ok(meeting) = visit.meeting(visit.part("meeting")) else {
        return errors::page(&visit.reader, Some(&visit), &Problem::NotFound);
    };
    let mut mine = of(&visit, meeting);
    match carry_out(&visit, meeting, &mut mine, &fields) {
        None => errors::page(&visit.reader, Some(&visit), &Problem::NotFound),
        Some(place) => {
            let to = if place.is_empty() { visit.to_meeting(meeting, "mine") } else { place };
            let cookie = cookie(&visit, meeting, &mine).map(|cookie| [(header::SET_COOKIE, cookie)]);
            (StatusCode::SEE_OTHER, cookie, [(header::LOCATION, to)]).into_response()
        }
    }
}

/// Does what a form wishes, and says where to go then; nothing if it wishes for what is not there.
fn carry_out(visit: &Visit, meeting: &Meeting, mine: &mut Mine, fields: &Fields) -> Option<String> {
    let programme = visit.forum().programme.meetings.get(&meeting.id)?;
    let latest = published(visit.forum(), meeting.id)?;
    let field = |name: &str| fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str());
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
    if below && plain { address.to_owned() } else { String::new() }
}

/// The place of a session on a page.
fn at(page: String, session: SessionId) -> String {
    if page.is_empty() { page } else { format!("{page}#{}", anchor(session)) }
}
