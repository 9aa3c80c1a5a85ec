//! The writer: one thread per log that decides commands and appends what follows, many at a time.
//!
//! The product brings its [`Machine`]; the writer brings order, durability, and that the same command twice is
//! done once.

mod envelope;
mod machine;

pub use envelope::{BadKey, CommandDigest, Envelope, Key};
pub use machine::{Context, EnvelopeOf, Machine};
