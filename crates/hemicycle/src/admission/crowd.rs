//! What one hears who came too many: written beforehand, in every language, for readers and for programs. Saying no must
//! not cost what it is to save.

use crate::api::Caller;
use crate::languages::languages;
use crate::problem::Problem;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Request, Response, StatusCode, header};
use axum::response::IntoResponse as _;
use platform::languages::Locale;
use std::collections::HashMap;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

/// The refusals by tag of language.
pub(super) struct Refusals(HashMap<&'static str, Refusal>);

struct Refusal {
    page: Written,
    data: Written,
}

/// A response that is given again and again.
struct Written {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Refusals {
    /// Writes them.
    pub(super) fn new() -> Refusals {
        Refusals(languages().all().map(|to| (to.tag(), Refusal { page: page(to), data: data(to) })).collect())
    }

    /// The one for this request.
    pub(super) fn answer<B>(&self, request: &Request<B>) -> Response<Body> {
        let accepted = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let to = match accepted {
            Some(_) => languages().negotiate(None, None, accepted),
            None => languages().default_locale(),
        };
        let refusal = &self.0[to.tag()];
        let is_data = request.uri().path().starts_with("/api/");
        let written = if is_data { &refusal.data } else { &refusal.page };
        let mut response = Response::new(Body::from(written.body.clone()));
        *response.status_mut() = written.status;
        *response.headers_mut() = written.headers.clone();
        response
    }
}

fn page(to: &Locale) -> Written {
    let said = Problem::Crowded.said(to);
    let headers = [(header::CACHE_CONTROL, "no-store"), (header::CONTENT_LANGUAGE, to.tag())];
    let text = format!("{}\n{}\n", said.what, said.remedy);
    let mut response = (Problem::Crowded.status(), headers, text).into_response();
    Problem::Crowded.add_headers(&mut response);
    written(response)
}

fn data(to: &Arc<Locale>) -> Written {
    written(Caller(Arc::clone(to)).tell(Problem::Crowded).into_response())
}

fn written(response: Response<Body>) -> Written {
    let (head, body) = response.into_parts();
    let reading = pin!(to_bytes(body, usize::MAX)).poll(&mut Context::from_waker(Waker::noop()));
    let Poll::Ready(Ok(body)) = reading else {
        unreachable!("a refusal is a text: there is nothing to wait for")
    };
    Written { status: head.status, headers: head.headers, body }
}
