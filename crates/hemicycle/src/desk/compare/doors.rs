//! The address on which two programmes are compared.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;

use crate::app::App;
use crate::desk::answer;
use crate::desk::form::Typed;
use crate::site::Visit;

/// `GET /{forum}/desk/meetings/{meeting}/compare?one=draft&other=run`
pub async fn compare(State(app): State<Arc<App>>, visit: Visit) -> Response {
    answer::page(&visit, &|visit: &Visit, _: &Typed| super::page::page(&app, visit))
}
