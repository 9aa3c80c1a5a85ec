//! Demands: what sessions, rooms and people need of a programme, so that somebody or something can plan it.
//!
//! They belong to the draft and to whoever makes it: no version holds them, and nobody else sees them. Each is set as a
//! whole, so that what takes a change back is the same command with what was there before.

mod acts;
mod commands;
mod history;
mod rules;
mod state;

pub use acts::{Act, Availability, Needs, Stretch, Walk, Wish};
pub use commands::Command;
pub(in crate::programme) use history::{Subject, inverse, subject};
pub(crate) use rules::decide;
pub use state::{Demands, Resource};

/// What a room may be fitted with, for forums that do not want to think of names for it; more words are welcome.
pub const FEATURES: [&str; 9] = [
    "interpretation-booths",
    "hybrid-kit",
    "round-table",
    "captioning-screen",
    "recording",
    "hearing-loop",
    "step-free-stage",
    "theatre-seating",
    "quiet",
];
