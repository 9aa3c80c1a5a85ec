//! A meeting as the timetable engine sees it, and what it says, in people's words.
//!
//! ```text
//!   Forum ──instance──▶ Planned { Instance, and who is who } ──engine──▶ places ──back──▶ commands
//! ```
//!
//! Nothing here decides anything: what may stand in a draft is the core's business, and a price is the engine's.

mod back;
mod grid;
mod hours;
mod instance;
mod people;

#[cfg(test)]
mod tests;

pub use instance::{Planned, instance};
