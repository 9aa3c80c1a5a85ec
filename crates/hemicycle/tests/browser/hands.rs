//! What a person does at a browser: types, presses keys, drags. With a count of it, as a measure of how much there is
//! to do.

use crate::chromium::Chromium;
use serde_json::{Value, json};
use std::cell::Cell;
use std::time::Instant;

/// Keys by their names in WebDriver.
pub(crate) const ENTER: &str = "\u{E007}";
pub(crate) const ESCAPE: &str = "\u{E00C}";
pub(crate) const DOWN: &str = "\u{E015}";
pub(crate) const RIGHT: &str = "\u{E014}";

/// A browser and whoever sits before it.
pub(crate) struct Hands {
    pub(crate) browser: Chromium,
    clicks: Cell<u32>,
    letters: Cell<usize>,
    since: Instant,
}

impl Hands {
    /// Sits down before a browser.
    pub(crate) fn at(browser: Chromium) -> Hands {
        Hands { browser, clicks: Cell::new(0), letters: Cell::new(0), since: Instant::now() }
    }

    /// Lets every request show who runs the forums, as a signed-in browser would.
    pub(crate) fn show(&self, token: &str) {
        self.browser.devtools("Network.enable", json!({}));
        let headers = json!({"headers": {"Authorization": format!("Bearer {token}")}});
        self.browser.devtools("Network.setExtraHTTPHeaders", headers);
    }

    /// Does something to the first element that a selector finds. The page may just be leaving for the next one: then
    /// it is looked for again.
    fn at_element(&self, selector: &str, what: &str, body: &Value) {
        let mut last = Value::Null;
        for _ in 0..40 {
            let found = self.browser.post("/element", &json!({"using": "css selector", "value": selector}));
            last = match found.as_object().and_then(|found| found.values().next()?.as_str()) {
                Some(id) if found.get("error").is_none() => {
                    self.browser.post(&format!("/element/{id}/{what}"), body)
                }
                _ => found,
            };
            if last.is_null() {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        panic!("{selector} on {}: {last}", self.browser.address());
    }

    /// Clicks the first element that a selector finds.
    pub(crate) fn click(&self, selector: &str) {
        self.clicks.set(self.clicks.get() + 1);
        self.at_element(selector, "click", &json!({}));
    }

    /// Clicks what leads to another page, or to this one anew, and waits for it.
    pub(crate) fn follow(&self, selector: &str) {
        self.browser.leaves(|| self.click(selector));
    }

    /// Types into a field, after what stands in it.
    pub(crate) fn write(&self, selector: &str, text: &str) {
        self.letters.set(self.letters.get() + text.chars().count());
        self.at_element(selector, "value", &json!({"text": text}));
    }

    /// Types into a field in place of what stands in it.
    pub(crate) fn overwrite(&self, selector: &str, text: &str) {
        self.at_element(selector, "clear", &json!({}));
        self.write(selector, text);
    }

    /// Chooses from a list by what its entry is called, or by the value that it stands for.
    pub(crate) fn choose(&self, selector: &str, value: &str) {
        self.click(&format!("{selector} option[value='{value}']"));
    }

    /// Presses keys, one after the other.
    pub(crate) fn press(&self, keys: &[&str]) {
        let pressed = keys.iter().flat_map(|key| {
            [json!({"type": "keyDown", "value": key}), json!({"type": "keyUp", "value": key})]
        });
        let pressed: Vec<Value> = pressed.collect();
        self.letters.set(self.letters.get() + keys.len());
        let actions = json!({"actions": [{"type": "key", "id": "keyboard", "actions": pressed}]});
        let answer = self.browser.post("/actions", &actions);
        assert!(answer.is_null(), "{answer}");
    }

    /// Drags one element onto another with the mouse.
    pub(crate) fn drag(&self, from: &str, onto: &str) {
        self.clicks.set(self.clicks.get() + 1);
        let middle = |selector: &str| {
            let script = format!(
                "const box = document.querySelector(\"{selector}\").getBoundingClientRect();
                return [box.x + box.width / 2, box.y + Math.min(box.height / 2, 6)];"
            );
            let at = self.browser.evaluate(&script);
            (at[0].as_f64().unwrap(), at[1].as_f64().unwrap())
        };
        // Nothing scrolls while something is dragged, so the window is as high as the page.
        let screen = json!({"width": 1280, "height": 3000, "deviceScaleFactor": 1, "mobile": false});
        self.browser.devtools("Emulation.setDeviceMetricsOverride", screen);
        let moved = |(x, y): (f64, f64)| json!({"type": "pointerMove", "duration": 80, "x": x.round(), "y": y.round(), "origin": "viewport"});
        let (from, onto) = (middle(from), middle(onto));
        let near = (onto.0 + 3.0, onto.1 + 3.0);
        let steps = json!([
            moved(from), {"type": "pointerDown", "button": 0}, moved((from.0 + 8.0, from.1 + 8.0)),
            moved(near), moved(onto), {"type": "pointerUp", "button": 0},
        ]);
        let mouse = json!({"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps});
        let answer = self.browser.post("/actions", &json!({"actions": [mouse]}));
        assert!(answer.is_null(), "{answer}");
        std::thread::sleep(std::time::Duration::from_millis(400));
    }

    /// How much it was: minutes as a newcomer would take who looks for three seconds before each click and types forty
    /// words a minute, and the clicks.
    pub(crate) fn effort(&self) -> (f64, u32) {
        let looking = f64::from(self.clicks.get()) * 3.0;
        let typing = self.letters.get() as f64 / (40.0 * 5.0 / 60.0);
        ((self.since.elapsed().as_secs_f64() + looking + typing) / 60.0, self.clicks.get())
    }
}
