//! Finding sessions, people and organisations.

pub mod pages;
