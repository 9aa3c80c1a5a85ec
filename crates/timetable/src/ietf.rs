//! Meetings of the IETF: instances in JSON with the cost function of the schedule builder that its secretariat uses.
//!
//! Sessions of groups go into slots (a room in a time frame). The cost is that of the published builder, except
//! that "sessions out of order" means what its documentation says: a group's sessions in the order of their ids.

mod bound;
mod build;
mod detour;
mod instance;
mod moves;
mod read;
mod rooms;
mod score;
mod search;
mod solution;
mod tables;
mod terms;
#[cfg(test)]
mod tests;
mod week;

pub use bound::bound;
pub use instance::{Frame, Group, Instance, Prices, Room, Rule, RuleKind, Session, Slot, TimeRelation};
pub use read::read;
pub use score::{Score, Scorer};
pub use search::solve;
pub use solution::{Solution, read_solution, write_solution};
pub use terms::{Fault, Term, faults};
