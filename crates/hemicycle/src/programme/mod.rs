//! The programme of a meeting: its pages and its data.

pub mod api;
pub mod pages;
