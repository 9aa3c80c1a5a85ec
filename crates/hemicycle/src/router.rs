//! Every address, in the order of the way of a forum.

use crate::api::{self, COMMAND_BYTES_MAX, Caller};
use crate::app::App;
use crate::problem::Problem;
use crate::{programme, series};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use std::sync::Arc;
use std::time::Duration;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// Longest time for one request, body included; longer ones are cut off, so that stalled clients hold nothing.
const REQUEST_MAX: Duration = Duration::from_secs(30);

/// The whole site.
pub fn router(app: Arc<App>) -> Router {
    Router::new()
        .nest("/api", data())
        .layer(CompressionLayer::new())
        .layer(TimeoutLayer::with_status_code(axum::http::StatusCode::REQUEST_TIMEOUT, REQUEST_MAX))
        .with_state(app)
}

/// The API.
fn data() -> Router<Arc<App>> {
    Router::new()
        .route("/{forum}", get(series::api::forum))
        .route("/{forum}/commands", post(api::give).layer(DefaultBodyLimit::max(COMMAND_BYTES_MAX)))
        .route("/{forum}/meetings/{meeting}/programme", get(programme::api::programme))
        .route("/{forum}/meetings/{meeting}/draft", get(programme::api::draft))
        .fallback(|caller: Caller| async { caller.tell(Problem::NotFound) })
}
