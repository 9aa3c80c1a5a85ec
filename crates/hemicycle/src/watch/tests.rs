//! What the figures say, and what they must never say.

use super::health::Health;
use super::*;
use crate::app::{App, Where};
use crate::routes::ROUTES;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Response, StatusCode};
use prometheus_parse::{Scrape, Value};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

fn app(data: &Path) -> App {
    App::open(&Where { data: data.to_path_buf(), database: None }).unwrap()
}

fn asked(app: &App, path: &str) -> (StatusCode, String) {
    let response = door::answer(app, &Method::GET, path);
    let status = response.status();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let body = runtime.block_on(to_bytes(response.into_body(), usize::MAX)).unwrap();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

/// An answer of a row of the table, as the guard leaves it.
fn answered(path: &str, status: u16) -> Response<Body> {
    let mut response = Response::builder().status(status).body(Body::from("answer")).unwrap();
    if let Some(route) = ROUTES.iter().find(|route| route.path == path) {
        response.extensions_mut().insert(route);
    }
    response
}

fn count(app: &App, responses: Vec<Response<Body>>) {
    for response in responses {
        let underway = Underway::begin(app.watch());
        let answered = underway.end(response);
        let told = answered.headers().contains_key("x-request-id");
        assert_eq!(told, answered.status().as_u16() >= 400, "{}", answered.status());
    }
}

/// What a collector reads: every value by its name and labels.
fn read(text: &str) -> Scrape {
    Scrape::parse(text.lines().map(|line| Ok(line.to_owned()))).unwrap()
}

fn value(scrape: &Scrape, name: &str, labels: &[(&str, &str)]) -> Option<f64> {
    let fits = |sample: &&prometheus_parse::Sample| {
        sample.metric == name && labels.iter().all(|(label, value)| sample.labels.get(label) == Some(value))
    };
    scrape.samples.iter().find(fits).and_then(|sample| match sample.value {
        Value::Counter(value) | Value::Gauge(value) | Value::Untyped(value) => Some(value),
        _ => None,
    })
}

/// A pattern as it stands in a label.
fn plain(pattern: &str) -> String {
    pattern.replace('{', ":").replace('}', "")
}

#[test]
fn a_collector_reads_what_was_counted_by_pattern_and_class() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    app.begin("igf").unwrap();
    let session = "/{forum}/meetings/{meeting}/sessions/{session}";
    count(
        &app,
        vec![
            answered(session, 200),
            answered(session, 304),
            answered(session, 404),
            answered("/nowhere", 404),
        ],
    );
    let underway = Underway::begin(app.watch());
    let (status, text) = asked(&app, "/metrics");
    assert_eq!(status, StatusCode::OK);
    let scrape = read(&text);
    let requests = |route: &str, class: &str| {
        value(&scrape, "hemicycle_requests_total", &[("route", &plain(route)), ("status", class)])
    };
    assert_eq!(requests(session, "2xx"), Some(1.0));
    assert_eq!(requests(session, "3xx"), Some(1.0));
    assert_eq!(requests(session, "4xx"), Some(1.0));
    assert_eq!(requests("none", "4xx"), Some(1.0));
    assert_eq!(value(&scrape, "hemicycle_requests_in_flight", &[]), Some(1.0));
    assert_eq!(value(&scrape, "hemicycle_acts", &[("forum", "igf")]), Some(0.0));
    assert_eq!(value(&scrape, "hemicycle_healthy", &[]), Some(1.0));
    let pages = scrape.samples.iter().find(|sample| {
        sample.metric == "hemicycle_request_seconds" && sample.labels.get("kind") == Some("page")
    });
    let Some(Value::Histogram(steps)) = pages.map(|sample| &sample.value) else { panic!("a histogram") };
    assert_eq!(steps.last().map(|step| step.count), Some(3.0));
    assert!(steps.is_sorted_by(|a, b| a.count <= b.count), "every step counts those below it");
    #[cfg(target_os = "linux")]
    assert!(value(&scrape, "process_resident_memory_bytes", &[]).unwrap() > 1e6);
    drop(underway);
    let after = read(&asked(&app, "/metrics").1);
    assert_eq!(value(&after, "hemicycle_requests_in_flight", &[]), Some(0.0));
}

