//! Limits and ends of connections, with real ones.

use super::*;
use axum::Router;
use axum::routing::{get, post};
use hyper_util::service::TowerToHyperService;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream as Client};

const LONG: Duration = Duration::from_secs(600);

/// A server with these limits, and what ends it.
fn served(limits: Limits) -> (SocketAddr, tokio::sync::oneshot::Sender<()>, std::thread::JoinHandle<()>) {
    let (tell, told) = std::sync::mpsc::channel();
    let (end, ended) = tokio::sync::oneshot::channel::<()>();
    let server = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            tell.send(listener.local_addr().unwrap()).unwrap();
            let router = Router::new()
                .route("/", get(|| async { "here" }))
                .route("/", post(|body: String| async { body }));
            serve(listener, TowerToHyperService::new(router), limits, Arc::default(), async {
                drop(ended.await)
            })
            .await;
        });
    });
    (told.recv().unwrap(), end, server)
}

fn sent(address: SocketAddr, text: &str) -> Client {
    let mut client = Client::connect(address).unwrap();
    client.set_read_timeout(Some(LONG)).unwrap();
    client.write_all(text.as_bytes()).unwrap();
    client
}

/// All that comes until the server hangs up; it may do so rudely.
fn heard(mut client: Client) -> String {
    let mut bytes = Vec::new();
    let _ = client.read_to_end(&mut bytes);
    String::from_utf8(bytes).unwrap()
}

#[test]
fn half_a_head_and_an_idle_connection_are_cut_off_so_that_their_places_are_free_again() {
    let limits = Limits { connections: 2, head: Duration::from_millis(50), ending: LONG };
    let (address, end, server) = served(limits);
    let clients = ["GET / HTTP/1.1\r\nHo", ""].map(|text| sent(address, text));
    let cut_off = clients.map(heard);
    assert!(!cut_off[0].contains("here") && !cut_off[1].contains("here"), "{cut_off:?}");
    // The places are given back just after the connections have ended.
    let whole = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    while !heard(sent(address, whole)).ends_with("here") {}
    end.send(()).unwrap();
    server.join().unwrap();
}

#[test]
fn for_whom_there_is_no_place_is_told_so_at_once_and_when_to_come_again() {
    let limits = Limits { connections: 1, head: LONG, ending: LONG };
    let (address, end, server) = served(limits);
    let mut first = sent(address, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nwh");
    for _ in 0..3 {
        let refused = heard(sent(address, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
        assert!(
            refused.starts_with("HTTP/1.1 503 ") && refused.contains("\r\nRetry-After: 2\r\n"),
            "{refused}"
        );
        let (head, body) = refused.split_once("\r\n\r\n").unwrap();
        assert!(head.ends_with(&format!("Content-Length: {}", body.len())), "{refused}");
    }
    end.send(()).unwrap();
    first.write_all(b"at").unwrap();
    assert!(heard(first).ends_with("what"));
    server.join().unwrap();
}

#[test]
fn however_many_come_beyond_the_limit_each_is_told_so() {
    let limits = Limits { connections: 1, head: LONG, ending: LONG };
    let (address, end, server) = served(limits);
    let first = sent(address, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nwh");
    // They say nothing, so that those who come later have to wait until the former are given up.
    let crowd: Vec<Client> = (0..2 * REFUSALS_MAX).map(|_| sent(address, "")).collect();
    let refused = crowd.into_iter().map(heard).filter(|said| said.starts_with("HTTP/1.1 503 ")).count();
    assert_eq!(refused, 2 * REFUSALS_MAX);
    drop(first);
    end.send(()).unwrap();
    server.join().unwrap();
}

#[test]
fn at_the_end_what_was_begun_is_finished() {
    let limits = Limits { connections: 9, head: LONG, ending: LONG };
    let (address, end, server) = served(limits);
    let mut client = sent(address, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nwh");
    // Answered after the other one was taken: so both are known to the server.
    assert!(heard(sent(address, "GET / HTTP/1.0\r\n\r\n")).ends_with("here"));
    end.send(()).unwrap();
    client.write_all(b"at").unwrap();
    assert!(heard(client).ends_with("what"));
    server.join().unwrap();
}

#[test]
fn at_the_end_who_does_not_finish_is_not_waited_for() {
    let limits = Limits { connections: 9, head: LONG, ending: Duration::from_millis(50) };
    let (address, end, server) = served(limits);
    let half = ["POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nwh", "GET / HTTP/1.1\r\nHo"];
    let clients = half.map(|text| sent(address, text));
    assert!(heard(sent(address, "GET / HTTP/1.0\r\n\r\n")).ends_with("here"));
    end.send(()).unwrap();
    server.join().unwrap();
    drop(clients);
}
