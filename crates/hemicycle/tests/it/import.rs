//! `hemicycle import`, with real files in a real forum.

use crate::support::{Place, Server, run};
use std::path::Path;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../interchange/tests/fixtures");

/// Imports a file into the forum `lake` with some more arguments.
fn import(place: &Place, file: &Path, arguments: &[&str]) -> (bool, String) {
    let file = file.to_str().unwrap();
    run(place, &[&["import", file, "--forum", "lake", "--lang", "en"], arguments].concat())
}

#[test]
fn a_schedule_is_shown_first_written_when_wished_and_changes_nothing_the_second_time() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    let file = Path::new(FIXTURES).join("pretalx.xml");

    let (succeeded, said) = import(&place, &file, &["--zone", "Asia/Tokyo"]);
    assert!(succeeded && said.contains("will be begun") && said.contains("Nothing is written"), "{said}");
    assert!(!folder.path().join("lake.forum").exists(), "to look changes nothing");

    let (succeeded, said) = import(&place, &file, &["--zone", "Asia/Tokyo", "--yes", "--publish"]);
    assert!(succeeded && said.contains("Done, with"), "{said}");
    let (succeeded, said) = import(&place, &file, &["--zone", "Asia/Tokyo", "--yes"]);
    assert!(succeeded && said.contains("Nothing changes"), "{said}");
}

#[test]
fn an_import_beside_a_running_server_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    assert!(run(&place, &["begin", "lake"]).0);
    let server = Server::start(&place);
    let file = Path::new(FIXTURES).join("pretalx.json");
    let (succeeded, said) = import(&place, &file, &["--yes", "--publish"]);
    assert!(succeeded, "{said}");
    let served = (0..100).find_map(|_| {
        std::thread::sleep(std::time::Duration::from_millis(50));
        let answer = server.client().get("/api/lake/meetings/lake26/programme").ok()?;
        answer.json["sessions"].as_array().filter(|sessions| !sessions.is_empty()).cloned()
    });
    assert!(served.is_some(), "the server notices what another process wrote");
}

#[test]
fn imports_at_the_same_time_all_arrive_each_once() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    assert!(run(&place, &["begin", "lake"]).0);
    let file = Path::new(FIXTURES).join("pretalx.json");
    let meetings = ["one", "two", "three", "four"];
    let into = |meeting: &str| import(&place, &file, &["--yes", "--series", "lakes", "--meeting", meeting]);
    std::thread::scope(|threads| {
        // Whoever loses the race plans anew: only one of them founds the series.
        let all = meetings.map(|meeting| threads.spawn(move || into(meeting)));
        for (succeeded, said) in all.map(|one| one.join().unwrap()) {
            assert!(succeeded && said.contains("Done, with"), "{said}");
        }
    });
    for meeting in meetings {
        assert!(into(meeting).1.contains("Nothing changes"), "{meeting}");
    }
}

#[test]
fn a_table_is_written_only_when_its_columns_are_agreed_on() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    let table = "Titel;Raum;Beginn;Dauer;Wer\n\
        Wem gehört der Fluss?;Saal;2026-11-24 09:00;60;Ada Lindqvist\n\
        Ufer;Saal;2026-11-24 09:30;60;Babak Rahimi\n";
    let file = folder.path().join("table.csv");
    std::fs::write(&file, table).unwrap();
    let meeting = ["--meeting", "lake26", "--title", "Lake", "--zone", "Europe/Zurich"];

    let (succeeded, said) = import(&place, &file, &[&meeting[..], &["--yes"]].concat());
    assert!(succeeded && said.contains("--map 'title=Titel"), "{said}");
    assert!(!folder.path().join("lake.forum").exists(), "--yes agrees to the import, not to the columns");

    let map = "title=Titel,room=Raum,start=Beginn,duration=Dauer,speakers=Wer";
    let (succeeded, said) = import(&place, &file, &[&meeting[..], &["--yes", "--map", map]].concat());
    assert!(succeeded && said.contains("line 3") && said.contains("Saal is taken by"), "{said}");
    let (_, said) = import(&place, &file, &[&meeting[..], &["--yes", "--map", "speakers=Wer"]].concat());
    assert!(said.contains("Nothing changes"), "a correction of the proposed columns does as well: {said}");
}

