//! From the table of addresses to what listens: a guard before every door, and what all answers have in common.

use crate::api::{Caller, Told};
use crate::app::App;
use crate::guard;
use crate::problem::Problem;
use crate::routes::ROUTES;
use crate::site::{self, doors};
use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::any;
use std::sync::Arc;
use std::time::Duration;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// Longest time for one request, body included; longer ones are cut off, so that stalled clients hold nothing.
const REQUEST_MAX: Duration = Duration::from_secs(30);

/// Addresses beside those of the forums, and so no names for forums.
pub const RESERVED: &[&str] = &["api", "assets", "healthz", "reading"];

/// The whole site.
pub fn router(app: Arc<App>) -> Router {
    let (mut pages, mut data) = (Router::new(), Router::new());
    for route in ROUTES {
        let guard = from_fn_with_state((Arc::clone(&app), route), guard::keep);
        let door = (route.door)().route_layer(guard);
        match route.path.strip_prefix("/api") {
            Some(path) => data = data.route(path, door),
            None => pages = pages.route(route.path, door),
        }
    }
    // What is not in the table is told by the API as data, by all else as a page.
    let data = data
        .fallback(nothing)
        .method_not_allowed_fallback(async |caller: Caller| caller.tell(Problem::NoSuchMethod));
    pages
        .fallback(doors::elsewhere)
        .method_not_allowed_fallback(doors::no_such_method)
        .nest("/api", data)
        .route("/api", any(nothing))
        .route("/api/", any(nothing))
        .layer(from_fn(site::headers::add))
        .layer(CompressionLayer::new())
        .layer(TimeoutLayer::with_status_code(axum::http::StatusCode::REQUEST_TIMEOUT, REQUEST_MAX))
        .with_state(app)
}

/// Every other address of the API.
async fn nothing(caller: Caller) -> Told {
    caller.tell(Problem::NotFound)
}

#[cfg(test)]
mod tests;
