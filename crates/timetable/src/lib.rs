//! Programmes from sessions, rooms and times.

#![warn(missing_docs)]

pub mod curriculum;
pub mod ietf;
mod problem;
pub mod search;

pub use problem::Problem;
