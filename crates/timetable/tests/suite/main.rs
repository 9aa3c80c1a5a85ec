//! What the engine promises, checked from outside.

mod conflict;
mod constraints;
