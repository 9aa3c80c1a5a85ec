//! Programmes from sessions, rooms and times.

#![warn(missing_docs)]

pub mod curriculum;
mod problem;
pub mod search;

pub use problem::Problem;
