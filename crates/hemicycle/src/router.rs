//! Every address, in the order of the way of a forum.

use crate::api::{self, COMMAND_BYTES_MAX, Caller, Told};
use crate::app::App;
use crate::problem::Problem;
use crate::programme::import::api::import;
use crate::site::doors;
use crate::{programme, record, series, site};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn;
use axum::routing::{any, get, post};
use std::sync::Arc;
use std::time::Duration;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// Longest time for one request, body included; longer ones are cut off, so that stalled clients hold nothing.
const REQUEST_MAX: Duration = Duration::from_secs(30);

/// Addresses beside those of the forums, and so no names for forums.
pub const RESERVED: &[&str] = &["api", "assets", "reading"];

/// The whole site.
pub fn router(app: Arc<App>) -> Router {
    Router::new()
        .merge(pages())
        .nest("/api", data())
        .route("/api", any(nothing))
        .route("/api/", any(nothing))
        .layer(from_fn(site::headers::add))
        .layer(CompressionLayer::new())
        .layer(TimeoutLayer::with_status_code(axum::http::StatusCode::REQUEST_TIMEOUT, REQUEST_MAX))
        .with_state(app)
}

/// The public pages.
fn pages() -> Router<Arc<App>> {
    Router::new()
        .route("/", get(doors::forums))
        .route("/reading", get(doors::reading))
        .route("/assets/{file}", get(site::assets::get))
        .route("/{forum}", get(doors::front))
        .route("/{forum}/series/{series}", get(doors::series))
        .route("/{forum}/meetings/{meeting}", get(doors::meeting))
        .route("/{forum}/people", get(doors::persons))
        .route("/{forum}/people/{person}", get(doors::person))
        .route("/{forum}/organisations", get(doors::organisations))
        .route("/{forum}/organisations/{organisation}", get(doors::organisation))
        .route("/{forum}/meetings/{meeting}/programme", get(doors::programme))
        .route("/{forum}/meetings/{meeting}/programme/versions", get(doors::versions))
        .route("/{forum}/meetings/{meeting}/programme/versions/{version}", get(doors::version))
        .route("/{forum}/meetings/{meeting}/programme/{date}", get(doors::programme_day))
        .route("/{forum}/meetings/{meeting}/sessions/{session}", get(doors::session))
        .route("/{forum}/search", get(doors::search))
        .fallback(doors::elsewhere)
        .method_not_allowed_fallback(doors::no_such_method)
}

/// The API.
fn data() -> Router<Arc<App>> {
    Router::new()
        .route("/{forum}", get(series::api::forum))
        .route("/{forum}/acts", get(record::api::acts))
        .route("/{forum}/commands", post(api::give).layer(DefaultBodyLimit::max(COMMAND_BYTES_MAX)))
        .route("/{forum}/import", post(import).layer(DefaultBodyLimit::max(COMMAND_BYTES_MAX)))
        .route("/{forum}/meetings/{meeting}/programme", get(programme::api::programme))
        .route("/{forum}/meetings/{meeting}/draft", get(programme::api::draft))
        .fallback(nothing)
        .method_not_allowed_fallback(async |caller: Caller| caller.tell(Problem::NoSuchMethod))
}

/// Every other address of the API.
async fn nothing(caller: Caller) -> Told {
    caller.tell(Problem::NotFound)
}

#[cfg(test)]
mod tests;
