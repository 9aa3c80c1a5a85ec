//! Chromium by way of its driver: the few calls of WebDriver (W3C) and of the DevTools protocol that the tests need.

use serde_json::{Value, json};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::rc::Rc;
use std::time::Duration;

/// How a page is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Look {
    /// Width of the window in CSS pixels.
    pub(crate) width: u32,
    /// Whether the reader prefers a dark page.
    pub(crate) dark: bool,
    /// Language asked for by the browser.
    pub(crate) language: &'static str,
    /// Whether scripts run.
    pub(crate) scripts: bool,
}

/// A wide window in English.
pub(crate) const DESKTOP: Look = Look { width: 1280, dark: false, language: "en", scripts: true };
/// A phone.
pub(crate) const PHONE: Look = Look { width: 390, ..DESKTOP };
/// The narrowest phone that is sold, and a wide window at 400 %.
pub(crate) const NARROW: Look = Look { width: 320, ..DESKTOP };

/// A browser with one window, ended when dropped.
pub(crate) struct Chromium {
    driver: Child,
    agent: ureq::Agent,
    session: String,
    profile: Rc<tempfile::TempDir>,
}

/// What the test run provides; `None` if it provides nothing and something may be left out.
fn provided(name: &str) -> Option<String> {
    let value = std::env::var(name).ok();
    if value.is_none() {
        assert!(std::env::var_os("CI").is_none(), "{name} is not set, and nothing may be left out");
        eprintln!("SKIPPED: {name} is not set; `cargo xtask test` provides it");
    }
    value
}

impl Chromium {
    /// Starts a browser.
    pub(crate) fn start(look: Look) -> Option<Chromium> {
        Chromium::start_with(look, json!({}), Rc::new(tempfile::tempdir().unwrap()))
    }

    /// Kills the browser at once, as a telephone does whose battery is empty, and starts it again: with what it had kept
    /// on its disk and nothing else.
    pub(crate) fn killed(self, look: Look) -> Chromium {
        let driver = self.driver.id();
        // The browser is the driver's child; its own children end with it.
        let is_its_child = |process: &u32| {
            let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
            let parent = stat.rsplit_once(')').and_then(|(_, rest)| rest.split_whitespace().nth(1));
            parent.and_then(|parent| parent.parse().ok()) == Some(driver)
        };
        let names = std::fs::read_dir("/proc").unwrap().flatten().map(|entry| entry.file_name());
        let all: Vec<u32> = names.filter_map(|name| name.to_str()?.parse().ok()).collect();
        let ours: Vec<u32> = all.into_iter().filter(is_its_child).collect();
        assert!(!ours.is_empty(), "the driver has a browser");
        for process in ours {
            assert!(Command::new("kill").args(["-9", &process.to_string()]).status().unwrap().success());
        }
        let profile = Rc::clone(&self.profile);
        drop(self);
        // Whoever dies so leaves the sign that somebody uses the profile.
        for left in ["SingletonLock", "SingletonCookie", "SingletonSocket", "DevToolsActivePort"] {
            let _ = std::fs::remove_file(profile.path().join(left));
        }
        Chromium::start_with(look, json!({}), profile).expect("it was there a moment ago")
    }

    /// Starts a browser that writes down what its console says and what it loads, for [`Chromium::told`].
    pub(crate) fn start_telling(look: Look) -> Option<Chromium> {
        let logs = json!({"browser": "ALL", "performance": "ALL"});
        Chromium::start_with(look, logs, Rc::new(tempfile::tempdir().unwrap()))
    }

    fn start_with(look: Look, logs: Value, profile: Rc<tempfile::TempDir>) -> Option<Chromium> {
        let (driver, browser) =
            (provided("HEMICYCLE_TEST_CHROMEDRIVER")?, provided("HEMICYCLE_TEST_CHROMIUM")?);
        // The port is free now; that somebody takes it before the driver does is unlikely enough.
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let driver = Command::new(driver)
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .build();
        let mut chromium =
            Chromium { driver, agent: config.into(), session: format!("http://127.0.0.1:{port}"), profile };
        chromium.open(&browser, look, &logs);
        Some(chromium)
    }

