//! The published programme as files, for whoever wants to take it along: a calendar, an app, a spreadsheet, an archive.
//!
//! To add a format, write a file with an `EXPORT` in it, add one line to [`EXPORTS`] and one to the routes. All of
//! them read the programme through [`ExportContext`], in the name of the public: what is not published or not public
//! cannot get into a file, and what was erased is marked as such.

pub mod api;
mod atom;
mod context;
mod csv;
mod cut;
pub mod doors;
mod history;
mod html;
mod ics;
mod jsonld;
pub mod page;
pub mod pdf;
mod schedule;
mod schedule_json;
mod schedule_xml;
mod shelf;
mod table;
#[cfg(test)]
mod tests;
mod xlsx;
mod xml;
mod zip;

pub use context::{ExportContext, Thing};
pub use ics::calendar;
pub use shelf::Shelf;

/// A format in which a programme can be had.
pub struct Export {
    /// The ending of its address: `programme.ics`.
    pub ending: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// The message with its name.
    pub name: &'static str,
    /// The message that says in a sentence whom it is for.
    pub about: &'static str,
    /// Whether it says something in its reader's language; the others are the same for everybody.
    pub speaks: bool,
    /// What a reader is likely to do with it.
    pub filing: Filing,
    /// Makes the file.
    pub make: fn(&ExportContext<'_>) -> Vec<u8>,
}

/// What a reader is likely to do with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filing {
    /// Read it where it is.
    Read,
    /// Keep it.
    Keep,
    /// Give its address to a calendar, which keeps reading it.
    Subscribe,
}

/// All formats, in the order in which people ask for them.
pub const EXPORTS: &[Export] = &[
    ics::EXPORT,
    html::EXPORT,
    xlsx::EXPORT,
    csv::EXPORT,
    atom::EXPORT,
    schedule_xml::EXPORT,
    schedule_json::EXPORT,
    jsonld::EXPORT,
];

/// The calendar, which can also be had by day and by session.
pub(crate) const CALENDAR: &Export = &ics::EXPORT;
