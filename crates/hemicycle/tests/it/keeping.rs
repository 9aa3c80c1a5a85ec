//! Checking, backing up, restoring and copying logs, by the command line.

use crate::support::story::{self, FORGOTTEN, acts, state_said};
use crate::support::{Place, Server, postgres_database, run};
use std::fs;
use std::path::Path;

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn fresh() -> (tempfile::TempDir, Place) {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(&folder.path().join("data"));
    story::begin(&place, "igf");
    (folder, place)
}

/// Whether any file of a folder holds a text.
fn holds(folder: &Path, wanted: &str) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        bytes.windows(wanted.len()).any(|window| window == wanted.as_bytes())
    })
}

#[test]
fn a_whole_log_is_found_well_beside_a_running_server() {
    let (_folder, place) = fresh();
    let _server = Server::start(&place);
    let (succeeded, said) = run(&place, &["check", "igf"]);
    assert!(succeeded && said.contains("6 acts") && said.contains("all is well"), "{said}");
    let (succeeded, said) = run(&place, &["check", "wsis"]);
    assert!(!succeeded && said.contains("there are: igf"), "{said}");
}

/// Bytes of the file are exchanged one at a time. Wherever it is: a check finds it, or the log still reads the same,
/// for not every byte of a file means something.
#[test]
fn an_exchanged_byte_is_found_or_changes_nothing() {
    let (_folder, place) = fresh();
    let file = Path::new(&place.data).join("igf.forum");
    let (whole, state) = (acts(&file), state_said(&run(&place, &["check"]).1));
    // Closed by everybody, the file is all there is.
    let bytes = fs::read(&file).unwrap();
    let at = |wanted: &[u8]| {
        bytes.windows(wanted.len()).position(|window| window == wanted).expect("the file holds it as it is")
    };
    // In the bytes of an act, in its digest, in a text, in its salt, in the head of the file.
    let side = whole[2].words[0].clone().unwrap();
    let meant =
        [at(&whole[3].bytes) + 30, at(&whole[5].digest) + 7, at(side.text.as_bytes()), at(&side.salt), 70];
    let scattered = (0..bytes.len()).step_by(bytes.len() / 40);
    let mut found = 0;
    for (n, position) in meant.into_iter().chain(scattered).enumerate() {
        let mut damaged = bytes.clone();
        damaged[position] ^= 0x5a;
        fs::write(&file, damaged).unwrap();
        let (well, said) = run(&place, &["check"]);
        assert!(!said.contains("panicked"), "{said}");
        assert!(!well || n >= 5, "byte {position} means something: {said}");
        if well {
            assert_eq!((acts(&file), state_said(&said)), (whole.clone(), state.clone()), "byte {position}");
        } else {
            found += 1;
        }
        for ending in ["forum-wal", "forum-shm"] {
            let _ = fs::remove_file(file.with_extension(ending));
        }
    }
    eprintln!("{found} of 45 exchanged bytes were found; the others mean nothing");
}

#[test]
fn a_backup_is_the_log_as_it_was_and_is_never_overwritten() {
    let (folder, place) = fresh();
    let backup = folder.path().join("backup");
    let _server = Server::start(&place);
    let (succeeded, said) = run(&place, &["backup", text(&backup)]);
    assert!(succeeded, "{said}");
    assert_eq!(acts(&backup.join("igf.forum")), acts(&Path::new(&place.data).join("igf.forum")));
    assert!(!holds(&backup, FORGOTTEN), "what is erased is in no backup made later");
    let (well, checked) = run(&Place::folder(&backup), &["check"]);
    assert!(well && state_said(&checked) == state_said(&said), "{checked}");

    let (succeeded, said) = run(&place, &["backup", text(&backup)]);
    assert!(!succeeded && said.contains("not overwritten"), "{said}");
    let files: Vec<_> = fs::read_dir(&backup).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(files.iter().all(|file| !text(file.as_ref()).ends_with(".part")), "{files:?}");
}

