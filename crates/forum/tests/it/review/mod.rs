//! The review: what it allows, what it finds, and who sees what of it.

mod conflicts;
mod decisions;
mod dice;
mod eyes;
mod scores;
mod stage;
mod wishes;

pub(crate) use eyes::eventful;
