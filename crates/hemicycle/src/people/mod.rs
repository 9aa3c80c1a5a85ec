//! Persons and organisations, as far as they stand on a published programme.

pub mod organisations;
pub mod pages;
