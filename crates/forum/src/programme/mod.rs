//! Rooms, slots, tracks and sessions of a meeting, and the versions in which its programme was published.

mod acts;
mod clashes;
mod filter;
mod rules;
mod state;
pub mod views;

pub use acts::{Act, Command, NewSession, Role, SessionChange, SessionEdit};
pub use clashes::{Clash, clashes};
pub use filter::{Choices, Filter};
pub(crate) use rules::decide;
pub use state::{Place, Programme, Room, Session, Slot, State, Track, Version};
