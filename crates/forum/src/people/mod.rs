//! Persons and organisations, and who takes part in which meeting.

mod acts;
pub mod alike;
mod office;
mod role;
mod rules;
mod state;
pub mod statistics;
pub mod views;

pub use acts::{Act, Attendance, Command, NewPerson, Origin};
pub use office::Office;
pub use role::Role;
pub(crate) use rules::decide;
pub use state::{Organisation, Participation, Person, State, mailbox};
