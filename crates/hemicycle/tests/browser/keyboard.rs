//! Every task by keyboard alone: real keys, one after the other, and what they reach shows that it has been reached.

use crate::chromium::{Chromium, DESKTOP};
use crate::demo::demo;
use serde_json::json;

const TAB: &str = "\u{E004}";
const ENTER: &str = "\u{E007}";
const DOWN: &str = "\u{E015}";
const SPACE: &str = " ";
/// Most steps to anything on a page that a reader looks for.
const STEPS_MAX: usize = 400;

const PROGRAMME: &str = "/igf/meetings/kyoto-2023/programme";

/// Goes on by the tabulator key until the focus is on what a selector finds, and sees that the focus can be seen.
fn to(browser: &Chromium, selector: &str) {
    for _ in 0..STEPS_MAX {
        browser.press(TAB);
        let seen = browser.evaluate(&format!(
            "const at = document.activeElement;
             if (!at.matches({selector})) return 'elsewhere';
             const style = getComputedStyle(at);
             const shown = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
             const place = at.getBoundingClientRect();
             const inside = place.bottom > 0 && place.top < innerHeight;
             return shown && inside ? 'there' : 'unseen';",
            selector = json!(selector)
        ));
        match seen.as_str() {
            Some("there") => return,
            Some("elsewhere") => {}
            _ => panic!("{selector} has the focus and does not show it: {seen}"),
        }
    }
    panic!("{selector} cannot be reached by keyboard at {}", browser.address());
}

/// Presses a key that leads to another page, and waits for that.
fn leads(browser: &Chromium, key: &str, part: &str) {
    browser.press(key);
    for _ in 0..200 {
        if browser.address().contains(part)
            && browser.evaluate("return document.readyState") == json!("complete")
        {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("leads to {} and not to {part}", browser.address());
}

#[test]
fn a_session_is_found_through_the_programme_and_opened_by_keyboard() {
    let Some(browser) = Chromium::start(DESKTOP) else { return };
    let demo = demo();
    browser.go(&demo.address("/igf"));
    to(&browser, "header a[href$='/programme']");
    leads(&browser, ENTER, "/programme");
    // The way past what stands on every page comes first.
    browser.evaluate("scrollTo(0, 0); document.activeElement.blur()");
    to(&browser, "a.skip");
    browser.press(ENTER);
    to(&browser, "main a[href*='/programme/2023-10-11']");
    leads(&browser, ENTER, "/programme/2023-10-11");
    to(&browser, "main a[href*='/sessions/']");
    leads(&browser, ENTER, "/sessions/");
    to(&browser, "main a[href*='/people/']");
    leads(&browser, ENTER, "/people/");
}

#[test]
fn a_day_is_filtered_by_keyboard() {
    let Some(browser) = Chromium::start(DESKTOP) else { return };
    let demo = demo();
    browser.go(&demo.address(&format!("{PROGRAMME}/2023-10-10")));
    to(&browser, "main summary");
    browser.press(ENTER);
    to(&browser, "main select[name=track]");
    browser.press(DOWN);
    to(&browser, "main form button");
    leads(&browser, ENTER, "track=ai-emerging-technologies");
}

#[test]
fn words_are_searched_for_by_keyboard() {
    let Some(browser) = Chromium::start(DESKTOP) else { return };
    let demo = demo();
    browser.go(&demo.address("/igf/people"));
    to(&browser, "header a[href$='/search']");
    leads(&browser, ENTER, "/search");
    to(&browser, "main input[name=q]");
    browser.press("internet");
    leads(&browser, ENTER, "q=internet");
    to(&browser, "main a[href*='/sessions/']");
    leads(&browser, ENTER, "/sessions/");
}

#[test]
fn language_and_zone_are_chosen_by_keyboard() {
    let Some(browser) = Chromium::start(DESKTOP) else { return };
    let demo = demo();
    browser.go(&demo.address(&format!("{PROGRAMME}/2023-10-10")));
    to(&browser, "header a[href^='/reading']");
    leads(&browser, ENTER, "/reading");
    to(&browser, "main select[name=zone]");
    browser.press(&DOWN.repeat(5));
    let chosen = browser.evaluate("return document.activeElement.value");
    assert!(!chosen.as_str().unwrap_or_default().is_empty(), "a zone is chosen");
    to(&browser, "main form button");
    leads(&browser, ENTER, "zone=");
    to(&browser, "header a[href^='/reading']");
    leads(&browser, ENTER, "/reading");
    to(&browser, "main a[href*='lang=fr']");
    leads(&browser, ENTER, "lang=fr");
    assert_eq!(browser.evaluate("return document.documentElement.lang"), json!("fr"));
}

#[test]
fn a_session_is_chosen_for_ones_own_programme_by_keyboard() {
    let Some(browser) = Chromium::start(DESKTOP) else { return };
    let demo = demo();
    browser.go(&demo.address("/igf/meetings/kyoto-2023/sessions/{session}"));
    to(&browser, "main button[name=add]");
    leads(&browser, SPACE, "#s");
    to(&browser, "main a[href$='/mine']");
    leads(&browser, ENTER, "/mine");
    to(&browser, "main a[href*='/sessions/']");
}

#[test]
fn an_organiser_signs_in_moves_a_session_and_publishes_by_keyboard() {
    let Some(browser) = Chromium::start(DESKTOP) else { return };
    let demo = demo();
    browser.go(&demo.address("/igf"));
    to(&browser, "header a[href*='/sign-in']");
    leads(&browser, ENTER, "/sign-in");
    to(&browser, "main input[name=email]");
    let link = demo.letter_after(|email| {
        browser.press(email);
        leads(&browser, ENTER, "/sign-in");
    });
    browser.go(&link);
    to(&browser, "main form button");
    leads(&browser, ENTER, "/igf");
    // A session is moved to where nobody else is so early.
    browser.go(&demo.address("/igf/desk/meetings/kyoto-2023/sessions/{session}"));
    let form = "main form:has(input[name=time])";
    to(&browser, &format!("{form} input[name=time]"));
    browser.press("06:30");
    to(&browser, &format!("{form} button"));
    browser.press(ENTER);
    until(&browser, &format!("document.querySelector('{form} input[name=time]').defaultValue === '06:30'"));
    browser.go(&demo.address("/igf/desk/meetings/kyoto-2023/publish"));
    to(&browser, "main form button");
    leads(&browser, ENTER, "done=published");
    browser.go(&demo.address("/igf/meetings/kyoto-2023/sessions/{session}"));
    until(&browser, "document.querySelector('main').textContent.includes('06:30')");
}

/// Waits until something is so on the page, which may just be leaving for the next one.
fn until(browser: &Chromium, what: &str) {
    for _ in 0..200 {
        if browser.evaluate(&format!("return document.readyState === 'complete' && {what}")) == json!(true) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("not so at {}: {what}", browser.address());
}
