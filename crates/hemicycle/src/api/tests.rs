//! The description of the API and what it describes are one.

use super::openapi::{PARTS, description, documented};
use crate::routes::{Kind, ROUTES, Verb};
use serde_json::Value;
use std::collections::BTreeSet;

/// Pages without data of their own, and why.
const WITHOUT_DATA: &[(&str, &str)] = &[
    ("/reading", "the choice of language and zone, which a program makes with its headers"),
    ("/{forum}/sign-in", "a browser signs in, a program has a token"),
    ("/{forum}/sign-in/{token}", "a browser signs in, a program has a token"),
    ("/{forum}/mailbox/{token}", "a mailbox is shown to be somebody's by opening a letter, not by a token"),
    ("/{forum}/me/sessions", "a token must not know or end the sessions of its holder"),
    ("/{forum}/me/tokens", "a token must not make or know others"),
    (
        "/{forum}/desk/meetings/{meeting}/letters",
        "whom letters reached lies beside the log, for those who sent them",
    ),
    ("/{forum}/desk/outbox", "letters hold links that sign in, and no token may read them"),
];

/// Pages whose data have another address than their own below `/api`.
const ELSEWHERE: &[(&str, &str)] = &[
    ("/reference", "/api/openapi.json"),
    ("/", "/api"),
    ("/{forum}/statistics", "/api/{forum}/meetings"),
    ("/{forum}/proposals/{proposal}/{step}", "/api/{forum}/proposals/{proposal}"),
    ("/{forum}/invitations/{proposal}/{part}", "/api/{forum}/proposals/{proposal}"),
    ("/{forum}/desk", "/api/{forum}/meetings"),
    ("/{forum}/review/bids", "/api/{forum}/review"),
    ("/{forum}/desk/calls/{call}/selection", "/api/{forum}/desk/calls/{call}/results"),
    ("/{forum}/desk/calls/{call}/appeals", "/api/{forum}/desk/calls/{call}/decisions"),
    ("/{forum}/desk/import", "/api/{forum}/import"),
    ("/{forum}/desk/meetings/{meeting}/details", "/api/{forum}/meetings/{meeting}"),
    ("/{forum}/desk/meetings/{meeting}/rooms", "/api/{forum}/meetings/{meeting}/draft"),
    ("/{forum}/desk/meetings/{meeting}/programme", "/api/{forum}/meetings/{meeting}/draft"),
    ("/{forum}/desk/meetings/{meeting}/sessions/{session}", "/api/{forum}/meetings/{meeting}/draft"),
    (
        "/{forum}/desk/meetings/{meeting}/sessions/{session}/places",
        "/api/{forum}/meetings/{meeting}/draft/{session}/places",
    ),
    ("/{forum}/desk/calls/{call}/fields", "/api/{forum}/desk/calls/{call}"),
    ("/{forum}/desk/calls/{call}/rules", "/api/{forum}/desk/calls/{call}"),
    ("/{forum}/desk/meetings/{meeting}/people", "/api/{forum}/meetings/{meeting}/demands"),
    ("/{forum}/desk/meetings/{meeting}/means", "/api/{forum}/meetings/{meeting}/demands"),
    ("/{forum}/desk/meetings/{meeting}/collisions", "/api/{forum}/meetings/{meeting}/collisions"),
    ("/{forum}/desk/meetings/{meeting}/similar", "/api/{forum}/meetings/{meeting}/similar"),
];

#[test]
fn whatever_a_page_shows_can_be_had_as_data() {
    let data: BTreeSet<&str> = documented().map(|(route, _)| route.path).collect();
    for route in ROUTES.iter().filter(|route| route.kind == Kind::Page) {
        let same = ELSEWHERE.iter().find(|(page, _)| *page == route.path);
        let address = same.map_or_else(|| format!("/api{}", route.path), |(_, data)| (*data).to_owned());
        let excepted = WITHOUT_DATA.iter().any(|(page, _)| *page == route.path);
        assert!(
            data.contains(&*address) != excepted,
            "{}: a row of data, or a reason in WITHOUT_DATA",
            route.path
        );
    }
    for (page, why) in WITHOUT_DATA {
        assert!(ROUTES.iter().any(|route| route.path == *page), "{page} is gone ({why})");
    }
}

