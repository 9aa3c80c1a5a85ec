//! What every answer says about itself, to whomever.

use super::*;
use crate::config::Config;

/// Answers of a site that people reach under an address.
fn answers(public_address: &str, requests: Vec<Request<Body>>) -> Vec<(StatusCode, axum::http::HeaderMap)> {
    let folder = tempfile::tempdir().unwrap();
    let mut config = Config::of(&Where { data: folder.path().to_owned(), database: None });
    config.public_address = Some(public_address.parse().unwrap());
    let app = Arc::new(App::with(config).unwrap());
    app.begin("igf").unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let ask = |request: Request<Body>| {
        let answer: axum::response::Response =
            runtime.block_on(router(Arc::clone(&app)).oneshot(request)).unwrap();
        (answer.status(), answer.headers().clone())
    };
    let answers = requests.into_iter().map(ask).collect();
    app.stop();
    answers
}

/// One of each kind: pages, data, what does not exist, what may not be asked so, what is refused.
fn kinds(cookie: &'static str) -> Vec<Request<Body>> {
    let asked = [
        (Method::GET, "/"),
        (Method::GET, "/igf"),
        (Method::GET, "/igf/people/9"),
        (Method::GET, "/nowhere/at/all"),
        (Method::GET, "/assets/none.css"),
        (Method::GET, "/healthz"),
        (Method::DELETE, "/igf"),
        (Method::GET, "/api/igf"),
        (Method::GET, "/api/nowhere"),
        (Method::GET, "/api/igf/nothing/there"),
        (Method::DELETE, "/api/igf"),
        (Method::POST, "/api/igf/commands"),
        (Method::GET, "/igf/me"),
        (Method::GET, "/igf/desk"),
    ];
    let built = asked.into_iter().map(|(method, path)| {
        Request::builder()
            .method(method)
            .uri(path)
            .header(header::COOKIE, cookie)
            .body(Body::empty())
            .unwrap()
    });
    built.collect()
}

#[test]
fn every_answer_forbids_whatever_a_page_does_not_need() {
    for (status, headers) in answers("http://forum.example", kinds("")) {
        let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{status}: {policy}");
        assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff", "{status}");
        assert!(headers.contains_key(header::REFERRER_POLICY), "{status}");
        assert!(!headers.contains_key(header::STRICT_TRANSPORT_SECURITY), "not everybody has TLS");
    }
}

#[test]
fn over_tls_browsers_are_told_to_stay_there() {
    for (status, headers) in answers("https://forum.example", kinds("")) {
        assert_eq!(headers[header::STRICT_TRANSPORT_SECURITY], "max-age=31536000", "{status}");
    }
}

#[test]
fn whatever_is_answered_to_a_session_is_kept_by_no_cache() {
    for cookie in ["session-igf=anything", "lang=fr; __Host-session-igf=anything"] {
        for (status, headers) in answers("https://forum.example", kinds(cookie)) {
            assert_eq!(headers[header::CACHE_CONTROL], "private, no-store", "{status}");
            assert!(!headers.contains_key(header::ETAG), "{status}");
        }
    }
}
