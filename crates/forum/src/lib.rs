//! forum
pub mod reference;
