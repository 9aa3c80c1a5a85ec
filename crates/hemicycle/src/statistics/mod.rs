//! A meeting in figures, and a forum over the years. Every figure says what it counts.

mod chart;
pub mod data;
mod labels;
pub mod page;
mod tables;
pub mod years;

#[cfg(test)]
pub(crate) use labels::keys;
