//! What answers a form of somebody alone: a page that no cache keeps, or the way to another.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

use crate::site::layout::whole;
use crate::site::{Page, Visit};

/// A page for one reader, which no cache keeps.
#[must_use]
pub fn private(visit: &Visit, status: StatusCode, page: &Page) -> Response {
    let body = Html(whole(&visit.reader, Some(visit), page).into_string());
    (status, [(header::CACHE_CONTROL, "private, no-store")], body).into_response()
}

/// Leads to another page of ours, with a cookie if there is one to set.
#[must_use]
pub fn leads_to(address: &str, cookie: Option<HeaderValue>) -> Response {
    let cookie = cookie.map(|cookie| [(header::SET_COOKIE, cookie)]);
    // Whoever wrote the address has made sure that it can stand in a header.
    let place = HeaderValue::from_str(address).unwrap_or(HeaderValue::from_static("/"));
    let kept = [(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"))];
    (StatusCode::SEE_OTHER, cookie, kept, [(header::LOCATION, place)]).into_response()
}
