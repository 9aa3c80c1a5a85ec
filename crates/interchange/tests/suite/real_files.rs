//! Programmes of real meetings, from an optional data folder.

use std::path::PathBuf;

use interchange::{Limits, read};

fn folder() -> Option<PathBuf> {
    let root = PathBuf::from(std::env::var_os("HEMICYCLE_DATA_FOLDER")?);
    Some(root.join("data/programmes")).filter(|folder| folder.is_dir())
}

/// (file, sessions, rooms, persons, mentions of persons, sessions with a time, problems by line)
type Expected = (&'static str, usize, usize, usize, usize, usize, &'static [&'static str]);

const FILES: &[Expected] = &[
    ("frab-camp2019.json", 79, 2, 90, 96, 79, &[]),
    ("pretalx-democon.json", 36, 2, 27, 43, 36, &["21 guid"]),
    ("pretalx-rc3.json", 48, 5, 56, 57, 48, &["58 event/answers", "109 person/answers"]),
];

#[test]
fn real_programmes_are_read_whole() {
    let Some(folder) = folder() else {
        eprintln!("SKIPPED: no data folder (set HEMICYCLE_DATA_FOLDER); real programmes are not read");
        return;
    };
    for &(name, sessions, rooms, persons, mentions, timed, problems) in FILES {
        let bytes = std::fs::read(folder.join(name)).expect("the data folder has this file");
        let programme = read(&bytes, &Limits::DEFAULT).expect("real files are readable");
        let found_mentions: usize = programme.people().iter().map(|(_, times)| times).sum();
        let with_time = programme.sessions.iter().filter(|s| s.start.is_some() && s.minutes.is_some());
        let told: Vec<String> =
            programme.problems.iter().map(|p| format!("{} {}", p.line, p.field)).collect();
        let found = (
            programme.sessions.len(),
            programme.rooms.len(),
            programme.people().len(),
            found_mentions,
            with_time.count(),
        );
        assert_eq!(found, (sessions, rooms, persons, mentions, timed), "{name}");
        assert_eq!(told, problems, "{name}: {:#?}", programme.problems);
    }
}
