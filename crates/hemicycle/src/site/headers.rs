//! Headers of every response: what a page may load and do, which is next to nothing.

use crate::app::App;
use crate::guard::{carries_session, private_if};
use crate::routes::Route;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::Arc;

/// What every response says about itself, unless it has said otherwise.
const HEADERS: [(HeaderName, &str); 6] = [
    // A page loads its own stylesheet, its pictures and the icon that stands in it, and sends its forms home.
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

/// Once somebody has come over TLS, their browser comes so for a year, whatever a link says.
const HTTPS_ONLY: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// Puts the headers on a response; a middleware around everything else. What no row of the table answers, such as a page
/// that does not exist, is kept from caches here if somebody with a session asked.
pub async fn add(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let known = carries_session(request.headers());
    let mut response = next.run(request).await;
    let of_the_table = response.extensions().get::<&'static Route>().is_some();
    response = private_if(known && !of_the_table, response);
    // A cache may keep even a no that says nothing about it, and give it to somebody who would have heard yes.
    if response.status().is_client_error() || response.status().is_server_error() {
        response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    }
    if app.is_https() {
        response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, HTTPS_ONLY);
    }
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}
