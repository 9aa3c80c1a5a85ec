//! The table itself: separator, header, rows with their lines.

use crate::limits::Limits;
use crate::lines::Lines;
use crate::problem::ReadError;

/// A table as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What stands between cells: comma, semicolon or tab.
    pub separator: char,
    /// The cells of the first line.
    pub header: Vec<String>,
    /// The rows below it; wholly blank ones are left away.
    pub rows: Vec<Row>,
    /// The line of a row that a quotation mark opens and nothing closes.
    pub(crate) unclosed: Option<u32>,
}

/// A row, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line in the file, counted from 1.
    pub line: u32,
    /// The number that a spreadsheet gives it; the header is 1, blank rows count.
    pub number: usize,
    /// Its cells.
    pub cells: Vec<String>,
}

impl Table {
    /// Cells of the first rows, as [`super::propose`] wants them.
    pub fn sample(&self) -> Vec<Vec<String>> {
        self.rows.iter().take(super::SAMPLE).map(|row| row.cells.clone()).collect()
    }

    /// The cells of the first line of a text that may be cut off.
    pub(crate) fn header_of(text: &str) -> Vec<String> {
        let (separator, rest, _) = begin(text);
        let mut reader = reader(rest, separator);
        let mut record = ::csv::StringRecord::new();
        match reader.read_record(&mut record) {
            Ok(true) => cells(&record),
            _ => Vec::new(),
        }
    }

    pub(crate) fn parse(text: &str, limits: &Limits) -> Result<Self, ReadError> {
        let (separator, rest, lines_before) = begin(text);
        let mut table = Self { separator, header: Vec::new(), rows: Vec::new(), unclosed: None };
        let mut count = 0;
        let lines = Lines::of(rest);
        for (index, record) in reader(rest, separator).into_records().enumerate() {
            let record = record.map_err(|error| malformed(&error, lines_before))?;
            let offset = record.position().map_or(0, |at| at.byte() as usize);
            let line = lines_before + lines.line(after_breaks(rest, offset));
            count += record.len();
            if count > limits.nodes {
                return Err(ReadError::TooMany { line, what: "cells", limit: limits.nodes });
            }
            let cells = cells(&record);
            if index == 0 && cells.len() > limits.columns {
                return Err(ReadError::TooMany { line, what: "columns", limit: limits.columns });
            } else if index == 0 {
                table.header = cells.iter().map(|cell| cell.trim().to_owned()).collect();
            } else if cells.iter().any(|cell| !cell.trim().is_empty()) {
                table.rows.push(Row { line, number: index + 1, cells });
            }
        }
        table.unclosed = table.find_unclosed(rest);
        if table.header.iter().all(String::is_empty) {
            return Err(ReadError::NoProgramme {
                line: 1,
                what: "the table has no header line".to_owned(),
                remedy: "Write the names of the columns into the first line.".to_owned(),
            });
        }
        Ok(table)
    }

    /// With an odd number of quotation marks, the last row may have swallowed the rest of the file.
    fn find_unclosed(&self, text: &str) -> Option<u32> {
        let is_odd = text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
        let last = self.rows.last().filter(|_| is_odd)?;
        let has_swallowed =
            last.cells.len() < self.header.len() || last.cells.iter().any(|cell| cell.contains('\n'));
        has_swallowed.then_some(last.line)
    }
}

/// Separator, the text that follows a `sep=;` line as spreadsheets write it, and the lines before that.
fn begin(text: &str) -> (char, &str, u32) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let Some(named) = first.trim_end().strip_prefix("sep=")
        && let Some(separator) = [',', ';', '\t'].into_iter().find(|c| named == c.to_string())
    {
        return (separator, rest, 1);
    }
    (separator_of(text), text, 0)
}

/// The separator that stands most often in the header, outside quotation marks.
fn separator_of(text: &str) -> char {
    let mut counts = [(',', 0), (';', 0), ('\t', 0)];
    let mut quoted = false;
    for c in text.trim_start_matches(['\r', '\n']).chars() {
        match c {
            '"' => quoted = !quoted,
            '\n' if !quoted => break,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|(separator, _)| *separator == c).for_each(|(_, n)| *n += 1),
        }
    }
    // The first of equals wins, so a header of one column counts as comma separated.
    let most = counts.iter().map(|(_, n)| *n).max().unwrap_or(0);
    counts.iter().find(|(_, n)| *n == most).map_or(',', |(separator, _)| *separator)
}

fn reader(text: &str, separator: char) -> ::csv::Reader<&[u8]> {
    ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator as u8)
        .from_reader(text.as_bytes())
}

/// A record is said to begin right behind the one before; its own line begins behind the line breaks.
fn after_breaks(text: &str, offset: usize) -> usize {
    let rest = text.get(offset..).unwrap_or_default();
    offset + rest.len() - rest.trim_start_matches(['\r', '\n']).len()
}

fn cells(record: &::csv::StringRecord) -> Vec<String> {
    record.iter().map(|cell| unguarded(cell).to_owned()).collect()
}

/// A cell without the apostrophe that tools put before what a spreadsheet would take for a formula.
fn unguarded(cell: &str) -> &str {
    let begins_formula =
        |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠');
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(begins_formula) => rest,
        _ => cell,
    }
}

fn malformed(error: &::csv::Error, lines_before: u32) -> ReadError {
    let line = error.position().map_or(1, |at| at.line() as u32) + lines_before;
    ReadError::Malformed { line, column: 1, what: error.to_string() }
}
