//! Which doors stand open.

use imbl::{OrdMap, OrdSet};
use jiff::Timestamp;
use serde::Serialize;
use std::sync::Arc;

use super::{Act, Member, Note, SecretDigest};
use crate::log::Seq;

/// What is open now. What has ended is not in it; what is over by the clock is, until the next sweep, and is never
/// given out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SignIn {
    pub(super) links: OrdMap<Seq, Arc<Link>>,
    pub(super) sessions: OrdMap<Seq, Arc<Session>>,
    pub(super) tokens: OrdMap<Seq, Arc<Token>>,
    /// The acts that made them, by the digest of the secret.
    #[serde(skip)]
    by_digest: OrdMap<SecretDigest, Seq>,
    /// Links by address and, of those that show an address, by whose it shall be: what one asks for never ends what
    /// another waits for. One whose address is erased has ended.
    #[serde(skip)]
    by_address: OrdMap<(Arc<str>, Option<Member>), Seq>,
    /// Sessions, tokens and links by whose they are, as far as that is known.
    #[serde(skip)]
    by_member: OrdMap<Member, OrdSet<Seq>>,
}

/// A link that waits to be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The digest of its secret.
    pub digest: SecretDigest,
    /// Where it was sent.
    pub address: Note,
    /// From when on it opens nothing.
    pub until: Timestamp,
    /// Whom it signs in, if that does not follow from the address.
    pub member: Option<Member>,
    /// Whether it signs nobody in, and shows instead that the address is that member's.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub shows: bool,
}

impl Link {
    /// Whose address it shows, if it shows one.
    fn shows_of(&self) -> Option<Member> {
        self.member.filter(|_| self.shows)
    }
}

/// A browser that is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Session {
    /// Its number.
    pub id: Seq,
    /// The digest of its secret.
    pub digest: SecretDigest,
    /// Who.
    pub member: Member,
    /// On what.
    pub device: Note,
    /// Since when.
    pub since: Timestamp,
    /// Until when at most.
    pub until: Timestamp,
}

/// A token for programs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Token {
    /// Its number.
    pub id: Seq,
    /// The digest of its secret.
    pub digest: SecretDigest,
    /// Whose.
    pub member: Member,
    /// What they call it.
    pub name: Note,
    /// What it may.
    pub scopes: Vec<String>,
    /// Since when.
    pub since: Timestamp,
    /// Until when at most.
    pub until: Timestamp,
}

impl SignIn {
    /// A link that opens at this time, and signs in.
    #[must_use]
    pub fn link(&self, digest: SecretDigest, now: Timestamp) -> Option<&Link> {
        self.any_link(digest, now).filter(|link| !link.shows)
    }

    /// A link that opens at this time, and shows that its address is its member's.
    #[must_use]
    pub fn shows(&self, digest: SecretDigest, now: Timestamp) -> Option<&Link> {
        self.any_link(digest, now).filter(|link| link.shows)
    }

    fn any_link(&self, digest: SecretDigest, now: Timestamp) -> Option<&Link> {
        let link = self.links.get(self.by_digest.get(&digest)?)?;
        (now < link.until).then_some(&**link)
    }

    /// A session that is open at this time.
    #[must_use]
    pub fn session(&self, digest: SecretDigest, now: Timestamp) -> Option<&Session> {
        let session = self.sessions.get(self.by_digest.get(&digest)?)?;
        (now < session.until).then_some(&**session)
    }

    /// A token that is good at this time.
    #[must_use]
    pub fn token(&self, digest: SecretDigest, now: Timestamp) -> Option<&Token> {
        let token = self.tokens.get(self.by_digest.get(&digest)?)?;
        (now < token.until).then_some(&**token)
    }

    /// The sessions of a member, the oldest first.
    pub fn sessions_of(&self, member: Member, now: Timestamp) -> impl Iterator<Item = &Session> {
        let open = move |session: &&Arc<Session>| now < session.until;
        self.of(member).filter_map(|id| self.sessions.get(&id)).filter(open).map(Arc::as_ref)
    }

    /// The tokens of a member, the oldest first.
    pub fn tokens_of(&self, member: Member, now: Timestamp) -> impl Iterator<Item = &Token> {
        let good = move |token: &&Arc<Token>| now < token.until;
        self.of(member).filter_map(|id| self.tokens.get(&id)).filter(good).map(Arc::as_ref)
    }

