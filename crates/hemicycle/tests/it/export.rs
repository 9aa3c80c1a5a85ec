//! Exporting a forum as tables.

use crate::support::{Place, run, story};

#[test]
fn a_forum_is_exported_for_the_public_unless_everything_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(&folder.path().join("data"));
    story::begin(&place, "igf");
    for (more, persons, warned) in [(&[][..], 0, false), (&["--everything"], 5, true)] {
        let file = folder.path().join(format!("{persons}.sqlite"));
        let arguments = [&["export", "--forum", "igf", "--to", file.to_str().unwrap()], more].concat();
        let (succeeded, said) = run(&place, &arguments);
        assert!(succeeded && said.contains("addresses for mail") == warned, "{said}");
        let read = rusqlite::Connection::open(&file).unwrap();
        let count: i64 = read.query_row("select count(*) from persons", [], |row| row.get(0)).unwrap();
        assert_eq!(count, persons);
        let (again, said) = run(&place, &arguments);
        assert!(!again && said.contains("not overwritten"), "{said}");
    }
}
