//! From the table of addresses to what listens: a guard before every door, and what all answers have in common.

use crate::api::Caller;
use crate::app::App;
use crate::guard;
use crate::problem::Problem;
use crate::routes::ROUTES;
use crate::site::reader::Reader;
use crate::site::{self, doors, errors};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::Uri;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use std::time::Duration;
use tower_http::compression::CompressionLayer;

/// Longest time for one request, body included; longer ones are cut off, so that stalled clients hold nothing.
const REQUEST_MAX: Duration = Duration::from_secs(30);

/// Addresses beside those of the forums, and so no names for forums.
pub const RESERVED: &[&str] = &["api", "assets", "healthz", "reading", "reference"];

/// The whole site.
pub fn router(app: Arc<App>) -> Router {
    let mut all = Router::new();
    for route in ROUTES {
        let guard = from_fn_with_state((Arc::clone(&app), route), guard::keep);
        all = all.route(route.path, (route.door)().route_layer(guard));
    }
    all.fallback(elsewhere)
        .method_not_allowed_fallback(no_such_method)
        .layer(from_fn(in_time))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(Arc::clone(&app), site::headers::add))
        .with_state(app)
}

/// What is not in the table is told by the API as data, by all else as a page.
fn is_data(uri: &Uri) -> bool {
    uri.path() == "/api" || uri.path().starts_with("/api/")
}

async fn elsewhere(app: State<Arc<App>>, uri: Uri, caller: Caller, reader: Reader) -> Response {
    match is_data(&uri) {
        true => caller.tell(Problem::NotFound).into_response(),
        false => doors::elsewhere(app, uri, reader).await,
    }
}

async fn no_such_method(uri: Uri, caller: Caller, reader: Reader) -> Response {
    match is_data(&uri) {
        true => caller.tell(Problem::NoSuchMethod).into_response(),
        false => doors::no_such_method(reader).await,
    }
}

/// Cuts off what takes too long, and says so.
async fn in_time(request: Request, next: Next) -> Response {
    let (data, caller) = (is_data(request.uri()), Caller::of(request.headers()));
    let reader = Reader::of(request.uri(), request.headers());
    match tokio::time::timeout(REQUEST_MAX, next.run(request)).await {
        Ok(response) => response,
        Err(_) if data => caller.tell(Problem::Timeout).into_response(),
        Err(_) => errors::page(&reader, None, &Problem::Timeout),
    }
}

#[cfg(test)]
mod tests;
