//! Made-up forums of real size, dealt from a seed: for the demo, for tests and for measuring.

mod build;
pub mod dice;
pub mod inland_sea;
pub mod kyoto;
mod quota;
mod step;

pub use build::{Trouble, build_steps};
pub use step::Step;
