//! Everything that can go wrong between a request and its answer, as the person who asked should hear it.
//!
//! A refusal is the forum's own no. Everything else here is the shell's: too busy, no such address, not readable.
//! The API answers with problem details (RFC 9457), pages with a page; the words are the same.

pub mod kinds;

use crate::refusals::{self, Names};
use crate::sign_in::scopes::Scope;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use forum::Refusal;
use platform::languages::{Arg, Locale, key};
use platform::writer::Failure;
use schemars::JsonSchema;
use serde::Serialize;

/// Why a request was not answered as wished.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The forum's rules say no.
    Refused(Refusal),
    /// There is nothing at this address, or nothing that this reader may see.
    NotFound,
    /// The body is not UTF-8; the position of the first wrong byte, counted from 1.
    NotUtf8 {
        /// Line.
        line: usize,
        /// Column, in bytes.
        column: usize,
    },
    /// The body is not the JSON that is expected here.
    BadJson {
        /// Line, counted from 1.
        line: usize,
        /// Column, counted from 1.
        column: usize,
        /// What the parser stumbled over.
        why: String,
    },
    /// A file cannot be taken over; the sentences are those of the import.
    NotImported {
        /// What is the matter, with the line where there is one.
        what: String,
        /// What to do about it.
        remedy: String,
    },
    /// A parameter of the address is not known, stands there twice, or is not what it takes.
    BadParameter {
        /// Its name.
        field: String,
    },
    /// The body is of another type than this address takes.
    WrongType,
    /// The token does not allow this.
    ScopeMissing {
        /// What it would have to allow.
        scope: Scope,
    },
    /// The request took too long.
    Timeout,
    /// The address takes other kinds of requests; the header `Allow` lists them.
    NoSuchMethod,
    /// The body is larger than this address takes.
    TooLarge {
        /// Most bytes.
        max: usize,
    },
    /// The header `Idempotency-Key` is missing or not a key.
    BadKey,
    /// The key was used for another command.
    KeyTaken,
    /// Nobody has signed in, or the bearer token is none.
    NoToken,
    /// A change that a page of another site asked for.
    Foreign,
    /// Asked for so often that it takes a pause.
    TooOften {
        /// How long.
        seconds: u16,
    },
    /// Too many commands are waiting.
    Busy,
    /// Too many requests for pages are waiting.
    Crowded,
    /// The disk is full.
    Full,
    /// The database cannot be reached.
    Unreachable,
    /// There are no sessions, rooms or times to plan with.
    NothingToPlan,
    /// A programme that the planner does not take: too large, or in too many steps.
    CannotPlan,
    /// The planner is at work on the meeting.
    RunUnderWay,
    /// The planner is at work on as many meetings as the server can bear.
    RunsFull,
    /// The server is about to stop.
    Stopping,
    /// A mistake of ours.
    Broken,
}

impl From<Failure<Refusal>> for Problem {
    fn from(failure: Failure<Refusal>) -> Problem {
        match failure {
            Failure::Refused(refusal) => Problem::Refused(refusal),
            Failure::KeyTaken => Problem::KeyTaken,
            Failure::Busy => Problem::Busy,
            Failure::Full => Problem::Full,
            Failure::Unreachable => Problem::Unreachable,
            Failure::Stopped => Problem::Stopping,
            Failure::Bug => Problem::Broken,
        }
    }
}

/// A mistake of ours: written down once with its causes, and told without them.
pub fn broken(fault: &dyn std::error::Error) -> Problem {
    let causes: Vec<_> =
        std::iter::successors(Some(fault), |fault| fault.source()).map(ToString::to_string).collect();
    tracing::error!("Something failed: {}", causes.join(": "));
    Problem::Broken
}

/// A store that cannot be had now is not a mistake of ours: it comes back.
pub fn of_reading(fault: &platform::log::Fault) -> Problem {
    if fault.is_passing() {
        tracing::warn!("A log cannot be read now: {fault}");
        return Problem::Unreachable;
    }
    broken(fault)
}

/// A problem in words.
pub struct Said {
    /// What happened.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

impl Problem {
    /// The status code of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Problem::Refused(Refusal::NotAllowed) | Problem::Foreign | Problem::ScopeMissing { .. } => {
                StatusCode::FORBIDDEN
            }
            Problem::WrongType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Problem::Timeout => StatusCode::REQUEST_TIMEOUT,
            Problem::Refused(Refusal::MovedOn { .. }) | Problem::KeyTaken | Problem::RunUnderWay => {
                StatusCode::CONFLICT
            }
            Problem::Refused(_)
            | Problem::NotImported { .. }
            | Problem::NothingToPlan
            | Problem::CannotPlan => StatusCode::UNPROCESSABLE_ENTITY,
            Problem::NotFound => StatusCode::NOT_FOUND,
            Problem::NotUtf8 { .. }
            | Problem::BadJson { .. }
            | Problem::BadParameter { .. }
            | Problem::BadKey => StatusCode::BAD_REQUEST,
            Problem::NoSuchMethod => StatusCode::METHOD_NOT_ALLOWED,
            Problem::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Problem::NoToken => StatusCode::UNAUTHORIZED,
            Problem::TooOften { .. } => StatusCode::TOO_MANY_REQUESTS,
            Problem::Busy
            | Problem::Crowded
            | Problem::Unreachable
            | Problem::RunsFull
            | Problem::Stopping => StatusCode::SERVICE_UNAVAILABLE,
            Problem::Full => StatusCode::INSUFFICIENT_STORAGE,
            Problem::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// After how many seconds to try again, where that helps.
    pub fn retry_after(&self) -> Option<u16> {
        match self {
            Problem::Busy => Some(1),
            Problem::TooOften { seconds } => Some(*seconds),
            Problem::Crowded => Some(2),
            Problem::Unreachable | Problem::Stopping => Some(5),
            Problem::RunsFull => Some(30),
            Problem::Full => Some(60),
            _ => None,
        }
    }

