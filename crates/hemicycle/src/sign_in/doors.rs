//! Asking for a link, signing in with it, and signing out.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use forum::access::{Access, access};
use forum::people::{Command as People, mailbox};
use forum::settings::Key as Setting;
use forum::{Actor, Forum, PersonId, Refusal};
use jiff::Timestamp;
use platform::mail::is_address;
use platform::sign_in::{By, Command, Secret, SecretDigest, Slow};
use platform::writer::Key;

use super::answer::{leads_to, private};
use super::peer::Asker;
use super::{LINK_LASTS, SESSION_LASTS, carried, device, letter, next, pages};
use crate::app::{App, forum_in};
use crate::problem::Problem;
use crate::refusals;
use crate::site::form::Form;
use crate::site::reader::encode;
use crate::site::{Visit, errors};

/// Longest address for mail, in bytes (RFC 5321).
const ADDRESS_MAX: usize = 254;

/// `GET /{forum}/sign-in`: the form for an address.
pub async fn form(State(app): State<Arc<App>>, visit: Visit) -> Response {
    let next = next::within(&visit.slug, visit.reader.asked("next")).unwrap_or_default();
    if visit.visitor.person().is_some() {
        return leads_to(&onward(&visit, next), None);
    }
    private(&visit, StatusCode::OK, &pages::form(&visit, next, None, app.gate().outbox().is_some()))
}

