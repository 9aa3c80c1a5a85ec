//! One's own account: what others see, and leaving for good.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use forum::access::Access;
use forum::people::{Command as People, Person};
use forum::{Actor, Refusal};
use maud::{Markup, html};
use platform::sign_in::{By, Command};
use platform::writer::Key;

use super::person;
use crate::app::App;
use crate::problem::Problem;
use crate::refusals::{self, Sentence};
use crate::sign_in::answer::{leads_to, private};
use crate::sign_in::carried;
use crate::site::content::name;
use crate::site::form::Form;
use crate::site::{Page, Part, Visit, errors};

/// What the page shows besides what is known.
#[derive(Default)]
struct Shown<'a> {
    /// What was typed, where it was not taken.
    typed: Option<(&'a str, &'a str)>,
    /// Why it was not.
    told: Option<Sentence>,
    /// Whether an erasure was asked for without saying that it is meant.
    unsure: bool,
    /// Why they cannot be forgotten now.
    kept: Option<Sentence>,
}

/// `GET /{forum}/me`
pub async fn show(visit: Visit) -> Response {
    answer(&visit, StatusCode::OK, &Shown::default())
}

fn answer(visit: &Visit, status: StatusCode, shown: &Shown<'_>) -> Response {
    match person(visit) {
        Ok((_, person)) => private(visit, status, &page(visit, person, shown)),
        Err(response) => *response,
    }
}

/// `POST /{forum}/me`: changes what others see.
pub async fn amend(State(app): State<Arc<App>>, visit: Visit, fields: Form) -> Response {
    let Ok((id, _)) = person(&visit) else { return answer(&visit, StatusCode::OK, &Shown::default()) };
    let Ok(key) = Key::new(fields.get("key")) else {
        return errors::page(&visit.reader, Some(&visit), &Problem::BadKey);
    };
    let typed = (fields.get("name"), fields.get("biography"));
    let command = People::AmendPerson {
        person: id,
        name: Some(typed.0.to_owned()),
        biography: Some(typed.1.to_owned()),
        organisation: None,
    };
    match app.give_as(&visit.slug, Actor::Person(id), key, command.into()).await {
        Ok(_) | Err(Problem::Refused(Refusal::NothingChanged)) => leads_to(&visit.to("me"), None),
        Err(Problem::Refused(refusal)) => {
            let told = Some(refusals::sentence(visit.lang(), &refusal));
            let shown = Shown { typed: Some(typed), told, ..Shown::default() };
            answer(&visit, StatusCode::UNPROCESSABLE_ENTITY, &shown)
        }
        Err(problem) => errors::page(&visit.reader, Some(&visit), &problem),
    }
}

/// `POST /{forum}/me/erase`: forgets the person, and ends whatever they are signed in with.
pub async fn erase(State(app): State<Arc<App>>, visit: Visit, fields: Form) -> Response {
    let Ok((id, _)) = person(&visit) else { return answer(&visit, StatusCode::OK, &Shown::default()) };
    if fields.get("sure") != "yes" {
        let shown = Shown { unsure: true, ..Shown::default() };
        return answer(&visit, StatusCode::UNPROCESSABLE_ENTITY, &shown);
    }
    let key = Key::new(&platform::random_token()).expect("a token is short and visible");
    let command = People::ErasePerson { person: id };
    match app.give_as(&visit.slug, Actor::Person(id), key, command.into()).await {
        Ok(_) => {}
        Err(Problem::Refused(refusal)) => {
            let shown = Shown { kept: Some(refusals::sentence(visit.lang(), &refusal)), ..Shown::default() };
            return answer(&visit, StatusCode::UNPROCESSABLE_ENTITY, &shown);
        }
        Err(problem) => return errors::page(&visit.reader, Some(&visit), &problem),
    }
    // From here on nobody is known by these sessions and tokens any more. Should their end fail, the next sweep ends them.
    let ended = app.gate().give(&visit.slug, By::House, Command::EndMember { member: id.0.into() }).await;
    drop(ended);
    leads_to(&visit.to(""), carried::end(&visit.slug, app.is_https()))
}

