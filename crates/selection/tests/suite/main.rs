//! What the engines promise.

mod assign;
mod calibrate;
mod choose;
mod dice;