#[test]
fn over_http_an_import_is_shown_written_and_changes_nothing_the_second_time() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    assert!(run(&place, &["begin", "lake"]).0);
    let server = Server::start(&place);
    let file = std::fs::read(Path::new(FIXTURES).join("pretalx.json")).unwrap();
    let post = |query: &str, headers: &[(&str, &str)], body: &[u8]| {
        let path = format!("/api/lake/import?{query}");
        server.client().post_to(&path, headers, body).unwrap()
    };
    let shown = post("", &[], &file);
    assert_eq!(shown.json["import"]["written"], false, "{shown:?}");
    assert!(shown.json["import"]["sessions"]["new"].as_u64() > Some(0));
    assert_eq!(post("write=true", &[], &file).status, 400, "what is written needs a key");
    assert_eq!(post("write=true", &[("Idempotency-Key", "a")], &file).json["import"]["written"], true);
    assert_eq!(
        post("write=true", &[("Idempotency-Key", "b")], &file).json["import"]["changes_nothing"],
        true
    );

    let columns = post("meeting=lake26", &[], b"Title;Room\nRivers;Hall\n");
    assert_eq!(columns.json["columns"]["map"], "title=Title,room=Room");
    // (query, body, status, what must be said)
    let cases: [(&str, &[u8], u16, &str); 4] = [
        ("zone=Atlantis/Capital&meeting=other", &file, 422, "Atlantis/Capital"),
        ("", b"<schedule><conference>", 422, "ine 1"),
        ("colour=red", &file, 422, "colour"),
        ("map=title%3DNowhere", b"Title;Room\nRivers;Hall\n", 422, "Nowhere"),
    ];
    for (query, body, status, must_say) in cases {
        let answer = post(query, &[], body);
        assert_eq!(answer.status, status, "{query}: {answer:?}");
        assert!(answer.json.to_string().contains(must_say), "{query}: {answer:?}");
    }
    let stranger = server.client().with_token("guess").post_to("/api/lake/import", &[], &file).unwrap();
    assert_eq!(stranger.status, 401);
}

#[test]
fn what_cannot_be_imported_is_said_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    let write = |name: &str, text: &str| {
        let file = folder.path().join(name);
        std::fs::write(&file, text).unwrap();
        file
    };
    let frab = Path::new(FIXTURES).join("frab.xml");
    let half = std::fs::read_to_string(&frab).unwrap();
    let half = write("half.xml", &half[..half.len() / 2]);
    // (file, arguments, what must be said)
    let cases: &[(&Path, &[&str], &str)] = &[
        (&frab, &["--yes"], "--zone Asia/Tokyo"),
        (&frab, &["--yes", "--zone", "Atlantis/Capital"], "Atlantis/Capital"),
        (&half, &["--yes", "--zone", "Asia/Tokyo"], "line"),
        (&write("letter.txt", "Dear all,\nsee you soon."), &["--yes"], "CSV"),
        (&folder.path().join("missing.xml"), &["--yes"], "cannot read"),
        (&frab, &["--yes", "--map", "title=Nowhere"], "Nowhere"),
    ];
    for (file, arguments, must_say) in cases {
        let (succeeded, said) = import(&place, file, arguments);
        assert!(!succeeded, "{arguments:?}: {said}");
        assert!(said.to_lowercase().contains(&must_say.to_lowercase()), "{arguments:?}: {said}");
        assert!(!said.contains("panicked"), "{said}");
    }
    assert!(!folder.path().join("lake.forum").exists(), "nothing is half-written");
}
