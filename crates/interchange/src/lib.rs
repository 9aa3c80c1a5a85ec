//! Programme files of other conference tools: bytes in, values out.
//!
//! A forum that moves to Hemicycle brings a programme with it: schedule XML or JSON from the tool of
//! last year, or a spreadsheet. Every reader here turns such a file into one neutral [`Programme`], in
//! which each session, room and person knows the line it came from. The crate knows nothing of
//! forums: it does not decide what may be imported, it says what the file says.
//!
//! Two kinds of trouble, never a third:
//!
//! - a [`ReadError`]: the file as a whole cannot be read (not UTF-8, malformed, too large, no schedule in it);
//! - a [`Problem`]: one line of an otherwise readable file could not be taken over. Whatever is not
//!   in the programme is in [`Programme::problems`]: nothing is dropped silently.
//!
//! To add a format, write a file with a `FORMAT` in it and add one line to [`FORMATS`].

pub mod csv;
mod model;
mod problem;

mod check;
mod gather;
mod limits;
mod lines;
mod raw;
mod text;
mod times;

mod json;
mod schedule_json;
mod schedule_xml;
mod xml;

pub use limits::Limits;
pub use model::{Day, Ids, Link, Meeting, Moment, Person, Programme, Room, Session, Text, Track};
pub use problem::{Lost, Place, Problem, ReadError};

/// A file format that can be read.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// The short name, as the command line takes it.
    pub name: &'static str,
    /// What it is, for people.
    pub title: &'static str,
    /// Media types under which such files are served.
    pub media_types: &'static [&'static str],
    /// Whether the bytes look like this format. Cheap, and no promise that they can be read.
    pub detects: fn(&[u8]) -> bool,
    /// Reads the bytes.
    pub read: fn(&[u8], &Limits) -> Result<Programme, ReadError>,
}

/// All formats, the most specific first: the first that detects a file reads it.
pub const FORMATS: &[Format] =
    &[schedule_xml::FORMAT, schedule_json::EVENTS_FORMAT, schedule_json::DAYS_FORMAT, csv::FORMAT];

/// The format that a file seems to have.
pub fn detect(bytes: &[u8]) -> Option<&'static Format> {
    FORMATS.iter().find(|format| (format.detects)(bytes))
}

/// Reads a file in whichever format it has.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Programme, ReadError> {
    match detect(bytes) {
        Some(format) => (format.read)(bytes, limits),
        None => Err(text::decode(bytes, limits).err().unwrap_or(ReadError::UnknownFormat)),
    }
}
