//! Promises of the core, kept against every change.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod call;
mod choices;
mod collisions;
mod demands;
mod draft;
mod frame;
mod golden;
mod newcomers;
mod permission;
mod programme;
mod review;
mod settings;
mod simulation;
mod statistics;
mod testing;
mod together;
mod undo;
mod variants;
mod visibility;
