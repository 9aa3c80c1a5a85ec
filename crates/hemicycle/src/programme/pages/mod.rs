//! The programme as pages: a day as a list or as a grid, a session, the versions.

pub mod day;
mod filters;
mod grid;
mod list;
pub mod session;
pub mod versions;

pub use filters::{Asked, View};
