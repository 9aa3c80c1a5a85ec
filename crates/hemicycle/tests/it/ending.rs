//! How a server ends.

use crate::support::{Place, Server, run};
use serde_json::json;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

#[test]
fn a_server_that_is_asked_to_end_does_so_whoever_has_not_finished_asking() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    assert!(run(&place, &["begin", "igf"]).0);
    let mut server = Server::start(&place);
    let address = server.url.trim_start_matches("http://").to_owned();
    let head = format!(
        "POST /api/igf/commands HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {}\r\nIdempotency-Key: half\r\nContent-Type: application/json\r\nContent-Length: 100\r\n",
        place.token()
    );
    let half = [format!("{head}\r\n{{\"people\""), head, String::new()];
    let mut clients: Vec<_> = half
        .iter()
        .map(|half| {
            let mut client = TcpStream::connect(&address).unwrap();
            client.write_all(half.as_bytes()).unwrap();
            client
        })
        .collect();
    // Connections are taken in their order: once this one is answered, the server knows the others.
    assert_eq!(server.client().get("/api/igf").unwrap().status, 200);
    server.terminate();
    assert_eq!(server.ended(), Some(0));
    for client in &mut clients {
        let mut rest = Vec::new();
        let _ = client.read_to_end(&mut rest);
        assert!(!rest.starts_with(b"HTTP/1.1 200"), "what was sent by half is not done");
    }
}

#[test]
fn a_server_that_is_asked_to_end_does_not_wait_for_what_the_machine_plans() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    assert!(run(&place, &["begin", "igf"]).0);
    let mut server = Server::start(&place);
    let session = |code: &str| {
        json!({"programme": {"add_session": {"meeting": 1, "code": code, "kind": "workshop", "title": code, "language": "en",
            "minutes": 60}}})
    };
    // Two sessions for one place: the search goes on until somebody ends it.
    let commands = [
        json!({"series": {"found_series": {"slug": "igf", "name": "Forum"}}}),
        json!({"series": {"announce_meeting": {"series": 1, "slug": "one", "title": "One", "zone": "UTC",
            "first_day": "2027-05-10", "last_day": "2027-05-10"}}}),
        json!({"programme": {"open_room": {"meeting": 1, "name": "Hall"}}}),
        json!({"programme": {"add_slot": {"meeting": 1, "start": "2027-05-10T09:00:00Z", "end": "2027-05-10T10:00:00Z"}}}),
        session("A"),
        session("B"),
    ];
    for (n, command) in commands.iter().enumerate() {
        assert_eq!(server.client().give("igf", &format!("k{n}"), command).unwrap().status, 200);
    }
    let solver = "/api/igf/desk/meetings/one/solver";
    let begun = server.client().post_to(solver, &[], br#"{"seconds": 600}"#).unwrap();
    assert_eq!((begun.status, &begun.json["state"]), (200, &json!("running")));
    server.terminate();
    assert_eq!(server.ended(), Some(0));
}
