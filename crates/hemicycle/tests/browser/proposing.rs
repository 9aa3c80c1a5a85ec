//! Whoever proposes: the pages of a draft as axe sees them, and a text that is saved as it is typed.

use crate::accessibility::findings;
use crate::chromium::{Chromium, DESKTOP, Look, PHONE, comes};
use crate::demo::{Demo, demo};
use serde_json::json;

/// Draws up a call that is open, and begins a session in it as whoever has signed in; gives its path.
pub(crate) fn begin(demo: &Demo, browser: &Chromium, kind: &str) -> String {
    let call = demo.open_call();
    demo.enter(browser);
    browser.go(&demo.address(&format!("/igf/calls/{call}")));
    browser.evaluate(&format!("document.querySelector('form.begin select').value = '{kind}'"));
    browser.follow("form.begin button");
    let at = browser.address();
    let path = at.split_once("/igf/").expect("a page of the forum").1;
    format!("/igf/{}", path.strip_suffix("/1").expect("the first step"))
}

#[test]
fn axe_finds_nothing_on_the_pages_of_whoever_proposes() {
    let Some(first) = Chromium::start(DESKTOP) else { return };
    drop(first);
    let axe = std::fs::read_to_string(std::env::var("HEMICYCLE_TEST_AXE").unwrap()).unwrap();
    let demo = demo();
    let mut found = Vec::new();
    for look in [DESKTOP, Look { language: "ar", dark: true, ..PHONE }] {
        let Some(browser) = Chromium::start(look) else { return };
        let draft = begin(&demo, &browser, "workshop");
        for rest in ["", "/1", "/2", "/3", "/4", "/5", "/person-new"] {
            browser.go(&demo.address(&format!("{draft}{rest}")));
            let width = browser.evaluate("return document.scrollingElement.scrollWidth").as_u64().unwrap();
            assert!(width <= u64::from(look.width), "{rest} is {width} wide in {}", look.width);
            let findings = findings(&browser, &axe).into_iter();
            found.extend(findings.map(|finding| format!("{rest} {}: {finding}", look.language)));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_text_is_saved_as_it_is_typed_and_is_back_after_a_reload_without_a_line() {
    let Some(browser) = Chromium::start(DESKTOP) else { return };
    let demo = demo();
    let draft = begin(&demo, &browser, "workshop");
    let step = demo.address(&format!("{draft}/1"));
    browser.go(&step);
    let state = || {
        browser.evaluate("return document.getElementById('state').textContent").as_str().unwrap().to_owned()
    };
    browser.fill("#f-title", "Rivers");
    comes("that it is saved", || state().starts_with("Saved"));
    // The line is cut: what is typed now is kept here, and it is said.
    let line = |away: bool| json!({"offline": away, "latency": 0, "download_throughput": 1_000_000, "upload_throughput": 1_000_000});
    browser.network(&line(true));
    browser.fill("#f-description", "Who shares the water");
    comes("that it is kept on this device", || state().starts_with("Not sent yet"));
    browser.network(&line(false));
    browser.go(&step);
    let typed = "return document.getElementById('f-description').value";
    comes("what was typed", || browser.evaluate(typed) == json!("Who shares the water"));
    comes("that it is sent", || state().starts_with("Saved"));
    browser.go(&demo.address(&draft));
    browser.go(&step);
    assert_eq!(browser.evaluate(typed), json!("Who shares the water"));
    assert_eq!(
        browser.evaluate("return Object.keys(localStorage).length"),
        json!(0),
        "nothing is kept any longer"
    );
}
