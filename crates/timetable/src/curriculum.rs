//! Curriculum timetabling of the second international competition (ITC-2007, track 3), formulation UD2.
//!
//! Not a forum, but the best-studied relative of one: thirty research groups have published results on these
//! files, so they say how good the search is. The model is its own, since here speed is all.

mod chains;
mod instance;
mod moves;
mod read;
mod score;
mod search;
mod solution;
mod week;

pub use instance::{Course, Curriculum, Instance, Room};
pub use read::read;
pub use score::{Score, score};
pub use search::solve;
pub use solution::{Solution, read_solution, write_solution};
