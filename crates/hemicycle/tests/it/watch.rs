//! Health, figures and the log of a running server.

use crate::support::{Place, Server, run};
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::Stdio;

/// The whole answer to a request that is written by hand.
fn asked(address: &str, request: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

fn get(address: &str, path: &str) -> String {
    asked(address, &format!("GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
}

/// An address that was free a moment ago.
fn free() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}

#[test]
fn figures_are_on_their_own_address_and_health_on_both() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    assert!(run(&place, &["begin", "igf"]).0);
    let keeper = free();
    let server = Server::start_with(&place, |command| {
        command.env("HEMICYCLE_METRICS_LISTEN", &keeper);
    });
    let public = server.url.trim_start_matches("http://").to_owned();
    for address in [&public, &keeper] {
        let answer = get(address, "/healthz");
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("ok\n"), "{answer}");
    }
    assert!(get(&public, "/igf/people/12345?q=secret").starts_with("HTTP/1.1 404"));
    assert!(get(&public, "/metrics").starts_with("HTTP/1.1 404"), "the world does not see them");
    let figures = get(&keeper, "/metrics");
    for line in [
        "hemicycle_acts{forum=\"igf\"} 0",
        "hemicycle_requests_total{method=\"GET\",route=\"/healthz\",status=\"2xx\"} 1",
        "route=\"/:forum/people/:person\",status=\"4xx\"} 1",
    ] {
        assert!(figures.contains(line), "{line} in {figures}");
    }
    assert!(!figures.contains("12345") && !figures.contains("secret"));
}

/// Whatever a person sends, under the level that says most: nothing of it may stand in the log.
#[test]
fn the_log_has_a_line_for_every_request_and_nothing_of_whoever_sent_it() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(&folder.path().join("data"));
    assert!(run(&place, &["begin", "igf"]).0);
    for (level, format) in [("trace", "text"), ("info,request=debug", "json")] {
        let log = folder.path().join("log");
        let mut server = Server::start_with(&place, |command| {
            command.stderr(Stdio::from(File::create(&log).unwrap()));
            command.env("HEMICYCLE_LOG", level).env("HEMICYCLE_LOG_FORMAT", format);
            command.env("HEMICYCLE_TRUSTED_PROXIES", "127.0.0.1");
        });
        let address = server.url.trim_start_matches("http://").to_owned();
        let headers = "Host: canary-host\r\nCookie: session-igf=canary-cookie\r\nAuthorization: Bearer canary-token\r\n\
            User-Agent: canary-agent\r\nReferer: http://a/canary-referer\r\nX-Forwarded-For: 192.0.2.77\r\n\
            Accept-Language: canary-language\r\nIdempotency-Key: canary-key\r\nConnection: close\r\n";
        for path in [
            "/igf/people/77000001?q=canary-query",
            "/canary-forum",
            "/igf/search?q=canary-words",
            "/igf/sign-in/canary-link",
        ] {
            asked(&address, &format!("GET {path} HTTP/1.1\r\n{headers}\r\n"));
        }
        for (path, kind, body) in [
            (
                "/api/igf/commands",
                "application/json",
                "{\"people\":{\"add_person\":{\"name\":\"canary-name\"}}}",
            ),
            (
                "/igf/sign-in",
                "application/x-www-form-urlencoded",
                "email=canary%40forum.example&address=canary-mail@forum.example",
            ),
        ] {
            let length = body.len();
            let head = format!(
                "POST {path} HTTP/1.1\r\n{headers}Content-Type: {kind}\r\nContent-Length: {length}\r\n\r\n"
            );
            asked(&address, &format!("{head}{body}"));
        }
        server.terminate();
        assert_eq!(server.ended(), Some(0));
        let said = std::fs::read_to_string(&log).unwrap();
        for forbidden in ["canary", "192.0.2.77", "77000001"] {
            assert!(!said.contains(forbidden), "{forbidden} in {said}");
        }
        let lines = said.lines().filter(|line| line.contains("micros")).count();
        assert_eq!(lines, 6, "{said}");
        if format == "json" {
            let request = said.lines().find(|line| line.contains("/api/{forum}/commands")).unwrap();
            let line: serde_json::Value = serde_json::from_str(request).unwrap();
            for field in ["method", "path", "status", "micros", "bytes", "id"] {
                assert!(!line["fields"][field].is_null(), "{field} in {line}");
            }
        }
    }
}

#[test]
fn whoever_sends_readers_is_told_of_the_end_before_it_comes() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    assert!(run(&place, &["begin", "igf"]).0);
    let mut server = Server::start_with(&place, |command| {
        command.env("HEMICYCLE_DRAIN", "2");
    });
    let address = server.url.trim_start_matches("http://").to_owned();
    assert!(get(&address, "/healthz").starts_with("HTTP/1.1 200"));
    server.terminate();
    let told = (0..100).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(10));
        get(&address, "/healthz").starts_with("HTTP/1.1 503")
    });
    assert!(told, "the health says that it ends");
    assert!(get(&address, "/igf").starts_with("HTTP/1.1 200"), "and readers are still served");
    assert_eq!(server.ended(), Some(0));
}
