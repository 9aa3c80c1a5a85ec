//! What is in an export, and what must not be.

use super::*;
use crate::machine::ForumMachine;
use crate::scenario::kyoto;
use platform::log::MemoryLog;
use platform::writer::{Key, Options, Order, Writer};

/// The tables of an export with their rows.
type Tables = Vec<(&'static str, Vec<Vec<Cell>>)>;

/// A small Kyoto, exported for the public and for the secretariat.
fn exported() -> [Tables; 2] {
    let options = Options::new(|fault| panic!("{fault}"));
    let writer = Writer::start(Box::new(MemoryLog::new()), ForumMachine::default(), options).unwrap();
    let name = kyoto::Name { seed: 7, people: 300, sessions: 20 };
    kyoto::build(&kyoto::plan(name.seed, name.people, name.sessions), name, &writer, |_, _| {}).unwrap();
    let person =
        serde_json::json!({"people": {"add_person": {"name": "Ana Kept", "email": "ana@forum.example"}}});
    let (command, key) = (serde_json::from_value(person).unwrap(), Key::new("ana").unwrap());
    writer.submit(Order { command, by: forum::Actor::Secretariat, key }).wait().unwrap();
    let state = writer.state();
    [Viewer::Public, Viewer::Secretariat].map(|viewer| {
        let exported = Exported { name: "igf", forum: &state.state.0, seq: state.seq, at: state.at, viewer };
        let shown = TABLES.iter().filter(|table| !table.private || exported.is_everything());
        shown.map(|table| (table.name, (table.rows)(&exported))).collect()
    })
}

fn all_cells(tables: &Tables) -> impl Iterator<Item = &Cell> {
    tables.iter().flat_map(|(_, rows)| rows.iter().flatten())
}

#[test]
fn every_row_has_a_cell_for_every_column_and_of_its_type() {
    for tables in exported() {
        for (name, rows) in tables {
            let table = TABLES.iter().find(|table| table.name == name).unwrap();
            assert!(!rows.is_empty() || name == "offices", "{name} has rows in a Kyoto");
            for row in rows {
                assert_eq!(row.len(), table.columns.len(), "{name}");
                for (cell, column) in row.iter().zip(table.columns) {
                    let fits = match cell {
                        Cell::Empty => true,
                        Cell::Number(_) => column.number,
                        Cell::Text(_) => !column.number,
                    };
                    assert!(fits, "{name}.{} holds {cell:?}", column.name);
                }
            }
        }
    }
}

#[test]
fn the_public_file_holds_no_address_for_mail_and_nobody_who_is_not_on_the_programme() {
    let [public, everything] = exported();
    let has_mail = |cell: &&Cell| matches!(cell, Cell::Text(text) if text.contains('@'));
    assert_eq!(all_cells(&public).find(has_mail), None);
    assert!(all_cells(&everything).any(|cell| has_mail(&cell)), "the secretariat's file has them");
    let rows = |tables: &Tables, name: &str| {
        tables.iter().find(|(table, _)| *table == name).map(|(_, rows)| rows.clone())
    };
    let persons = |tables: &Tables| rows(tables, "persons").unwrap();
    let roles = rows(&public, "roles").unwrap();
    for person in persons(&public) {
        assert!(roles.iter().any(|role| role[1] == person[0]), "{person:?} is on no programme");
    }
    assert!(persons(&public).len() < persons(&everything).len());
    for private in ["persons_private", "registrations", "offices"] {
        assert!(rows(&public, private).is_none() && rows(&everything, private).is_some(), "{private}");
    }
}

#[test]
fn the_operators_guide_documents_every_table_and_column() {
    let guide = include_str!("../../../../docs/operations.md");
    let mut expected = String::new();
    for table in TABLES {
        let private = if table.private { " Only with `--everything`." } else { "" };
        expected += &format!(
            "#### {}\n\n{}{private}\n\n| Column | Type | What it is |\n|---|---|---|\n",
            table.name, table.about
        );
        for column in table.columns {
            let kind = if column.number { "number" } else { "text" };
            expected += &format!("| `{}` | {kind} | {} |\n", column.name, column.about);
        }
        expected += "\n";
    }
    assert!(
        guide.contains(expected.trim()),
        "docs/operations.md must describe the tables like this:\n{expected}"
    );
}
