//! To whom letters about a version went, and to whom none can go.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use forum::PersonId;
use maud::{Markup, html};

use super::answer::whole;
use super::told::{self, Draft};
use crate::app::App;
use crate::letters::{self, How, Told, address_of, concerned_by};
use crate::problem::{Problem, broken};
use crate::site::content::name;
use crate::site::form::Form;
use crate::site::{NotFound, Page, Part, Visit, errors};

/// `GET /{forum}/desk/meetings/{meeting}/letters`
pub async fn show(State(app): State<Arc<App>>, visit: Visit) -> Response {
    let told = match app.letters().told(&visit.slug) {
        Ok(told) => told,
        Err(error) => return errors::page(&visit.reader, Some(&visit), &broken(&error)),
    };
    match page(&visit, &told) {
        Ok(page) => whole(&visit, &page, StatusCode::OK),
        Err(NotFound) => errors::page(&visit.reader, Some(&visit), &Problem::NotFound),
    }
}

/// `POST /{forum}/desk/meetings/{meeting}/letters`: everybody is told of the latest version whom it concerns.
pub async fn ask(State(app): State<Arc<App>>, visit: Visit, fields: Form) -> Response {
    let meeting = visit.meeting(visit.part("meeting")).ok().map(|meeting| meeting.id);
    let latest = meeting.and_then(|id| visit.forum().programme.meetings.get(&id)?.latest());
    let (Some(meeting), Some(latest)) = (meeting, latest.filter(|_| fields.get("do") == "tell")) else {
        return errors::page(&visit.reader, Some(&visit), &Problem::NotFound);
    };
    if let Err(error) = app.letters().ask(&visit.slug, meeting, latest.number) {
        return errors::page(&visit.reader, Some(&visit), &broken(&error));
    }
    letters::wake(&app, &visit.slug);
    Redirect::to(&visit.reader.here).into_response()
}

fn page(visit: &Visit, told: &Told) -> Result<Page, NotFound> {
    let lang = visit.lang();
    let draft = Draft::of(visit)?;
    let title = lang.text("letters-title");
    let versions = draft.programme.versions.iter().rev().take(10);
    let latest = draft.programme.latest().map(|latest| latest.number);
    let main = html! {
        (draft.ways())
        h1 { (title) }
        p.lead { (lang.text("letters-lead")) }
        @if latest.is_none() { p { (lang.text("programme-not-published")) } }
        @for version in versions {
            section {
                h2 { (lang.text_with("version-name", [("label", (&version.label).into())])) }
                @if told.asked.contains_key(&(draft.meeting.id, version.number)) {
                    (letters_of(&draft, told, version.number))
                } @else {
                    p { (lang.text("letters-none")) }
                    @if latest == Some(version.number) {
                        form.bare method="post" action=(visit.reader.here) {
                            input type="hidden" name="do" value="tell";
                            button { (lang.text("letters-tell")) }
                        }
                    }
                }
            }
        }
    };
    Ok(Page { title, part: Part::Desk, main })
}

/// How the letters about a version stand.
fn letters_of(draft: &Draft<'_>, told: &Told, version: u32) -> Markup {
    let (visit, lang) = (draft.visit, draft.visit.lang());
    let people: Vec<PersonId> = concerned_by(&draft.programme, version).into_keys().collect();
    let how = |person: &PersonId| told.letters.get(&(draft.meeting.id, version, *person)).copied();
    let none = |person: &PersonId| how(person).is_none() && address_of(visit.forum(), *person).is_none();
    let of = |wanted: &dyn Fn(&PersonId) -> bool| people.iter().filter(|one| wanted(one)).collect::<Vec<_>>();
    let lists = [
        (platform::languages::key("letters-sent"), of(&|one| how(one) == Some(How::Sent))),
        (platform::languages::key("letters-waiting"), of(&|one| how(one).is_none() && !none(one))),
        (
            platform::languages::key("letters-refused"),
            of(&|one| matches!(how(one), Some(How::Refused | How::Late))),
        ),
        (platform::languages::key("letters-no-address"), of(&none)),
    ];
    html! {
        @for (what, people) in lists.iter().filter(|(_, people)| !people.is_empty()) {
            details {
                summary { (lang.text_with(what, [("count", people.len().into())])) }
                ul.people { @for person in people {
                    li { a href=(visit.to(format!("people/{person}"))) { (name(&told::person_name(visit, **person), lang)) } }
                } }
            }
        }
    }
}
