//! The programme of a forum, as the engine sees it: sessions, rooms, times, people, and what is wanted of them.

mod board;
mod brief;
mod check;
mod instance;
mod limits;
mod solution;

pub use board::{Board, Placement};
pub use brief::Brief;
pub use check::read;
pub use instance::{Instance, Pair, Part, Person, Precedence, Resource, Room, Session, Span, Time, Weights};
pub use solution::{read_solution, write, write_solution};
