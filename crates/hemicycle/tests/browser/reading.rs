//! What readers do: without scripts, in their language, in their zone, on a bad line.

use crate::chromium::{Chromium, DESKTOP, Look, PHONE};
use crate::demo::demo;
use crate::pages::PAGES;
use serde_json::json;

const DAY: &str = "/igf/meetings/kyoto-2023/programme/2023-10-10";

#[test]
fn every_page_is_whole_without_scripts() {
    let Some(browser) = Chromium::start(Look { scripts: false, ..PHONE }) else { return };
    let demo = demo();
    for page in PAGES {
        demo.open(&browser, page);
        let source = browser.source();
        assert!(source.contains("<h1") && source.contains("<main"), "{}: {source}", page.name);
    }
}

#[test]
fn a_visitor_finds_a_session_and_its_speaker_without_scripts() {
    let Some(browser) = Chromium::start(Look { scripts: false, ..PHONE }) else { return };
    let demo = demo();
    browser.go(&demo.address(&format!("{DAY}?view=list")));
    browser.follow("main a[href*='/sessions/']");
    assert!(browser.address().contains("/sessions/"), "{}", browser.address());
    browser.follow("main a[href*='/people/']");
    assert!(browser.address().contains("/people/"), "{}", browser.address());
    browser.follow("main a[href*='/sessions/']");
    assert!(browser.address().contains("/sessions/"), "{}", browser.address());
}

#[test]
fn pages_speak_the_language_that_the_browser_asks_for() {
    let demo = demo();
    for (language, direction) in [("en", "ltr"), ("fr", "ltr"), ("ar", "rtl")] {
        let Some(browser) = Chromium::start(Look { language, ..DESKTOP }) else { return };
        browser.go(&demo.address(DAY));
        let found = browser.evaluate("return [document.documentElement.lang, document.documentElement.dir]");
        assert_eq!(found, json!([language, direction]));
        let aligned = browser.evaluate("return getComputedStyle(document.querySelector('h1')).direction");
        assert_eq!(aligned, json!(direction));
    }
}

#[test]
fn the_way_around_stands_in_one_line_on_a_phone_in_every_language() {
    let demo = demo();
    for language in ["en", "fr", "ar", "zh", "ja", "ru", "es"] {
        let Some(browser) = Chromium::start(Look { language, ..PHONE }) else { return };
        browser.go(&demo.address("/igf/people"));
        let lines = browser.evaluate(
            "return new Set([...document.querySelectorAll('.top nav a')].map(link => link.offsetTop)).size",
        );
        assert_eq!(lines, json!(1), "{language}");
    }
}

#[test]
fn a_name_that_runs_the_other_way_is_never_torn_apart_where_its_line_breaks() {
    let Some(browser) = Chromium::start(Look { language: "ar", ..PHONE }) else { return };
    let demo = demo();
    for page in ["/igf/search?q=internet", "/igf/people/{person}", "/igf/organisations/{organisation}"] {
        browser.go(&demo.address(page));
        let names = "document.querySelectorAll('main p bdi')";
        let torn = format!("return [...{names}].filter(name => name.getClientRects().length > 1).length");
        assert!(browser.evaluate(&format!("return {names}.length")).as_u64().unwrap() > 0, "{page}");
        assert_eq!(browser.evaluate(&torn), json!(0), "{page}");
    }
}

#[test]
fn content_carries_its_own_language_and_direction() {
    let Some(browser) = Chromium::start(DESKTOP) else { return };
    let demo = demo();
    let mut tongues = std::collections::BTreeSet::new();
    for day in 8..=12 {
        browser.go(&demo.address(&format!("/igf/meetings/kyoto-2023/programme/2023-10-{day:02}?view=list")));
        let found = browser
            .evaluate("return [...document.querySelectorAll('main [lang]')].map(e => [e.lang, e.dir])");
        tongues.extend(found.as_array().unwrap().iter().map(ToString::to_string));
    }
    assert!(
        tongues.contains(r#"["ar","rtl"]"#),
        "an Arabic title reads from the right on an English page: {tongues:?}"
    );
    assert!(tongues.iter().any(|tongue| tongue.starts_with(r#"["ja""#)), "{tongues:?}");
}

#[test]
fn the_readers_zone_stands_beside_the_venues() {
    let Some(browser) = Chromium::start(DESKTOP) else { return };
    let demo = demo();
    browser.go(&demo.address(&format!("{DAY}?view=list&zone=Africa/Bamako")));
    let text = browser.evaluate("return document.querySelector('main').innerText");
    let (text, kyoto, bamako) = (text.as_str().unwrap(), "16:00", "07:00");
    assert!(text.contains(kyoto) && text.contains(bamako), "{kyoto} in Kyoto is {bamako} in Bamako: {text}");
    browser.go(&demo.address(&format!("{DAY}?view=list")));
    let again = browser.evaluate("return document.querySelector('main').innerText");
    assert!(again.as_str().unwrap().contains(bamako), "the choice is remembered");
}

#[test]
fn a_first_visit_to_a_day_is_two_requests_and_at_most_14_kb() {
    let Some(browser) = Chromium::start(PHONE) else { return };
    let demo = demo();
    browser.go(&demo.address(DAY));
    let loaded = browser.evaluate(
        "return performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))
            .map(e => [e.name, e.encodedBodySize, e.transferSize])",
    );
    let entries = loaded.as_array().unwrap();
    let bytes: u64 = entries.iter().map(|entry| entry[2].as_u64().unwrap()).sum();
    assert!(entries.len() <= 2, "{loaded}");
    assert!(bytes <= 14 * 1024, "{bytes} bytes: {loaded}");
}

#[test]
fn pages_ask_nothing_of_third_parties_and_break_no_rule_of_their_policy() {
    let Some(browser) = Chromium::start(DESKTOP) else { return };
    let demo = demo();
    for page in PAGES {
        demo.open(&browser, page);
        let foreign = browser.evaluate(
            "return performance.getEntriesByType('resource').map(e => e.name)
                .filter(name => !name.startsWith(location.origin) && !name.startsWith('data:'))",
        );
        assert_eq!(foreign, json!([]), "{}", page.name);
        let styled =
            browser.evaluate("return document.querySelectorAll('[style], style, script:not([src])').length");
        assert_eq!(styled, json!(0), "{}: nothing inline", page.name);
    }
}
