//! The programme of a meeting: its pages and its data, and what goes into it from other tools.

pub mod api;
pub mod import;
pub mod mine;
pub mod pages;
