//! More commands than can be written: the rest is told to come back, at once, and memory stays as it is.

use crate::support::{Place, Server, add_organisation, run};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};

/// How many commands may wait in this test.
const QUEUE: usize = 8;
/// How many clients push.
const CLIENTS: usize = 64;

#[test]
fn a_flood_past_the_limit_gets_503_with_retry_after_and_memory_stays_flat() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    assert!(run(&place, &["begin", "igf"]).0);
    let server = Server::start_with(&place, |command| {
        command.env("HEMICYCLE_QUEUE", QUEUE.to_string());
    });
    assert_eq!(server.client().give("igf", "first", &add_organisation("First")).unwrap().status, 200);

    // Whoever holds the file's lock keeps the writer waiting, so that the queue fills.
    let rival = rusqlite::Connection::open(folder.path().join("igf.forum")).unwrap();
    rival.execute_batch("BEGIN IMMEDIATE").unwrap();
    let before = server.resident_kib();
    let (refused, done) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let all_started = Arc::new(Barrier::new(CLIENTS + 1));
    let push = |number: usize| {
        let (client, all_started) = (server.client(), Arc::clone(&all_started));
        let (refused, done) = (Arc::clone(&refused), Arc::clone(&done));
        std::thread::spawn(move || {
            all_started.wait();
            for n in 0..100 {
                let key = format!("{number}-{n}");
                let answer = client.give("igf", &key, &add_organisation(&"x".repeat(100))).unwrap();
                match answer.status {
                    200 => done.fetch_add(1, Ordering::Relaxed),
                    503 => {
                        assert_eq!(answer.retry_after.as_deref(), Some("1"));
                        refused.fetch_add(1, Ordering::Relaxed)
                    }
                    _ => panic!("{answer:?}"),
                };
            }
        })
    };
    let clients: Vec<_> = (0..CLIENTS).map(push).collect();
    all_started.wait();
    // Everybody but those who wait in the queue or are being written is refused, again and again.
    while refused.load(Ordering::Relaxed) < 2_000 {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert_eq!(done.load(Ordering::Relaxed), 0, "nothing is answered as done while nothing can be written");
    let grown = server.resident_kib().saturating_sub(before);
    rival.execute_batch("ROLLBACK").unwrap();
    clients.into_iter().for_each(|client| client.join().unwrap());
    assert!(done.load(Ordering::Relaxed) > 0, "who waited in the queue was served in the end");
    assert!(grown < 24 * 1024, "memory grew by {grown} KiB under {CLIENTS} pushing clients");
}
