//! The review: what three engines that know nothing of forums say of it. Pure: from the state to values and back to
//! commands; pages keep what is dear to work out.

pub mod assigning;
pub mod choosing;
pub mod results;

#[cfg(test)]
mod tests;
