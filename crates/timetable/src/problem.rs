//! What is wrong with an instance or a solution, where, and what to do.

use std::fmt;

/// Why a file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line, counted from 1; 0 if the file as a whole is meant.
    pub line: usize,
    /// The field, as the format names it.
    pub field: String,
    /// What is the matter, and what to do.
    pub message: String,
}

impl Problem {
    /// A problem with one field on one line.
    pub fn new(line: usize, field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { line, field: field.into(), message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "line {}, ", self.line)?;
        }
        write!(f, "{}: {}", self.field, self.message)
    }
}

impl std::error::Error for Problem {}

/// A JSON file that does not parse, as a problem.
pub(crate) fn of_json(error: &serde_json::Error) -> Problem {
    // serde_json appends the place to its message; ours stands in front.
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    let field = message.split('`').nth(1).unwrap_or("file").to_string();
    Problem::new(error.line(), field, message)
}
