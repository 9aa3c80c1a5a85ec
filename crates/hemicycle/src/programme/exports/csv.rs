//! CSV (RFC 4180), for spreadsheets and scripts.
//!
//! A table of sessions has no place for the meeting itself, for the seats of rooms, for rooms and tracks without sessions,
//! for slots and for the ids and biographies of people; an import asks for the meeting.

use platform::languages::key;

use super::context::ExportContext;
use super::table::{COLUMNS, Cell, rows};
use super::{Export, Filing};
use crate::spreadsheet::{BYTE_ORDER_MARK, guarded, line};

pub(super) const EXPORT: Export = Export {
    ending: "csv",
    media_type: "text/csv; charset=utf-8; header=present",
    name: key("export-csv"),
    about: key("export-csv-about"),
    speaks: false,
    filing: Filing::Keep,
    make,
};

fn make(context: &ExportContext<'_>) -> Vec<u8> {
    let mut file = BYTE_ORDER_MARK.to_owned();
    line(&mut file, &COLUMNS.map(str::to_owned));
    for row in rows(context) {
        line(&mut file, &row.map(written));
    }
    file.into_bytes()
}

fn written(cell: Cell) -> String {
    match cell {
        Cell::Text(text) => guarded(&text),
        Cell::Number(number) => number.to_string(),
        Cell::Time(_, written) => written,
    }
}
