//! A proposal on a bad line: cut twice, and the browser killed in between. Nothing that was typed is lost.

use crate::chromium::{Chromium, DESKTOP, comes};
use crate::demo::demo;
use crate::proposing::begin;
use serde_json::{Value, json};

/// The line, or none.
fn line(browser: &Chromium, there: bool) {
    let speed = 1_000_000;
    browser.network(
        &json!({"offline": !there, "latency": 0, "download_throughput": speed, "upload_throughput": speed}),
    );
}

/// What the page says of what is saved.
fn state(browser: &Chromium) -> String {
    let said = browser.evaluate("return document.getElementById('state')?.textContent ?? ''");
    said.as_str().unwrap_or_default().to_owned()
}

fn typed(browser: &Chromium, field: &str) -> Value {
    browser.evaluate(&format!("return document.getElementById('f-{field}')?.value ?? null"))
}

/// What else a lightning talk is asked.
const THE_REST: [(&str, &str); 10] = [
    ("theme", "governance"),
    ("format", "flash"),
    ("layout", "theatre"),
    ("duration", "20"),
    ("diversity", "Two banks, two languages."),
    ("first-time", "yes"),
    ("hybrid", "Both sides see each other."),
    ("interaction", "Questions first."),
    ("goals", "6"),
    ("earlier", "no"),
];

#[test]
fn a_proposal_is_submitted_although_the_line_is_cut_twice_and_the_browser_is_killed() {
    let Some(browser) = Chromium::start(DESKTOP) else { return };
    let demo = demo();
    let draft = begin(&demo, &browser, "lightning-talk");
    let first = demo.address(&format!("{draft}/1"));
    browser.go(&first);
    browser.fill("#f-title", "Rivers without borders");
    comes("the title is saved", || state(&browser).starts_with("Saved"));

    // The first cut: what is typed meanwhile is sent as soon as the line is back.
    line(&browser, false);
    browser.fill("#f-description", "Who shares the water, and who is asked?");
    comes("it is kept on this device", || state(&browser).starts_with("Not sent yet"));
    line(&browser, true);
    comes("the description is saved", || state(&browser).starts_with("Saved"));

    // The second cut, and then the battery is empty.
    line(&browser, false);
    browser.fill("#f-policy-questions", "Whose law holds on the river?");
    comes("it is kept on this device again", || state(&browser).starts_with("Not sent yet"));
    // Chromium writes to its disk what a page keeps a few seconds later; nothing can be done about those.
    std::thread::sleep(std::time::Duration::from_secs(8));
    let browser = browser.killed(DESKTOP);

    // Whoever starts it again signs in as before; nothing but the profile on the disk remembers them.
    demo.enter(&browser);
    browser.go(&first);
    comes("what was typed is back", || {
        typed(&browser, "policy-questions") == json!("Whose law holds on the river?")
    });
    comes("the questions are saved", || state(&browser).starts_with("Saved"));
    assert_eq!(typed(&browser, "title"), json!("Rivers without borders"));
    assert_eq!(typed(&browser, "description"), json!("Who shares the water, and who is asked?"));

    // The rest is filled in at another device; then it is submitted from here.
    let id: u64 = draft.rsplit('/').next().unwrap().parse().unwrap();
    demo.fill_in(id, &THE_REST);
    browser.go(&demo.address(&draft));
    let ready = browser.evaluate("return document.querySelector('div.submit button') !== null");
    let aside = browser.evaluate("return document.querySelector('main aside')?.innerText ?? document.title");
    assert_eq!(ready, json!(true), "nothing is missing any more: {aside}");
    browser.follow("div.submit button");
    let saved = demo.proposal(id);
    let said = saved.to_string();
    for text in
        ["Rivers without borders", "Who shares the water, and who is asked?", "Whose law holds on the river?"]
    {
        assert!(said.contains(text), "{text}: {said}");
    }
    assert!(said.contains("submitted"), "{said}");
    assert_eq!(
        browser.evaluate("return Object.keys(localStorage).length"),
        json!(0),
        "nothing waits any longer"
    );
}
