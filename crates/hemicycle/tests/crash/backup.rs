//! Backups that are made while others write, and that are themselves killed.

use crate::load::Load;
use crate::support::story::acts;
use crate::support::{Place, Server, hemicycle, run};
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// Longer than this, the test is stuck.
const PATIENCE: Duration = Duration::from_secs(120);

fn wait_until(what: &str, mut there: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !there() {
        assert!(begun.elapsed() < PATIENCE, "it never came: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_backup_under_load_is_a_beginning_of_the_log_with_all_that_was_answered_before_it() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(&folder.path().join("data"));
    assert!(run(&place, &["begin", "storm"]).0);
    let server = Server::start(&place);
    let load = Load::start(8, vec![server.client()]);
    let mut backups = Vec::new();
    for n in 1..=5 {
        wait_until("answers", || load.answered() >= n * 300);
        let answered = load.answered();
        let to = folder.path().join(format!("backup-{n}"));
        let (succeeded, said) = run(&place, &["backup", to.to_str().unwrap()]);
        assert!(succeeded, "{said}");
        backups.push((answered, to));
    }
    load.finish();
    let whole = acts(&folder.path().join("data/storm.forum"));
    for (answered, backup) in backups {
        assert!(run(&Place::folder(&backup), &["check"]).0);
        let restored = backup.with_extension("restored");
        let arguments = ["restore", backup.to_str().unwrap(), "--to", restored.to_str().unwrap()];
        let output =
            std::process::Command::new(env!("CARGO_BIN_EXE_hemicycle")).args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let records = acts(&restored.join("storm.forum"));
        assert!(records.len() >= answered, "{} acts, {answered} answers before", records.len());
        assert_eq!(records, whole[..records.len()]);
    }
}

/// `hemicycle backup --follow`.
fn follower(place: &Place, to: &Path) -> Child {
    let mut command = hemicycle(place, &["backup", "--follow", to.to_str().unwrap()]);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

#[test]
fn a_backup_that_follows_has_what_was_answered_and_goes_on_after_both_were_killed() {
    let folder = tempfile::tempdir().unwrap();
    let (place, to) = (Place::folder(&folder.path().join("data")), folder.path().join("follow"));
    assert!(run(&place, &["begin", "storm"]).0);
    let mut server = Server::start(&place);
    let mut backup = follower(&place, &to);
    let load = Load::start(4, vec![server.client()]);
    for round in 1..=5 {
        wait_until("answers", || load.answered() >= round * 200);
        backup.kill().unwrap();
        backup.wait().unwrap();
        server.kill();
        server = Server::start(&place);
        load.replace(0, server.client());
        backup = follower(&place, &to);
    }
    load.finish();
    let whole = acts(&folder.path().join("data/storm.forum"));
    let copy = to.join("storm.forum");
    // The server is killed for good; nobody helps the backup to come to its end.
    server.kill();
    wait_until("the last act in the backup", || copy.exists() && acts(&copy).len() == whole.len());
    backup.kill().unwrap();
    backup.wait().unwrap();
    assert_eq!(acts(&copy), whole);
    assert!(run(&Place::folder(&to), &["check"]).0);
}