#[test]
fn every_line_is_well_formed_and_every_figure_is_explained_once() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    app.begin("igf").unwrap();
    count(&app, vec![answered("/", 200)]);
    let (_, text) = asked(&app, "/metrics");
    let (mut helped, mut typed) = (BTreeSet::new(), BTreeSet::new());
    for line in text.lines() {
        let mut words = line.split(' ');
        match (words.next().unwrap(), words.next().unwrap()) {
            ("#", "HELP") => assert!(helped.insert(words.next().unwrap().to_owned()), "{line}"),
            ("#", "TYPE") => assert!(typed.insert(words.next().unwrap().to_owned()), "{line}"),
            (sample, value) => {
                let name = sample.split('{').next().unwrap();
                let base = ["_bucket", "_sum", "_count"].iter().find_map(|ending| name.strip_suffix(ending));
                let known = typed.contains(name) || base.is_some_and(|base| typed.contains(base));
                assert!(known && value.parse::<f64>().is_ok() && words.next().is_none(), "{line}");
            }
        }
    }
    assert_eq!(helped, typed);
}

#[test]
fn no_label_says_anything_of_people() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    app.begin("igf").unwrap();
    count(&app, ROUTES.iter().map(|route| answered(route.path, 200)).collect());
    let patterns: BTreeSet<String> =
        ROUTES.iter().map(|route| route.path).chain(["none"]).map(plain).collect();
    for sample in read(&asked(&app, "/metrics").1).samples {
        for (label, value) in sample.labels.iter() {
            let known = match label.as_str() {
                "route" => patterns.contains(value),
                "forum" => value == "igf",
                "method" => ["GET", "POST", "any"].contains(&value.as_str()),
                "status" => value.len() == 3 && value.ends_with("xx"),
                "kind" => ["page", "form", "data", "file", "none"].contains(&value.as_str()),
                "version" => value == env!("CARGO_PKG_VERSION"),
                _ => false,
            };
            assert!(known, "{label}={value}");
        }
    }
}

#[test]
fn a_log_in_trouble_and_an_end_are_told_and_strangers_hear_no_more_than_that() {
    let folder = tempfile::tempdir().unwrap();
    let well = app(folder.path());
    assert_eq!(asked(&well, "/healthz"), (StatusCode::OK, "ok\n".to_owned()));
    well.watch().ends();
    assert_eq!(asked(&well, "/healthz"), (StatusCode::SERVICE_UNAVAILABLE, "ending\n".to_owned()));
    std::fs::write(folder.path().join("igf.forum"), "Dear all, ".repeat(500)).unwrap();
    let ill = app(folder.path());
    let (status, said) = asked(&ill, "/healthz");
    assert!(status == StatusCode::SERVICE_UNAVAILABLE && said.contains("igf"), "{said}");
    let Health::Trouble(why) = health(&ill) else { panic!("it is not well") };
    let public = Health::Trouble(why).answer(false);
    assert_eq!(public.status(), StatusCode::SERVICE_UNAVAILABLE);
    let body = format!("{:?}", public.into_body());
    assert!(!body.contains("igf"));
    assert_eq!(asked(&ill, "/").0, StatusCode::NOT_FOUND);
}

#[test]
fn a_writer_that_has_ended_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    let writer = app.begin("igf").unwrap();
    assert!(!writer.figures().stopped && health(&app) == Health::Well);
    writer.stop();
    assert_eq!(health(&app), Health::Trouble(vec!["igf: the writer has ended".to_owned()]));
}

#[test]
fn a_log_of_sign_ins_in_trouble_is_told_too() {
    let folder = tempfile::tempdir().unwrap();
    let first = app(folder.path());
    first.begin("igf").unwrap();
    let door = first.gate().door("igf").unwrap();
    assert_eq!(health(&first), Health::Well);
    door.stop();
    assert_eq!(health(&first), Health::Trouble(vec!["igf: the writer of sign-ins has ended".to_owned()]));
    first.stop();
    std::fs::write(folder.path().join("igf.doors"), "Dear all, ".repeat(500)).unwrap();
    let ill = app(folder.path());
    assert_eq!(health(&ill), Health::Trouble(vec!["igf: the log of sign-ins cannot be opened".to_owned()]));
}

#[test]
fn a_connection_is_counted_as_long_as_it_is_open() {
    let watch = Arc::new(Watch::default());
    let one = watch.connections.open();
    let other = watch.connections.open();
    assert_eq!(watch.connections.open.load(Ordering::Relaxed), 2);
    drop((one, other));
    assert_eq!(watch.connections.open.load(Ordering::Relaxed), 0);
}
