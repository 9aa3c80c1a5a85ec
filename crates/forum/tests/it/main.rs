//! Promises of the core, kept against every change.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod frame;
mod golden;
mod newcomers;
mod permission;
mod programme;
mod simulation;
mod testing;
mod together;
mod undo;
mod visibility;
