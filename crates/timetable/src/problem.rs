//! What is wrong with an instance or a solution, where, and what to do.

use std::fmt;

mod json;

pub(crate) use json::Entries;

/// Why a file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line, counted from 1; 0 if the file as a whole is meant.
    pub line: usize,
    /// The column, in bytes counted from 1; 0 if the line as a whole is meant.
    pub column: usize,
    /// The field, as the format names it.
    pub field: String,
    /// What is the matter, and what to do.
    pub message: String,
}

impl Problem {
    /// A problem with one field on one line.
    pub fn new(line: usize, field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { line, column: 0, field: field.into(), message: message.into() }
    }

    /// The same with a column.
    pub(crate) fn column(self, column: usize) -> Self {
        Self { column, ..self }
    }

    /// A problem with a value of a JSON text, found by its path: `sessions[3].group`.
    pub(crate) fn at(text: &str, path: impl Into<String>, message: impl Into<String>) -> Self {
        let path = path.into();
        let (line, column) = json::position(text, json::offset_of(text, &path));
        Self { line, column, field: path, message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "line {}, ", self.line)?;
        }
        if self.column > 0 {
            write!(f, "column {}, ", self.column)?;
        }
        write!(f, "{}: {}", Shown(&self.field), Shown(&self.message))
    }
}

impl std::error::Error for Problem {}

/// Words that may quote a file of a stranger: kept short, and no control character reaches a terminal.
struct Shown<'a>(&'a str);

const SHOWN_MAX: usize = 400;

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = 0;
        for c in self.0.chars() {
            if shown >= SHOWN_MAX {
                return f.write_str("…");
            }
            if c.is_control() {
                let escaped = c.escape_default();
                shown += escaped.len();
                write!(f, "{escaped}")?;
            } else {
                shown += 1;
                write!(f, "{c}")?;
            }
        }
        Ok(())
    }
}

/// A JSON text that does not parse, as a problem: the path of the value that was being read is the field.
pub(crate) fn of_json(text: &str, error: &serde_json::Error) -> Problem {
    // serde_json appends the place to its message; ours stands in front.
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    let path = json::path_at(text, error.line(), error.column());
    let named = message.split('`').nth(1).filter(|_| message.starts_with("missing field"));
    let field = match (path.as_str(), named) {
        ("", None) => "file".to_owned(),
        ("", Some(name)) => name.to_owned(),
        (_, None) => path,
        (_, Some(name)) => format!("{path}.{name}"),
    };
    let remedy = match error.classify() {
        serde_json::error::Category::Eof => "; is the file cut off?",
        serde_json::error::Category::Syntax => "; what stands here is not what should",
        _ => "",
    };
    Problem::new(error.line(), field, format!("{message}{remedy}")).column(error.column().max(1))
}
