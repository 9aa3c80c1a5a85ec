//! Hostile texts in every field, and then every page and every export in a browser that tells on us.

mod attack;
mod payloads;
mod shape;
mod watch;

use crate::support::{Client, Place, Server, run};
use attack::Attack;
use hemicycle::routes::{Kind, ROUTES};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use watch::Watch;

/// Most pages of one kind that are opened: texts stand together on each, so that all of them are seen.
const PAGES_MAX: usize = 24;

#[test]
fn no_text_in_any_field_runs_or_loads_or_says_anything_on_any_page_or_export() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    assert!(run(&place, &["begin", "all"]).0 && run(&place, &["begin", "shown"]).0);
    let server = Server::start(&place);
    let Some(mut watch) = Watch::start(&server.url) else { return };
    let client = server.client();
    let began = std::time::Instant::now();
    let all = Attack { client: &client, forum: "all" };
    all.found();
    let taken = all.everywhere();
    for free in
        ["people.add_person.name", "programme.add_session.title", "programme.amend_session.edit.abstract"]
    {
        assert!(taken[free].len() > 200, "{free} takes only {} of the texts", taken[free].len());
    }
    let texts: usize = taken.values().map(Vec::len).sum();
    eprintln!("{texts} texts were taken by {} fields after {:?}", taken.len(), began.elapsed());
    let shown = Attack { client: &client, forum: "shown" };
    shown.found();
    shown.fill(&taken);
    eprintln!("the forum is filled after {:?}", began.elapsed());
    publish(&shown);
    eprintln!("it is published after {:?}", began.elapsed());
    let mut crawl = Crawl::default();
    crawl.find(&["/shown".to_owned(), "/all".to_owned()]);
    let mut wrong = Vec::new();
    while let Some(path) = crawl.queue.pop_front() {
        wrong.extend(
            watch.open(&format!("{}{path}", server.url)).into_iter().map(|what| format!("{path}: {what}")),
        );
        let links = watch.browser.evaluate(
            "return [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin)
                .map(a => a.pathname + a.search)",
        );
        let links = links.as_array().cloned().unwrap_or_default();
        crawl.find(&links.iter().filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>());
    }
    let opened: usize = crawl.kinds.values().sum();
    eprintln!("{opened} pages of {} kinds were opened after {:?}", crawl.kinds.len(), began.elapsed());
    assert!(crawl.kinds["/{forum}/meetings/{meeting}/sessions/{session}"] > 20, "{:?}", crawl.kinds);
    assert!(crawl.kinds["/{forum}/people/{person}"] > 10, "{:?}", crawl.kinds);
    wrong.extend(desk(&watch, &place, &server.url));
    watch.inline_style = true;
    wrong.extend(exports(&client, &watch, &server.url));
    wrong.extend(watch.asked_elsewhere().into_iter().map(|url| format!("asked elsewhere: {url}")));
    assert!(wrong.is_empty(), "{} things are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Places all sessions, gives everybody a part, and publishes.
fn publish(attack: &Attack<'_>) {
    let draft = attack.client.get(&format!("/api/{}/meetings/first-1/draft", attack.forum)).unwrap().json;
    let sessions: Vec<u64> =
        draft["sessions"].as_array().unwrap().iter().filter_map(|one| one["id"].as_u64()).collect();
    let rooms: Vec<u64> =
        draft["rooms"].as_array().unwrap().iter().filter_map(|one| one["id"].as_u64()).collect();
    assert!(sessions.len() > 20 && rooms.len() > 20, "{} sessions, {} rooms", sessions.len(), rooms.len());
    // In each hour as many as there are rooms in use, so that nobody is in anybody's way.
    let used = rooms.len().min(12);
    for (number, session) in sessions.iter().enumerate() {
        let (room, hour) = (rooms[number % used], number / used);
        let start = format!("2026-03-{:02}T{:02}:30:00Z", 2 + hour / 8, 6 + hour % 8);
        attack.give(
            &json!({"programme": {"place_session": {"session": session, "room": room, "start": start}}}),
        );
        for person in [2 * number + 1, 2 * number + 2] {
            attack.give(&json!({"programme": {"give_role": {"session": session, "person": person, "role": "speaker"}}}));
        }
    }
    attack.must(&json!({"programme": {"publish_programme": {"meeting": 1, "label": "last"}}}));
}

/// The pages that were found, each once and not too many of a kind.
#[derive(Default)]
struct Crawl {
    queue: VecDeque<String>,
    seen: BTreeSet<String>,
    kinds: BTreeMap<&'static str, usize>,
}

impl Crawl {
    fn find(&mut self, links: &[String]) {
        for link in links {
            let path = link.split('?').next().unwrap_or_default();
            let Some(kind) = kind_of(path) else { continue };
            // Other languages and zones show the same texts.
            if link.contains("lang=") || link.contains("zone=") || !self.seen.insert(link.clone()) {
                continue;
            }
            let count = self.kinds.entry(kind).or_default();
            if *count < PAGES_MAX {
                *count += 1;
                self.queue.push_back(link.clone());
            }
        }
    }
}

/// The address of the table of routes that a path belongs to, if a page is there.
fn kind_of(path: &str) -> Option<&'static str> {
    let fits = |route: &str| {
        let (route, path): (Vec<_>, Vec<_>) = (route.split('/').collect(), path.split('/').collect());
        route.len() == path.len()
            && route.iter().zip(&path).all(|(part, here)| part.starts_with('{') || part == here)
    };
    // What has the most words of its own comes first: `…/programme/versions` before `…/programme/{date}`.
    let words = |route: &str| route.split('/').filter(|part| !part.starts_with('{')).count();
    let found = ROUTES.iter().filter(|route| fits(route.path)).max_by_key(|route| words(route.path))?;
    // A day is a file, too: a calendar is saved, and a PDF is shown by a page of the browser's own.
    let is_file = [".ics", ".pdf"].iter().any(|end| path.ends_with(end));
    (found.kind == Kind::Page && !is_file).then_some(found.path)
}

