//! Mail: over SMTP, or into an outbox for who has no SMTP.
//!
//! A [`Letter`] is plain text. A [`Courier`] takes one to its reader and waits until it is there; a [`Post`] takes many,
//! on a thread of its own, so that nobody who asks for a letter waits for it or learns from the time whether it was sent.

mod courier;
mod drawer;
mod letter;
pub mod outbox;
mod post;
#[cfg(test)]
pub(crate) mod sink;
#[cfg(test)]
mod tests;

pub use courier::{Courier, Trouble, Way};
pub use letter::{Attachment, BadAddress, Letter, is_address, unlinked};
pub use post::{Pace, Post, PostFull, forget_waiting};
