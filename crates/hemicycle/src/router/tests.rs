//! What all addresses have in common: one form, and a whole answer whatever was asked.

use super::*;
use crate::api::COMMAND_BYTES_MAX;
use crate::app::Where;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use tower::ServiceExt as _;

mod access;
mod blind;
mod headers;
mod proxy;
mod walk;
mod ways;

/// What a client got: status, content type, one more header, body.
struct Got {
    status: StatusCode,
    headers: axum::http::HeaderMap,
    body: String,
    size: usize,
}

fn asked(requests: Vec<Request<Body>>) -> Vec<Got> {
    let folder = tempfile::tempdir().unwrap();
    let app = Arc::new(App::open(&Where { data: folder.path().to_owned(), database: None }).unwrap());
    app.begin("igf").unwrap();
    let token = std::fs::read_to_string(folder.path().join("token")).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let ask = |mut request: Request<Body>| {
        let bearer = format!("Bearer {}", token.trim()).parse().unwrap();
        request.headers_mut().insert(header::AUTHORIZATION, bearer);
        request.headers_mut().insert("idempotency-key", "key".parse().unwrap());
        runtime.block_on(async {
            let (parts, body) = router(Arc::clone(&app)).oneshot(request).await.unwrap().into_parts();
            let bytes = to_bytes(body, usize::MAX).await.unwrap();
            Got {
                status: parts.status,
                headers: parts.headers,
                body: String::from_utf8_lossy(&bytes).into_owned(),
                size: bytes.len(),
            }
        })
    };
    let got = requests.into_iter().map(ask).collect();
    app.stop();
    got
}

fn request(method: Method, address: &str) -> Request<Body> {
    Request::builder().method(method).uri(address).body(Body::empty()).unwrap()
}

#[test]
fn the_api_tells_every_problem_in_the_same_form() {
    let large = |address: &str| {
        let body = Body::from(vec![b' '; COMMAND_BYTES_MAX + 1]);
        let json = "application/json";
        Request::builder().method(Method::POST).uri(address).header("content-type", json).body(body).unwrap()
    };
    let get = |address: &str| request(Method::GET, address);
    // (request, status, problem, field)
    let cases = [
        (large("/api/igf/commands"), 413, "too-large", None),
        (large("/api/igf/import"), 413, "too-large", None),
        (get("/api/igf/acts?after=-1"), 400, "bad-parameter", Some("after")),
        (get("/api/igf/acts?after=x"), 400, "bad-parameter", Some("after")),
        (get("/api/igf/acts?after=1&after=2"), 400, "bad-parameter", Some("after")),
        (get("/api/igf/commands"), 405, "no-such-method", None),
        (request(Method::DELETE, "/api/igf"), 405, "no-such-method", None),
        (get("/api/"), 404, "not-found", None),
        (get("/api/%ff"), 404, "not-found", None),
        (get("/api/igf/people/%ff"), 404, "not-found", None),
        (get("/api/igf?color=red"), 400, "bad-parameter", Some("color")),
        (get("/api/igf/people?limit=0"), 400, "bad-parameter", Some("limit")),
        (get("/api/igf/people?limit=501&after=2"), 400, "bad-parameter", Some("limit")),
        (request(Method::POST, "/api/igf/commands"), 415, "wrong-type", None),
        (get("/api/igf/nothing"), 404, "not-found", None),
    ];
    let (requests, expected): (Vec<_>, Vec<_>) = cases.into_iter().map(|(r, s, p, f)| (r, (s, p, f))).unzip();
    let addresses: Vec<_> = requests.iter().map(|request| request.uri().clone()).collect();
    for ((got, (status, problem, field)), address) in asked(requests).into_iter().zip(expected).zip(addresses)
    {
        assert_eq!(got.status.as_u16(), status, "{address}: {}", got.body);
        assert_eq!(got.headers[header::CONTENT_TYPE], "application/problem+json", "{address}");
        let json: serde_json::Value = serde_json::from_str(&got.body).unwrap();
        assert_eq!(json["type"], format!("/reference#problem-{problem}"), "{address}");
        assert_eq!(json["field"].as_str(), field, "{address}");
        assert_eq!(got.headers.contains_key(header::ALLOW), status == 405, "{address}");
    }
}