#[test]
fn a_moment_is_restored_by_number_and_by_time_and_what_was_erased_stays_erased() {
    let (folder, _) = fresh();
    let source = folder.path().join("data");
    let all = acts(&source.join("igf.forum"));
    let time = |n: usize| {
        let envelope: serde_json::Value = serde_json::from_slice(&all[n - 1].bytes).unwrap();
        envelope["at"].as_str().unwrap().to_owned()
    };
    let cases = [
        (vec!["--act".to_owned(), "4".to_owned()], 4, true),
        (vec!["--until".to_owned(), time(3)], 3, true),
        (vec!["--until".to_owned(), time(6)], 6, false),
        (vec![], 6, false),
        (vec!["--until".to_owned(), "2020-01-01T00:00:00Z".to_owned()], 0, false),
    ];
    for (n, (moment, last, erased_later)) in cases.iter().enumerate() {
        let to = folder.path().join(format!("restored-{n}"));
        let mut arguments = vec!["restore", text(&source), "--to", text(&to), "--forum", "igf"];
        arguments.extend(moment.iter().map(String::as_str));
        let output =
            std::process::Command::new(env!("CARGO_BIN_EXE_hemicycle")).args(&arguments).output().unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(output.status.success(), "{said}");
        assert_eq!(acts(&to.join("igf.forum")), all[..*last], "{moment:?}");
        assert_eq!(said.contains("texts of 1 acts were erased after that moment"), *erased_later, "{said}");
        assert!(!holds(&to, FORGOTTEN));
        let again =
            std::process::Command::new(env!("CARGO_BIN_EXE_hemicycle")).args(&arguments).output().unwrap();
        assert!(!again.status.success(), "what is there is not overwritten");
    }
}

#[test]
fn a_session_that_was_ended_is_not_opened_again_by_a_restore_unless_that_is_wished() {
    let (folder, place) = fresh();
    let backup = folder.path().join("backup");
    let (invited, said) = run(&place, &["admin", "invite", "chair@forum.example", "--forum", "igf"]);
    assert!(invited, "{said}");
    assert!(run(&place, &["backup", text(&backup)]).0);
    assert!(backup.join("igf.doors").exists());
    for (name, more, there) in [("without", vec![], false), ("with", vec!["--with-sign-ins"], true)] {
        let to = folder.path().join(name);
        let arguments = [vec!["restore", text(&backup), "--to", text(&to)], more].concat();
        let done =
            std::process::Command::new(env!("CARGO_BIN_EXE_hemicycle")).args(arguments).output().unwrap();
        assert!(done.status.success());
        assert_eq!((to.join("igf.forum").exists(), to.join("igf.doors").exists()), (true, there));
    }
}

#[test]
fn an_older_backup_does_not_bring_back_what_was_erased_since_if_a_newer_copy_is_named() {
    let (folder, place) = fresh();
    let (older, to) = (folder.path().join("older"), folder.path().join("to"));
    assert!(run(&place, &["backup", text(&older)]).0);
    story::give(&place, "igf", &serde_json::json!({"people": {"erase_person": {"person": 3}}}));
    assert!(holds(&older, "Yuki Kept"));
    let restore = |more: &[&str]| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_hemicycle"))
            .args([&["restore", text(&older.join("igf.forum")), "--to", text(&to)], more].concat())
            .output()
            .unwrap();
        (output.status.success(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
    };
    let (succeeded, said) = restore(&["--erasures-from", &place.data]);
    assert!(succeeded && said.contains("texts of 1 acts, as in the newer copy"), "{said}");
    assert!(!holds(&to, "Yuki Kept") && holds(&to, "Kofi Kept"));
    fs::remove_dir_all(&to).unwrap();
    let (succeeded, said) = restore(&[]);
    assert!(succeeded && said.contains("--erasures-from"), "it says that it cannot know: {said}");
}

#[test]
fn copying_to_postgres_and_back_gives_the_same_acts_texts_and_state() {
    let Some(database) = postgres_database("copy") else { return };
    let (folder, place) = fresh();
    story::begin(&place, "wsis");
    let original = acts(&folder.path().join("data/igf.forum"));
    let (succeeded, there) = run(&place, &["copy", "--to", &database]);
    assert!(succeeded, "{there}");
    let (again, refused) = run(&place, &["copy", "--to", &database]);
    assert!(!again && refused.contains("--resume"), "{refused}");

    story::give(&place, "igf", &serde_json::json!({"people": {"erase_person": {"person": 3}}}));
    let (resumed, said) = run(&place, &["copy", "--to", &database, "--resume"]);
    assert!(resumed && said.contains("igf: 1 acts copied, 7 in all"), "{said}");

    let back = folder.path().join("back");
    let (succeeded, said) = run(&place, &["copy", "--from", &database, "--to", text(&back)]);
    assert!(succeeded, "{said}");
    for forum in ["igf.forum", "wsis.forum"] {
        assert_eq!(acts(&back.join(forum)), acts(&folder.path().join("data").join(forum)), "{forum}");
    }
    assert_eq!(acts(&back.join("igf.forum"))[..2], original[..2]);
    assert!(!holds(&back, FORGOTTEN), "nor does any file hold what was erased");
    let in_database = Place { database: Some(database), ..place.clone() };
    assert_eq!(
        state_said(&run(&in_database, &["check", "igf"]).1),
        state_said(&run(&place, &["check", "igf"]).1)
    );
}
