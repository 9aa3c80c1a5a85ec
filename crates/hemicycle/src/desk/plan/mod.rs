//! A meeting as the timetable engine sees it, and what it says, in people's words.
//!
//! ```text
//!   Forum ──instance──▶ Planned { Instance, and who is who } ──engine──▶ places ──back──▶ commands
//! ```
//!
//! Nothing here decides anything: what may stand in a draft is the core's business, and a price is the engine's.

mod alike;
pub mod api;
mod back;
mod elsewhere;
mod grid;
mod hours;
mod instance;
mod needs;
mod people;
pub mod said;

#[cfg(test)]
mod tests;

pub(in crate::desk) use alike::alike;
pub(in crate::desk) use hours::zone_of;
pub use instance::{Planned, instance};
pub(in crate::desk) use needs::usual_weight;
