//! The programme as one file, opened from a disk as a reader without a line opens it.

use crate::accessibility::findings;
use crate::chromium::{Chromium, DESKTOP, Look, PHONE};
use crate::demo::{Demo, demo};
use serde_json::json;

/// How many sessions can be seen.
const SEEN: &str = "return [...document.querySelectorAll('li')].filter(item => item.offsetHeight > 0).length";

/// The file in a language, as it was kept, and its address on the disk.
fn kept(demo: &Demo, language: &str, folder: &tempfile::TempDir) -> (String, String) {
    let address = demo.address(&format!("/igf/meetings/kyoto-2023/programme.html?lang={language}"));
    let page = ureq::get(&address).call().unwrap().body_mut().read_to_string().unwrap();
    let file = folder.path().join(format!("{language}.html"));
    std::fs::write(&file, &page).unwrap();
    (format!("file://{}", file.display()), page)
}

/// Sets a field as a reader does, whose browser then says so.
fn set(browser: &Chromium, field: &str, value: &str) {
    let script = "const field = document.querySelector(FIELD); field.value = VALUE;
        field.dispatchEvent(new Event('input', {bubbles: true}))";
    let script = script.replace("FIELD", &json!(field).to_string());
    browser.evaluate(&script.replace("VALUE", &json!(value).to_string()));
}

#[test]
fn the_offline_page_filters_by_word_and_by_choice_and_shows_everything_again() {
    let Some(browser) = Chromium::start(PHONE) else { return };
    let (demo, folder) = (demo(), tempfile::tempdir().unwrap());
    let (address, page) = kept(&demo, "en", &folder);
    let all = page.matches("<li ").count();
    browser.go(&address);
    assert_eq!(browser.evaluate(SEEN), json!(all));
    set(&browser, "[name=q]", "  CYBERSECURITY ");
    let found = browser.evaluate(SEEN).as_u64().unwrap();
    assert!(found > 0 && found < 100, "{found}");
    let said = browser.evaluate("return document.querySelector('output').textContent");
    assert_eq!(said, json!(format!("{found} / {all}")));
    let empty = "return [...document.querySelectorAll('section, div')]
        .filter(group => group.offsetHeight > 0 && !group.querySelector('li:not([hidden])')).length";
    assert_eq!(browser.evaluate(empty), json!(0), "no day or hour stands there without a session");
    set(&browser, "[name=q]", "");
    set(&browser, "select", "0");
    let of_track = browser.evaluate(SEEN).as_u64().unwrap();
    assert!(of_track > 0 && of_track < all as u64 / 2, "{of_track}");
    set(&browser, "select", "");
    assert_eq!(browser.evaluate(SEEN), json!(all));
}

#[test]
fn the_offline_page_is_whole_without_scripts_and_on_paper() {
    let Some(browser) = Chromium::start(Look { scripts: false, ..PHONE }) else { return };
    let (demo, folder) = (demo(), tempfile::tempdir().unwrap());
    let (address, page) = kept(&demo, "fr", &folder);
    browser.go(&address);
    assert_eq!(browser.source().matches("<li ").count(), page.matches("<li ").count());
    assert!(!browser.source().contains("<li hidden"), "nothing is hidden");
    let paper = browser.devtools("Page.printToPDF", json!({}));
    // A PDF in Base64: three hundred sessions are more than a few pages.
    assert!(paper["data"].as_str().unwrap_or_default().len() > 200_000, "{paper}");
}

#[test]
fn the_offline_page_has_no_fault_for_axe_and_stays_within_a_phone_in_both_directions() {
    let Some(browser) = Chromium::start(DESKTOP) else { return };
    let axe = std::fs::read_to_string(std::env::var("HEMICYCLE_TEST_AXE").unwrap()).unwrap();
    let (demo, folder) = (demo(), tempfile::tempdir().unwrap());
    for (language, direction) in [("en", "ltr"), ("ar", "rtl")] {
        for look in [DESKTOP, Look { dark: true, ..PHONE }] {
            browser.look(look);
            browser.go(&kept(&demo, language, &folder).0);
            assert_eq!(browser.evaluate("return document.documentElement.dir"), json!(direction));
            let found = findings(&browser, &axe);
            assert!(found.is_empty(), "{language} {}: {}", look.width, found.join("\n"));
            let width = browser.evaluate("return document.scrollingElement.scrollWidth").as_u64().unwrap();
            assert!(width <= u64::from(look.width), "{width} wide in {}", look.width);
        }
    }
}
