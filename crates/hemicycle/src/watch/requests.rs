//! Requests: counted by the pattern of their address, and a line for each in the log.

use crate::routes::{Kind, ROUTES, Route, Verb};
use axum::body::{Body, HttpBody as _};
use axum::http::{HeaderName, HeaderValue, Response, StatusCode};
use platform::measure::Histogram;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Instant;

/// Which answers belong together: those of 1xx to 5xx.
const CLASSES: usize = 5;

/// The number of a request in the log, told to whoever got no good answer, so that both can be brought together.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The counts of all requests.
#[derive(Debug)]
pub(crate) struct Requests {
    /// Rows of the table of addresses, then one for all other addresses, one for what came too many.
    answers: Vec<[AtomicU64; CLASSES]>,
    rows: HashMap<(Verb, &'static str), usize>,
    pub(super) in_flight: AtomicUsize,
    pub(super) seconds: [Histogram; KINDS.len()],
    /// Random for each process, and a count: nobody learns from a number how many asked.
    first: u64,
    next: AtomicU64,
}

/// The kinds of answers, with what is answered where there is none.
pub(super) const KINDS: [(&str, Option<Kind>); 5] = [
    ("page", Some(Kind::Page)),
    ("form", Some(Kind::Form)),
    ("data", Some(Kind::Data)),
    ("file", Some(Kind::File)),
    ("none", None),
];

/// A request that is being answered.
pub(crate) struct Underway {
    requests: Arc<super::Watch>,
    begun: Instant,
}

impl Default for Requests {
    fn default() -> Self {
        let rows: HashMap<_, _> =
            ROUTES.iter().enumerate().map(|(row, route)| ((route.verb, route.path), row)).collect();
        let token = u64::from_str_radix(&platform::random_token()[..16], 16).unwrap_or_default();
        Requests {
            answers: (0..=ROUTES.len()).map(|_| Default::default()).collect(),
            rows,
            in_flight: AtomicUsize::new(0),
            seconds: Default::default(),
            first: token,
            next: AtomicU64::new(0),
        }
    }
}

impl Requests {
    /// How many answers of each class each pattern has had: `(method, pattern, class, count)`. The parts of a pattern are
    /// written `:forum`, for not every reader of figures stands braces within a label.
    pub(super) fn answers(&self) -> Vec<(&'static str, String, usize, u64)> {
        let known = ROUTES.iter().map(|route| (method(route.verb), route.path));
        let mut found = Vec::new();
        for ((method, path), classes) in known.chain([("any", "none")]).zip(&self.answers) {
            for (class, count) in
                (1..).zip(classes).map(|(class, count)| (class, count.load(Ordering::Relaxed)))
            {
                if count > 0 {
                    found.push((method, path.replace('{', ":").replace('}', ""), class, count));
                }
            }
        }
        found
    }

    fn id(&self) -> String {
        let n = self.next.fetch_add(1, Ordering::Relaxed);
        format!("{:016x}", self.first ^ n.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }
}

fn method(verb: Verb) -> &'static str {
    match verb {
        Verb::Get => "GET",
        Verb::Post => "POST",
    }
}

impl Underway {
    /// A request has come.
    pub(crate) fn begin(watch: &Arc<super::Watch>) -> Underway {
        watch.requests.in_flight.fetch_add(1, Ordering::Relaxed);
        Underway { requests: Arc::clone(watch), begun: Instant::now() }
    }

    /// It is answered. Which row of the table answered, the guard has noted on the response.
    pub(crate) fn end(self, mut response: Response<Body>) -> Response<Body> {
        let requests = &self.requests.requests;
        let route = response.extensions().get::<&'static Route>().copied();
        let (took, status) = (self.begun.elapsed(), response.status());
        let row = route.and_then(|route| requests.rows.get(&(route.verb, route.path)).copied());
        let class = usize::from(status.as_u16() / 100).clamp(1, CLASSES) - 1;
        requests.answers[row.unwrap_or(ROUTES.len())][class].fetch_add(1, Ordering::Relaxed);
        let kind = KINDS.iter().position(|(_, kind)| *kind == route.map(|route| route.kind));
        requests.seconds[kind.unwrap_or(KINDS.len() - 1)].note(took);
        let id = requests.id();
        log(route, status, took.as_micros(), response.body().size_hint().exact(), &id);
        if (status.is_client_error() || status.is_server_error())
            && let Ok(id) = HeaderValue::from_str(&id)
        {
            response.headers_mut().insert(REQUEST_ID, id);
        }
        response
    }
}

impl Drop for Underway {
    fn drop(&mut self) {
        self.requests.requests.in_flight.fetch_sub(1, Ordering::Relaxed);
    }
}

/// One line. A server error is worth one whatever is asked for; that it was too much to do is no error of ours.
fn log(route: Option<&Route>, status: StatusCode, micros: u128, bytes: Option<u64>, id: &str) {
    let (method, path) = route.map_or(("any", "none"), |route| (method(route.verb), route.path));
    let (status, micros) = (status.as_u16(), u64::try_from(micros).unwrap_or(u64::MAX));
    let bytes = bytes.unwrap_or_default();
    if status == 500 {
        tracing::error!(target: "request", method, path, status, micros, bytes, id, "request");
    } else {
        tracing::debug!(target: "request", method, path, status, micros, bytes, id, "request");
    }
}
