//! Taking over the programme that another tool exported.
//!
//! [`plan`] is pure: it makes the import on a copy of the forum, step by step, and so knows every refusal, every id
//! and every difference before anything is written. What it shows is what [`Plan::command`] then does, as one
//! command: all of it or nothing, and only if the forum is still the one that the plan was made on.
//!
//! ```text
//!   file ──interchange──▶ Programme ─┐
//!                                    ├─▶ plan ──▶ steps        one command, for the writer
//!   forum ───────────────────────────┘       ├──▶ differences  what would be new, changed, moved, withdrawn
//!                                            └──▶ remarks      what was not taken over or had to be assumed, by line
//! ```
//!
//! The same file twice gives no steps: things are found again by their [`Origin`](forum::people::Origin), rooms also
//! by name, tracks by name, sessions without an id by title, persons by name where nothing speaks against it.

pub mod api;

mod options;
mod plan;
mod reading;
mod remark;

mod compare;
mod draft;
mod leftovers;
mod meeting;
mod people;
mod places;
mod recognise;
mod roles;
mod rooms;
mod sessions;

mod differences;
mod report;
mod said;

#[cfg(test)]
mod tests;

pub use differences::{Change, Difference, Spot, Tally};
pub(crate) use draft::Draft;
pub use options::Options;
pub use plan::{Plan, Publication, plan};
pub use reading::{Reading, read};
pub use remark::{Cost, Remark, Stop, Why};
pub use report::{changes_in_words, collisions_in_words, report};
pub use said::Said;