/// Opens every page of those who run the forum, who see drafts as well, and texts in the fields of forms.
fn desk(watch: &Watch, place: &Place, url: &str) -> Vec<String> {
    let show = json!({"headers": {"Authorization": format!("Bearer {}", place.token())}});
    watch.browser.devtools("Network.enable", json!({}));
    watch.browser.devtools("Network.setExtraHTTPHeaders", show);
    let pages =
        ROUTES.iter().filter(|route| route.kind == Kind::Page && route.path.starts_with("/{forum}/desk"));
    // This forum has no calls: their pages are read in `src/site/tests/hostile.rs`, where everybody can be played.
    let of_a_call = |path: &str| path.contains("{call}") || path.contains("{proposal}");
    let pages = pages.filter(|route| !of_a_call(route.path));
    let paths = pages.map(|route| route.path.replace("{forum}", "shown").replace("{meeting}", "first-1"));
    let open = |path: String| {
        let wrong = watch.open(&format!("{url}{path}"));
        let is_there = watch.browser.evaluate("return location.pathname");
        let led_away = (is_there != json!(path)).then(|| format!("leads to {is_there}"));
        wrong.into_iter().chain(led_away).map(move |what| format!("{path}: {what}")).collect::<Vec<_>>()
    };
    let wrong = paths.map(|path| path.replace("{session}", "first")).flat_map(open).collect();
    watch.browser.devtools("Network.setExtraHTTPHeaders", json!({"headers": {}}));
    wrong
}

/// Opens what a browser shows of the exports, and holds the others against the form of their files.
fn exports(client: &Client, watch: &Watch, url: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let files = ROUTES
        .iter()
        .filter(|route| route.kind == Kind::File && route.path.contains("/{meeting}/programme."));
    let mut seen = 0;
    for path in files.map(|route| route.path.replace("{forum}", "shown").replace("{meeting}", "first-1")) {
        seen += 1;
        let text = client.text(&path);
        let ending = path.rsplit('.').next().unwrap_or_default();
        wrong.extend(file(ending, &text).map(|what| format!("{path}: {what}")));
        let address = format!("{url}{path}");
        match ending {
            "html" => wrong.extend(watch.open(&address).into_iter().map(|what| format!("{path}: {what}"))),
            // The browser shows them on a page of its own making, with styles of its own.
            "xml" | "atom" | "json" | "jsonld" => wrong.extend(watch.shows_quietly(&address)),
            _ => {}
        }
    }
    assert!(seen >= 6, "the exports are found in the table of routes");
    wrong
}

/// What is wrong with a file, by its ending.
fn file(ending: &str, text: &str) -> Option<String> {
    match ending {
        "csv" => {
            let risky = |cell: &&String| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            let cell = cells(text).iter().find(risky).cloned();
            cell.map(|cell| format!("a cell that a spreadsheet takes for a formula: {cell}"))
        }
        "ics" => {
            let unfolded = text.replace("\r\n ", "").replace("\r\n\t", "");
            let odd = unfolded.split_terminator("\r\n").find(|line| {
                let name = line.split([':', ';']).next().unwrap_or_default();
                name.is_empty()
                    || !name.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-')
                    || line.contains(['\n', '\r'])
            });
            let events = |what: &str| unfolded.matches(&format!("{what}:VEVENT\r\n")).count();
            let odd = odd.map(|line| format!("a line that is no property: {line}"));
            odd.or_else(|| {
                (events("\r\nBEGIN") != events("\r\nEND")).then(|| "an event within an event".to_owned())
            })
        }
        "json" | "jsonld" => serde_json::from_str::<Value>(text).err().map(|error| error.to_string()),
        _ => None,
    }
}

/// The cells of a file with commas, without their quotes.
fn cells(text: &str) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut chars = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' => quoted = !quoted,
            ',' | '\n' | '\r' if !quoted => cells.push(std::mem::take(&mut cell)),
            other => cell.push(other),
        }
    }
    cells.push(cell);
    cells
}

#[test]
fn a_file_that_says_more_than_text_is_told_on() {
    for (ending, text, wrong) in [
        ("csv", "a,\"=1+1\"\r\n", true),
        ("csv", "a,\"b\n=1+1\",'=1,\"\"\"+1\"\r\n", false),
        (
            "ics",
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:a\r\n b\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            false,
        ),
        ("ics", "BEGIN:VCALENDAR\r\nSUMMARY:a\nATTACH:b\r\n", true),
        ("ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:a\r\nhalf a line\r\n", true),
        ("json", "{\"a\": \"\\\"\"}", false),
        ("json", "{\"a\": \"\"\"}", true),
    ] {
        assert_eq!(file(ending, text).is_some(), wrong, "{ending}: {text}");
    }
}
