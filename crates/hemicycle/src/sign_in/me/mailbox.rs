//! Another address for mail: a link goes to the new one, whoever opens it has shown that it is theirs, and the old one hears
//! of it when it is asked for and when it is done.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use forum::people::{Command as People, mailbox};
use forum::{Actor, PersonId, Refusal};
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};
use platform::languages::Arg;
use platform::sign_in::{Block, By, Command, Secret, SecretDigest, Slow};
use platform::writer::Key;

use super::person;
use crate::app::App;
use crate::problem::Problem;
use crate::refusals;
use crate::sign_in::answer::{leads_to, private};
use crate::sign_in::doors::{can_be_written_to, living, nothing};
use crate::sign_in::peer::Asker;
use crate::sign_in::{LINK_LASTS, letter};
use crate::site::form::Form;
use crate::site::{Page, Part, Visit, errors};

/// How long the word to the old address is of use.
const TOLD_WITHIN: SignedDuration = SignedDuration::from_hours(24);

/// Seconds after which somebody may ask again to whose old address enough letters have gone: it gets five an hour.
const AGAIN_AFTER: i64 = 12 * 60;

/// The form on the page of one's account.
pub(super) fn form(visit: &Visit) -> Markup {
    let lang = visit.lang();
    html! {
        h2 { (lang.text("me-mailbox")) }
        p.prose { (lang.text("me-mailbox-why")) }
        form.stack method="post" action=(visit.to("me/mailbox")) {
            label { (lang.text("me-mailbox-new"))
                input type="email" name="email" required autocomplete="email" dir="ltr" maxlength="254"; }
            button { (lang.text("me-mailbox-send")) }
        }
    }
}

/// `POST /{forum}/me/mailbox`: sends a link to the new address. Whose that is already, nobody is told.
pub async fn ask(State(app): State<Arc<App>>, visit: Visit, Asker(from): Asker, form: Form) -> Response {
    let id = match person(&visit) {
        Ok((id, _)) => id,
        Err(response) => return *response,
    };
    let typed = form.get("email").trim();
    if !can_be_written_to(typed) {
        let wrong = html! { p.wrong role="alert" { (visit.lang().text("sign-in-not-an-address")) } (self::form(&visit)) };
        return private(&visit, StatusCode::UNPROCESSABLE_ENTITY, &page(&visit, &wrong));
    }
    match asked(&app, &visit, id, typed, from).await {
        Ok(()) => {
            let minutes = [("minutes", Arg::from(LINK_LASTS.as_mins().unsigned_abs()))];
            let said = html! {
                p.lead role="status" { (visit.lang().text_with("me-mailbox-sent", minutes)) }
                p { bdi dir="ltr" { (typed) } }
            };
            private(&visit, StatusCode::OK, &page(&visit, &said))
        }
        Err(problem) => errors::page(&visit.reader, Some(&visit), &problem),
    }
}

/// Asks at the new address, once the old one has been told: whoever sits at a browser that is still signed in takes no
/// account away without a word to its owner.
async fn asked(app: &App, visit: &Visit, id: PersonId, typed: &str, from: Block) -> Result<(), Problem> {
    let too_often = |wait: i64| Problem::TooOften { seconds: u16::try_from(wait).unwrap_or(u16::MAX) };
    let old = address_of(visit, id);
    if let Some(old) = &old {
        app.gate().asks(&visit.slug, &mailbox(old), true, from).map_err(|slow| match slow {
            Slow::Block(wait) => too_often(wait.as_secs() + 1),
            Slow::Mailbox => too_often(AGAIN_AFTER),
        })?;
    }
    let is_known = visit.forum().people.by_email(typed).is_some();
    match app.gate().asks(&visit.slug, &mailbox(typed), is_known, from) {
        Ok(()) => {}
        Err(Slow::Mailbox) => return Ok(()),
        Err(Slow::Block(wait)) => return Err(too_often(wait.as_secs() + 1)),
    }
    if let Some(to) = &old {
        let link = letter::Link { forum: &visit.slug, name: visit.name(), to, link: "", lasts: TOLD_WITHIN };
        app.gate().send(letter::moving(&link, visit.lang(), Timestamp::now()))?;
    }
    send(app, visit, id, typed).await
}

