//! Reference data: what is true of every forum of this kind, typed from published facts.
//!
//! Each table names its source and its date in a comment. Everything here is constant: a forum's own choices (which
//! session types it offers, which groups its form lists) refer to these tables and live elsewhere. Names that people
//! read come from the message catalogues, by `key()`; only the country table carries its names itself.

mod country_table;

pub mod countries;
pub mod groups;
pub mod meetings;
pub mod regions;
pub mod session_types;
