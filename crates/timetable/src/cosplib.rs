//! Conferences of CoSPLib (Kheiri, Pylyavskyy, Jacko): tracks and their submissions into sessions and rooms.
//!
//! The objective is the library's: sixteen counted terms, each with its weight; see [`Term`].

mod board;
mod first;
mod instance;
mod moves;
mod read;
mod score;
mod search;
mod solution;
mod terms;

pub use instance::{Instance, Submission};
pub use read::read;
pub use score::{Score, score};
pub use search::solve;
pub use solution::{Solution, read_solution, write_solution};
pub use terms::{TERMS, Term, Weights};
