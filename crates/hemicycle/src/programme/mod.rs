//! The programme of a meeting: its pages and its data, the files that it leaves as, and what goes into it
//! from other tools.

pub mod api;
pub mod exports;
pub mod import;
pub mod mine;
pub mod pages;
pub mod screens;
