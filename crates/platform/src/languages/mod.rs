//! Languages: what the interface says, in whichever language its reader has chosen.
//!
//! The product hands in its catalogues as data ([`Language`]); this module finds the language for a
//! reader, looks messages up and writes numbers, dates, times and zones the way that language does.
//! Nothing here fails at run time: a message that a catalogue lacks is said in the default language,
//! and a message that nobody has is shown as its key and logged. Tests see to it that neither happens
//! ([`audit`]).

pub mod audit;
mod catalogue;
mod direction;
mod language;
mod locale;
mod moments;
#[cfg(test)]
mod tests;

pub use catalogue::CatalogueError;
pub use direction::{Direction, direction_of, isolate, runs_against};
pub use language::{Language, Languages};
pub use locale::{Arg, Locale, key};
pub use moments::offset_name;
