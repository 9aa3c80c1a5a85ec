//! How a server ends.

use crate::support::{Place, Server, run};
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