/// `POST /{forum}/sign-in`: sends a link. The answer is the same, and takes the same, whoever holds the address.
pub async fn ask(State(app): State<Arc<App>>, visit: Visit, Asker(from): Asker, fields: Form) -> Response {
    let next = next::within(&visit.slug, fields.get("next")).unwrap_or_default();
    let typed = fields.get("email").trim();
    if !can_be_written_to(typed) {
        let page = pages::form(&visit, next, Some(typed), app.gate().outbox().is_some());
        return private(&visit, StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let is_known = visit.forum().people.by_email(typed).is_some();
    let sent = match app.gate().asks(&visit.slug, &mailbox(typed), is_known, from) {
        Ok(()) => send_link(&app, &visit, typed, next).await,
        Err(Slow::Mailbox) => Ok(()),
        Err(Slow::Block(wait)) => {
            let seconds = u16::try_from(wait.as_secs() + 1).unwrap_or(u16::MAX);
            Err(Problem::TooOften { seconds })
        }
    };
    match sent {
        Ok(()) => private(&visit, StatusCode::OK, &pages::sent(&visit, typed, next)),
        Err(problem) => errors::page(&visit.reader, Some(&visit), &problem),
    }
}

/// Whether mail can go there, as far as the form of an address tells.
pub(super) fn can_be_written_to(typed: &str) -> bool {
    let is_host = typed.rsplit_once('@').is_some_and(|(_, host)| host.contains('.'));
    is_address(typed) && is_host && typed.len() <= ADDRESS_MAX
}

/// Sends a link to an address, which leads on to a page of the forum.
///
/// # Errors
/// If it cannot be made or sent.
pub(crate) async fn send_link(app: &App, visit: &Visit, to: &str, next: &str) -> Result<(), Problem> {
    let secret = Secret::random();
    let command =
        Command::AskLink { link: secret.digest(), address: mailbox(to), member: None, lasts: LINK_LASTS };
    if app.gate().give(&visit.slug, By::Anyone, command).await?.is_err() {
        return Err(Problem::Broken);
    }
    // Where strangers cannot come in, none of them is written to; the answer is the same.
    let forum = visit.forum();
    if !forum.settings.is_on(Setting::SignUp) && forum.people.by_email(to).is_none() {
        return Ok(());
    }
    let link = app.whole_address(&visit.to(address_of(&secret, next)));
    let (forum, name) = (visit.slug.as_str(), visit.name());
    let link = letter::Link { forum, name, to, link: &link, lasts: LINK_LASTS };
    app.gate().send(letter::asked(&link, visit.lang(), Timestamp::now()))
}

/// The address of a link below its forum.
pub fn address_of(secret: &Secret, next: &str) -> String {
    let next = if next.is_empty() { String::new() } else { format!("?next={}", encode(next)) };
    format!("sign-in/{}{next}", secret.reveal())
}

/// `GET /{forum}/sign-in/{token}`: one button. Reading the page signs nobody in, for programs read mail, too, and follow
/// what they find there.
pub async fn link(State(app): State<Arc<App>>, visit: Visit, Asker(from): Asker) -> Response {
    let next = next::within(&visit.slug, visit.reader.asked("next")).unwrap_or_default();
    match opened(&app, &visit) {
        Some(Opened { address, person, .. }) => {
            let newcomer =
                person.is_none().then_some(pages::Newcomer { address: &address, name: "", told: None });
            let asked = crate::call::above_sign_in(&visit, next, &address, visit.part("token"));
            private(&visit, StatusCode::OK, &pages::link(&visit, next, newcomer.as_ref(), asked))
        }
        None => nothing(&app, &visit, from),
    }
}

/// `POST /{forum}/sign-in/{token}`: signs in, under a session that nobody has known before.
pub async fn enter(
    State(app): State<Arc<App>>,
    visit: Visit,
    Asker(from): Asker,
    headers: HeaderMap,
    fields: Form,
) -> Response {
    let next = next::within(&visit.slug, fields.get("next")).unwrap_or_default();
    let Some(Opened { link, address, person }) = opened(&app, &visit) else {
        // Whoever presses twice is in already.
        return match visit.visitor.person() {
            Some(_) => leads_to(&onward(&visit, next), None),
            None => nothing(&app, &visit, from),
        };
    };
    let name = fields.get("name");
    let entered = match person {
        Some(person) => Ok(person),
        None => entered(&app, &visit, &address, name).await,
    };
    let person = match entered {
        Ok(person) => person,
        Err(Problem::Refused(refusal)) => {
            let told = refusals::sentence(visit.lang(), &refusal);
            let newcomer = pages::Newcomer { address: &address, name, told: Some(&told) };
            return private(
                &visit,
                StatusCode::UNPROCESSABLE_ENTITY,
                &pages::link(&visit, next, Some(&newcomer), None),
            );
        }
        Err(problem) => return errors::page(&visit.reader, Some(&visit), &problem),
    };
    let session = Secret::random();
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (device, member) = (device::words(agent), u64::from(person.0));
    let command =
        Command::OpenSession { link, session: session.digest(), member, device, lasts: SESSION_LASTS };
    match app.gate().give(&visit.slug, By::Anyone, command).await {
        Ok(Ok(_)) => {
            end_session(&app, &visit).await;
            leads_to(&onward(&visit, next), carried::begin(&visit.slug, app.is_https(), &session))
        }
        Ok(Err(_)) => nothing(&app, &visit, from),
        Err(problem) => errors::page(&visit.reader, Some(&visit), &problem),
    }
}

/// `POST /{forum}/sign-out`: ends the session and its cookie.
pub async fn leave(State(app): State<Arc<App>>, visit: Visit) -> Response {
    end_session(&app, &visit).await;
    let mut response = leads_to(&visit.to(""), carried::end(&visit.slug, app.is_https()));
    // What a script has kept on this device of what was written and not yet sent is for nobody else to find.
    let storage = HeaderValue::from_static("\"storage\"");
    response.headers_mut().insert("clear-site-data", storage);
    response
}

/// Ends the session that the request came with. One that cannot be ended now ends by itself in its time.
async fn end_session(app: &App, visit: &Visit) {
    if let (Some(person), Some(session)) = (visit.visitor.person(), visit.visitor.session) {
        let ended =
            app.gate().give(&visit.slug, By::Member(person.0.into()), Command::End { what: session }).await;
        drop(ended);
    }
}

/// A link that opens.
struct Opened {
    link: SecretDigest,
    /// To which mailbox it went.
    address: String,
    /// Whom it signs in; nobody whom the forum knows yet, if it is none.
    person: Option<PersonId>,
}

/// The link of this address, if it opens.
fn opened(app: &App, visit: &Visit) -> Option<Opened> {
    let digest = Secret::read(visit.part("token"))?.digest();
    let door = app.gate().there(&visit.slug)?.state();
    let link = door.state.link(digest, Timestamp::now())?;
    let address = link.address.text()?.to_owned();
    let person = match link.member {
        // Whoever asked to be forgotten since is not signed in by an old invitation, and nobody by one that went to a
        // mailbox which is theirs no more.
        Some(member) => {
            let person = living(visit.forum(), member)?;
            let is_theirs = !is_address(&address) || visit.forum().people.by_email(&address) == Some(person);
            Some(is_theirs.then_some(person)?)
        }
        None => visit.forum().people.by_email(&address),
    };
    Some(Opened { link: digest, address, person })
}

pub(super) fn living(forum: &Forum, member: u64) -> Option<PersonId> {
    let id = PersonId(u32::try_from(member).ok()?);
    access(forum, Some(Actor::Person(id))).contains(Access::Participant).then_some(id)
}

/// Whoever is not known yet enters themselves.
async fn entered(app: &App, visit: &Visit, address: &str, name: &str) -> Result<PersonId, Problem> {
    let command = People::Enter { name: name.to_owned(), email: address.to_owned() };
    let key = Key::new(&platform::random_token()).expect("a token is short and visible");
    match app.give_as(&visit.slug, Actor::Newcomer, key, command.into()).await {
        Ok(_) => {
            let state = app.state(&visit.slug)?;
            forum_in(&state).people.by_email(address).ok_or(Problem::Broken)
        }
        // Somebody else entered them between the page and the button.
        Err(Problem::Refused(Refusal::AlreadyRecorded { person })) => Ok(person),
        Err(problem) => Err(problem),
    }
}

/// Where to go once somebody is in.
fn onward(visit: &Visit, next: &str) -> String {
    if next.is_empty() { visit.to("") } else { next.to_owned() }
}

/// A link that opens nothing: used, too old, or never one.
pub(super) fn nothing(app: &App, visit: &Visit, from: platform::sign_in::Block) -> Response {
    match app.gate().wrong(&visit.slug, Some(from), Problem::NotFound) {
        Problem::NotFound => private(visit, StatusCode::NOT_FOUND, &pages::gone(visit)),
        problem => errors::page(&visit.reader, Some(visit), &problem),
    }
}
