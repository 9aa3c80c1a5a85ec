//! Finding sessions, people and organisations.

pub mod api;
pub mod pages;
