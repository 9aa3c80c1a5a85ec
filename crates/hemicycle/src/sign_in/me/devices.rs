//! Where somebody is signed in, and ending it.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;
use maud::{Markup, html};
use platform::sign_in::{By, Command, Session};

use super::{person, time};
use crate::app::App;
use crate::sign_in::answer::{leads_to, private};
use crate::sign_in::carried;
use crate::site::form::Form;
use crate::site::{Page, Part, Visit, errors};

/// `GET /{forum}/me/sessions`
pub async fn show(State(app): State<Arc<App>>, visit: Visit) -> Response {
    let (id, _) = match person(&visit) {
        Ok(found) => found,
        Err(response) => return *response,
    };
    let door = app.gate().there(&visit.slug).map(|door| door.state());
    let sessions = door.iter().flat_map(|door| door.state.sessions_of(id.0.into(), Timestamp::now()));
    private(&visit, StatusCode::OK, &page(&visit, &sessions.collect::<Vec<_>>()))
}

/// `POST /{forum}/me/sessions`: ends one, or all but this one. One that is not there has ended already.
pub async fn change(State(app): State<Arc<App>>, visit: Visit, fields: Form) -> Response {
    let (id, _) = match person(&visit) {
        Ok(found) => found,
        Err(response) => return *response,
    };
    let what = fields.get("end").parse().ok();
    let command =
        what.map_or(Command::EndOthers { but: visit.visitor.session }, |what| Command::End { what });
    if let Err(problem) = app.gate().give(&visit.slug, By::Member(id.0.into()), command).await {
        return errors::page(&visit.reader, Some(&visit), &problem);
    }
    match visit.visitor.session == what {
        true if what.is_some() => leads_to(&visit.to(""), carried::end(&visit.slug, app.is_https())),
        _ => leads_to(&visit.to("me/sessions"), None),
    }
}

fn page(visit: &Visit, sessions: &[&Session]) -> Page {
    let lang = visit.lang();
    let here = visit.to("me/sessions");
    let main = html! {
        p.over { a href=(visit.to("me")) { (lang.text("me-title")) } }
        h1 { (lang.text("me-devices")) }
        p.lead { (lang.text("me-devices-lead")) }
        ul.list.one { @for session in sessions.iter().rev() { (entry(visit, session, &here)) } }
        @if sessions.len() > 1 {
            form.stack method="post" action=(here) { button { (lang.text("me-devices-end-others")) } }
        }
    };
    Page { title: lang.text("me-devices"), part: Part::Elsewhere, main }
}

fn entry(visit: &Visit, session: &Session, here: &str) -> Markup {
    let lang = visit.lang();
    let device = session.device.text().filter(|text| !text.is_empty());
    let device = device.map_or_else(|| lang.text("me-device-unknown"), str::to_owned);
    let this = visit.visitor.session == Some(session.id);
    html! {
        li {
            h2 #{ "d" (session.id) } { bdi { (device) } @if this { " · " (lang.text("me-device-this")) } }
            p { (lang.text("me-since")) " " (time(visit, session.since)) }
            p { (lang.text("me-until")) " " (time(visit, session.until)) }
            form method="post" action=(here) {
                input type="hidden" name="end" value=(session.id);
                button aria-describedby={ "d" (session.id) } { (lang.text("me-end")) }
            }
        }
    }
}
