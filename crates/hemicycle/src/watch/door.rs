//! The door for those who keep the server, on an address of its own: `/metrics` and `/healthz`, and nothing else.

use super::{health, metrics};
use crate::app::App;
use axum::body::Body;
use axum::http::{Method, Request, Response, StatusCode, header};
use hyper::body::Incoming;
use hyper::service::Service;
use std::convert::Infallible;
use std::future::{Ready, ready};
use std::sync::Arc;

/// What answers there.
#[derive(Clone)]
pub(crate) struct Door(pub(crate) Arc<App>);

impl Service<Request<Incoming>> for Door {
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = Ready<Result<Response<Body>, Infallible>>;

    fn call(&self, request: Request<Incoming>) -> Self::Future {
        ready(Ok(answer(&self.0, request.method(), request.uri().path())))
    }
}

/// The answer to a question.
pub(super) fn answer(app: &App, method: &Method, path: &str) -> Response<Body> {
    match (method, path) {
        (&Method::GET, "/metrics") => {
            let kind = (header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
            let builder =
                Response::builder().header(kind.0, kind.1).header(header::CACHE_CONTROL, "no-store");
            builder.body(Body::from(metrics::page(app))).expect("the headers are plain")
        }
        (&Method::GET, "/healthz") => health(app).answer(true),
        _ => {
            let mut response = Response::new(Body::from("here are /metrics and /healthz\n"));
            *response.status_mut() = StatusCode::NOT_FOUND;
            response
        }
    }
}
