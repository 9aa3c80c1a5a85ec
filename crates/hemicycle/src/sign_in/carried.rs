//! What a request carries to show who asks: the cookie of a session, or a token in `Authorization`.

use axum::http::{HeaderMap, HeaderValue, header};
use forum::access::{Access, access};
use forum::{Actor, Forum, PersonId};
use jiff::Timestamp;
use platform::sign_in::{Secret, SignIn};

use super::SESSION_LASTS;
use super::scopes::Scopes;
use crate::guard::SESSION_COOKIE;
use crate::site::reader::cookie;
use crate::visitor::SignedIn;

/// How every token begins, so that whoever finds one knows what it is.
pub const TOKEN_SIGN: &str = "hc_";

/// The name of the cookie in which a browser carries its session. Over TLS its name binds it to this host alone.
fn cookie_name(forum: &str, https: bool) -> String {
    let host = if https { "__Host-" } else { "" };
    format!("{host}{SESSION_COOKIE}{forum}")
}

/// The cookie that begins a session.
#[must_use]
pub fn begin(forum: &str, https: bool, secret: &Secret) -> Option<HeaderValue> {
    set(forum, https, secret.reveal(), SESSION_LASTS.as_secs())
}

/// The cookie that ends one.
#[must_use]
pub fn end(forum: &str, https: bool) -> Option<HeaderValue> {
    set(forum, https, "", 0)
}

fn set(forum: &str, https: bool, value: &str, seconds: i64) -> Option<HeaderValue> {
    let (name, secure) = (cookie_name(forum, https), if https { "; Secure" } else { "" });
    let text = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    let mut value = HeaderValue::from_str(&text).ok()?;
    value.set_sensitive(true);
    Some(value)
}

/// The secret of the session that a browser carries.
fn session_secret(forum: &str, https: bool, headers: &HeaderMap) -> Option<Secret> {
    Secret::read(cookie(headers, &cookie_name(forum, https))?)
}

/// The token that a program carries; none if it carries something else.
fn token_secret(headers: &HeaderMap) -> Option<Secret> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    let token = scheme.eq_ignore_ascii_case("bearer").then(|| token.trim_start_matches(' '))?;
    Secret::read(token.strip_prefix(TOKEN_SIGN)?)
}

/// Who shows a session or a token that is good now, and whom the forum knows. A token goes before a session: a program
/// that shows one means it.
#[must_use]
pub fn signed_in(
    (forum, state): (&Forum, &SignIn),
    (name, https): (&str, bool),
    headers: &HeaderMap,
    now: Timestamp,
) -> Option<SignedIn> {
    let shown = if headers.contains_key(header::AUTHORIZATION) {
        let token = state.token(token_secret(headers)?.digest(), now)?;
        let scopes = Scopes::of(token.scopes.iter().map(String::as_str));
        (token.member, None, scopes)
    } else {
        let session = state.session(session_secret(name, https, headers)?.digest(), now)?;
        (session.member, Some(session.id), Scopes::ALL)
    };
    let (member, session, scopes) = shown;
    let person = PersonId(u32::try_from(member).ok()?);
    let known = access(forum, Some(Actor::Person(person))).contains(Access::Participant);
    known.then_some(SignedIn { person, session, scopes })
}
