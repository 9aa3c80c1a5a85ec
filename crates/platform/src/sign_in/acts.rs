//! What happens at the door, and what may be wished there.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Member, Note, SecretDigest};
use crate::log::Seq;

/// A fact. Links, sessions and tokens are known by the number of the act that made them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Act {
    /// A link was asked for, to be sent to an address.
    LinkAsked {
        /// The digest of its secret.
        link: SecretDigest,
        /// Where it goes.
        address: Note,
        /// From when on it opens nothing.
        until: Timestamp,
        /// The link that went to the same address before, and ends with this one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        instead_of: Option<Seq>,
        /// Whom it signs in, if that does not follow from the address.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        member: Option<Member>,
        /// Whether it signs nobody in, and shows instead that the address is that member's.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        shows: bool,
    },
    /// Somebody signed in.
    SessionOpened {
        /// The digest of its secret.
        session: SecretDigest,
        /// Who.
        member: Member,
        /// On what: a few words, for them to recognise it.
        device: Note,
        /// From when on it is none.
        until: Timestamp,
        /// The link that was used, and ends with this.
        link: Seq,
    },
    /// A token for programs was made.
    TokenMade {
        /// The digest of its secret.
        token: SecretDigest,
        /// Whose.
        member: Member,
        /// What they call it.
        name: Note,
        /// What it may.
        scopes: Vec<String>,
        /// From when on it is none.
        until: Timestamp,
    },
    /// Links, sessions or tokens ended; the texts beside the acts that made them are erased.
    Ended {
        /// Which.
        what: Vec<Seq>,
        /// Why.
        why: Why,
    },
}

/// Why something ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Its owner ended it.
    Owner,
    /// Its time was over.
    Time,
    /// Its owner has too many, and it was the oldest.
    Number,
    /// Its owner is gone.
    Gone,
}

/// Who wishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Somebody before the door.
    Anyone,
    /// Somebody who has signed in.
    Member(Member),
    /// The house itself.
    House,
}

/// A wish.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Command {
    /// Have a link for an address.
    AskLink {
        /// The digest of its secret.
        link: SecretDigest,
        /// The address, in the form in which addresses are compared.
        address: String,
        /// Whom it signs in, if that does not follow from the address. For the house.
        member: Option<Member>,
        /// How long it opens.
        lasts: SignedDuration,
    },
    /// Have a link that shows that an address is one's own.
    AskToShow {
        /// The digest of its secret.
        link: SecretDigest,
        /// The address, in the form in which addresses are compared.
        address: String,
        /// How long it opens.
        lasts: SignedDuration,
    },
    /// Use up a link that showed an address. For the house.
    Shown {
        /// The digest of its secret.
        link: SecretDigest,
    },
    /// Sign in with a link.
    OpenSession {
        /// The digest of the link's secret.
        link: SecretDigest,
        /// The digest of the new session's secret.
        session: SecretDigest,
        /// Who holds the link's address.
        member: Member,
        /// On what.
        device: String,
        /// How long it stays open, used or not.
        lasts: SignedDuration,
    },
    /// Have a token for programs.
    MakeToken {
        /// The digest of its secret.
        token: SecretDigest,
        /// What to call it.
        name: String,
        /// What it may.
        scopes: Vec<String>,
        /// How long it is good.
        lasts: SignedDuration,
    },
    /// End a session or a token; with a session, what waits to show an address of the same member.
    End {
        /// Which.
        what: Seq,
    },
    /// End all one's sessions but this one, or without it all, and what waits to show an address.
    EndOthers {
        /// The session to keep.
        but: Option<Seq>,
    },
    /// End everything of a member who is gone. For the house.
    EndMember {
        /// Who.
        member: Member,
    },
    /// End the link that signs in whoever holds an address. For the house.
    EndLink {
        /// The address, in the form in which addresses are compared.
        address: String,
    },
    /// Forget what is over by now. For the house.
    Sweep,
}

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The link was used, is too old, or never was one; which of them, nobody is told.
    NoSuchLink,
    /// There is no such session or token of this member.
    NoSuchThing,
    /// This member has so many tokens; one must end first.
    TooManyTokens,
    /// This is not for them to wish.
    NotAllowed,
}
