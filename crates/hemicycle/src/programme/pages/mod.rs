//! The programme as pages: a day as a list or as a grid, a session, the versions.

mod clock;
pub mod day;
mod filters;
mod grid;
mod list;
pub mod session;
pub mod versions;

pub use clock::Clock;
pub use filters::{Asked, View};
