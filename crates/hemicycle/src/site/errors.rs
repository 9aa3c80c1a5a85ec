//! Pages for what went wrong: what happened, and where to go from here. The words are those of the API.

use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use maud::html;

use super::layout::{self, Page, Part};
use super::reader::Reader;
use super::visit::Visit;
use crate::problem::Problem;

/// The page of a problem, within a forum or outside of all.
pub fn page(reader: &Reader, visit: Option<&Visit>, problem: &Problem) -> Response {
    let lang = &reader.lang;
    let said = problem.said(lang);
    let main = html! {
        h1.long { (said.what) }
        p.lead { (said.remedy) }
        @if let Some(visit) = visit {
            form.ask action=(visit.to("search")) role="search" {
                label { (lang.text("search-for")) input type="search" name="q"; }
                button { (lang.text("search-go")) }
            }
        }
    };
    let page = Page { title: said.what, part: Part::Elsewhere, main };
    let body = Html(layout::whole(reader, visit, &page).into_string());
    let mut response = (problem.status(), [(header::CACHE_CONTROL, "no-store")], body).into_response();
    problem.add_headers(&mut response);
    response
}
