//! Answers that are kept for whoever asks the same: the page that everybody comes for is made and compressed once for
//! each act, not once for each reader.
//!
//! Nothing has to be thrown away when the forum changes. An answer is kept together with the act up to which the forum
//! stood when it was made, and given only while the forum stands there still. Kept is only what carries an `ETag` (so
//! its maker says that it depends on nothing else) and was made for somebody who showed neither cookie nor token.
//!
//! Addresses can be made up without end (`?a=1`, `?a=2`). What was asked for once therefore only pushes out what was
//! asked for once, and the pages that people come for again and again stay.

use crate::app::App;
use crate::routes::Route;
use crate::site::etag;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, Method, Request, Response, StatusCode, header};
use jiff::Timestamp;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Most bytes of the answers that nobody has asked for again; those that nobody came for longest make way.
const NEW_MAX: usize = 4 * 1024 * 1024;
/// The same for those that somebody has asked for again.
const ASKED_AGAIN_MAX: usize = 8 * 1024 * 1024;
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

/// Until when an answer holds that depends on the clock; its maker puts it beside the answer.
#[derive(Clone, Copy)]
pub(crate) struct Until(pub(crate) Timestamp);

/// The kept answers.
#[derive(Default)]
pub(crate) struct Kept(Mutex<Shelf>);

#[derive(Default)]
struct Shelf {
    answers: HashMap<String, Answer>,
    /// Bytes of the answers that nobody has asked for again.
    new: usize,
    /// Bytes of the others.
    asked_again: usize,
    /// Counts questions, which tells what was asked for longest ago.
    now: u64,
}

#[derive(Clone)]
struct Answer {
    standing: Standing,
    until: Option<Timestamp>,
    /// The row of the table of addresses that made it, for whoever counts.
    route: Option<&'static Route>,
    headers: HeaderMap,
    body: Bytes,
    asked_again: bool,
    /// When it was asked for last.
    asked: u64,
}

impl Shelf {
    fn bytes(&mut self, asked_again: bool) -> &mut usize {
        if asked_again { &mut self.asked_again } else { &mut self.new }
    }

    /// The answer to a question that was asked before.
    fn find(&mut self, question: &Question) -> Option<Answer> {
        self.now += 1;
        let answer = self.answers.get_mut(&question.key)?;
        if answer.standing != question.standing || answer.until.is_some_and(|until| until <= Timestamp::now())
        {
            return None;
        }
        let size = size(&question.key, &answer.body);
        let was_new = !std::mem::replace(&mut answer.asked_again, true);
        answer.asked = self.now;
        let found = answer.clone();
        if was_new {
            self.new -= size;
            self.asked_again += size;
            self.make_way(true);
        }
        Some(found)
    }

    fn put(&mut self, key: String, answer: Answer) {
        self.now += 1;
        let former = self.answers.remove(&key);
        if let Some(former) = &former {
            *self.bytes(former.asked_again) -= size(&key, &former.body);
        }
        // A page that people come for stays one when the forum moves on.
        let asked_again = former.is_some_and(|former| former.asked_again);
        *self.bytes(asked_again) += size(&key, &answer.body);
        self.answers.insert(key, Answer { asked_again, asked: self.now, ..answer });
        self.make_way(asked_again);
    }

    /// Lets those go that nobody came for longest, until there is room.
    fn make_way(&mut self, asked_again: bool) {
        let max = if asked_again { ASKED_AGAIN_MAX } else { NEW_MAX };
        while *self.bytes(asked_again) > max {
            let of_this_kind = self.answers.iter().filter(|(_, answer)| answer.asked_again == asked_again);
            let oldest = of_this_kind.min_by_key(|(_, answer)| answer.asked).map(|(key, _)| key.clone());
            let Some((key, gone)) = oldest.and_then(|key| self.answers.remove_entry(&key)) else { return };
            *self.bytes(asked_again) -= size(&key, &gone.body);
        }
    }
}

fn size(key: &str, body: &Bytes) -> usize {
    // What a map and headers take, about.
    key.len() + body.len() + 1_000
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
        let answer = self.0.lock().unwrap_or_else(PoisonError::into_inner).find(question)?;
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
        let route = response.extensions().get::<&'static Route>().copied();
        let until = response.extensions().get::<Until>().map(|until| until.0);
        let (standing, headers, body) = (question.standing, headers.clone(), body.clone());
        let answer = Answer { standing, until, route, headers, body, asked_again: false, asked: 0 };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).put(question.key, answer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn question(key: &str, seq: u64) -> Question {
        Question { key: key.to_owned(), standing: Standing { seq, at: Timestamp::UNIX_EPOCH, hour: 0 } }
    }

    fn ask(kept: &Kept, key: &str, seq: u64, bytes: usize) -> bool {
        let found = kept.find(&question(key, seq), &HeaderMap::new()).is_some();
        if !found {
            let mut response = Response::new(());
            response.headers_mut().insert(header::ETAG, HeaderValue::from_static("\"a\""));
            kept.keep(question(key, seq), &response, &Bytes::from(vec![b'x'; bytes]));
        }
        found
    }

    #[test]
    fn addresses_that_somebody_makes_up_push_out_no_page_that_people_come_for() {
        let kept = Kept::default();
        let pages = ["/igf", "/igf/people", "/igf/meetings/kyoto/programme"];
        for page in pages.iter().chain(&pages) {
            ask(&kept, page, 1, 9_000);
        }
        for n in 0..5_000 {
            ask(&kept, &format!("/igf?made-up={n}"), 1, 9_000);
            // Even if each is asked for twice, as long as people keep coming.
            ask(&kept, &format!("/igf?made-up={n}"), 1, 9_000);
            if n % 100 == 0 {
                assert!(pages.iter().all(|page| ask(&kept, page, 1, 9_000)), "{n}");
            }
        }
        assert!(pages.iter().all(|page| ask(&kept, page, 1, 9_000)));
        let shelf = kept.0.lock().unwrap();
        assert!(shelf.new <= NEW_MAX && shelf.asked_again <= ASKED_AGAIN_MAX);
        let really: usize = shelf.answers.iter().map(|(key, answer)| size(key, &answer.body)).sum();
        assert_eq!(really, shelf.new + shelf.asked_again, "what is counted is what is there");
    }

    #[test]
    fn a_page_is_made_anew_after_an_act_and_stays_one_that_people_come_for() {
        let kept = Kept::default();
        assert!(!ask(&kept, "/igf", 1, 10) && ask(&kept, "/igf", 1, 10));
        assert!(!ask(&kept, "/igf", 2, 10) && ask(&kept, "/igf", 2, 10));
        assert!(kept.0.lock().unwrap().answers["/igf"].asked_again);
        assert_eq!(kept.0.lock().unwrap().new, 0);
    }
}
