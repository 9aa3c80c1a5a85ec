//! The real binary, killed, starved and lied to.
//!
//! An answered command is durable: whatever happens to the process, it is in the log, once, in order.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod backup;
mod disk;
mod ending;
mod kill;
mod load;
#[path = "../support/mod.rs"]
#[allow(dead_code, reason = "each test binary uses its part")]
mod support;
