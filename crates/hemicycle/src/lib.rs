//! The product: the stages of a forum as pages, interfaces and jobs, and the binary that serves them.

pub mod languages;
pub mod refusals;
