//! The review: who reads what, what they think of it, and what becomes of it.
//!
//! ```text
//!   submitted ──screen──▶ assigned ──score──▶ discussed ──decide──▶ taken ──▶ pending ──release──▶ released
//!       ▲         │ repair                                                                    │
//!       └─────────┘                                                                appeal ◀───┘
//! ```
//!
//! A conflict of interest is a state of its own, not a missing score: whoever has one, declared or found ([`conflicts`]),
//! does not score, and what they scored before does not count. Who sees what of a review is settled by [`views`], which
//! every page, search and export asks, and by the audience of its acts.

mod acts;
mod commands;
pub mod conflicts;
mod rules;
mod settings;
mod state;
pub mod views;

pub use acts::{Act, Bid, Conflict, Screening, Verdict};
pub use commands::Command;
pub(crate) use rules::decide;
pub use settings::{CRITERIA, Criterion, REASONS, Reason, SCORE_MAX, SCORE_MIN, Settings};
pub use state::{Appeal, Decision, DecisionState, Merge, Review, Screened, State};
