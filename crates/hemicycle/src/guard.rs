//! What stands before every door: who asks, whether they may, and whether a request that changes something comes from a
//! page of ours.

use crate::api::Caller;
use crate::app::App;
use crate::problem::Problem;
use crate::routes::{Kind, Route, Verb};
use crate::sign_in::scopes::Scopes;
use crate::site::errors;
use crate::site::reader::{Reader, encode};
use crate::site::visit::Visit;
use crate::visitor::Visitor;
use axum::extract::{FromRequestParts as _, RawPathParams, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use forum::Refusal;
use std::sync::Arc;

/// Lets a request through to the door of its row, or answers it. Nothing of the forum is looked up before, so that the
/// answer is the same whether or not what was asked for exists.
pub(crate) async fn keep(
    State((app, route)): State<(Arc<App>, &'static Route)>,
    request: Request,
    next: Next,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let path = RawPathParams::from_request_parts(&mut parts, &()).await;
    let mut named = path.iter().flat_map(|path| path.iter());
    let forum = named.find(|(part, _)| *part == "forum").map(|(_, name)| name.to_owned());
    let mut request = Request::from_parts(parts, body);
    if path.is_err() {
        // An address that is not UTF-8 leads nowhere.
        return refused(&app, route, None, request.uri(), request.headers(), Problem::NotFound);
    }
    let visitor = match admitted(&app, route, forum.as_deref(), &request) {
        Ok(visitor) => visitor,
        Err(problem) => {
            let answer = refused(&app, route, forum.as_deref(), request.uri(), request.headers(), problem);
            return private_if(carries_session(request.headers()), noted(route, answer));
        }
    };
    let known = carries_session(request.headers());
    request.extensions_mut().insert(visitor);
    let mut response = next.run(request).await;
    if app.is_https() {
        secure(&mut response);
    }
    // What all pages load is the same for everybody, and too large to be sent with each of them.
    let found = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let shared = route.path == ASSETS && found;
    private_if(known && !shared || sets_session(&response), noted(route, response))
}

/// Notes on an answer which row of the table gave it, for whoever counts.
pub(crate) fn noted(route: &'static Route, mut response: Response) -> Response {
    response.extensions_mut().insert(route);
    response
}

fn admitted(app: &App, route: &Route, forum: Option<&str>, request: &Request) -> Result<Visitor, Problem> {
    if route.verb == Verb::Post && is_foreign(request.method(), request.uri(), request.headers()) {
        return Err(Problem::Foreign);
    }
    let visitor = Visitor::of(app, forum, request.headers())?;
    if !fits(route, &visitor) {
        return Err(Problem::Refused(Refusal::NotAllowed));
    }
    if let Some(scope) = visitor.scopes.lacks(route.scopes) {
        return Err(Problem::ScopeMissing { scope });
    }
    match (route.may.meets(visitor.access), visitor.actor) {
        (true, _) => Ok(visitor),
        (false, None) => Err(Problem::NoToken),
        (false, Some(_)) => Err(Problem::Refused(Refusal::NotAllowed)),
    }
}

/// Whether what the visitor brought along opens this kind of door at all: a token is for programs.
fn fits(route: &Route, visitor: &Visitor) -> bool {
    let own = route.path == "/{forum}/me" || route.path.starts_with("/{forum}/me/");
    visitor.scopes == Scopes::ALL || !(own || route.kind == Kind::Form)
}

/// The answer to whoever may not ask, in the form of the address: data for the API, else a page. Who has not said who
/// they are is led to the page where they can.
fn refused(
    app: &App,
    route: &Route,
    forum: Option<&str>,
    uri: &Uri,
    headers: &HeaderMap,
    problem: Problem,
) -> Response {
    if route.kind == Kind::Data {
        return Caller::of(headers).tell(problem).into_response();
    }
    let reader = Reader::of(uri, headers);
    if problem == Problem::NoToken
        && let Some(forum) = forum
    {
        let next = match route.verb {
            Verb::Get => format!("?next={}", encode(&reader.here)),
            Verb::Post => String::new(),
        };
        return Redirect::to(&format!("/{forum}/sign-in{next}")).into_response();
    }
    let visit = forum.and_then(|forum| Visit::at(app, forum, reader.clone()).ok());
    errors::page(&reader, visit.as_ref(), &problem)
}

/// Whether a request that changes something was made by a page of somebody else's. Browsers say so themselves (Fetch
/// Metadata; older ones with `Origin`); what is no browser says nothing, and then may not come with a browser's session.
fn is_foreign(method: &Method, uri: &Uri, headers: &HeaderMap) -> bool {
    if method.is_safe() {
        return false;
    }
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = header("sec-fetch-site") {
        return !matches!(site, "same-origin" | "none");
    }
    if let Some(origin) = header("origin") {
        let host = header("host").or_else(|| uri.authority().map(|authority| authority.as_str()));
        let from = origin.split_once("://").map(|(_, host)| host);
        return from.is_none() || from != host;
    }
    carries_session(headers)
}

/// The beginning of the name of a cookie that holds a session; behind HTTPS another stands before it.
pub(crate) const SESSION_COOKIE: &str = "session-";

fn is_session(cookie: &str) -> bool {
    let cookie = cookie.trim();
    cookie.strip_prefix("__Host-").unwrap_or(cookie).starts_with(SESSION_COOKIE)
}

pub(crate) fn carries_session(headers: &HeaderMap) -> bool {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies.flat_map(|cookies| cookies.split(';')).any(is_session)
}

fn sets_session(response: &Response) -> bool {
    let cookies = response.headers().get_all(header::SET_COOKIE).iter();
    cookies.filter_map(|value| value.to_str().ok()).any(is_session)
}

/// The stylesheets and scripts of all pages.
const ASSETS: &str = "/assets/{file}";

/// Where pages go over TLS, cookies go nowhere else.
fn secure(response: &mut Response) {
    let cookies: Vec<_> = response.headers().get_all(header::SET_COOKIE).iter().cloned().collect();
    response.headers_mut().remove(header::SET_COOKIE);
    for cookie in cookies {
        let plain = cookie.to_str().ok().filter(|text| !text.ends_with("; Secure"));
        let secure = plain.and_then(|text| HeaderValue::from_str(&format!("{text}; Secure")).ok());
        response.headers_mut().append(header::SET_COOKIE, secure.unwrap_or(cookie));
    }
}

/// What is answered to somebody with a session is kept by no cache, neither theirs nor one on the way.
pub(crate) fn private_if(known: bool, mut response: Response) -> Response {
    if known {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
        response.headers_mut().remove(header::ETAG);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let header = |&(name, value): &(&'static str, &'static str)| {
            (header::HeaderName::from_static(name), HeaderValue::from_static(value))
        };
        pairs.iter().map(header).collect()
    }

    #[test]
    fn a_change_that_another_site_asks_for_is_foreign_and_one_of_our_pages_is_not() {
        let session = ("cookie", "lang=fr; __Host-session-igf=abc");
        let host = ("host", "forum.example:1865");
        let cases: &[(&[(&str, &str)], bool)] = &[
            (&[("sec-fetch-site", "same-origin"), session], false),
            (&[("sec-fetch-site", "none")], false),
            (&[("sec-fetch-site", "cross-site")], true),
            (&[("sec-fetch-site", "same-site"), session], true),
            (&[("sec-fetch-site", "anything new"), session], true),
            (&[host, ("origin", "https://forum.example:1865"), session], false),
            (&[host, ("origin", "https://evil.example")], true),
            (&[host, ("origin", "https://forum.example:1865.evil.example")], true),
            (&[host, ("origin", "null"), session], true),
            (&[("cookie", "lang=fr")], false),
            (&[], false),
            (&[session], true),
        ];
        for (pairs, foreign) in cases {
            let pairs: Vec<_> = pairs.iter().map(|&(n, v)| (to_static(n), to_static(v))).collect();
            let uri = Uri::from_static("/igf/sign-out");
            assert_eq!(is_foreign(&Method::POST, &uri, &headers(&pairs)), *foreign, "{pairs:?}");
            assert!(!is_foreign(&Method::GET, &uri, &headers(&pairs)), "reading changes nothing");
        }
    }

    #[test]
    fn over_tls_every_cookie_is_marked_so_and_none_is_lost() {
        let mut response = Response::new(axum::body::Body::empty());
        for cookie in ["lang=fr; Path=/", "__Host-session-igf=1; Path=/; Secure"] {
            response.headers_mut().append(header::SET_COOKIE, HeaderValue::from_static(cookie));
        }
        secure(&mut response);
        let cookies: Vec<_> = response.headers().get_all(header::SET_COOKIE).iter().collect();
        assert_eq!(cookies, ["lang=fr; Path=/; Secure", "__Host-session-igf=1; Path=/; Secure"]);
    }

    fn to_static(text: &str) -> &'static str {
        text.to_owned().leak()
    }
}
