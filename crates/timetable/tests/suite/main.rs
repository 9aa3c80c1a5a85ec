//! What the engine promises, checked from outside.

mod benchmarks;
mod conflict;
mod constraints;
mod data_folder;
mod formats;
mod hostile;
mod prices;
mod promises;
mod solver;
