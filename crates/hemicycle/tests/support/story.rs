//! A small forum with people in it, one of whom asked to be forgotten; and its log, read from outside.

use super::{Place, run};
use platform::log::{Log, Missing, Record, SqliteLog};
use serde_json::{Value, json};
use std::io::Write as _;
use std::path::Path;

/// What nobody may find again once it is erased.
pub(crate) const FORGOTTEN: &str = "Amina Forgotten";

fn person(name: &str) -> Value {
    json!({"people": {"add_person": {"name": name, "email": format!("{}@forum.example", name.replace(' ', "."))}}})
}

/// Gives commands on the command line.
pub(crate) fn give(place: &Place, forum: &str, command: &Value) {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    write!(file, "{command}").unwrap();
    let (succeeded, said) = run(place, &["give", file.path().to_str().unwrap(), "--forum", forum]);
    assert!(succeeded, "{said}");
}

/// Begins the forum: acts 1 to 4 add people, act 5 forgets the second of them, act 6 adds one more.
pub(crate) fn begin(place: &Place, forum: &str) {
    assert!(run(place, &["begin", forum]).0);
    for name in ["Kofi Kept", FORGOTTEN, "Yuki Kept", "Ana Kept"] {
        give(place, forum, &person(name));
    }
    give(place, forum, &json!({"people": {"erase_person": {"person": 2}}}));
    give(place, forum, &person("Olga Late"));
}

/// All acts in a file.
pub(crate) fn acts(file: &Path) -> Vec<Record> {
    let mut records = Vec::new();
    let mut log = SqliteLog::open(file, Missing::Refuse).unwrap();
    log.read(1, &mut |record| {
        records.push(record);
        Ok(())
    })
    .unwrap();
    records
}

/// The digest of the state that a command has said, at the end of a line.
pub(crate) fn state_said(said: &str) -> String {
    let line = said.lines().find(|line| line.trim_start().starts_with("state")).unwrap_or_default();
    line.split_whitespace().last().unwrap_or_default().to_owned()
}
