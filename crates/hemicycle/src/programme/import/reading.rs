//! From bytes to a programme: whatever the format, and a table only by columns that somebody has agreed to.

use interchange::csv::{Field, Mapping};
use interchange::{Limits, Programme, ReadError, csv};

/// What became of a file.
#[derive(Debug)]
pub enum Reading {
    /// It was read.
    Programme(Box<Programme>),
    /// It is a table, and which column is which has to be agreed on first.
    Columns {
        /// How the columns are understood.
        proposed: Mapping,
        /// The columns that would be left out.
        unused: Vec<String>,
    },
}

/// Reads a file. `map` says which column of a table is which: with a title it is the whole mapping, without one it
/// corrects the proposed one.
///
/// # Errors
/// If the file cannot be read, or the mapping does not fit it.
pub fn read(bytes: &[u8], map: Option<&str>, limits: &Limits) -> Result<Reading, ReadError> {
    let is_table = map.is_some() || interchange::detect(bytes).is_some_and(|format| format.name == "csv");
    if !is_table {
        return Ok(Reading::Programme(Box::new(interchange::read(bytes, limits)?)));
    }
    let table = csv::table(bytes, limits)?;
    let proposed = csv::propose(&table.header, &table.sample());
    let Some(map) = map else {
        let unused = proposed.unmapped(&table.header).into_iter().map(str::to_owned).collect();
        return Ok(Reading::Columns { proposed, unused });
    };
    let given: Mapping = map.parse()?;
    let is_whole = given.columns.contains_key(&Field::Title);
    let mapping = if is_whole { given } else { proposed.corrected(map)? };
    Ok(Reading::Programme(Box::new(csv::read(bytes, &mapping, limits)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &[u8] = b"Title;Where;Room\nRivers;Hall;1\n";

    fn room(map: &str) -> Option<String> {
        match read(TABLE, Some(map), &Limits::DEFAULT).unwrap() {
            Reading::Programme(programme) => programme.sessions[0].room.clone(),
            Reading::Columns { .. } => panic!("agreed"),
        }
    }

    #[test]
    fn a_table_waits_for_its_columns() {
        let Ok(Reading::Columns { proposed, unused }) = read(TABLE, None, &Limits::DEFAULT) else {
            panic!("read without asking")
        };
        assert_eq!(proposed.columns[&Field::Title], "Title");
        assert_eq!(proposed.columns.len() + unused.len(), 3);
    }

    #[test]
    fn a_mapping_with_a_title_is_whole_and_one_without_corrects_the_proposed_one() {
        assert_eq!(room("title=Title").as_deref(), None);
        assert_eq!(room("room=Where").as_deref(), Some("Hall"));
        assert_eq!(room("room=").as_deref(), None);
    }

    #[test]
    fn a_mapping_that_does_not_fit_is_refused() {
        for map in ["room=Nowhere", "colour=Title", "title"] {
            assert!(read(TABLE, Some(map), &Limits::DEFAULT).is_err(), "{map}");
        }
    }
}
