//! The call: what is asked for, and what is proposed.

pub mod said;
