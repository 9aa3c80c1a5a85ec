//! A form that somebody sent, and the page that answers them alone.

use axum::Form;
use axum::extract::FromRequest;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use std::convert::Infallible;

use crate::site::layout::whole;
use crate::site::{Page, Visit};

/// The fields of a form. A body that is no form has none.
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// A field; empty if it was not sent.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// Every value of a field of which there may be several.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Infallible;

    async fn from_request(request: Request, state: &S) -> Result<Fields, Infallible> {
        let form = Form::<Vec<(String, String)>>::from_request(request, state).await;
        Ok(Fields(form.map(|form| form.0).unwrap_or_default()))
    }
}

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