    /// Everybody who has a session, a token or a link of their own.
    pub fn members(&self) -> impl Iterator<Item = Member> + '_ {
        self.by_member.keys().copied()
    }

    /// Whether there is anything to forget: the reason for a sweep.
    #[must_use]
    pub fn is_to_be_swept(&self, now: Timestamp) -> bool {
        self.over(now).next().is_some()
    }

    /// What is over by the clock.
    pub(super) fn over(&self, now: Timestamp) -> impl Iterator<Item = Seq> + '_ {
        let links = self.links.iter().map(|(id, link)| (*id, link.until));
        let sessions = self.sessions.iter().map(|(id, session)| (*id, session.until));
        let tokens = self.tokens.iter().map(|(id, token)| (*id, token.until));
        links.chain(sessions).chain(tokens).filter(move |(_, until)| *until <= now).map(|(id, _)| id)
    }

    /// The numbers of the sessions, tokens and links of a member, the oldest first.
    pub(super) fn of(&self, member: Member) -> impl Iterator<Item = Seq> + '_ {
        self.by_member.get(&member).into_iter().flat_map(|all| all.iter().copied())
    }

    pub(super) fn link_number(&self, digest: SecretDigest) -> Option<Seq> {
        self.by_digest.get(&digest).copied()
    }

    /// The link to an address that signs in, or the one that shows that it is this member's.
    pub(super) fn link_to(&self, address: &str, shows_of: Option<Member>) -> Option<Seq> {
        self.by_address.get(&(address.into(), shows_of)).copied()
    }

    /// The links that wait to show an address of a member.
    pub(super) fn showing(&self, member: Member) -> impl Iterator<Item = Seq> + '_ {
        self.of(member).filter(|id| self.links.get(id).is_some_and(|link| link.shows))
    }

    /// Takes in an act. Without its text, because that was erased, it leaves the same state once the act that ended it
    /// is taken in, too.
    pub(super) fn take_in(&mut self, id: Seq, at: Timestamp, act: &Act) {
        match act.clone() {
            Act::LinkAsked { link, address, until, instead_of, member, shows } => {
                instead_of.into_iter().for_each(|older| self.end(older));
                let asked = Link { digest: link, address, until, member, shows };
                if let Some(text) = asked.address.text() {
                    self.by_address.insert((text.into(), asked.shows_of()), id);
                }
                if let Some(member) = member {
                    self.by_member.entry(member).or_default().insert(id);
                }
                self.by_digest.insert(link, id);
                self.links.insert(id, Arc::new(asked));
            }
            Act::SessionOpened { session, member, device, until, link } => {
                self.end(link);
                self.by_digest.insert(session, id);
                self.by_member.entry(member).or_default().insert(id);
                let opened = Session { id, digest: session, member, device, since: at, until };
                self.sessions.insert(id, Arc::new(opened));
            }
            Act::TokenMade { token, member, name, scopes, until } => {
                self.by_digest.insert(token, id);
                self.by_member.entry(member).or_default().insert(id);
                let made = Token { id, digest: token, member, name, scopes, since: at, until };
                self.tokens.insert(id, Arc::new(made));
            }
            Act::Ended { what, .. } => what.into_iter().for_each(|ended| self.end(ended)),
        }
    }

    /// Forgets a link, a session or a token. A secret never comes back: its digest leaves, too.
    fn end(&mut self, id: Seq) {
        let link = self.links.remove(&id);
        if let Some(link) = &link
            && let Some(address) = link.address.text()
        {
            let key = (address.into(), link.shows_of());
            if self.by_address.get(&key) == Some(&id) {
                self.by_address.remove(&key);
            }
        }
        let link = link.map(|link| (link.digest, link.member));
        let session = self.sessions.remove(&id).map(|session| (session.digest, Some(session.member)));
        let token = self.tokens.remove(&id).map(|token| (token.digest, Some(token.member)));
        for (digest, member) in link.into_iter().chain(session).chain(token) {
            self.by_digest.remove(&digest);
            let Some(member) = member else { continue };
            if let Some(all) = self.by_member.get_mut(&member) {
                all.remove(&id);
                if all.is_empty() {
                    self.by_member.remove(&member);
                }
            }
        }
    }
}
