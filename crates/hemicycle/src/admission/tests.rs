//! Kept answers are those that would be made, and the line has an end.

use super::*;
use crate::app::Where;
use crate::connections::{Limits, serve};
use crate::router::router;
use axum::routing::get;
use forum::Command;
use platform::writer::Key;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::Mutex;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Notify;

/// A served site with an empty forum, ended when dropped.
struct Served {
    app: Arc<App>,
    address: SocketAddr,
    runtime: Option<tokio::runtime::Runtime>,
    _folder: tempfile::TempDir,
}

impl Served {
    fn with(site: impl FnOnce(&Arc<App>) -> Router, line: usize) -> Served {
        let folder = tempfile::tempdir().unwrap();
        let app = Arc::new(App::open(&Where { data: folder.path().to_owned(), database: None }).unwrap());
        app.begin("igf").unwrap();
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        let door = Admission::new(Arc::clone(&app), site(&app), runtime.handle().clone(), line);
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        runtime.spawn(serve(listener, door, Limits::DEFAULT, Arc::default(), std::future::pending()));
        Served { app, address, runtime: Some(runtime), _folder: folder }
    }

    /// The answer to a request with more headers, each with its end of line.
    fn ask(&self, path: &str, headers: &str) -> String {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{headers}\r\n").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn give(&self, key: &str, command: serde_json::Value) {
        let command: Command = serde_json::from_value(command).unwrap();
        let give = self.app.give_as("igf", forum::Actor::Secretariat, Key::new(key).unwrap(), command);
        self.runtime.as_ref().unwrap().block_on(give).unwrap();
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.runtime.take().unwrap().shutdown_background();
        self.app.stop();
    }
}

fn body(answer: &str) -> &str {
    answer.split_once("\r\n\r\n").map_or("", |(_, body)| body)
}

#[test]
fn a_kept_page_is_the_page_that_would_be_made_in_every_language_and_after_every_act() {
    let served = Served::with(|app| router(Arc::clone(app)), 9);
    let found = |slug: &str| serde_json::json!({"series": {"found_series": {"slug": slug, "name": slug}}});
    for (key, series) in [("1", "kept-once"), ("2", "kept-twice")] {
        served.give(key, found(series));
        for language in ["en", "fr"] {
            let asked = format!("Accept-Language: {language}\r\n");
            // With an unknown cookie the page is made for this reader alone.
            let made = served.ask("/igf", &format!("{asked}Cookie: a=b\r\n"));
            let answers = [(); 3].map(|()| served.ask("/igf", &asked));
            assert!(made.contains(series), "{made}");
            assert!(answers.iter().all(|answer| body(answer) == body(&made)), "{answers:?}");
        }
    }
}

#[test]
fn of_a_kept_page_a_browser_that_has_it_is_told_so() {
    let served = Served::with(|app| router(Arc::clone(app)), 9);
    let first = served.ask("/igf", "");
    let tag = first.lines().find_map(|line| line.strip_prefix("etag: ")).unwrap();
    let again = served.ask("/igf", &format!("If-None-Match: {tag}\r\n"));
    assert!(again.starts_with("HTTP/1.1 304 ") && body(&again).is_empty(), "{again}");
}

#[test]
fn what_is_one_readers_alone_or_has_no_tag_is_made_anew_each_time() {
    let count = Arc::new(Mutex::new(0));
    let made = Arc::clone(&count);
    let answer = move |headers: &'static [(header::HeaderName, &'static str)]| {
        let made = Arc::clone(&made);
        get(async move || {
            *made.lock().unwrap() += 1;
            let headers: Vec<_> = headers.to_vec();
            (axum::response::AppendHeaders(headers), "text")
        })
    };
    const TAG: (header::HeaderName, &str) = (header::ETAG, "\"a\"");
    let site = Router::new()
        .route("/igf/kept", answer(&[TAG]))
        .route("/igf/plain", answer(&[]))
        .route("/igf/secret", answer(&[TAG, (header::CACHE_CONTROL, "private, no-store")]))
        .route("/igf/cookie", answer(&[TAG, (header::SET_COOKIE, "a=b")]))
        .route("/nowhere/kept", answer(&[TAG]));
    let served = Served::with(|_| site, 9);
    for (path, headers, expected) in [
        ("/igf/kept", "", 1),
        ("/igf/kept", "Accept-Encoding: gzip\r\n", 1),
        ("/igf/kept", "Host: b\r\n", 1),
        ("/igf/kept", "Cookie: session=x\r\n", 3),
        ("/igf/kept", "Authorization: Bearer x\r\n", 3),
        ("/igf/plain", "", 3),
        ("/igf/secret", "", 3),
        ("/igf/cookie", "", 3),
        ("/nowhere/kept", "", 3),
    ] {
        *count.lock().unwrap() = 0;
        for _ in 0..3 {
            assert!(served.ask(path, headers).ends_with("text"));
        }
        assert_eq!(*count.lock().unwrap(), expected, "{path} {headers}");
    }
}

#[test]
fn who_comes_when_the_line_is_full_is_refused_at_once_while_commands_pass() {
    let (begun, go) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (tell, wait) = (Arc::clone(&begun), Arc::clone(&go));
    let slow = get(async move || {
        tell.notify_one();
        wait.notified().await;
        "done"
    });
    let site =
        Router::new().route("/slow", slow.post(async || "taken")).route("/api/slow", get(async || "done"));
    let served = Arc::new(Served::with(|_| site, 1));
    let first = std::thread::spawn({
        let served = Arc::clone(&served);
        move || served.ask("/slow", "")
    });
    served.runtime.as_ref().unwrap().block_on(begun.notified());
    let refused = served.ask("/slow", "Accept-Language: fr\r\n");
    assert!(refused.starts_with("HTTP/1.1 503 ") && refused.contains("retry-after: 2\r\n"), "{refused}");
    assert!(body(&refused).starts_with("Trop de personnes"), "{refused}");
    let refused = served.ask("/api/slow", "");
    assert!(refused.contains("application/problem+json") && refused.contains("problem-crowded"), "{refused}");
    let mut command = TcpStream::connect(served.address).unwrap();
    write!(command, "POST /slow HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
        .unwrap();
    let mut taken = String::new();
    command.read_to_string(&mut taken).unwrap();
    assert!(taken.ends_with("taken"), "{taken}");
    go.notify_one();
    assert!(first.join().unwrap().ends_with("done"));
    // The first has left the line just before its answer was sent.
    go.notify_one();
    assert!(served.ask("/slow", "").ends_with("done"));
}
