//! All kinds of problems, for the description of the API: each has an address that leads to it, a status and a title
//! that never changes.

use super::Problem;
use crate::api::COMMAND_BYTES_MAX;
use crate::sign_in::scopes::Scope;
use forum::Refusal;

/// A kind of problem.
pub struct Kind {
    /// Its key.
    pub key: &'static str,
    /// The status of the answer.
    pub status: u16,
    /// What it is, in English.
    pub title: &'static str,
    /// Whether the forum's rules say so, and not the server.
    pub is_refusal: bool,
}

/// Where a kind of problem is explained: the `type` of its answers, as seen from any address of the installation.
pub fn address(key: &str) -> String {
    format!("/reference#problem-{key}")
}

impl Problem {
    /// What the problem is, the same for all of its kind.
    pub fn title(&self) -> &'static str {
        match self {
            Problem::Refused(refusal) => title_of(refusal.reason().key()),
            Problem::NotFound => "There is nothing at this address, or nothing that you may see.",
            Problem::NotUtf8 { .. } => "The body is not UTF-8.",
            Problem::BadJson { .. } => "The body is not the JSON that is expected here.",
            Problem::NotImported { .. } => "The file cannot be taken over.",
            Problem::BadParameter { .. } => {
                "A parameter is not known, stands there twice, or is not what it takes."
            }
            Problem::WrongType => "The body is of another type than this address takes.",
            Problem::ScopeMissing { .. } => "The token does not allow this.",
            Problem::Timeout => "The request took too long.",
            Problem::NoSuchMethod => "The address does not take this kind of request.",
            Problem::TooLarge { .. } => "The body is larger than this address takes.",
            Problem::BadKey => "The header Idempotency-Key is missing or not a key.",
            Problem::KeyTaken => "The key was used for another command.",
            Problem::NoToken => "Nobody has signed in, or the token is none.",
            Problem::Foreign => "A page of another site asked for the change.",
            Problem::TooOften { .. } => "Somebody asked too often.",
            Problem::Busy => "Too many requests are waiting.",
            Problem::Crowded => "Too many are reading at once.",
            Problem::Full => "The disk is full.",
            Problem::Unreachable => "The database cannot be reached.",
            Problem::NothingToPlan => "There are no sessions, rooms or times to plan with.",
            Problem::CannotPlan => "The programme is more than the planner takes.",
            Problem::RunUnderWay => "The planner is at work on the meeting already.",
            Problem::RunsFull => "The planner is at work on as many meetings as the server can bear.",
            Problem::Stopping => "The server is about to stop.",
            Problem::Broken => "A mistake of ours.",
        }
    }
}

/// The title of a refusal: what the core says of it.
fn title_of(key: &str) -> &'static str {
    let nth = Refusal::KEYS.iter().position(|known| *known == key);
    nth.map_or("", |nth| Refusal::TITLES[nth].trim())
}

/// One problem of each kind; of refusals, those that have a status of their own and one of the others.
pub(super) fn one_of_each() -> Vec<Problem> {
    vec![
        Problem::NotFound,
        Problem::NotUtf8 { line: 2, column: 7 },
        Problem::BadJson { line: 2, column: 7, why: "expected a comma".into() },
        Problem::NotImported { what: "There is no zone.".into(), remedy: "Give the zone.".into() },
        Problem::BadParameter { field: "after".into() },
        Problem::WrongType,
        Problem::ScopeMissing { scope: Scope::People },
        Problem::Timeout,
        Problem::NoSuchMethod,
        Problem::TooLarge { max: COMMAND_BYTES_MAX },
        Problem::BadKey,
        Problem::KeyTaken,
        Problem::NoToken,
        Problem::Foreign,
        Problem::TooOften { seconds: 3 },
        Problem::Busy,
        Problem::Crowded,
        Problem::Full,
        Problem::Unreachable,
        Problem::NothingToPlan,
        Problem::CannotPlan,
        Problem::RunUnderWay,
        Problem::RunsFull,
        Problem::Stopping,
        Problem::Broken,
        Problem::Refused(Refusal::NotAllowed),
        Problem::Refused(Refusal::MovedOn { since: 7, now: 9 }),
        Problem::Refused(Refusal::NothingChanged),
    ]
}

/// All kinds: first what the server says, then every refusal of the forum's rules.
pub fn all() -> Vec<Kind> {
    let told = one_of_each();
    let kind = |problem: &Problem| {
        let (key, status, title) = (problem.key(), problem.status().as_u16(), problem.title());
        Kind { key, status, title, is_refusal: matches!(problem, Problem::Refused(_)) }
    };
    let mut all: Vec<Kind> = told.iter().map(kind).collect();
    let others = Refusal::KEYS.iter().filter(|key| told.iter().all(|problem| problem.key() != **key));
    // Not a kind of its own: what is told is why the step was refused.
    let others = others.filter(|key| **key != "at-step");
    all.extend(others.map(|key| Kind { key, status: 422, title: title_of(key), is_refusal: true }));
    all
}
