//! Rooms, slots, tracks and sessions of a meeting, and the versions in which its programme was published.

mod acts;
mod clashes;
pub mod collisions;
mod commands;
pub mod demands;
mod draft;
mod filter;
mod history;
mod moment;
mod rules;
pub mod similar;
mod state;
pub mod statistics;
mod variants;
pub mod views;

pub use crate::people::Role;
pub use acts::{Act, SessionChange};
pub use clashes::{Clash, clashes};
pub use commands::{Command, NewSession, SessionEdit};
pub use draft::{Warning, concerned, warnings};
pub use filter::{Choices, Filter};
pub use history::{Change, History};
pub use moment::RoomAt;
pub(crate) use rules::{decide, keeps_places};
pub use state::{Place, Programme, Room, Session, Slot, State, Track, Version};
pub use variants::{Placed, Places, Variant, arranged};
