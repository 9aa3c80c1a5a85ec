//! The timetable engine on the command line: solve, score, explain, and ending early.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn timetable(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.arg("timetable").args(arguments).stdin(Stdio::null());
    command
}

fn done(arguments: &[&str]) -> (bool, String, String) {
    let Output { status, stdout, stderr } = timetable(arguments).output().unwrap();
    (status.success(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../timetable/tests/fixtures");
    folder.join(name).canonicalize().unwrap().display().to_string()
}

fn file(folder: &tempfile::TempDir, name: &str) -> (PathBuf, String) {
    let path = folder.path().join(name);
    (path.clone(), path.display().to_string())
}

#[test]
fn every_format_is_recognised_solved_scored_and_explained() {
    let folder = tempfile::tempdir().unwrap();
    for (name, session, term) in [
        ("forum.json", "Trust", "nobody is in two places at once"),
        ("small.ctt", "Law", "rooms of a course beyond its first"),
        ("ietf.json", "names", "sessions in rooms that are too small"),
        ("cosplib.json", "2", "rooms of a track beyond its first"),
    ] {
        let (instance, (solution, out)) = (fixture(name), file(&folder, "solution"));
        let budget = ["--iterations", "20000", "--threads", "2", "--seed", "3"];
        let (solved, said, progress) = done(&[&["solve", &instance, "--out", &out][..], &budget].concat());
        assert!(solved && said.is_empty(), "{name}: {said}{progress}");
        let end = progress.lines().last().unwrap();
        assert!(end.starts_with("cost ") && end.contains("hard violations 0"), "{name}: {end}");
        let cost = end.split([' ', ',']).nth(1).unwrap();

        let (same, piped, _) = done(&[&["solve", &instance][..], &budget].concat());
        let kept = std::fs::read_to_string(&solution).unwrap();
        assert!(
            same && piped == kept,
            "{name}: the same seed, threads and iterations give the same solution"
        );

        let (holds, scored, _) = done(&["score", &instance, &out]);
        assert!(holds && scored.contains(term), "{name}: {scored}");
        assert!(scored.contains(&format!("cost {cost}, hard violations 0")), "{name}: {scored}");
        let (_, json, _) = done(&["score", &instance, &out, "--json"]);
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["cost"]["soft"].to_string(), cost, "{name}");

        let (explained, why, _) = done(&["explain", &instance, &out, "--session", session]);
        assert!(explained && why.contains(session), "{name}: {why}");
        assert!(done(&["explain", &instance, &out]).0, "{name}");
    }
}

#[test]
fn a_session_has_other_places_with_their_prices() {
    let folder = tempfile::tempdir().unwrap();
    let (solution, out) = file(&folder, "programme.json");
    let places: Vec<_> = [(0, 0, 0), (1, 1, 0), (2, 2, 0), (3, 1, 1)]
        .map(|(session, start, room)| serde_json::json!({"session": session, "start": start, "room": room}))
        .into();
    std::fs::write(&solution, serde_json::json!({"places": places}).to_string()).unwrap();
    let (_, why, _) = done(&["explain", &fixture("forum.json"), &out, "--session", "Youth", "--all"]);
    for words in [
        "Youth: on day 1 at 10:00–10:50, Study",
        "12 people want to be in Access and in Youth at the same time",
        "Where else, and by how much the cost would change:",
        "blocked +4",
        "exchanged with",
    ] {
        assert!(why.contains(words), "{words}: {why}");
    }
    assert!(!done(&["explain", &fixture("forum.json"), &out, "--session", "Yuth"]).0);
    let elsewhere = std::fs::read_to_string(&solution).unwrap().replace("\"room\":1", "\"room\":0");
    std::fs::write(&solution, elsewhere).unwrap();
    let (_, why, _) = done(&["explain", &fixture("forum.json"), &out]);
    assert!(why.contains("1 session moves from where it was published"), "{why}");
    assert!(
        why.contains("Youth: on day 1 at 10:00–10:50, Hall, not on day 1 at 10:00–10:50, Study"),
        "{why}"
    );
}

#[test]
fn what_cannot_all_be_met_is_named_as_a_small_set() {
    let folder = tempfile::tempdir().unwrap();
    let (instance, path) = file(&folder, "forum.json");
    let (_, out) = file(&folder, "programme.json");
    let forum = serde_json::json!({
        "times": [{"day": 0, "start": 540, "end": 600}],
        "rooms": [{"name": "Hall", "seats": 50}, {"name": "Study", "seats": 20}],
        "people": [{"name": "Amina Diallo"}],
        "sessions": [{"name": "Access", "length": 1, "parts": [{"person": 0}]},
            {"name": "Trust", "length": 1, "parts": [{"person": 0}]}],
    });
    std::fs::write(&instance, forum.to_string()).unwrap();
    let (solved, _, said) = done(&["solve", &path, "--iterations", "5000", "--threads", "1", "--out", &out]);
    assert!(solved && said.contains("timetable explain"), "it says where to look: {said}");
    let (holds, _, said) = done(&["score", &path, &out]);
    assert!(!holds && said.contains("what must hold does not"), "{said}");
    let (_, why, _) = done(&["explain", &path, &out]);
    for demand in ["Access takes place", "Trust takes place", "Amina Diallo is not in two places at once"] {
        assert!(why.contains(demand), "{demand}: {why}");
    }
}

#[test]
fn whoever_interrupts_a_search_finds_the_best_so_far() {
    let folder = tempfile::tempdir().unwrap();
    let (_, instance) = file(&folder, "forum.json");
    assert!(done(&["sample", "--sessions", "60", "--seed", "2", "--days", "3", "--out", &instance]).0);
    for signal in ["-INT", "-TERM"] {
        let (_, out) = file(&folder, &format!("programme{signal}.json"));
        let mut search =
            timetable(&["solve", &instance, "--seconds", "3600", "--threads", "2", "--out", &out]);
        let mut child = search.stderr(Stdio::piped()).spawn().unwrap();
        let mut said = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        while !line.contains("changes tried") {
            line.clear();
            assert!(said.read_line(&mut line).unwrap() > 0, "it ended before it was asked to");
        }
        assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
        assert!(child.wait().unwrap().success(), "{signal}");
        let mut rest = String::new();
        said.read_to_string(&mut rest).unwrap();
        assert!(rest.contains("stopped early"), "{signal}: {rest}");
        assert!(done(&["score", &instance, &out]).0, "{signal}: what was written is a whole programme");
    }
}

#[test]
fn what_is_wrong_is_said_with_file_line_and_field() {
    let folder = tempfile::tempdir().unwrap();
    let (bad, path) = file(&folder, "bad.json");
    let good = std::fs::read_to_string(fixture("forum.json")).unwrap();
    std::fs::write(&bad, good.replace("\"length\": 2", "\"length\": 0")).unwrap();
    let (_, elsewhere) = file(&folder, "nowhere/out.json");
    for (arguments, words) in [
        (vec!["solve", &path], "sessions[2].length: a session takes at least one step"),
        (vec!["score", &path, &path], "line 15, column"),
        (vec!["solve", "no-such-file.json"], "cannot read no-such-file.json"),
        (vec!["solve", &fixture("forum.json"), "--out", &elsewhere], "cannot write"),
        (vec!["solve", &fixture("forum.json"), "--seconds", "0"], "above 0"),
        (vec!["score", &fixture("forum.json"), &fixture("ietf.json")], "unknown field"),
    ] {
        let (succeeded, _, said) = done(&arguments);
        assert!(!succeeded && said.contains(words), "{arguments:?}: {said}");
    }
}

#[test]
fn an_instance_comes_through_a_pipe_as_well() {
    let mut child = timetable(&["solve", "-", "--iterations", "2000"]);
    let file = std::fs::File::open(fixture("small.ctt")).unwrap();
    let output = child.stdin(file).output().unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 4, "four lectures");
}
