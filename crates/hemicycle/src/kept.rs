//! Answers that are kept for whoever asks the same: the page that everybody comes for is made and compressed once for
//! each act, not once for each reader.
//!
//! Nothing has to be thrown away when the forum changes. An answer is kept together with the act up to which the forum
//! stood when it was made, and given only while the forum stands there still. Kept is only what carries an `ETag` (so
//! its maker says that it depends on nothing else) and was made for somebody who showed neither cookie nor token.

use crate::app::App;
use crate::routes::Route;
use crate::site::etag;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, Method, Request, Response, StatusCode, header};
use jiff::Timestamp;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Most bytes of all kept answers together; with one more they are all let go.
const BYTES_MAX: usize = 12 * 1024 * 1024;
/// Largest answer that is kept.
const ANSWER_MAX: usize = 4 * 1024 * 1024;
/// Longest question for which an answer is kept.
const QUESTION_MAX: usize = 1_000;

/// What an answer may depend on, beside its address and the forum.
const ASKED_WITH: [HeaderName; 7] = [
    header::HOST,
    header::ACCEPT,
    header::ACCEPT_LANGUAGE,
    header::ACCEPT_ENCODING,
    header::FORWARDED,
    HeaderName::from_static("x-forwarded-host"),
    HeaderName::from_static("x-forwarded-proto"),
];
/// With one of these the answer is for one reader alone.
const ALONE: [HeaderName; 3] = [header::COOKIE, header::AUTHORIZATION, header::RANGE];
/// What a browser is told that has the answer already.
const TOLD_UNCHANGED: [HeaderName; 4] =
    [header::ETAG, header::CACHE_CONTROL, header::VARY, header::CONTENT_SECURITY_POLICY];

/// A question that others may ask, too.
pub(crate) struct Question {
    key: String,
    standing: Standing,
}

/// Where a forum stands. Within the hour, since a page may show what is on today. Two logs may be of one length; the
/// time of the last act tells them apart.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Standing {
    seq: u64,
    at: Timestamp,
    hour: i64,
}

/// The kept answers.
#[derive(Default)]
pub(crate) struct Kept(Mutex<Shelf>);

#[derive(Default)]
struct Shelf {
    answers: HashMap<String, Answer>,
    bytes: usize,
}

#[derive(Clone)]
struct Answer {
    standing: Standing,
    /// The row of the table of addresses that made it, for whoever counts.
    route: Option<&'static Route>,
    headers: HeaderMap,
    body: Bytes,
}

impl Question {
    /// The question of a request; `None` if its answer is for this reader alone, or of no forum.
    pub(crate) fn of<B>(request: &Request<B>, app: &App) -> Option<Question> {
        let headers = request.headers();
        if request.method() != Method::GET || ALONE.iter().any(|name| headers.contains_key(name)) {
            return None;
        }
        let mut parts = request.uri().path().split('/').skip(1);
        let standing = match parts.next()? {
            "assets" => Standing { seq: 0, at: Timestamp::UNIX_EPOCH, hour: 0 },
            "api" => standing(app, parts.next()?)?,
            forum => standing(app, forum)?,
        };
        let mut key = request.uri().to_string();
        for name in &ASKED_WITH {
            for value in headers.get_all(name) {
                key.extend(["\n", name.as_str(), ":", value.to_str().ok()?]);
            }
        }
        (key.len() <= QUESTION_MAX).then_some(Question { key, standing })
    }
}

fn standing(app: &App, forum: &str) -> Option<Standing> {
    let state = app.state(forum).ok()?;
    Some(Standing { seq: state.seq, at: state.at, hour: Timestamp::now().as_second() / 3600 })
}

impl Kept {
    /// The answer, if it is kept. `headers` are those of the request, which may say what the browser has.
    pub(crate) fn find(&self, question: &Question, headers: &HeaderMap) -> Option<Response<Body>> {
        let shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let answer =
            shelf.answers.get(&question.key).filter(|answer| answer.standing == question.standing)?;
        let answer = answer.clone();
        drop(shelf);
        let tag = answer.headers.get(header::ETAG).and_then(|tag| tag.to_str().ok());
        let known = tag.is_some_and(|tag| etag::known(headers, tag));
        let mut response = Response::new(Body::empty());
        if known {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            let told = TOLD_UNCHANGED.iter().filter_map(|name| Some((name, answer.headers.get(name)?)));
            response.headers_mut().extend(told.map(|(name, value)| (name.clone(), value.clone())));
        } else {
            *response.headers_mut() = answer.headers;
            *response.body_mut() = Body::from(answer.body);
        }
        if let Some(route) = answer.route {
            response.extensions_mut().insert(route);
        }
        Some(response)
    }

    /// Keeps an answer, if others may have it.
    pub(crate) fn keep(&self, question: Question, response: &Response<()>, body: &Bytes) {
        let headers = response.headers();
        let secret = headers
            .get_all(header::CACHE_CONTROL)
            .iter()
            .any(|value| value.to_str().map_or(true, |value| value.contains("no-store")));
        let mine = secret || headers.contains_key(header::SET_COOKIE) || !headers.contains_key(header::ETAG);
        if response.status() != StatusCode::OK || mine || body.len() > ANSWER_MAX {
            return;
        }
        let size = |key: &str, body: &Bytes| key.len() + body.len();
        let added = size(&question.key, body);
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if shelf.bytes + added > BYTES_MAX {
            *shelf = Shelf::default();
        }
        shelf.bytes += added;
        let key = question.key.clone();
        let route = response.extensions().get::<&'static Route>().copied();
        let answer =
            Answer { standing: question.standing, route, headers: headers.clone(), body: body.clone() };
        if let Some(former) = shelf.answers.insert(question.key, answer) {
            shelf.bytes -= size(&key, &former.body);
        }
    }
}
