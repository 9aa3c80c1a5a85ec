//! A book of plain tables in one SQLite file, for people who ask in SQL or open it in a spreadsheet.
//!
//! It is written once and never read by this program: no page and no rule rests on it.

use std::path::Path;

use rusqlite::{Connection, params_from_iter, types};

use crate::log::Fault;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// A whole number; yes and no are 1 and 0.
    Number(i64),
    /// A text.
    Text(String),
}

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name: small letters and underscores.
    pub name: &'static str,
    /// `true`: whole numbers; otherwise texts.
    pub number: bool,
    /// What stands in it.
    pub about: &'static str,
}

/// A book in the making.
#[derive(Debug)]
pub struct Book(Connection);

impl Book {
    /// Begins a book in a new file.
    ///
    /// # Errors
    /// If there is a file already, or it cannot be made.
    pub fn begin(path: &Path) -> Result<Book, Fault> {
        let failed = |error| Fault::caused(format!("cannot write {}", path.display()), error);
        if path.exists() {
            return Err(Fault::new(format!("{} is there already, and is not overwritten", path.display())));
        }
        let connection = Connection::open(path).map_err(failed)?;
        // All or nothing: a half-written book has no tables.
        connection.execute_batch("BEGIN IMMEDIATE").map_err(failed)?;
        Ok(Book(connection))
    }

    /// Adds a table with its rows, each of as many cells as there are columns.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn add(&mut self, table: &str, columns: &[Column], rows: &[Vec<Cell>]) -> Result<(), Fault> {
        let failed = |error| Fault::caused(format!("cannot write the table {table}"), error);
        let column = |column: &Column| {
            format!("\"{}\" {}", column.name, if column.number { "INTEGER" } else { "TEXT" })
        };
        let described: Vec<String> = columns.iter().map(column).collect();
        let make = format!("CREATE TABLE \"{table}\" ({}) STRICT", described.join(", "));
        self.0.execute_batch(&make).map_err(failed)?;
        let places = vec!["?"; columns.len()].join(", ");
        let insert = format!("INSERT INTO \"{table}\" VALUES ({places})");
        let mut insert = self.0.prepare(&insert).map_err(failed)?;
        for row in rows {
            insert.execute(params_from_iter(row.iter().map(value))).map_err(failed)?;
        }
        Ok(())
    }

    /// Writes it down.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn finish(self) -> Result<(), Fault> {
        self.0.execute_batch("COMMIT").map_err(|error| Fault::caused("cannot finish the file", error))
    }
}

fn value(cell: &Cell) -> types::Value {
    match cell {
        Cell::Empty => types::Value::Null,
        Cell::Number(number) => types::Value::Integer(*number),
        Cell::Text(text) => types::Value::Text(text.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &[Column] =
        &[Column { name: "id", number: true, about: "" }, Column { name: "name", number: false, about: "" }];

    #[test]
    fn a_book_holds_what_was_written_and_overwrites_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("igf.sqlite");
        let mut book = Book::begin(&path).unwrap();
        let rows =
            [vec![Cell::Number(1), Cell::Text("Robert'); --".into())], vec![Cell::Number(2), Cell::Empty]];
        book.add("people", COLUMNS, &rows).unwrap();
        book.finish().unwrap();
        let read = Connection::open(&path).unwrap();
        let found: Vec<(i64, Option<String>)> = read
            .prepare("SELECT id, name FROM people ORDER BY id")
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert_eq!(found, [(1, Some("Robert'); --".to_owned())), (2, None)]);
        assert!(Book::begin(&path).unwrap_err().to_string().contains("not overwritten"));
    }

    #[test]
    fn an_unfinished_book_has_no_tables() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("igf.sqlite");
        let mut book = Book::begin(&path).unwrap();
        book.add("people", COLUMNS, &[]).unwrap();
        drop(book);
        let tables =
            Connection::open(&path)
                .unwrap()
                .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0));
        assert_eq!(tables, Ok(0));
    }
}