fn page(visit: &Visit, person: &Person, shown: &Shown<'_>) -> Page {
    let lang = visit.lang();
    let main = html! {
        h1 { (lang.text("me-title")) }
        (facts(visit, person))
        nav.tabs aria-label=(lang.text("me-title")) {
            a href=(visit.to("me/sessions")) { (lang.text("me-devices")) }
            a href=(visit.to("me/tokens")) { (lang.text("me-tokens")) }
            a href=(visit.to("proposals")) { (lang.text("propose-mine")) }
            a href=(visit.to("me/data")) { (lang.text("me-data")) }
        }
        form method="post" action=(visit.to("sign-out")) { button { (lang.text("sign-out")) } }
        h2 { (lang.text("me-seen")) }
        (amendments(visit, person, shown))
        (super::mailbox::form(visit))
        h2 { (lang.text("me-erase")) }
        p.prose { (lang.text("me-erase-why")) }
        @if let Some(kept) = &shown.kept { p.wrong role="alert" { (kept.what) " " (kept.remedy) } }
        @if shown.unsure { p.wrong #unsure role="alert" { (lang.text("me-erase-unsure")) } }
        form.stack method="post" action=(visit.to("me/erase")) {
            label.check { input type="checkbox" name="sure" value="yes" required aria-describedby=[shown.unsure.then_some("unsure")];
                (lang.text("me-erase-sure")) }
            button { (lang.text("me-erase-go")) }
        }
    };
    Page { title: lang.text("me-title"), part: Part::Elsewhere, main }
}

fn facts(visit: &Visit, person: &Person) -> Markup {
    let lang = visit.lang();
    let access = visit.visitor.access.iter().filter(|access| *access != Access::Public);
    let access: Vec<String> = access.map(|access| lang.text(of_access(access))).collect();
    html! {
        dl.facts {
            dt { (lang.text("sign-in-name")) } dd { (name(person.name.or_empty(), lang)) }
            @if let Some(email) = &person.email {
                dt { (lang.text("sign-in-address")) } dd { bdi dir="ltr" { (email.or_empty()) } }
            }
            dt { (lang.text("me-access")) } dd { (access.join(" · ")) }
        }
    }
}

fn amendments(visit: &Visit, person: &Person, shown: &Shown<'_>) -> Markup {
    let lang = visit.lang();
    let known = (person.name.or_empty(), person.biography.as_ref().map_or("", |words| words.or_empty()));
    let (name, biography) = shown.typed.unwrap_or(known);
    let wrong = shown.told.as_ref().map(|_| "wrong");
    html! {
        @if let Some(told) = &shown.told { p.wrong #wrong role="alert" { (told.what) " " (told.remedy) } }
        form.stack method="post" action=(visit.to("me")) {
            input type="hidden" name="key" value=(platform::random_token());
            label { (lang.text("sign-in-name"))
                input name="name" value=(name) required autocomplete="name" dir="auto" aria-describedby=[wrong]; }
            label { (lang.text("me-biography"))
                // A line feed directly behind the tag is none of the text.
                textarea name="biography" rows="6" dir="auto" { "\n" (biography) } }
            p.soft { (lang.text("markdown-hint")) }
            button { (lang.text("me-save")) }
        }
    }
}

/// The message that names what somebody is to the forum.
pub(super) fn of_access(access: Access) -> &'static str {
    use platform::languages::key;
    match access {
        Access::Public => key("access-public"),
        Access::Participant => key("access-participant"),
        Access::Organiser => key("access-organiser"),
        Access::Speaker => key("access-speaker"),
        Access::Moderator => key("access-moderator"),
        Access::Rapporteur => key("access-rapporteur"),
        Access::Reviewer => key("access-reviewer"),
        Access::Chair => key("access-chair"),
        Access::Secretariat => key("access-secretariat"),
        Access::Admin => key("access-admin"),
    }
}
