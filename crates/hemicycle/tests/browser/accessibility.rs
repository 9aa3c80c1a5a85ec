//! axe-core finds nothing on any page, in both directions and both colour schemes; nothing scrolls sideways.

use crate::chromium::{Chromium, DESKTOP, Look, NARROW, PHONE};
use crate::demo::demo;
use crate::pages::PAGES;

/// What axe-core found on the page that is open, one line each.
pub(crate) fn findings(browser: &Chromium, axe: &str) -> Vec<String> {
    browser.evaluate(axe);
    let run = "const done = arguments[arguments.length - 1];
        axe.run(document, {resultTypes: ['violations']}).then(
            found => done(found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3))),
            error => done(['axe failed: ' + error]));";
    let found = browser.evaluate_later(run);
    let list = found.as_array().unwrap_or_else(|| panic!("axe gave no list: {found}"));
    list.iter().map(|finding| finding.as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn axe_finds_nothing_on_any_page_in_both_directions_and_both_schemes() {
    let Some(first) = Chromium::start(DESKTOP) else { return };
    drop(first);
    let axe = std::fs::read_to_string(std::env::var("HEMICYCLE_TEST_AXE").unwrap()).unwrap();
    let demo = demo();
    let mut found = Vec::new();
    for language in ["en", "ar"] {
        let Some(browser) = Chromium::start(Look { language, ..DESKTOP }) else { return };
        let mut inside = false;
        for look in [DESKTOP, Look { dark: true, ..PHONE }] {
            browser.look(Look { language, ..look });
            for page in PAGES {
                // The door is looked at from outside, one's own pages as somebody who signed in.
                if page.path == "/igf/me" && !inside {
                    demo.enter(&browser);
                    inside = true;
                }
                demo.open(&browser, page);
                let findings = findings(&browser, &axe).into_iter();
                found.extend(
                    findings.map(|finding| format!("{} {language} {}: {finding}", page.name, look.width)),
                );
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_page_scrolls_sideways_on_a_phone_or_at_400_percent() {
    let Some(browser) = Chromium::start(PHONE) else { return };
    let demo = demo();
    for look in [PHONE, NARROW] {
        browser.look(look);
        for page in PAGES {
            demo.open(&browser, page);
            let width = browser.evaluate("return document.scrollingElement.scrollWidth").as_u64().unwrap();
            assert!(width <= u64::from(look.width), "{} is {width} wide in {}", page.name, look.width);
        }
    }
}
