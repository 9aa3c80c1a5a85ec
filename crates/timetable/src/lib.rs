//! Programmes from sessions, rooms and times.
//!
//! The engine knows nothing of forums: it takes an [`model::Instance`] (sessions with their people, needs and wishes;
//! rooms; a grid of times) and gives every session a place, as few as possible of the wishes denied and none of the
//! demands. It has no clock, no threads and no chance of its own: a seed and a [`search::Pace`] come in with the call,
//! and whoever has two processors calls it twice with two seeds and keeps the [`search::Outcome::better`] result.
//!
//! - [`model`]: what is to be planned, and the board on which it is done;
//! - [`constraints`]: the list of demands and wishes, each with its facts (for people) and its growth (for the search);
//! - [`solve`]: a first programme, then annealing; the result never has a person in two places;
//! - [`prices`]: why a session is where it is, and what any other place would cost;
//! - [`conflict`]: if something has no place, demands that cannot all be met, as few as can be told;
//! - [`search`]: simulated annealing and parallel tempering over anything that is a [`search::Landscape`];
//! - [`curriculum`], [`ietf`], [`cosplib`]: public benchmarks in their own formats, each with a model of its own on the
//!   same search, so that anyone can check how good it is;
//! - [`formats`]: all of these behind one face, recognised by their content;
//! - [`words`]: what it finds, in English;
//! - [`sample`]: invented forums of any size.

#![warn(missing_docs)]

pub mod conflict;
pub mod constraints;
pub mod cosplib;
pub mod curriculum;
pub mod formats;
pub mod ietf;
pub mod model;
pub mod prices;
mod problem;
pub mod sample;
pub mod search;
mod solver;
pub mod words;

pub use problem::Problem;
pub use solver::{Moved, Programme, bound, moved, resolve, solve};