#[test]
fn every_row_of_data_is_described() {
    let paths = &description()["paths"];
    for route in ROUTES.iter().filter(|route| route.kind == Kind::Data) {
        let verb = if route.verb == Verb::Get { "get" } else { "post" };
        let operation = &paths[route.path][verb];
        assert!(
            operation["summary"].as_str().is_some_and(|summary| summary.ends_with('.')),
            "{}",
            route.path
        );
        assert!(route.path == "/api" || route.path.starts_with("/api/"), "{}", route.path);
        for part in route.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')) {
            assert!(PARTS.iter().any(|(name, _)| *name == part), "say in PARTS what {part} is");
        }
    }
    let count: usize = paths.as_object().unwrap().values().map(|path| path.as_object().unwrap().len()).sum();
    assert_eq!(count, ROUTES.iter().filter(|route| route.kind == Kind::Data).count(), "and nothing else is");
}

/// Every value with its place in the document.
fn walk<'a>(value: &'a Value, place: &str, found: &mut Vec<(String, &'a Value)>) {
    found.push((place.to_owned(), value));
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| walk(value, &format!("{place}/{key}"), found))
        }
        Value::Array(list) => list.iter().for_each(|value| walk(value, place, found)),
        _ => {}
    }
}

#[test]
fn every_reference_leads_somewhere_and_every_shape_is_used_and_explained() {
    let mut all = Vec::new();
    walk(description(), "", &mut all);
    let references: BTreeSet<&str> = all
        .iter()
        .filter(|(place, _)| place.ends_with("/$ref"))
        .filter_map(|(_, value)| value.as_str())
        .collect();
    for reference in &references {
        let found = description().pointer(reference.trim_start_matches('#'));
        assert!(found.is_some(), "{reference} leads nowhere");
    }
    let mut wanting = Vec::new();
    for (name, shape) in description()["components"]["schemas"].as_object().unwrap() {
        let mut want = |what: &str| wanting.push(format!("{name}: {what}"));
        if !references.contains(&*format!("#/components/schemas/{name}")) {
            want("used nowhere");
        }
        let simple = shape["enum"].is_array() || shape["oneOf"].is_array();
        if !simple && !shape["description"].as_str().unwrap_or_default().ends_with('.') {
            want("not explained");
        }
        if name.ends_with(|c: char| c.is_ascii_digit()) {
            want("another type has this name");
        }
        let fields = shape["properties"].as_object().into_iter().flatten();
        fields.filter(|(_, field)| !field["description"].is_string()).for_each(|(name, _)| want(name));
    }
    assert!(wanting.is_empty(), "{wanting:#?}");
}

#[test]
fn a_name_stands_for_one_operation() {
    let mut all = Vec::new();
    walk(&description()["paths"], "", &mut all);
    let names = all.iter().filter(|(place, _)| place.ends_with("/operationId"));
    let names: Vec<_> = names.filter_map(|(_, value)| value.as_str()).collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{names:?}");
}

#[test]
fn a_type_that_is_read_and_written_has_one_shape() {
    let mut shapes = super::openapi::Shapes::new();
    for (_, doc) in documented() {
        (doc.answer)(&mut shapes.given);
        doc.body.iter().for_each(|body| drop((body.shape)(&mut shapes.taken)));
    }
    let (taken, given) = (shapes.taken.definitions(), shapes.given.definitions());
    for (name, shape) in taken {
        assert!(
            given.get(name).is_none_or(|other| other == shape),
            "{name}: {shape} and {:?}",
            given.get(name)
        );
    }
}
