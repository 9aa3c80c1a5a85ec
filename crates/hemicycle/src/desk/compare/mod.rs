//! Two programmes of a meeting side by side: what is where, what it costs, and whom the difference concerns.
//!
//! What is compared are places. What else was said of a session, publishing tells ([`super::publish`]).

pub mod api;
pub mod doors;

mod grid;
mod moves;
mod page;
mod side;

pub(super) use moves::{Moved, concerned, moves};
pub(super) use page::{address, link, moved};
pub(super) use side::Side;
