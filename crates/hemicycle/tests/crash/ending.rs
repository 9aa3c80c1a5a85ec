//! A server that is asked to end while many write.

use crate::load::Load;
use crate::support::story::acts;
use crate::support::{Place, Server, run};
use std::collections::BTreeMap;
use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Longer than this, the test is stuck.
const PATIENCE: Duration = Duration::from_secs(120);

#[test]
fn sigterm_under_load_loses_no_answered_command_and_ends_well_every_time() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    assert!(run(&place, &["begin", "storm"]).0);
    let mut server = Server::start(&place);
    let load = Load::start(8, vec![server.client()]);
    for round in 1..=10 {
        let begun = Instant::now();
        while load.answered() < round * 150 && begun.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(5));
        }
        server.terminate();
        assert_eq!(server.ended(), Some(0));
        server = Server::start(&place);
        load.replace(0, server.client());
    }
    let answered = load.finish();
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for record in acts(&folder.path().join("storm.forum")) {
        let envelope: serde_json::Value = serde_json::from_slice(&record.bytes).unwrap();
        *found.entry(envelope["key"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    for command in answered.iter().flatten() {
        assert_eq!(found.get(&command.key), Some(&1), "{}", command.key);
    }
    assert!(found.values().all(|times| *times == 1));
}

/// Every request that was sent whole on a new connection before the end is answered whole, or was never let in.
#[test]
fn at_the_end_no_answer_is_cut_off_and_no_connection_that_was_let_in_is_reset() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    assert!(run(&place, &["begin", "storm"]).0);
    let mut server = Server::start(&place);
    let address = server.url.trim_start_matches("http://").to_owned();
    let (stop, whole) = (AtomicBool::new(false), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        let ask = || {
            while !stop.load(Ordering::Relaxed) {
                // Once nobody listens any more, there is nothing to be promised.
                let Ok(mut stream) = TcpStream::connect(&address) else { return };
                let sent = stream.write_all(b"GET /storm HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
                let mut answer = Vec::new();
                let heard = stream.read_to_end(&mut answer);
                let reset = |error: &std::io::Error| error.kind() == ErrorKind::ConnectionReset;
                // The system may take a connection in the very moment in which the door closes, and resets it unheard.
                if answer.is_empty() && (sent.is_err() || heard.as_ref().is_err_and(reset)) {
                    return;
                }
                heard.unwrap();
                assert!(
                    answer.starts_with(b"HTTP/1.1 200") && answer.ends_with(b"</html>"),
                    "an answer is whole"
                );
                whole.fetch_add(1, Ordering::Relaxed);
            }
        };
        let clients: Vec<_> = (0..8).map(|_| scope.spawn(ask)).collect();
        let begun = Instant::now();
        while whole.load(Ordering::Relaxed) < 500 && begun.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(5));
        }
        server.terminate();
        assert_eq!(server.ended(), Some(0));
        stop.store(true, Ordering::Relaxed);
        for client in clients {
            client.join().unwrap();
        }
    });
    assert!(whole.load(Ordering::Relaxed) >= 500);
}
