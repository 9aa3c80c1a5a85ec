//! Files of other tools, from their bytes to the forum.

use super::bench::Bench;
use crate::programme::import::{Cost, Options};
use interchange::Limits;
use std::path::PathBuf;

/// The files that the readers are tested with.
pub(super) fn fixtures() -> Vec<PathBuf> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../interchange/tests/fixtures"));
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending != "outline"));
    files.sort();
    files
}

/// Imports a file twice: every session of it is in the forum or in the list, and the second time nothing changes.
fn goes_in_and_stays(file: &std::path::Path) -> usize {
    let bytes = std::fs::read(file).unwrap();
    let programme = interchange::read(&bytes, &Limits::default()).unwrap();
    let options = Options {
        zone: Some("Europe/Berlin".into()),
        meeting: Some("lake".into()),
        title: Some("Lake".into()),
        ..Options::default()
    };
    let mut bench = Bench { options, ..Bench::default() };
    let plan = bench.import(&programme);
    let listed = |cost| plan.remarks.iter().filter(|remark| remark.cost == cost).count();
    let unread =
        programme.problems.iter().filter(|problem| problem.lost == interchange::Lost::Session).count();
    let entered = bench.draft().sessions.len();
    assert_eq!(entered + listed(Cost::NotEntered), programme.sessions.len() + unread, "{}", file.display());
    assert_eq!(bench.placed().len() + listed(Cost::NotPlaced), entered, "{}", file.display());
    let again = bench.plan(&programme).unwrap();
    assert!(again.changes_nothing(), "{}: {:?}", file.display(), again.steps);
    programme.sessions.len()
}

#[test]
fn every_dialect_goes_in_and_the_same_file_again_changes_nothing() {
    let files = fixtures();
    assert!(files.len() >= 13, "{files:?}");
    for file in files {
        assert!(goes_in_and_stays(&file) > 0, "{}", file.display());
    }
}

#[test]
fn real_programmes_are_accounted_for_to_the_last_session() {
    // Real files are not ours to ship; where somebody has them, they are tried too.
    let Some(folder) = std::env::var_os("HEMICYCLE_DATA_FOLDER") else {
        eprintln!("skipped: HEMICYCLE_DATA_FOLDER does not name a folder with real programmes");
        return;
    };
    for (name, sessions) in [("frab-camp2019", 79), ("pretalx-democon", 36), ("pretalx-rc3", 48)] {
        let file = PathBuf::from(&folder).join(format!("data/programmes/{name}.json"));
        assert_eq!(goes_in_and_stays(&file), sessions, "{name}");
    }
}
