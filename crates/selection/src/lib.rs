//! From many proposals to a programme that everyone can trace: three engines that know nothing of forums.
//!
//! - [`assign`]: who reviews what, as a minimum-cost flow: the best assignment there is, with a proof that it is, or the
//!   smallest reason why there is none;
//! - [`calibrate`]: what the scores say once harsh and lenient reviewers are told apart, with an interval for each
//!   proposal, so that near-ties are seen as such;
//! - [`choose`]: the best balanced set under a budget of places, and what each demand of balance costs.
//!
//! None has a clock, threads or chance of its own: the same question has the same answer everywhere.

#![warn(missing_docs)]

pub mod assign;
pub mod calibrate;
pub mod choose;
mod flow;
