//! The call: what a forum asks for, and what is proposed to it.
//!
//! ```text
//!   call ──opens──▶ draft ──submit──▶ proposal ──review──▶ session
//!                     │ saved as it is typed        issue ──cluster──▶ team ──plan──▶ session
//! ```
//!
//! A draft takes whatever is typed, right or wrong, so that nothing is lost; what is still missing is said beside it, and
//! only [`Command::Submit`] insists. Who reads a proposal before it is decided is settled here, by the audience of its
//! acts and by [`views`], and nowhere else.

mod about;
mod acts;
mod catalogue;
mod commands;
mod fields;
mod requirements;
mod rules;
mod state;
pub mod views;

pub use about::{About, Gate, Mode, Offer, Said};
pub use acts::Act;
pub use catalogue::{BuiltIn, FIELDS, ISSUE, PEOPLE_STEP, STEPS, Takes, messages, offers};
pub use commands::{Command, PartTyped};
pub use fields::{Answer, Choice, Condition, Field, FieldKind, Limit, Seen};
pub use requirements::{Breach, REQUIREMENTS, Requirement, Rule};
pub(crate) use rules::decide;
pub use state::{Call, Cluster, Part, Proposal, Saved, Stage, State, TeamRole};
pub use views::Known;
