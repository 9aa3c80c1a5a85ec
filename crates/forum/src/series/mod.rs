//! Series and their meetings: the frame in which everything else stands.

mod acts;
mod rules;
mod state;
pub mod views;

pub use acts::{Act, Command, MeetingChange, MeetingEdit};
pub(crate) use rules::decide;
pub use state::{Figure, Meeting, Series, State};
