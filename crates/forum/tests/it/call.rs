//! Calls: nothing typed is lost, nothing is submitted that should not be, and nobody is shown who has not agreed.

mod bounds;
mod drafts;
mod erasing;
mod parts;
mod rules;
mod seen;
mod setup;
mod story;
mod teams;

pub(crate) use setup::{
    CALL, about, call_open_for, complete, draft, every_call_command, open_call, part, save, submit,
};
pub(crate) use story::from_call_to_session;
