//! Pictures of every page, for people to look at: `cargo xtask shots`.

use crate::chromium::{Chromium, DESKTOP, Look, PHONE};
use crate::demo::demo;
use crate::pages::PAGES;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use std::path::Path;

/// The looks in which a page is worth seeing, by name.
const LOOKS: &[(&str, Look)] = &[
    ("desktop", DESKTOP),
    ("desktop-dark", Look { dark: true, ..DESKTOP }),
    ("phone", PHONE),
    ("phone-dark", Look { dark: true, ..PHONE }),
    ("desktop-ar", Look { language: "ar", ..DESKTOP }),
    ("phone-ar", Look { language: "ar", ..PHONE }),
    ("phone-fr", Look { language: "fr", ..PHONE }),
];

/// Takes pictures only where a folder for them is named; otherwise it takes one, to see that it can.
#[test]
fn shots() {
    let Some(browser) = Chromium::start(DESKTOP) else { return };
    let demo = demo();
    let Some(folder) = std::env::var_os("HEMICYCLE_SHOTS") else {
        browser.go(&demo.address(PAGES[0].path));
        let picture = browser.picture();
        assert!(picture.starts_with("iVBORw0KGgo") && picture.len() > 10_000, "a PNG of some size");
        return;
    };
    std::fs::create_dir_all(&folder).unwrap();
    drop(browser);
    for (name, look) in LOOKS {
        let Some(browser) = Chromium::start(*look) else { return };
        for page in PAGES {
            demo.open(&browser, page);
            let file = Path::new(&folder).join(format!("{}-{name}.png", page.name));
            std::fs::write(file, BASE64_STANDARD.decode(browser.picture()).unwrap()).unwrap();
        }
    }
}
