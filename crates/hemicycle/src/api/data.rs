//! What all addresses that are read as data have in common. Each says in [`Data`] what it takes, what it gives and in
//! one sentence what for; the door to it and its description are both made of that, and so cannot differ.

use super::Caller;
use crate::app::{App, forum_in};
use crate::kept::Until;
use crate::machine::ForumMachine;
use crate::problem::Problem;
use crate::sign_in::scopes::Scope;
use crate::site::{edition, etag};
use crate::visitor::Visitor;
use axum::Json;
use axum::extract::{Query, RawPathParams, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use forum::series::Meeting;
use forum::{Forum, MeetingId, Viewer};
use jiff::Timestamp;
use platform::writer::Published;
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};
use std::str::FromStr;
use std::sync::Arc;

/// Something that is read as data.
pub trait Data: 'static {
    /// The parameters of its address; each may be left out.
    type Query: DeserializeOwned + JsonSchema + Send + 'static;
    /// What is answered.
    type Answer: Serialize + JsonSchema + Send + 'static;
    /// What it is, in a sentence.
    const ABOUT: &'static str;
    /// What a token must allow.
    const SCOPE: Scope = Scope::Read;
    /// Whether it reads the log, and so must not keep others waiting.
    const READS_LOG: bool = false;

    /// Whether the same log gives the same answer. What else it may depend on shows in the answer only.
    const OF_THE_LOG: bool = true;

    /// The answer.
    ///
    /// # Errors
    /// The [`Problem`], if there is none.
    fn answer(ask: &Ask, query: Self::Query) -> Result<Self::Answer, Problem>;

    /// Until when the answer holds, if it depends on the clock and not on the log alone.
    fn until(answer: &Self::Answer) -> Option<Timestamp> {
        let _ = answer;
        None
    }

    /// Where the answer goes on, if it is one page of several.
    fn next(answer: &Self::Answer) -> Option<&str> {
        let _ = answer;
        None
    }
}

/// An address that takes no parameters.
#[derive(serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// What is asked, and by whom.
pub struct Ask {
    /// The installation.
    pub app: Arc<App>,
    /// Who asks.
    pub visitor: Visitor,
    /// The forum's name in addresses; empty where the address names none.
    pub name: String,
    state: Option<Arc<Published<ForumMachine>>>,
    path: Vec<(String, String)>,
    uri: Uri,
}

impl Ask {
    fn of(app: Arc<App>, visitor: Visitor, path: &RawPathParams, uri: Uri) -> Result<Ask, Problem> {
        let path: Vec<_> = path.iter().map(|(part, value)| (part.to_owned(), value.to_owned())).collect();
        let name = path.iter().find(|(part, _)| part == "forum").map(|(_, name)| name.clone());
        let state = name.as_deref().map(|name| app.state(name)).transpose()?;
        Ok(Ask { app, visitor, name: name.unwrap_or_default(), state, path, uri })
    }

    /// The forum as its log stands; the same one for the whole answer.
    pub fn forum(&self) -> &Forum {
        forum_in(self.state.as_ref().expect("the row of this address names a forum"))
    }

    /// As whom the forum is looked at.
    pub fn viewer(&self) -> Viewer {
        self.visitor.viewer()
    }

    /// A part of the address, by its name in the row.
    pub fn part(&self, name: &str) -> &str {
        self.path.iter().find(|(part, _)| part == name).map_or("", |(_, value)| value)
    }

    /// A part of the address that has one form only: `7`, not `+7` or `07`.
    ///
    /// # Errors
    /// [`Problem::NotFound`]: nothing has such an address.
    pub fn exact<T: FromStr + ToString>(&self, name: &str) -> Result<T, Problem> {
        let part = self.part(name);
        part.parse().ok().filter(|value: &T| value.to_string() == part).ok_or(Problem::NotFound)
    }

    /// The meeting that the address names.
    ///
    /// # Errors
    /// [`Problem::NotFound`].
    pub fn meeting(&self) -> Result<&Arc<Meeting>, Problem> {
        self.forum().series.meeting_by_slug(self.part("meeting")).ok_or(Problem::NotFound)
    }

    /// The id of the meeting that the address names.
    ///
    /// # Errors
    /// [`Problem::NotFound`].
    pub fn meeting_id(&self) -> Result<MeetingId, Problem> {
        self.meeting().map(|meeting| meeting.id)
    }

    /// The same address with another `after`: where a list goes on.
    pub fn after(&self, last: impl std::fmt::Display) -> String {
        let kept = self.uri.query().unwrap_or_default().split('&');
        let kept = kept.filter(|pair| !pair.is_empty() && pair.split('=').next() != Some("after"));
        let query = kept.map(str::to_owned).chain([format!("after={last}")]).collect::<Vec<_>>().join("&");
        format!("{}?{query}", self.uri.path())
    }

