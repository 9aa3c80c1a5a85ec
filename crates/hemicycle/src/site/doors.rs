//! Between an address and its page: every handler of a public page, in the order of the router.

use std::str::FromStr;
use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;

use super::reader::Reader;
use super::visit::{NotFound, Visit};
use super::{address, errors, pages};
use crate::app::App;
use crate::problem::Problem;
use crate::programme::exports;
use crate::programme::exports::doors::{Part, calendar_of};
use crate::programme::pages::{Asked, day, session as session_page, versions as versions_pages};
use crate::{people, search as search_pages, series as series_pages, statistics};

/// `GET /`: the forums; where there is only one, that one.
pub async fn forums(State(app): State<Arc<App>>, reader: Reader) -> Response {
    match app.names().as_slice() {
        [only] => Redirect::temporary(&format!("/{only}")).into_response(),
        names => {
            let visits = names.iter().filter_map(|name| Visit::at(&app, name, reader.clone()).ok());
            let named: Vec<_> = visits.map(|visit| (visit.slug.clone(), visit.name().to_owned())).collect();
            pages::forums(&reader, &named)
        }
    }
}

/// `GET /reading`: the choice of language and time zone.
pub async fn reading(reader: Reader) -> Response {
    pages::reading(&reader, reader.asked("from"), Timestamp::now())
}

/// `GET /{forum}`
pub async fn front(visit: Visit) -> Response {
    visit.answer(series_pages::pages::front)
}

/// `GET /{forum}/series/{series}`
pub async fn series(visit: Visit) -> Response {
    visit.answer(|visit| series_pages::pages::series(visit, visit.part("series")))
}

/// `GET /{forum}/meetings/{meeting}`
pub async fn meeting(visit: Visit) -> Response {
    visit.answer(|visit| series_pages::pages::meeting(visit, visit.part("meeting")))
}

/// `GET /{forum}/meetings/{meeting}/programme`
pub async fn programme(visit: Visit) -> Response {
    visit.answer(|visit| {
        day::page(visit, visit.part("meeting"), None, &Asked::of(&visit.reader), Timestamp::now())
    })
}

/// `GET /{forum}/meetings/{meeting}/exports`
pub async fn exports(State(app): State<Arc<App>>, visit: Visit, headers: HeaderMap) -> Response {
    let base = address::base(app.config().public_address.as_ref(), &headers);
    visit.answer(|visit| exports::page::page(&app, visit, &base))
}

/// `GET /{forum}/meetings/{meeting}/programme/{date}`, and with `.ics` behind it the day as a calendar, with
/// `.pdf` on paper.
pub async fn programme_day(State(app): State<Arc<App>>, visit: Visit, headers: HeaderMap) -> Response {
    if let Some(Ok(day)) = visit.part("date").strip_suffix(".ics").map(exact) {
        return calendar_of(&app, &visit, &headers, Part::Day(day));
    }
    if let Some(Ok(day)) = visit.part("date").strip_suffix(".pdf").map(exact) {
        return exports::pdf::answer(app, visit, headers, Some(day)).await;
    }
    visit.answer(|visit| {
        let date = exact(visit.part("date"))?;
        day::page(visit, visit.part("meeting"), Some(date), &Asked::of(&visit.reader), Timestamp::now())
    })
}

/// `GET /{forum}/meetings/{meeting}/programme/versions`
pub async fn versions(visit: Visit) -> Response {
    visit.answer(|visit| versions_pages::list(visit, visit.part("meeting")))
}

/// `GET /{forum}/meetings/{meeting}/programme/versions/{version}`
pub async fn version(visit: Visit) -> Response {
    visit.answer(|visit| versions_pages::version(visit, visit.part("meeting"), exact(visit.part("version"))?))
}

/// `GET /{forum}/meetings/{meeting}/sessions/{session}`, and with `.ics` behind it the session as a calendar.
pub async fn session(State(app): State<Arc<App>>, visit: Visit, headers: HeaderMap) -> Response {
    if let Some(session) = visit.part("session").strip_suffix(".ics") {
        return calendar_of(&app, &visit, &headers, Part::Session(session));
    }
    visit.answer(|visit| session_page::page(visit, visit.part("meeting"), visit.part("session")))
}

/// `GET /{forum}/statistics`
pub async fn years(visit: Visit) -> Response {
    visit.answer(statistics::years::page)
}

/// `GET /{forum}/meetings/{meeting}/statistics`
pub async fn statistics(visit: Visit) -> Response {
    visit.answer(statistics::page::page)
}

/// `GET /{forum}/people`
pub async fn persons(visit: Visit) -> Response {
    visit.answer(people::pages::list)
}

/// `GET /{forum}/people/{person}`
pub async fn person(visit: Visit) -> Response {
    visit.answer(|visit| people::pages::page(visit, exact(visit.part("person"))?))
}

/// `GET /{forum}/organisations`
pub async fn organisations(visit: Visit) -> Response {
    visit.answer(people::organisations::list)
}

/// `GET /{forum}/organisations/{organisation}`
pub async fn organisation(visit: Visit) -> Response {
    visit.answer(|visit| people::organisations::page(visit, exact(visit.part("organisation"))?))
}

/// `GET /{forum}/search`
pub async fn search(visit: Visit) -> Response {
    visit.answer(search_pages::pages::page)
}

/// Every other address. Below a forum's own address the page is that forum's, so that its reader can go on. A page has
/// one address: with a slash at its end it leads to the one without.
pub async fn elsewhere(State(app): State<Arc<App>>, uri: Uri, reader: Reader) -> Response {
    if let Some(address) = without_slash(&uri) {
        return Redirect::permanent(&address).into_response();
    }
    let first = uri.path().split('/').nth(1).unwrap_or_default();
    let visit = Visit::at(&app, first, reader.clone());
    errors::page(&reader, visit.as_ref().ok(), &Problem::NotFound)
}

/// A page that was asked for otherwise than by reading it.
pub async fn no_such_method(reader: Reader) -> Response {
    errors::page(&reader, None, &Problem::NoSuchMethod)
}

/// The address without the slash at its end; only where a name follows the first slash, for `//name` is another host.
fn without_slash(uri: &Uri) -> Option<String> {
    let path = uri.path().strip_suffix('/')?;
    let name = path.strip_prefix('/')?;
    name.starts_with(|first: char| first.is_ascii_alphanumeric()).then_some(())?;
    let query = uri.query().map_or_else(String::new, |query| format!("?{query}"));
    Some(format!("{}{query}", path.trim_end_matches('/')))
}

/// Reads a part of an address that has one form only: `7`, not `+7` or `07`. Otherwise a page had many addresses.
fn exact<T: FromStr + ToString>(part: &str) -> Result<T, NotFound> {
    part.parse().ok().filter(|value: &T| value.to_string() == part).ok_or(NotFound)
}
