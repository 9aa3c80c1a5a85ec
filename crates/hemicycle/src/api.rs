//! The door for commands, and what all of the API has in common.

pub mod data;
pub mod doc;
pub mod example;
pub mod lists;
pub mod openapi;
pub mod reference;

use self::data::Nothing;
use self::doc::{Body, Doc, NeedsKey, shape};
use crate::app::{App, forum_in};
use crate::languages::languages;
use crate::machine::ForumMachine;
use crate::problem::Problem;
use crate::refusals::Names;
use crate::sign_in::scopes;
use crate::visitor::Visitor;
use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::request::Parts;
use axum::http::{self, HeaderMap};
use axum::response::{IntoResponse, Response};
use forum::{Actor, Command, Viewer};
use platform::languages::Locale;
use platform::writer::{Key, Published};
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::convert::Infallible;
use std::sync::Arc;

/// Largest body of a command, in bytes: a programme of a thousand sessions in one bundle fits.
pub const COMMAND_BYTES_MAX: usize = 8 * 1024 * 1024;

/// A problem with the language in which to tell it, and the forum in which the things that it mentions have names.
pub struct Told(Problem, Arc<Locale>, Option<(Viewer, Arc<Published<ForumMachine>>)>);

impl Told {
    /// Lets the problem call things by the names under which a viewer may know them.
    fn with_names(self, viewer: Viewer, forum: Option<Arc<Published<ForumMachine>>>) -> Told {
        Told(self.0, self.1, forum.map(|forum| (viewer, forum)))
    }
}

impl IntoResponse for Told {
    fn into_response(self) -> Response {
        let names = self.2.as_ref().map(|(viewer, state)| Names { forum: forum_in(state), viewer: *viewer });
        self.0.to_json(&self.1, names)
    }
}

/// The language of whoever calls the API, from `Accept-Language`.
pub struct Caller(pub Arc<Locale>);

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Caller::of(&parts.headers))
    }
}

impl Caller {
    /// Whoever sent these headers.
    pub fn of(headers: &HeaderMap) -> Caller {
        let wanted = headers.get(http::header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Caller(Arc::clone(languages().negotiate(None, None, wanted)))
    }

    /// Tells a problem in the caller's language.
    pub fn tell(self, problem: impl Into<Problem>) -> Told {
        Told(problem.into(), self.0, None)
    }
}

/// The answer to a command that was done.
#[derive(Serialize, JsonSchema)]
struct Answered {
    /// The first and the last act that it made; `null` if there was nothing to do.
    #[schemars(with = "Option<[u64; 2]>")]
    acts: Option<(u64, u64)>,
    /// Whether it had been done before under the same key.
    repeated: bool,
}

/// What the door for commands says about itself.
pub const GIVE: Doc = Doc {
    about: "Gives a command, which is done once however often it is sent under the same key.",
    query: shape::<Nothing>,
    body: Some(Body {
        media: "application/json",
        shape: shape::<Command>,
        example: r#"{"programme": {"open_room": {"meeting": 1, "name": "Main Hall", "seats": 500}}}"#,
    }),
    answer: shape::<Answered>,
    key: NeedsKey::Yes,
    problems: &["wrong-type", "not-utf8", "bad-json", "too-large", "bad-key", "key-taken", "foreign", "full"],
};

/// `POST /api/{forum}/commands`: one command, done once however often it is sent.
pub async fn give(
    State(app): State<Arc<App>>,
    Path(forum): Path<String>,
    caller: Caller,
    visitor: Visitor,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Told> {
    match ordered(visitor, &headers, body) {
        Err(problem) => Err(caller.tell(problem)),
        Ok((by, key, command)) => match app.give_as(&forum, by, key, command).await {
            Err(problem) => Err(caller.tell(problem).with_names(visitor.viewer(), app.state(&forum).ok())),
            Ok(done) => {
                let acts = (!done.acts.is_empty()).then(|| (done.acts.start, done.acts.end - 1));
                Ok(Json(Answered { acts, repeated: done.repeated }).into_response())
            }
        },
    }
}

fn ordered(
    visitor: Visitor,
    headers: &HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<(Actor, Key, Command), Problem> {
    let by = visitor.actor.ok_or(Problem::NoToken)?;
    let key = headers.get("idempotency-key").and_then(|key| Key::new(key.to_str().ok()?).ok());
    let key = key.ok_or(Problem::BadKey)?;
    is_json(headers)?;
    let command = parse_command(&received(body)?)?;
    match visitor.scopes.lacks(scopes::needed(&command)) {
        Some(scope) => Err(Problem::ScopeMissing { scope }),
        None => Ok((by, key, command)),
    }
}

/// Whether the body says that it is JSON. A page of another site cannot say so without asking first.
fn is_json(headers: &HeaderMap) -> Result<(), Problem> {
    let said = headers.get(http::header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media = said.and_then(|said| said.split(';').next()).map(|media| media.trim().to_ascii_lowercase());
    match media.as_deref() {
        Some("application/json") => Ok(()),
        _ => Err(Problem::WrongType),
    }
}

/// The body of a request, if all of it came and it is not too large.
///
/// # Errors
/// The [`Problem`].
pub fn received(body: Result<Bytes, BytesRejection>) -> Result<Bytes, Problem> {
    body.map_err(|rejection| match rejection.status() {
        http::StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge { max: COMMAND_BYTES_MAX },
        _ => Problem::BadJson { line: 1, column: 1, why: rejection.body_text() },
    })
}

/// The JSON of a request.
///
/// # Errors
/// The [`Problem`].
pub fn read_json<T: DeserializeOwned>(
    headers: &HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<T, Problem> {
    is_json(headers)?;
    parse(&received(body)?)
}

/// Reads a command from the bytes of a body or a file.
///
/// # Errors
/// A [`Problem`] that names line and column.
pub fn parse_command(bytes: &[u8]) -> Result<Command, Problem> {
    parse(bytes)
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
        Problem::NotUtf8 { line, column }
    })?;
    // What has named fields would be read from a list of their values as well; nobody should come to rely on that.
    if text.trim_start().starts_with('[') {
        return Err(Problem::BadJson {
            line: 1,
            column: 1,
            why: "an object is expected here, not a list".into(),
        });
    }
    serde_json::from_str(text).map_err(|error| {
        let why = error.to_string();
        let why = why.rsplit_once(" at line ").map_or(why.as_str(), |(why, _)| why).to_owned();
        Problem::BadJson { line: error.line(), column: error.column(), why }
    })
}

#[cfg(test)]
mod tests;

#[cfg(test)]
mod reading {
    use super::*;

    #[test]
    fn a_command_that_cannot_be_read_is_refused_at_its_line() {
        let cases: &[(&[u8], Problem)] = &[
            (b"{\"series\":\n \xff}", Problem::NotUtf8 { line: 2, column: 2 }),
            (
                b"[]",
                Problem::BadJson { line: 1, column: 1, why: "an object is expected here, not a list".into() },
            ),
            (b"{", Problem::BadJson { line: 1, column: 1, why: "EOF while parsing an object".into() }),
        ];
        for (body, problem) in cases {
            assert_eq!(parse_command(body).unwrap_err(), *problem);
        }
        let unknown = br#"{"programme":{"open_room":{"meeting":1,"name":"A","colour":"red"}}}"#;
        let Err(Problem::BadJson { why, .. }) = parse_command(unknown) else {
            panic!("an unknown field is refused")
        };
        assert!(why.contains("colour"), "{why}");
    }
}