    /// Stands for what is answered, as long as nothing is added to the log: the same for the same viewer only.
    fn tag(&self) -> Option<String> {
        let state = self.state.as_ref()?;
        let whose = match self.viewer() {
            Viewer::Public => "public".to_owned(),
            viewer => format!("{viewer:?}").chars().filter(char::is_ascii_alphanumeric).collect(),
        };
        Some(format!("{}-{}-{whose}-{}", forum_in(state).seq(), state.at.as_microsecond(), edition()))
    }
}

/// What leads to the answer of a row.
pub(crate) fn door<D: Data>() -> MethodRouter<Arc<App>> {
    get(read::<D>)
}

async fn read<D: Data>(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    caller: Caller,
    path: RawPathParams,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let asked = query::<D::Query>(&uri);
    let asked = asked.and_then(|query| Ask::of(app, visitor, &path, uri).map(|ask| (ask, query)));
    let answer = match asked {
        Ok((ask, query)) if D::READS_LOG => {
            let read = move || D::answer(&ask, query).map(|answer| (ask, answer));
            tokio::task::spawn_blocking(read).await.unwrap_or(Err(Problem::Broken))
        }
        Ok((ask, query)) => D::answer(&ask, query).map(|answer| (ask, answer)),
        Err(problem) => Err(problem),
    };
    match answer {
        Ok((ask, answer)) => told::<D>(&ask, &answer, &headers),
        Err(problem) => caller.tell(problem).into_response(),
    }
}

/// The parameters of an address. Each must be understood by itself, which tells the one that is not.
fn query<Q: DeserializeOwned>(uri: &Uri) -> Result<Q, Problem> {
    let whole = uri.query().unwrap_or_default();
    let read = |query: &str| {
        let uri = format!("/?{query}").parse::<Uri>().ok()?;
        Query::<Q>::try_from_uri(&uri).ok().map(|query| query.0)
    };
    read(whole).ok_or_else(|| {
        let pairs: Vec<&str> = whole.split('&').collect();
        let name = |pair: &str| pair.split('=').next().unwrap_or_default().to_owned();
        let wrong = pairs.iter().find(|pair| read(pair).is_none());
        let twice =
            || pairs.iter().enumerate().find(|(n, pair)| pairs[..*n].iter().any(|p| name(p) == name(pair)));
        let field = wrong.or_else(|| twice().map(|(_, pair)| pair)).map(|pair| name(pair));
        Problem::BadParameter { field: field.unwrap_or_default().chars().take(60).collect() }
    })
}

fn told<D: Data>(ask: &Ask, answer: &D::Answer, headers: &HeaderMap) -> Response {
    let keeping = match ask.visitor.actor {
        None => "public, no-cache",
        Some(_) => "private, no-cache",
    };
    let until = D::until(answer);
    let mut response = match ask.tag().filter(|_| D::OF_THE_LOG && until.is_none()) {
        Some(tag) => known_or(&encoded(&tag, headers), headers, || Json(answer).into_response()),
        None => {
            let body = serde_json::to_vec(answer).expect("an answer consists of plain values");
            let tag: String =
                Sha256::digest(&body).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
            let json = [(header::CONTENT_TYPE, "application/json")];
            known_or(&encoded(&tag, headers), headers, || (json, body).into_response())
        }
    };
    if let Some(until) = until {
        response.extensions_mut().insert(Until(until));
    }
    let kept = response.headers_mut();
    kept.insert(header::CACHE_CONTROL, HeaderValue::from_static(keeping));
    kept.append(header::VARY, HeaderValue::from_static("authorization, cookie"));
    let link = D::next(answer).map(|next| HeaderValue::try_from(format!("<{next}>; rel=\"next\"")));
    if let Some(Ok(link)) = link {
        kept.insert(header::LINK, link);
    }
    response
}

/// A strong tag stands for the bytes as they go over the line, and compressed they are others.
fn encoded(tag: &str, headers: &HeaderMap) -> String {
    let accepted = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    let gzip = accepted.into_iter().any(|value| value.contains("gzip"));
    format!("\"{tag}{}\"", if gzip { "-gzip" } else { "" })
}

fn known_or(tag: &str, headers: &HeaderMap, body: impl FnOnce() -> Response) -> Response {
    let known = etag::known(headers, tag);
    let mut response = if known { StatusCode::NOT_MODIFIED.into_response() } else { body() };
    if let Ok(tag) = HeaderValue::try_from(tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}
