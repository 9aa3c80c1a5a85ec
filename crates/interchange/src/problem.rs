//! What can be wrong: with a file as a whole, or with one line of it.

use std::fmt;

/// Where in the file something stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place {
    /// The line, counted from 1.
    pub line: u32,
    /// The way to it: `day[1]/room[2]/event[3]` in XML, `days[0].rooms["Hall"][2]` in JSON, `row 4` in CSV.
    pub path: String,
}

/// How much of the file a problem costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lost {
    /// Everything was read, but somebody should look.
    Nothing,
    /// This field, or this one link, person, room, was left out.
    Field,
    /// The whole session was left out.
    Session,
}

/// One thing in the file that could not be taken over as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line in the file, counted from 1.
    pub line: u32,
    /// The way to it, as in [`Place::path`].
    pub path: String,
    /// The field, by its name in [`crate::Programme`] or, if it is unknown there, in the file.
    pub field: String,
    /// What it costs.
    pub lost: Lost,
    /// What is the matter.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lost = match self.lost {
            Lost::Nothing => "",
            Lost::Field => " [left out]",
            Lost::Session => " [session left out]",
        };
        let Self { line, path, field, message, remedy, .. } = self;
        write!(f, "line {line}, {path}, {field}: {message}{lost}. {remedy}")
    }
}

/// Why a file cannot be read at all, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// More bytes than [`crate::Limits::bytes`].
    #[error(
        "The file has {found} bytes; at most {limit} are read. Export a smaller part of the programme, or raise the limit."
    )]
    TooLarge {
        /// Bytes of the file.
        found: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// The text is not UTF-8.
    #[error(
        "Line {line}, column {column}: the file is not UTF-8 text{hint}. Save or export it again with the encoding UTF-8."
    )]
    NotUtf8 {
        /// Line of the first byte that is no UTF-8.
        line: u32,
        /// Its column, in characters.
        column: u32,
        /// What it may be instead, or nothing.
        hint: &'static str,
    },
    /// Not well-formed XML, JSON or CSV.
    #[error(
        "Line {line}, column {column}: {what}. Correct the file there, or export it again: it may have been cut off."
    )]
    Malformed {
        /// Line where reading stopped.
        line: u32,
        /// Column where reading stopped, in characters.
        column: u32,
        /// What the parser missed.
        what: String,
    },
    /// Nested deeper than [`crate::Limits::depth`].
    #[error(
        "Line {line}: the file is nested more than {limit} levels deep, which no programme needs. Check that it is a programme."
    )]
    TooDeep {
        /// Line where it gets too deep.
        line: u32,
        /// Levels allowed.
        limit: usize,
    },
    /// More of something than its limit.
    #[error(
        "Line {line}: the file has more than {limit} {what}. Split it into several files, or raise the limit."
    )]
    TooMany {
        /// Line of the first one too many.
        line: u32,
        /// Of what.
        what: &'static str,
        /// How many are allowed.
        limit: usize,
    },
    /// Well-formed, but without a programme in it.
    #[error("Line {line}: {what}. {remedy}")]
    NoProgramme {
        /// Line where it was expected.
        line: u32,
        /// What is missing.
        what: String,
        /// What to do.
        remedy: String,
    },
    /// A column mapping that does not fit the table.
    #[error("{what}. {remedy}")]
    Mapping {
        /// What does not fit.
        what: String,
        /// What to do.
        remedy: String,
    },
    /// None of the formats.
    #[error(
        "The file is neither schedule XML, schedule JSON nor a CSV table with a header line. Export the programme in one of these formats."
    )]
    UnknownFormat,
}

/// What is wrong with one value, before anybody knows where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) message: String,
    pub(crate) remedy: String,
}

impl Fault {
    pub(crate) fn new(message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { message: message.into(), remedy: remedy.into() }
    }
}

/// A field, for a problem to name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct At<'a> {
    pub(crate) line: u32,
    pub(crate) path: &'a str,
    pub(crate) field: &'a str,
}

/// The problems told so far. Beyond a limit they are only counted, so that no file can fill the memory.
#[derive(Debug)]
pub(crate) struct Problems {
    limit: usize,
    told: Vec<Problem>,
    untold: usize,
}

impl Problems {
    pub(crate) fn new(limit: usize) -> Self {
        Self { limit, told: Vec::new(), untold: 0 }
    }

    pub(crate) fn tell(&mut self, at: At<'_>, lost: Lost, fault: Fault) {
        if self.told.len() >= self.limit {
            self.untold += 1;
            return;
        }
        self.told.push(Problem {
            line: at.line,
            path: at.path.to_owned(),
            field: at.field.to_owned(),
            lost,
            message: fault.message,
            remedy: fault.remedy,
        });
    }

    /// Counts problems that nobody described.
    pub(crate) fn add_untold(&mut self, more: usize) {
        self.untold += more;
    }

    /// The first problem told since there were this many.
    pub(crate) fn since(&mut self, count: usize) -> Option<&mut Problem> {
        self.told.get_mut(count)
    }

    pub(crate) fn count(&self) -> usize {
        self.told.len()
    }

    /// All of them by line, and how many more there are.
    pub(crate) fn finish(mut self) -> Vec<Problem> {
        self.told.sort_by_key(|problem| problem.line);
        if self.untold > 0 {
            self.told.push(Problem {
                line: 1,
                path: "whole file".to_owned(),
                field: "problems".to_owned(),
                lost: Lost::Nothing,
                message: format!("{} further problems are not listed", self.untold),
                remedy: "Correct the first ones and read the file again.".to_owned(),
            });
        }
        self.told
    }
}
