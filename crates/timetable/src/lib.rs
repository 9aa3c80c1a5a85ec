//! Programmes from sessions, rooms and times.

#![warn(missing_docs)]

pub mod conflict;
pub mod constraints;
pub mod cosplib;
pub mod curriculum;
pub mod ietf;
pub mod model;
mod problem;
pub mod sample;
pub mod search;
mod solver;

pub use problem::Problem;
pub use solver::{Programme, solve};