    fn open(&mut self, browser: &str, look: Look, logs: &Value) {
        let begun = (0..100).any(|_| {
            std::thread::sleep(Duration::from_millis(100));
            self.agent.get(format!("{}/status", self.session)).call().is_ok()
        });
        assert!(begun, "the driver answers");
        let profile = format!("--user-data-dir={}", self.profile.path().display());
        let flags = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            // What scrolls smoothly is not yet where a click looks for it.
            "--force-prefers-reduced-motion",
            "--window-size=1280,1000",
            "--force-device-scale-factor=1",
            &profile,
        ];
        let scripts = if look.scripts { 1 } else { 2 };
        let options = json!({
            "binary": browser,
            "args": flags,
            "prefs": {
                "intl.accept_languages": look.language,
                "profile.managed_default_content_settings.javascript": scripts,
            },
        });
        // A dialog that opens stays, and every further call says that it is there.
        let wanted = json!({
            "goog:chromeOptions": options, "goog:loggingPrefs": logs, "unhandledPromptBehavior": "ignore",
            // A board of three hundred sessions takes axe a while on a busy machine.
            "timeouts": {"script": 180_000},
        });
        let capabilities = json!({"capabilities": {"alwaysMatch": wanted}});
        let session = self.post("/session", &capabilities);
        let id = session["sessionId"].as_str().unwrap_or_else(|| panic!("no session: {session}")).to_owned();
        self.session = format!("{}/session/{id}", self.session);
        self.look(look);
    }

    /// Changes width and colour scheme; language and scripts are fixed when the browser starts.
    pub(crate) fn look(&self, look: Look) {
        // Without scripts the driver cannot scroll, so the window must hold the whole page.
        let height = if look.scripts { 900 } else { 12_000 };
        let screen = json!({
            "width": look.width, "height": height, "deviceScaleFactor": 1, "mobile": false,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", screen);
        let scheme = if look.dark { "dark" } else { "light" };
        let media = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.devtools("Emulation.setEmulatedMedia", media);
    }

    /// Goes to an address and waits until the page has loaded.
    pub(crate) fn go(&self, url: &str) {
        self.post("/url", &json!({"url": url}));
    }

    /// Evaluates the body of a function in the page.
    pub(crate) fn evaluate(&self, script: &str) -> Value {
        self.post("/execute/sync", &json!({"script": script, "args": []}))
    }

    /// Evaluates a script that calls its last argument when it is done.
    pub(crate) fn evaluate_later(&self, script: &str) -> Value {
        self.post("/execute/async", &json!({"script": script, "args": []}))
    }

    /// The markup of the page, also where no script may run.
    pub(crate) fn source(&self) -> String {
        self.get("/source").as_str().unwrap_or_default().to_owned()
    }

    /// Clicks the first element that a CSS selector finds.
    pub(crate) fn click(&self, selector: &str) {
        let found = self.post("/element", &json!({"using": "css selector", "value": selector}));
        let id = found.as_object().and_then(|found| found.values().next()?.as_str());
        let id = id.unwrap_or_else(|| panic!("nothing is {selector}: {found}"));
        let answer = self.post(&format!("/element/{id}/click"), &json!({}));
        assert!(answer.is_null(), "{selector}: {answer}");
    }

    /// Clicks what leads to another page, or to this one anew, and waits until the page is there. The click alone does
    /// not: whoever looks at once may still see the page before.
    pub(crate) fn follow(&self, selector: &str) {
        self.leaves(|| self.click(selector));
    }

    /// Does what leads to another page and waits for it, also where no script may run: until nothing of the page
    /// before is there any more. What is asked then waits for the next page by itself.
    pub(crate) fn leaves(&self, act: impl FnOnce()) {
        let page = self.post("/element", &json!({"using": "css selector", "value": "html"}));
        let page = page.as_object().and_then(|found| found.values().next()?.as_str()).map(str::to_owned);
        let page = page.expect("every page has a root");
        act();
        comes("another page", || self.get(&format!("/element/{page}/name")).get("error").is_some());
    }

    /// Types into the first element that a CSS selector finds.
    pub(crate) fn fill(&self, selector: &str, text: &str) {
        let found = self.post("/element", &json!({"using": "css selector", "value": selector}));
        let id = found.as_object().and_then(|found| found.values().next()?.as_str());
        let id = id.unwrap_or_else(|| panic!("nothing is {selector}: {found}"));
        let answer = self.post(&format!("/element/{id}/value"), &json!({"text": text}));
        assert!(answer.is_null(), "{selector}: {answer}");
    }

    /// Presses keys one after the other, wherever the focus is. Those without a letter have the codes of WebDriver.
    pub(crate) fn press(&self, keys: &str) {
        let strokes = keys.chars().flat_map(|key| {
            let key = key.to_string();
            [json!({"type": "keyDown", "value": key}), json!({"type": "keyUp", "value": key})]
        });
        let keyboard = json!({"type": "key", "id": "keyboard", "actions": strokes.collect::<Vec<_>>()});
        let answer = self.post("/actions", &json!({"actions": [keyboard]}));
        assert!(answer.is_null(), "{keys:?}: {answer}");
    }

    /// Makes the line slower.
    pub(crate) fn network(&self, conditions: &Value) {
        let answer = self.post("/chromium/network_conditions", &json!({"network_conditions": conditions}));
        assert!(answer.is_null(), "{answer}");
    }

    /// The address of the page.
    pub(crate) fn address(&self) -> String {
        self.get("/url").as_str().unwrap_or_default().to_owned()
    }

    /// Calls the DevTools protocol.
    pub(crate) fn devtools(&self, method: &str, parameters: Value) -> Value {
        self.post("/goog/cdp/execute", &json!({"cmd": method, "params": parameters}))
    }

    /// Closes the dialog that is open, if there is one.
    pub(crate) fn dismiss(&self) {
        self.post("/alert/dismiss", &json!({}));
    }

    /// What a log of the browser has gathered since it was last asked: `browser` or `performance`.
    pub(crate) fn told(&self, log: &str) -> Vec<Value> {
        let told = self.post("/se/log", &json!({"type": log}));
        told.as_array().unwrap_or_else(|| panic!("no log: {told}")).clone()
    }

    /// The whole page as a PNG picture in Base64.
    pub(crate) fn picture(&self) -> String {
        let shot = self.devtools("Page.captureScreenshot", json!({"captureBeyondViewport": true}));
        shot["data"].as_str().unwrap_or_else(|| panic!("no picture: {shot}")).to_owned()
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Value {
        let mut answer = self.agent.post(format!("{}{path}", self.session)).send_json(body).unwrap();
        answer.body_mut().read_json::<Value>().unwrap()["value"].take()
    }

    fn get(&self, path: &str) -> Value {
        let mut answer = self.agent.get(format!("{}{path}", self.session)).call().unwrap();
        answer.body_mut().read_json::<Value>().unwrap()["value"].take()
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // Ending the session ends the browser; the driver is our own child.
        let _ = self.agent.delete(&self.session).call();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// Waits for what a click leads to: the click itself does not.
pub(crate) fn comes(what: &str, mut there: impl FnMut() -> bool) {
    let came = (0..200).any(|nth| {
        std::thread::sleep(std::time::Duration::from_millis(50 * u64::from(nth > 0)));
        there()
    });
    assert!(came, "{what}");
}
