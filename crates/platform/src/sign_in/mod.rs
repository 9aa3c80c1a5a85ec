//! Signing in without passwords: who holds a mailbox is who they say.
//!
//! In the order in which somebody meets it: an address is given and a **link** asked for; whoever opens the link within
//! its time opens a **session**, which their browser carries as a cookie; whoever writes programs makes a **token**.
//! All three are secrets of 128 random bits ([`Secret`]). What is stored is only their digest, so neither the file nor a
//! backup of it opens a door.
//!
//! It is a state machine over a log of its own ([`SignIn`]), written by [`crate::writer`]: durable, the same on all
//! nodes, and backed up with the rest. Nobody is named in it: a member is a number, an address or the name of a device
//! is a side text that is erased as soon as what it belongs to has ended. What stays of an ended session is when it was
//! opened, by which number, and when it ended.

mod acts;
mod doorkeeper;
pub mod limits;
mod machine;
mod note;
mod rules;
mod secret;
mod state;
#[cfg(test)]
mod tests;

pub use acts::{Act, By, Command, Refusal, Why};
pub use doorkeeper::{Block, Doorkeeper, Slow};
pub use note::Note;
pub use secret::{Secret, SecretDigest};
pub use state::{Link, Session, SignIn, Token};

/// The number of a member. Whose it is, the product knows.
pub type Member = u64;
