//! The desk: where those who run a forum make its programme and keep its settings. Pages that nobody else sees.
//!
//! ```text
//!   form ──Form──▶ order ──▶ Command ──writer──▶ done: back to the page (303)
//!                    │                └────────▶ refused: the same page, with what was typed and why not
//!                    └──▶ No: what was typed cannot be read
//! ```
//!
//! Every page is a function from the visit and from what was `Typed` last to a page, so that a refusal loses nothing.

pub mod api;
pub mod doors;

pub(crate) mod answer;
mod demand;
pub(crate) mod form;
pub(crate) mod order;
mod stretches;
mod when;

mod board;
mod changes;
mod collisions;
pub mod compare;
mod concerns;
pub mod findings;
mod frame;
pub mod letters;
mod means;
mod needs;
mod people;
mod places;
mod publish;
mod session;
mod similar;
mod told;

pub mod call;
mod fill;
mod first;
pub mod import;
mod meeting;
pub mod plan;
pub mod review;
mod settings;
pub mod solver;
pub mod variants;

#[cfg(test)]
mod tests;
