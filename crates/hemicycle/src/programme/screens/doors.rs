//! Between an address and its page.

use axum::response::Response;

use super::{answer, now, sheets, sign};
use crate::site::Visit;

/// `GET /{forum}/meetings/{meeting}/now`
pub async fn now(visit: Visit) -> Response {
    answer(&visit, now::page)
}

/// `GET /{forum}/meetings/{meeting}/rooms`, and with `?view=print` a sheet for each door and day.
pub async fn rooms(visit: Visit) -> Response {
    match visit.reader.asked("view") {
        "print" => answer(&visit, sheets::page),
        _ => answer(&visit, sign::list),
    }
}

/// `GET /{forum}/meetings/{meeting}/rooms/{room}`
pub async fn room(visit: Visit) -> Response {
    answer(&visit, sign::page)
}