#[test]
fn a_page_that_is_not_there_or_only_to_be_read_says_so_on_a_page() {
    let requests = vec![
        request(Method::GET, "/assets/nothing.css"),
        request(Method::GET, "/igf/nothing"),
        request(Method::POST, "/igf"),
        request(Method::GET, "//forum.example/"),
    ];
    for (got, status) in asked(requests).iter().zip([404, 404, 405, 404]) {
        assert_eq!(got.status.as_u16(), status);
        assert!(got.body.contains("<h1"), "{}", got.body);
    }
}

#[test]
fn with_a_slash_at_its_end_an_address_leads_to_the_one_without() {
    let cases = [("/igf/", "/igf"), ("/igf/people/?q=a%20b", "/igf/people?q=a%20b"), ("/igf//", "/igf")];
    let requests = cases.iter().map(|(from, _)| request(Method::GET, from)).collect();
    for (got, (from, to)) in asked(requests).iter().zip(cases) {
        assert_eq!(got.status, StatusCode::PERMANENT_REDIRECT, "{from}");
        assert_eq!(got.headers[header::LOCATION], to, "{from}");
    }
}

#[test]
fn no_forum_takes_a_name_that_leads_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(&Where { data: folder.path().to_owned(), database: None }).unwrap();
    for name in RESERVED {
        let refused = app.begin(name).map(drop).unwrap_err().to_string();
        assert!(refused.contains("taken by the site itself"), "{refused}");
    }
    app.stop();
    for route in ROUTES {
        let first = route.path.split('/').nth(1).unwrap();
        assert!(first.is_empty() || first == "{forum}" || RESERVED.contains(&first), "{}", route.path);
    }
}

#[test]
fn data_that_somebody_has_already_is_not_sent_again() {
    let get = |address: &str, tag: Option<&str>, encoding: &str| {
        let request = Request::builder().uri(address).header(header::ACCEPT_ENCODING, encoding);
        let request =
            tag.into_iter().fold(request, |request, tag| request.header(header::IF_NONE_MATCH, tag));
        request.body(Body::empty()).unwrap()
    };
    for address in ["/api/igf", "/api/igf/acts", "/api/openapi.json", "/api", "/api/igf/people?limit=1"] {
        let first = &asked(vec![get(address, None, "identity")])[0];
        assert_eq!(first.status, StatusCode::OK, "{address}: {}", first.body);
        let tag = first.headers[header::ETAG].to_str().unwrap();
        assert!(tag.starts_with('"'), "a strong tag");
        // A token is one of a forum.
        let kept = if address.contains("igf") { "private, no-cache" } else { "public, no-cache" };
        assert_eq!(first.headers[header::CACHE_CONTROL], kept, "{address}");
        let again = &asked(vec![get(address, Some(tag), "identity"), get(address, Some(tag), "gzip")]);
        assert_eq!((again[0].status, &*again[0].body), (StatusCode::NOT_MODIFIED, ""), "{address}");
        assert_ne!(again[1].status, StatusCode::NOT_MODIFIED, "compressed, it is not the same bytes");
    }
}

#[test]
fn every_type_of_problem_leads_to_its_place_in_the_reference_and_every_link_in_it_leads_somewhere() {
    let page = &asked(vec![request(Method::GET, "/reference")])[0];
    assert_eq!(page.status, StatusCode::OK);
    let has = |anchor: &str| page.body.contains(&format!("id=\"{anchor}\""));
    for kind in crate::problem::kinds::all() {
        let address = crate::problem::kinds::address(kind.key);
        assert!(has(address.strip_prefix("/reference#").unwrap()), "{address}");
    }
    for link in page.body.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(has(link), "#{link} leads nowhere");
    }
    for command in crate::api::example::commands() {
        assert!(has(&format!("command-{}-{}", command.stage, command.name)));
        assert!(!command.about.is_empty(), "{}", command.name);
    }
    for (route, _) in crate::api::openapi::documented() {
        assert!(has(&crate::api::openapi::name_of(route)), "{}", route.path);
    }
    let compressed = Request::builder().uri("/reference").header(header::ACCEPT_ENCODING, "gzip");
    let compressed = &asked(vec![compressed.body(Body::empty()).unwrap()])[0];
    assert!(compressed.size < 60 * 1024, "{} bytes are too much for a phone", compressed.size);
}
