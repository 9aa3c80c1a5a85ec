//! "My programme": the sessions that a reader chose. Without an account they are kept in a cookie of the meeting, so
//! that it works without scripts and the server knows nothing between two visits; of whoever has signed in they are
//! acts, the same on all of their devices.

mod agenda;
pub mod api;
mod code;
mod doors;
mod page;

pub use code::{CODE_MAX, Mine};
pub use doors::{calendar_file, change, show};

use crate::site::Visit;
use axum::http::HeaderValue;
use forum::programme::{Programme, Session};
use forum::series::Meeting;
use forum::{Forum, PersonId, Seq, SessionId};
use maud::{Markup, html};
use platform::languages::key;

/// The id of the form that all buttons of a page belong to, wherever they stand.
const FORM: &str = "mine";

/// The name of the cookie of a meeting. No forum's name has a dot, so that no two meetings share one.
pub fn cookie_name(forum: &str, meeting: &str) -> String {
    format!("mine-{forum}.{meeting}")
}

/// What the reader chose of a meeting: in their account if they have signed in, else on this device.
pub fn of(visit: &Visit, meeting: &Meeting) -> Mine {
    match visit.visitor.person() {
        Some(person) => of_person(visit.forum(), meeting, person),
        None => on_device(visit, meeting),
    }
}

/// What a person chose of a meeting, each session with the version that was the latest then.
fn of_person(forum: &Forum, meeting: &Meeting, person: PersonId) -> Mine {
    let Some(programme) = forum.programme.meetings.get(&meeting.id) else { return Mine::default() };
    let latest_at = |seq: Seq| programme.versions.iter().rev().find(|version| version.seq <= seq);
    let of_meeting = forum.programme.choices_of(person).filter(|(id, _)| programme.sessions.contains_key(id));
    of_meeting.filter_map(|(id, seq)| Some((id, latest_at(seq)?.number))).collect()
}

/// What was chosen on this device without an account. A cookie that cannot be read counts as none.
fn on_device(visit: &Visit, meeting: &Meeting) -> Mine {
    let cookie = visit.cookie(&cookie_name(&visit.slug, meeting.slug.as_str()));
    let mut mine = cookie.and_then(|code| Mine::of(code).ok()).unwrap_or_default();
    let programme = visit.forum().programme.meetings.get(&meeting.id);
    mine.retain(|session| programme.is_some_and(|programme| was_published(programme, session)));
    mine
}

/// Whether a session is or was on the published programme; anything else is none of the reader's business.
fn was_published(programme: &Programme, session: SessionId) -> bool {
    programme.versions.iter().rev().any(|version| version.sessions.contains_key(&session))
}

/// The cookie that keeps a choice for a year. It goes to the pages of its meeting only, and no script can read it.
fn cookie(visit: &Visit, meeting: &Meeting, mine: &Mine) -> Option<HeaderValue> {
    let (name, path) = (cookie_name(&visit.slug, meeting.slug.as_str()), visit.to_meeting(meeting, ""));
    let age = if mine.is_empty() { 0 } else { 31_536_000 };
    let code = mine.code();
    HeaderValue::from_str(&format!("{name}={code}; Path={path}; Max-Age={age}; SameSite=Lax; HttpOnly")).ok()
}

/// The form that the buttons of a page belong to; it leads back to the page.
pub fn form(visit: &Visit, meeting: &Meeting) -> Markup {
    html! {
        form #(FORM) method="post" action=(visit.to_meeting(meeting, "mine")) {
            input type="hidden" name="back" value=(visit.reader.here);
        }
    }
}

/// The small button beside a session in a list: it adds the session to the reader's own, or removes it.
pub fn button(visit: &Visit, mine: &Mine, session: &Session) -> Markup {
    let (name, says, sign) = match mine.contains(session.id) {
        true => ("remove", key("mine-remove"), "✓"),
        false => ("add", key("mine-add"), "+"),
    };
    let says = visit.lang().text_with(says, [("code", (&session.code).into())]);
    html! { button.pick form=(FORM) name=(name) value=(session.id) aria-label=(says) { (sign) } }
}

/// The button on a session's own page, in words.
pub fn wide_button(visit: &Visit, meeting: &Meeting, mine: &Mine, session: &Session) -> Markup {
    let lang = visit.lang();
    let (name, says) = match mine.contains(session.id) {
        true => ("remove", key("mine-remove-this")),
        false => ("add", key("mine-add-this")),
    };
    html! {
        (form(visit, meeting))
        p.mine {
            button form=(FORM) name=(name) value=(session.id) { (lang.text(says)) }
            " " (link(visit, meeting, mine))
        }
    }
}

/// The way to one's own programme, with how much is on it.
pub fn link(visit: &Visit, meeting: &Meeting, mine: &Mine) -> Markup {
    let lang = visit.lang();
    html! {
        a href=(visit.to_meeting(meeting, "mine")) {
            (lang.text("mine-title"))
            @if !mine.is_empty() { " (" (lang.number(mine.len() as i64)) ")" }
        }
    }
}

/// The id by which a page's address can point to a session in a list.
pub fn anchor(session: SessionId) -> String {
    format!("s{session}")
}
