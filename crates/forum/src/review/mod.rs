//! The review: who reads what, what they think of it, and what becomes of it.
//!
//! ```text
//!   submitted ──screen──▶ assigned ──score──▶ discussed ──decide──▶ taken ──▶ pending ──release──▶ released
//!       ▲         │ repair                                                                    │
//!       └─────────┘                                                                appeal ◀───┘
//! ```
//!
//! A conflict of interest is a state of its own, not a missing score. Where the review is blind, what a reviewer may read
//! of a proposal is settled by [`views`], which every page, search and export asks.

mod acts;
mod commands;
mod rules;
mod settings;
mod state;

pub use acts::{Act, Bid, Conflict, Screening, Verdict};
pub use commands::Command;
pub(crate) use rules::decide;
pub use settings::{Criterion, Reason, Settings};
pub use state::{Appeal, Decision, DecisionState, Merge, Review, Screened, State};
