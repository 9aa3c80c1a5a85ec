//! The command line, beside a running server.

use crate::support::{Place, Server, hemicycle, run};
use serde_json::{Value, json};
use std::io::Write as _;

/// A forum with a meeting, two rooms and a session, given through `hemicycle give`.
fn prepared(place: &Place) {
    assert!(run(place, &["begin", "igf"]).0);
    let steps = json!([
        {"series": {"found_series": {"slug": "igf", "name": "Annual meetings"}}},
        {"series": {"announce_meeting": {"series": 1, "slug": "kyoto", "title": "18th annual meeting",
            "first_day": "2023-10-08", "last_day": "2023-10-12", "zone": "Asia/Tokyo"}}},
        {"programme": {"open_room": {"meeting": 1, "name": "Main Hall"}}},
        {"programme": {"open_room": {"meeting": 1, "name": "Room A"}}},
        {"programme": {"add_session": {"meeting": 1, "code": "WS #136", "kind": "workshop", "title": "Access",
            "language": "en", "minutes": 60}}},
        {"programme": {"add_session": {"meeting": 1, "code": "OF #7", "kind": "open-forum", "title": "Trust",
            "language": "en", "minutes": 60}}},
    ]);
    let mut file = tempfile::NamedTempFile::new().unwrap();
    write!(file, "{}", json!({"together": {"steps": steps}})).unwrap();
    let (succeeded, said) = run(place, &["give", file.path().to_str().unwrap(), "--forum", "igf"]);
    assert!(succeeded && said.contains("acts 1 to 6"), "{said}");
}

fn sessions(server: &Server, which: &str) -> Value {
    server.client().get(&format!("/api/igf/meetings/kyoto/{which}")).unwrap().json["sessions"].clone()
}

#[test]
fn sessions_are_placed_moved_and_published_while_the_server_runs() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    prepared(&place);
    let server = Server::start(&place);
    let line = |arguments: &[&str]| run(&place, &[arguments, &["--forum", "igf"]].concat());

    let (succeeded, said) = line(&["place", "ws-136", "--room", "Main Hall", "--at", "2023-10-09T10:00"]);
    assert!(succeeded, "{said}");
    assert!(line(&["publish"]).1.contains("with 1 sessions"));
    let (refused, said) = line(&["place", "OF #7", "--room", "main-hall", "--at", "2023-10-09T10:30"]);
    assert!(!refused && said.contains("WS #136"), "it says which session is there: {said}");
    assert!(line(&["place", "OF #7", "--room", "Room A", "--at", "2023-10-09T10:30"]).0);
    assert!(line(&["place", "WS #136", "--room", "Main Hall", "--at", "2023-10-09T15:00"]).0);
    let (_, said) = line(&["publish", "--label", "final"]);
    assert!(said.contains("WS #136: moved") && said.contains("OF #7: new"), "{said}");

    // The server notices what another process appended.
    let published = (0..100).find_map(|_| {
        std::thread::sleep(std::time::Duration::from_millis(50));
        let found = sessions(&server, "programme");
        (found.as_array().is_some_and(|found| found.len() == 2)).then_some(found)
    });
    assert_eq!(published.unwrap()[1]["start"], json!("2023-10-09T06:00:00Z"), "15:00 in Kyoto");
    assert!(line(&["unplace", "WS #136"]).0);
    assert!(line(&["publish"]).1.contains("no longer on the programme"));
}

#[test]
fn what_does_not_exist_is_said_with_what_does() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    prepared(&place);
    // (arguments, what must be said)
    let cases: &[(&[&str], &str)] = &[
        (&["publish", "--forum", "ifg"], "there are: igf"),
        (&["publish", "--forum", "igf"], "no programme to publish"),
        (&["place", "WS 9", "--room", "Room A", "--at", "2023-10-09T10:00", "--forum", "igf"], "WS 9"),
        (&["place", "WS 136", "--room", "Attic", "--at", "2023-10-09T10:00", "--forum", "igf"], "Attic"),
        (&["place", "WS 136", "--room", "Room A", "--at", "tomorrow", "--forum", "igf"], "2023-10-08T10:00"),
        (&["place", "WS 136", "--room", "Room A", "--at", "2024-10-09T10:00", "--forum", "igf"], "2023"),
    ];
    for (arguments, must_say) in cases {
        let (succeeded, said) = run(&place, arguments);
        assert!(!succeeded, "{arguments:?}: {said}");
        assert!(said.to_lowercase().contains(&must_say.to_lowercase()), "{arguments:?}: {said}");
        assert!(!said.contains("panicked"), "{said}");
    }
}

#[test]
fn what_went_wrong_is_said_where_errors_are_said() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    for name in ["api", "reading", "assets", "No name"] {
        let output = hemicycle(&place, &["begin", name]).output().unwrap();
        let (said, error) =
            (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        assert!(!output.status.success() && said.is_empty(), "{name}: {said}");
        // Beside the error, the log may say that others can look into the folder.
        let is_said = |line: &str| line.starts_with("error: ") && line.contains(name);
        assert!(error.lines().any(is_said), "{error}");
    }
}

#[test]
fn the_configuration_is_shown_with_where_it_comes_from_and_a_mistake_in_it_stops_every_command() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    let file = folder.path().join("hemicycle.toml");
    std::fs::write(&file, "queue = 7\nsmtp = \"smtps://forum:geheim@mail.example\"\n").unwrap();
    let with = |arguments: &[&str]| {
        let file = file.to_str().unwrap();
        let output = hemicycle(&place, &[arguments, &["--config", file]].concat())
            .env("HEMICYCLE_CONNECTIONS", "9")
            .output()
            .unwrap();
        (output.status.success(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
    };
    let (succeeded, said) = with(&["config", "--listen", "127.0.0.1:2"]);
    assert!(succeeded, "{said}");
    for (key, value, origin) in [
        ("queue", "7", "hemicycle.toml, line 1"),
        ("smtp", "smtps://forum:…@mail.example", "line 2"),
        ("connections", "9", "HEMICYCLE_CONNECTIONS"),
        ("listen", "127.0.0.1:2", "--listen"),
        ("log", "info", "default"),
    ] {
        let line = said.lines().find(|line| line.starts_with(&format!("{key} = "))).unwrap();
        assert!(line.contains(value) && line.contains(origin), "{line}");
    }
    assert!(!said.contains("geheim"));

    std::fs::write(&file, "queue = 7\nqeue = 8\n").unwrap();
    for arguments in [&["config"][..], &["begin", "igf"], &["publish", "--forum", "igf"], &["serve"]] {
        let (succeeded, said) = with(arguments);
        assert!(!succeeded && said.contains("line 2") && said.contains("did you mean “queue”?"), "{said}");
    }
}
