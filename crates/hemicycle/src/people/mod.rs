//! Persons and organisations, as far as they stand on a published programme.

pub mod api;
pub mod me;
pub mod organisations;
pub mod pages;
