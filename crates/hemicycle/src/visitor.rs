//! Who asks.

use crate::app::{App, forum_in};
use crate::problem::Problem;
use crate::sign_in::scopes::Scopes;
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use forum::access::{AccessSet, access};
use forum::{Actor, PersonId, Viewer};
use std::convert::Infallible;

/// Somebody who has shown who they are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SignedIn {
    /// The person.
    pub person: PersonId,
    /// The session in which they are signed in; none with a token of the API.
    pub session: Option<u64>,
    /// What of their rights they have brought along: all, or those of the token.
    pub scopes: Scopes,
}

/// Who asks, and what they are to the forum they ask. Made at each request anew, so that a right that was taken away is
/// gone with the next one.
#[derive(Clone, Copy, Debug)]
pub struct Visitor {
    /// In whose name; nobody's for the public.
    pub actor: Option<Actor>,
    /// What they are to the forum.
    pub access: AccessSet,
    /// The session in which they are signed in.
    pub session: Option<u64>,
    /// What of their rights they have brought along.
    pub scopes: Scopes,
}

impl Visitor {
    /// Anybody.
    pub fn public() -> Visitor {
        let access = AccessSet::of(&[forum::access::Access::Public]);
        Visitor { actor: None, access, session: None, scopes: Scopes::ALL }
    }

    /// Whoever a request shows to be asking in a forum.
    ///
    /// # Errors
    /// [`Problem::NoToken`] if it shows a token that is none, or none any more.
    pub fn of(app: &App, forum: Option<&str>, headers: &HeaderMap) -> Result<Visitor, Problem> {
        let authorization = headers.get(axum::http::header::AUTHORIZATION);
        let authorization = authorization.map(|value| value.to_str().unwrap_or_default());
        let Some(state) = forum.and_then(|forum| app.state(forum).ok()) else {
            return Ok(Visitor::public());
        };
        let signed_in = forum.and_then(|forum| app.signed_in(forum, headers));
        let (actor, session, scopes) = match signed_in {
            Some(SignedIn { person, session, scopes }) => (Some(Actor::Person(person)), session, scopes),
            None if app.admits(authorization) => (Some(Actor::Secretariat), None, Scopes::ALL),
            None if authorization.is_some() => {
                return Err(app.gate().wrong(forum.unwrap_or_default(), None, Problem::NoToken));
            }
            None => (None, None, Scopes::ALL),
        };
        Ok(Visitor { actor, access: access(forum_in(&state), actor), session, scopes })
    }

    /// The person, if it is one who signed in.
    pub fn person(&self) -> Option<PersonId> {
        match self.actor {
            Some(Actor::Person(person)) => Some(person),
            _ => None,
        }
    }

    /// As whom they look at acts and views.
    pub fn viewer(&self) -> Viewer {
        self.actor.into()
    }
}

impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = Infallible;

    /// The guard of the route has put it there; without a guard everybody is the public.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Visitor, Infallible> {
        Ok(parts.extensions.get::<Visitor>().copied().unwrap_or_else(Visitor::public))
    }
}
