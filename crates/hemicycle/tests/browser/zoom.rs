//! A wide window at 400 %: nothing is lost, nothing is cut off, nothing has to be scrolled to from two sides.

use crate::chromium::{Chromium, DESKTOP};
use crate::demo::demo;
use crate::pages::PAGES;
use serde_json::{Value, json};

/// What a reader at 400 % could not read or reach, in words. What scrolls by itself may be wider than the page: the
/// grid of a day is a table, and tables need two dimensions.
const LOST: &str = "
    const lost = [], wide = innerWidth;
    const scrolls = element => {
        for (let at = element; at && at !== document.documentElement; at = at.parentElement)
            if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
        return false;
    };
    const hidden = element => {
        const box = element.getBoundingClientRect(), style = getComputedStyle(element);
        return box.width <= 1 || box.height <= 1 || style.visibility !== 'visible' || !element.checkVisibility()
            || /rect|inset/.test(style.clip + style.clipPath);
    };
    const named = element => element.outerHTML.slice(0, 90);
    if (document.scrollingElement.scrollWidth > wide) {
        const wider = [...document.querySelectorAll('body *')].filter(e => !scrolls(e.parentElement)
            && (e.getBoundingClientRect().right > wide + 1 || e.getBoundingClientRect().left < -1) && !hidden(e));
        lost.push('the page scrolls sideways: ' + wider.slice(-2).map(named).join(' and '));
    }
    for (const element of document.querySelectorAll('body *')) {
        if (hidden(element) || element.closest('svg')) continue;
        const style = getComputedStyle(element), text = element.textContent.trim();
        const cuts = /hidden|clip/.test(style.overflowX + style.overflowY);
        if (cuts && text && (element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 2))
            lost.push('cut off: ' + named(element));
        const box = element.getBoundingClientRect();
        // The head of a row stays in view while its table is scrolled, the head of a page while the page is.
        const covers = scrolls(element) ? box.width > wide / 2 : box.height > innerHeight / 2;
        if (/fixed|sticky/.test(style.position) && covers) lost.push('covers what is beside: ' + named(element));
        if (element.matches('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
            // The way past the head of the page comes into view with the focus.
            if (!element.matches('.skip') && (box.left < -1 || box.right > wide + 1) && !scrolls(element) && box.bottom > 0) lost.push('out of reach: ' + named(element));
        }
    }
    return lost.slice(0, 5);";

#[test]
fn at_400_percent_nothing_is_lost_on_any_page_in_either_direction() {
    let demo = demo();
    let mut lost = Vec::new();
    for language in ["en", "ar"] {
        let Some(browser) = Chromium::start(crate::chromium::Look { language, ..DESKTOP }) else { return };
        demo.enter(&browser);
        // 1280 × 1024 at 400 %.
        let screen = json!({"width": 320, "height": 256, "deviceScaleFactor": 4, "mobile": false});
        browser.devtools("Emulation.setDeviceMetricsOverride", screen);
        for page in PAGES {
            demo.open(&browser, page);
            let found = browser.evaluate(LOST);
            let found = found.as_array().unwrap_or_else(|| panic!("{}: {found}", page.name));
            let found = found.iter().filter_map(Value::as_str);
            lost.extend(found.map(|what| format!("{} {language}: {what}", page.name)));
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}
