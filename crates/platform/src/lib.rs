//! What a chess club would need too: the log and its stores, the writer, the languages.
//!
//! Nothing here knows what a forum is. In the order in which an act travels:
//!
//! - [`log`]: an append-only log of acts, on SQLite, on PostgreSQL or in memory;
//! - [`writer`]: the one thread per log that turns commands into acts, many at a time;
//! - [`languages`]: what the interface says, in whichever language its reader has chosen.

pub mod languages;
pub mod log;
pub mod writer;
