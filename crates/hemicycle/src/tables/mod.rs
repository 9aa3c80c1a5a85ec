//! A forum as plain tables, for people who want SQL or a spreadsheet: a copy to ask, never the record itself.
//!
//! A table is one entry in [`TABLES`]. `docs/operations.md` describes them all, and a test compares it with this list.

mod people;
mod programme;
#[cfg(test)]
mod tests;

use forum::{Forum, Viewer, Words};
use jiff::Timestamp;
use platform::book::{Book, Cell, Column};
use platform::log::{Fault, Seq};
use std::path::Path;

/// A table, and how to fill it.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    /// Nobody but the secretariat may see it at all.
    pub(crate) private: bool,
    pub(crate) columns: &'static [Column],
    rows: fn(&Exported<'_>) -> Vec<Vec<Cell>>,
}

/// All tables, in the order in which they explain each other.
pub(crate) const TABLES: &[Table] = &[
    ABOUT,
    GUIDE,
    programme::SERIES,
    programme::MEETINGS,
    programme::FIGURES,
    programme::VERSIONS,
    programme::ROOMS,
    programme::TRACKS,
    programme::SESSIONS,
    programme::SESSION_ORGANISATIONS,
    programme::ROLES,
    people::PERSONS,
    people::ORGANISATIONS,
    people::PRIVATE,
    people::REGISTRATIONS,
    people::OFFICES,
];

/// A forum as it is exported.
pub(crate) struct Exported<'a> {
    pub(crate) name: &'a str,
    pub(crate) forum: &'a Forum,
    /// Of which moment it is.
    pub(crate) seq: Seq,
    pub(crate) at: Timestamp,
    /// For whom: only what they may see is in it.
    pub(crate) viewer: Viewer,
}

impl Exported<'_> {
    /// Whether drafts and what people told the secretariat are in it.
    pub(crate) fn is_everything(&self) -> bool {
        self.viewer.runs(self.forum)
    }

    /// Writes the tables into a new file, and says how many rows each has.
    pub(crate) fn write(&self, path: &Path) -> Result<Vec<(&'static Table, usize)>, Fault> {
        let mut book = Book::begin(path)?;
        let mut counts = Vec::new();
        for table in TABLES.iter().filter(|table| !table.private || self.is_everything()) {
            let rows = (table.rows)(self);
            book.add(table.name, table.columns, &rows)?;
            counts.push((table, rows.len()));
        }
        book.finish()?;
        Ok(counts)
    }
}

const ABOUT: Table = Table {
    name: "about",
    about: "What this file is: one row.",
    private: false,
    columns: &[
        written("forum", "Name of the forum in addresses."),
        number("acts", "The last act that is in it."),
        written("at", "When that act was decided."),
        written("audience", "`public`, or `secretariat` if the file holds what the public may not see."),
    ],
    rows: |exported| {
        let audience = if exported.is_everything() { "secretariat" } else { "public" };
        vec![vec![of(exported.name), count(exported.seq), time(exported.at), of(audience)]]
    },
};

const GUIDE: Table = Table {
    name: "columns",
    about: "What stands in which column of this file.",
    private: false,
    columns: &[
        written("table", "Name of the table."),
        written("column", "Name of the column."),
        written("about", "What it is."),
    ],
    rows: |exported| {
        let shown = TABLES.iter().filter(|table| !table.private || exported.is_everything());
        let all = shown.flat_map(|table| table.columns.iter().map(move |column| (table.name, column)));
        all.map(|(table, column)| vec![of(table), of(column.name), of(column.about)]).collect()
    },
};

const fn written(name: &'static str, about: &'static str) -> Column {
    Column { name, number: false, about }
}

const fn number(name: &'static str, about: &'static str) -> Column {
    Column { name, number: true, about }
}

fn of(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

/// A text, if there is one.
fn if_any(text: Option<impl Into<String>>) -> Cell {
    text.map_or(Cell::Empty, of)
}

/// What somebody wrote, unless it was erased.
fn words(words: &Words) -> Cell {
    if_any(words.text())
}

fn count(number: impl TryInto<i64>) -> Cell {
    number.try_into().map_or(Cell::Empty, Cell::Number)
}

fn count_if_any(number: Option<u32>) -> Cell {
    number.map_or(Cell::Empty, count)
}

fn yes(is: bool) -> Cell {
    Cell::Number(is.into())
}

/// In UTC, to the second: sorts as text and is understood by the date functions of SQLite.
fn time(at: Timestamp) -> Cell {
    of(at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}
