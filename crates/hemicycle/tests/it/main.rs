//! The real binary, asked over HTTP and on the command line.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod acts;
mod commands;
mod ending;
mod export;
mod flood;
mod forums;
mod import;
mod keeping;
mod line;
mod ops;
mod proposing;
mod sign_in;
#[path = "../support/mod.rs"]
#[allow(dead_code, reason = "each test binary uses its part")]
mod support;
mod timetable;
mod watch;
