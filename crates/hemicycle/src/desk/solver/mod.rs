//! The machine plans a programme in the background, and people look at what it found.
//!
//! ```text
//!   form ─▶ Wishes ─▶ what_if: a copy of the forum ─▶ Planned ─▶ work: threads of low priority ─▶ Found
//!                                                                      │                            │
//!   page, JSON ◀──────────────── Run: how far it has come ◀────────────┘        adopted, kept or discarded
//! ```
//!
//! A run is no act: it holds ids and numbers, no words, and is gone with the server. What it found changes nothing until
//! somebody adopts it, as one change of the draft.

pub mod api;
pub mod doors;

mod conflict;
mod curve;
mod page;
mod run;
mod runs;
mod scored;
mod what_if;
mod wishes;
mod words;
mod work;

#[cfg(test)]
mod tests;

pub(super) use page::explained;
pub use runs::Runs;
pub(super) use scored::{Scored, scored};
