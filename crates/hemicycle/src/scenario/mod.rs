//! Made-up forums of real size, dealt from a seed: for the demo, for tests and for measuring.

pub mod dice;
pub mod kyoto;
mod quota;
