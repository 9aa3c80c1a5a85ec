//! The writer: one thread per log that decides commands and appends what follows, many at a time.
//!
//! The product brings its [`Machine`]; the writer brings order, durability, and that the same command twice is
//! done once.

//!
//! In the order in which a command travels: an [`Order`] is submitted to a [`Writer`] and becomes a [`Ticket`]; the
//! core decides it with others of the same batch, appends what follows, publishes the new state, and answers.
//!
//! What always holds:
//! - an answered command is durable, and is done once, however often it is sent;
//! - a published state is exactly what the log up to its sequence number makes;
//! - time in the log never runs backwards;
//! - nothing here waits without a limit, and nothing here grows without one, but the index of past commands.

mod core;
mod envelope;
mod figures;
mod handle;
mod index;
mod machine;
mod options;
mod order;
mod replay;

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) mod toy;

pub use self::core::Published;
pub use envelope::{BadKey, CommandDigest, Envelope, Key, Salt};
pub use figures::Figures;
pub use handle::Writer;
pub use machine::{Context, EnvelopeOf, Machine};
pub use options::{BATCH_MAX, Options, QUEUE_MAX};
pub use order::{Answer, Done, Failure, Order, Ticket};
