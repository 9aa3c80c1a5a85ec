//! Signing in to a forum, and what is one's own there.
//!
//! [`gate::Gate`] holds the logs of sign-ins and the post, [`carried`] reads what a request carries, [`doors`] are the
//! handlers, [`pages`] what they show.

pub mod after;
pub mod answer;
pub mod carried;
pub mod device;
pub mod doors;
pub mod gate;
pub mod letter;
pub mod me;
pub mod next;
pub mod outbox;
pub mod pages;
pub mod peer;
pub mod scopes;
#[cfg(test)]
mod tests;

use jiff::SignedDuration;

/// How long a link opens that somebody asked for.
pub const LINK_LASTS: SignedDuration = SignedDuration::from_mins(15);

/// How long a link opens with which somebody was invited.
pub const INVITATION_LASTS: SignedDuration = SignedDuration::from_hours(24);

/// How long somebody stays signed in, used or not.
pub const SESSION_LASTS: SignedDuration = SignedDuration::from_hours(30 * 24);
