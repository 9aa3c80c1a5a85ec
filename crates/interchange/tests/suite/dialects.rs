//! One invented file for each dialect, and everything that is read from it.

use interchange::{Limits, detect, read};

use crate::outline::outline;

/// (fixture, format that must be detected)
const FILES: &[(&str, &str)] = &[
    ("pentabarf.xml", "schedule-xml"),
    ("frab.xml", "schedule-xml"),
    ("voc.xml", "schedule-xml"),
    ("pretalx.xml", "schedule-xml"),
    ("prefixed.xml", "schedule-xml"),
    ("frab.json", "schedule-json"),
    ("voc.json", "schedule-json"),
    ("pretalx.json", "schedule-json"),
    ("events.json", "schedule2-json"),
    ("english.csv", "csv"),
    ("deutsch.csv", "csv"),
    ("francais.tsv", "csv"),
    ("espanol.csv", "csv"),
];

/// Beside each fixture lies its outline. To accept a changed one, run with `HEMICYCLE_ACCEPT=1` and read the diff.
#[test]
fn every_dialect_is_read_as_its_outline_says() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut wrong = Vec::new();
    for (name, format) in FILES {
        let bytes = std::fs::read(folder.join(name)).expect("the fixture is in the repository");
        assert_eq!(detect(&bytes).map(|format| format.name), Some(*format), "{name}");
        let programme = read(&bytes, &Limits::DEFAULT).expect("fixtures are readable");
        let expected_path = folder.join(format!("{name}.outline"));
        let found = outline(&programme);
        if std::env::var_os("HEMICYCLE_ACCEPT").is_some() {
            std::fs::write(&expected_path, &found).expect("the outline can be written");
        }
        let expected = std::fs::read_to_string(&expected_path).unwrap_or_default();
        if found != expected {
            wrong.push(format!("--- {name}: found\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