async fn send(app: &App, visit: &Visit, id: PersonId, to: &str) -> Result<(), Problem> {
    let secret = Secret::random();
    let command = Command::AskToShow { link: secret.digest(), address: mailbox(to), lasts: LINK_LASTS };
    if app.gate().give(&visit.slug, By::Member(id.0.into()), command).await?.is_err() {
        return Err(Problem::Broken);
    }
    let link = app.whole_address(&visit.to(format!("mailbox/{}", secret.reveal())));
    let link = letter::Link { forum: &visit.slug, name: visit.name(), to, link: &link, lasts: LINK_LASTS };
    app.gate().send(letter::to_show(&link, visit.lang(), Timestamp::now()))
}

fn address_of(visit: &Visit, id: PersonId) -> Option<String> {
    visit.forum().people.persons.get(&id)?.email.as_ref()?.text().map(str::to_owned)
}

/// A link that shows whose an address is.
struct Shown {
    link: SecretDigest,
    address: String,
    person: PersonId,
}

fn shown(app: &App, visit: &Visit) -> Option<Shown> {
    let digest = Secret::read(visit.part("token"))?.digest();
    let door = app.gate().there(&visit.slug)?.state();
    let link = door.state.shows(digest, Timestamp::now())?;
    let person = living(visit.forum(), link.member?)?;
    Some(Shown { link: digest, address: link.address.text()?.to_owned(), person })
}

/// `GET /{forum}/mailbox/{token}`: one button, for programs read mail, too, and follow what they find there.
pub async fn show(State(app): State<Arc<App>>, visit: Visit, Asker(from): Asker) -> Response {
    let Some(Shown { address, .. }) = shown(&app, &visit) else { return nothing(&app, &visit, from) };
    let lang = visit.lang();
    let main = html! {
        p.lead { (lang.text("me-mailbox-confirm")) }
        p { bdi dir="ltr" { (address) } }
        form.ask method="post" action=(visit.to(format!("mailbox/{}", visit.part("token")))) {
            button { (lang.text("me-mailbox-go")) }
        }
    };
    private(&visit, StatusCode::OK, &page(&visit, &main))
}

/// `POST /{forum}/mailbox/{token}`: from now on this is the address.
pub async fn take(State(app): State<Arc<App>>, visit: Visit, Asker(from): Asker) -> Response {
    let Some(Shown { link, address, person }) = shown(&app, &visit) else {
        return nothing(&app, &visit, from);
    };
    let old = address_of(&visit, person);
    match app.gate().give(&visit.slug, By::House, Command::Shown { link }).await {
        Ok(Ok(_)) => {}
        Ok(Err(_)) => return nothing(&app, &visit, from),
        Err(problem) => return errors::page(&visit.reader, Some(&visit), &problem),
    }
    let command = People::ChangeMailbox { person, email: address };
    let key = Key::new(&platform::random_token()).expect("a token is short and visible");
    match app.give_as(&visit.slug, Actor::Newcomer, key, command.into()).await {
        Ok(_) => {
            if let Some(old) = old {
                tell(&app, &visit, &old);
            }
        }
        Err(Problem::Refused(Refusal::NothingChanged)) => {}
        Err(Problem::Refused(refusal)) => {
            let told = refusals::sentence(visit.lang(), &refusal);
            let main = html! { p.wrong role="alert" { (told.what) " " (told.remedy) } };
            return private(&visit, StatusCode::UNPROCESSABLE_ENTITY, &page(&visit, &main));
        }
        Err(problem) => return errors::page(&visit.reader, Some(&visit), &problem),
    }
    match visit.visitor.person() {
        Some(_) => leads_to(&visit.to("me"), None),
        None => {
            let main = html! { p.lead role="status" { (visit.lang().text("me-mailbox-done")) } };
            private(&visit, StatusCode::OK, &page(&visit, &main))
        }
    }
}

/// Tells the old address. If too many letters wait, the change stands all the same.
fn tell(app: &App, visit: &Visit, old: &str) {
    let link = letter::Link { forum: &visit.slug, name: visit.name(), to: old, link: "", lasts: TOLD_WITHIN };
    if app.gate().send(letter::moved(&link, visit.lang(), Timestamp::now())).is_err() {
        tracing::warn!("Somebody's former address could not be told of a change");
    }
}

fn page(visit: &Visit, body: &Markup) -> Page {
    let title = visit.lang().text("me-mailbox");
    let main = html! { h1 { (title) } (body) };
    Page { title, part: Part::Elsewhere, main }
}
