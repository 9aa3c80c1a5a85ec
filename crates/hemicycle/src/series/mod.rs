//! Series and meetings: their pages and their data.

pub mod api;
pub mod pages;
