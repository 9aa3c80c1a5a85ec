//! "My programme" in a real browser: with and without scripts, on a phone, from right to left.

use crate::accessibility::findings;
use crate::chromium::{Chromium, DESKTOP, Look, PHONE, comes};
use crate::demo::{Demo, demo};
use serde_json::json;

const DAY: &str = "/igf/meetings/kyoto-2023/programme/2023-10-10";
const MINE: &str = "/igf/meetings/kyoto-2023/mine";

/// How many sessions the page that is open offers to remove.
fn sessions(browser: &Chromium) -> usize {
    browser.source().matches("name=\"remove\"").count()
}

/// Chooses two sessions on a day, looks at them, and removes them.
fn choose_and_remove(browser: &Chromium, demo: &Demo) {
    browser.go(&demo.address(&format!("{DAY}?view=list")));
    browser.click("main li:first-child button[name=add]");
    comes("back to the session in the list", || browser.address().contains("view=list#s"));
    comes("one is chosen", || sessions(browser) == 1);
    browser.go(&demo.address(&format!("{DAY}?view=grid")));
    assert_eq!(sessions(browser), 1, "the grid knows of it");
    browser.click("main td button[name=add]");
    comes("back to the session in the grid", || browser.address().contains("view=grid#s"));
    browser.go(&demo.address(MINE));
    assert_eq!(sessions(browser), 2);
    browser.click("main button[name=remove]");
    comes("one is left", || sessions(browser) == 1);
    browser.click("main h3 a[href*='/sessions/']");
    comes("its own page", || browser.address().contains("/sessions/"));
    browser.click("main button[name=remove]");
    comes("its own page offers it again", || browser.source().contains("name=\"add\""));
    browser.go(&demo.address(MINE));
    assert_eq!(sessions(browser), 0);
}

#[test]
fn sessions_are_chosen_and_removed_with_and_without_scripts_on_a_phone_and_from_right_to_left() {
    let demo = demo();
    for look in [Look { scripts: false, ..PHONE }, Look { language: "ar", ..PHONE }, DESKTOP] {
        let Some(browser) = Chromium::start(look) else { return };
        choose_and_remove(&browser, &demo);
    }
}

#[test]
fn a_shared_choice_is_taken_over_and_its_page_is_open_to_everybody() {
    let Ok(axe) = std::env::var("HEMICYCLE_TEST_AXE").map(|path| std::fs::read_to_string(path).unwrap())
    else {
        return;
    };
    let demo = demo();
    for (language, look) in [("en", DESKTOP), ("ar", Look { dark: true, ..PHONE })] {
        let Some(browser) = Chromium::start(Look { language, ..look }) else { return };
        // The first hundred sessions, chosen in the first version.
        let hundred = format!("{MINE}?s=BkDB{}&zone=Africa/Bamako", "A".repeat(99));
        browser.go(&demo.address(&hundred));
        browser.click("main button[name=take]");
        comes("taken over", || browser.address().contains(MINE) && sessions(&browser) > 90);
        browser.go(&demo.address(MINE));
        let found = browser.evaluate("return document.querySelectorAll('main .warn, main .note').length");
        assert!(found.as_u64().unwrap() > 2, "overlaps and moves are said");
        assert_eq!(findings(&browser, &axe), Vec::<String>::new(), "{language}");
        let wide = browser.evaluate("return document.scrollingElement.scrollWidth > innerWidth");
        assert_eq!(wide, json!(false), "{language}");
        browser.click("main button[name=seen]");
        comes("nothing new is left", || !browser.source().contains("name=\"seen\""));
        browser
            .evaluate("document.querySelector('button[name=clear]').scrollIntoView({behavior: 'instant'})");
        browser.click("main button[name=clear]");
        comes("nothing is chosen", || sessions(&browser) == 0);
    }
}

#[test]
fn a_chart_begins_where_reading_begins() {
    let demo = demo();
    for (language, left) in [("en", true), ("ar", false)] {
        let Some(browser) = Chromium::start(Look { language, ..PHONE }) else { return };
        browser.go(&demo.address("/igf/meetings/kyoto-2023/statistics"));
        let at = browser.evaluate(
            "const chart = document.querySelector('svg.chart').getBoundingClientRect();
             const bars = [...document.querySelectorAll('svg.chart rect.is')].slice(0, 4);
             const label = document.querySelector('svg.chart text').getBoundingClientRect();
             const near = (a, b) => Math.abs(a - b) < 2;
             return [bars.every(bar => near(bar.getBoundingClientRect().left, chart.left)), near(label.left, chart.left)]",
        );
        assert_eq!(at, json!([left, left]), "{language}");
    }
}