    /// The key of the problem, the same in every language.
    pub fn key(&self) -> &'static str {
        match self {
            Problem::Refused(refusal) => refusal.reason().key(),
            Problem::NotFound => "not-found",
            Problem::NotUtf8 { .. } => "not-utf8",
            Problem::BadJson { .. } => "bad-json",
            Problem::NotImported { .. } => "not-imported",
            Problem::BadParameter { .. } => "bad-parameter",
            Problem::WrongType => "wrong-type",
            Problem::ScopeMissing { .. } => "scope-missing",
            Problem::Timeout => "timeout",
            Problem::NoSuchMethod => "no-such-method",
            Problem::TooLarge { .. } => "too-large",
            Problem::BadKey => "bad-key",
            Problem::KeyTaken => "key-taken",
            Problem::NoToken => "no-token",
            Problem::Foreign => "foreign",
            Problem::TooOften { .. } => "too-often",
            Problem::Busy => "busy",
            Problem::Crowded => "crowded",
            Problem::Full => "full",
            Problem::Unreachable => "unreachable",
            Problem::NothingToPlan => "nothing-to-plan",
            Problem::CannotPlan => "cannot-plan",
            Problem::RunUnderWay => "run-under-way",
            Problem::RunsFull => "runs-full",
            Problem::Stopping => "stopping",
            Problem::Broken => "broken",
        }
    }

    /// What happened and what to do about it, in a reader's language, with the names of what a refusal is about.
    pub fn said_with_names(&self, to: &Locale, names: Names<'_>) -> Said {
        match self {
            Problem::Refused(refusal) => {
                let sentence = refusals::sentence_with_names(to, refusal, names);
                Said { what: sentence.what, remedy: sentence.remedy }
            }
            _ => self.said(to),
        }
    }

    /// What happened and what to do about it, in a reader's language.
    pub fn said(&self, to: &Locale) -> Said {
        match self {
            Problem::Refused(refusal) => {
                let sentence = refusals::sentence(to, refusal);
                Said { what: sentence.what, remedy: sentence.remedy }
            }
            Problem::NotImported { what, remedy } => Said { what: what.clone(), remedy: remedy.clone() },
            _ => self.said_with_facts(to).unwrap_or_else(|| self.said_plainly(to)),
        }
    }

    /// The same for a problem whose sentence mentions a fact.
    fn said_with_facts(&self, to: &Locale) -> Option<Said> {
        let (what, remedy) = match self {
            Problem::NotUtf8 { line, column } => {
                let place = [("line", Arg::from(*line)), ("column", Arg::from(*column))];
                (to.text_with("problem-not-utf8", place), to.text("problem-not-utf8-remedy"))
            }
            Problem::BadJson { line, column, why } => {
                let place =
                    [("line", Arg::from(*line)), ("column", Arg::from(*column)), ("why", Arg::from(why))];
                (to.text_with("problem-bad-json", place), to.text("problem-bad-json-remedy"))
            }
            Problem::TooLarge { max } => {
                let max = [("kilobytes", Arg::from(max / 1024))];
                (to.text_with("problem-too-large", max), to.text("problem-too-large-remedy"))
            }
            Problem::BadParameter { field } => {
                let field = [("field", Arg::from(field))];
                (to.text_with("problem-bad-parameter", field), to.text("problem-bad-parameter-remedy"))
            }
            Problem::ScopeMissing { scope } => {
                let scope = [("scope", Arg::from(scope.key()))];
                (to.text_with("problem-scope-missing", scope), to.text("problem-scope-missing-remedy"))
            }
            _ => return None,
        };
        Some(Said { what, remedy })
    }

    fn said_plainly(&self, to: &Locale) -> Said {
        let (what, remedy) = match self {
            Problem::WrongType => (key("problem-wrong-type"), key("problem-wrong-type-remedy")),
            Problem::Timeout => (key("problem-timeout"), key("problem-timeout-remedy")),
            Problem::NoSuchMethod => (key("problem-no-such-method"), key("problem-no-such-method-remedy")),
            Problem::NotFound => (key("problem-not-found"), key("problem-not-found-remedy")),
            Problem::BadKey => (key("problem-bad-key"), key("problem-bad-key-remedy")),
            Problem::KeyTaken => (key("problem-key-taken"), key("problem-key-taken-remedy")),
            Problem::NoToken => (key("problem-no-token"), key("problem-no-token-remedy")),
            Problem::Foreign => (key("problem-foreign"), key("problem-foreign-remedy")),
            Problem::TooOften { .. } => (key("problem-too-often"), key("problem-too-often-remedy")),
            Problem::Busy => (key("problem-busy"), key("problem-busy-remedy")),
            Problem::Crowded => (key("problem-crowded"), key("problem-crowded-remedy")),
            Problem::Full => (key("problem-full"), key("problem-full-remedy")),
            Problem::Unreachable => (key("problem-unreachable"), key("problem-unreachable-remedy")),
            Problem::NothingToPlan => (key("problem-nothing-to-plan"), key("problem-nothing-to-plan-remedy")),
            Problem::CannotPlan => (key("problem-cannot-plan"), key("problem-cannot-plan-remedy")),
            Problem::RunUnderWay => (key("problem-run-under-way"), key("problem-run-under-way-remedy")),
            Problem::RunsFull => (key("problem-runs-full"), key("problem-runs-full-remedy")),
            Problem::Stopping => (key("problem-stopping"), key("problem-stopping-remedy")),
            Problem::Refused(_)
            | Problem::NotImported { .. }
            | Problem::NotUtf8 { .. }
            | Problem::BadJson { .. }
            | Problem::TooLarge { .. }
            | Problem::BadParameter { .. }
            | Problem::ScopeMissing { .. }
            | Problem::Broken => (key("problem-broken"), key("problem-broken-remedy")),
        };
        // A message that does not say when to come back takes no notice of the value.
        let wait = [("seconds", Arg::from(u32::from(self.retry_after().unwrap_or_default())))];
        Said { what: to.text(what), remedy: to.text_with(remedy, wait) }
    }

    /// The answer of the API: problem details in a reader's language.
    pub fn to_json(&self, to: &Locale, names: Option<Names<'_>>) -> Response {
        let said = names.map_or_else(|| self.said(to), |names| self.said_with_names(to, names));
        let field = match self {
            Problem::Refused(refusal) => refusal.field(),
            Problem::BadParameter { field } => Some(field.clone()),
            _ => None,
        };
        let details = Details {
            kind: kinds::address(self.key()),
            title: self.title(),
            status: self.status().as_u16(),
            detail: said.what,
            remedy: said.remedy,
            field,
        };
        let mut response = (self.status(), axum::Json(details)).into_response();
        let json = HeaderValue::from_static("application/problem+json");
        response.headers_mut().insert(header::CONTENT_TYPE, json);
        let language = HeaderValue::from_static(to.tag());
        response.headers_mut().insert(header::CONTENT_LANGUAGE, language);
        response.headers_mut().append(header::VARY, HeaderValue::from_static("accept-language"));
        self.add_headers(&mut response);
        response
    }

    /// The headers that the answer carries in whatever form.
    pub fn add_headers(&self, response: &mut Response) {
        if let Some(seconds) = self.retry_after() {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        if *self == Problem::NoToken {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
    }
}

/// Problem details (RFC 9457).
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
pub(crate) struct Details {
    /// Which problem it is: an address that leads to its place in the reference.
    #[serde(rename = "type")]
    kind: String,
    /// The same for every problem of this type, in English.
    title: &'static str,
    /// The status of the answer.
    status: u16,
    /// What happened, in your language.
    detail: String,
    /// What to do about it, in your language.
    remedy: String,
    /// The field of a command or the parameter that it is about, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::languages;

    #[test]
    fn every_problem_is_told_whole_in_every_language() {
        for locale in languages().all() {
            for problem in kinds::one_of_each() {
                let Said { what, remedy } = problem.said(locale);
                for text in [what, remedy] {
                    let whole = text.ends_with(['.', '。']) && !text.contains(['{', '$']);
                    assert!(whole, "{}: {problem:?}: {text}", locale.tag());
                }
            }
        }
    }

    #[test]
    fn a_store_that_cannot_be_had_now_is_no_mistake_of_ours() {
        let fault = || platform::log::Fault::new("the line is cut");
        assert_eq!(of_reading(&fault().passing()).status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(of_reading(&fault()).status(), StatusCode::INTERNAL_SERVER_ERROR);
    }

    #[test]
    fn a_problem_that_passes_says_when_to_come_back() {
        let english = languages().default_locale();
        let remedy = |problem: Problem| problem.said(english).remedy;
        assert_eq!(remedy(Problem::Busy), "Nothing is lost: send it again in a second, under the same key.");
        let stopping = "Send it again in 5 seconds, under the same key: it will be done once.";
        assert_eq!(remedy(Problem::Stopping), stopping);
    }
    #[test]
    fn an_answer_says_in_which_language_it_is_and_what_that_depends_on() {
        for locale in languages().all() {
            let answer = Problem::NotFound.to_json(locale, None);
            assert_eq!(answer.headers()[header::CONTENT_LANGUAGE], locale.tag());
            assert_eq!(answer.headers()[header::VARY], "accept-language");
        }
    }
}
