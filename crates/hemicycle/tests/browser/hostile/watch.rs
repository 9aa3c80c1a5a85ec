//! A browser that tells on a page: what its policy refused, what ran, what it asked of others, what it is made of.

use crate::chromium::{Chromium, DESKTOP};
use serde_json::Value;

/// What must not be on any page, whatever people wrote: found with a function's body, as a list of descriptions.
const SUSPECTS: &str = "
    const found = [];
    const own = address => { try { return new URL(address, location).origin === location.origin } catch { return false } };
    for (const element of document.querySelectorAll('*')) {
        const name = element.localName;
        const attributes = [...element.attributes];
        const suspect = attributes.some(a => /^on/i.test(a.name) || a.name === 'style' || a.name === 'data-canary')
            || ['iframe', 'object', 'embed', 'base', 'frame', 'x-canary', 'foreignobject', 'math', 'portal'].includes(name)
            || (name === 'script' && !(element.src && own(element.src)) && element.type !== 'application/ld+json')
            || (name === 'style' && element.namespaceURI.endsWith('xhtml'))
            || (name === 'meta' && /refresh|policy/i.test(element.httpEquiv))
            || (name === 'form' && !own(element.getAttribute('action') ?? ''))
            || (element.hasAttribute('formaction') && !own(element.getAttribute('formaction')))
            || (['img', 'link', 'source', 'video', 'audio'].includes(name)
                && !/^data:image\\//.test(element.getAttribute('src') ?? element.getAttribute('href') ?? '')
                && !own(element.getAttribute('src') ?? element.getAttribute('href') ?? ''))
            || ['href', 'xlink:href', 'action', 'src'].some(a => /^[^a-z]*(java\\s*script|vbscript|data:text|blob):/i.test(element.getAttribute(a) ?? ''));
        if (suspect) found.push(element.cloneNode(false).outerHTML);
    }
    if (globalThis.hemicycleRan) found.push('a script ran');
    return found.slice(0, 5);";

/// A browser that watches.
pub(super) struct Watch {
    pub(super) browser: Chromium,
    /// Where everything has to come from.
    origin: String,
    /// Whether the page may have a stylesheet of its own: an offline file has.
    pub(super) inline_style: bool,
}

impl Watch {
    pub(super) fn start(origin: &str) -> Option<Watch> {
        Some(Watch {
            browser: Chromium::start_telling(DESKTOP)?,
            origin: origin.to_owned(),
            inline_style: false,
        })
    }

    /// Opens a page, and says what is wrong with it.
    pub(super) fn open(&self, address: &str) -> Vec<String> {
        self.browser.go(address);
        self.look()
    }

    /// Opens a file that is shown on a page of the browser's own, and says what ran in it or could not be read.
    pub(super) fn shows_quietly(&self, address: &str) -> Option<String> {
        self.browser.go(address);
        let seen = self.browser.evaluate(
            "return [!globalThis.hemicycleRan, document.getElementsByTagName('parsererror').length === 0]",
        );
        self.browser.told("browser");
        (seen != serde_json::json!([true, true]))
            .then(|| format!("{address}: runs, or cannot be read: {seen}"))
    }

    /// What is wrong with the page that is open.
    fn look(&self) -> Vec<String> {
        let seen = self.browser.evaluate(SUSPECTS);
        let Some(suspects) = seen.as_array() else {
            // With a dialog open, nothing else can be asked of the page.
            self.browser.dismiss();
            return vec![format!("a dialog, or no page: {seen}")];
        };
        let mut wrong: Vec<String> = suspects.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        wrong.retain(|suspect| !(self.inline_style && suspect.starts_with("<style")));
        wrong.extend(self.console());
        wrong
    }

    /// What the policy of the page refused, and mistakes of our own scripts.
    fn console(&self) -> Vec<String> {
        let told = self.browser.told("browser");
        let message = |entry: &Value| entry["message"].as_str().unwrap_or_default().to_owned();
        // That a page or a picture is not there is an answer like others.
        told.iter()
            .map(message)
            .filter(|text| !text.contains("Failed to load resource: the server responded"))
            .collect()
    }

    /// The addresses outside of ours that were asked for since this was last said.
    pub(super) fn asked_elsewhere(&self) -> Vec<String> {
        let told = self.browser.told("performance");
        let sent = told.iter().filter_map(|entry| {
            let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let is_request = message["message"]["method"] == "Network.requestWillBeSent";
            is_request.then(|| message["message"]["params"]["request"]["url"].as_str().map(str::to_owned))?
        });
        // The browser's own pages, such as the list of downloads, ask the browser.
        let own = [self.origin.as_str(), "data:image/", "chrome:", "chrome-untrusted:"];
        sent.filter(|url| !own.iter().any(|own| url.starts_with(own))).collect()
    }
}

/// A site that takes texts for more than texts. Each path shows one mistake; `/guarded/` has a policy like ours.
fn careless(pages: &'static [(&'static str, &'static str)]) -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            use std::io::{Read as _, Write as _};
            let mut asked = [0; 4096];
            let count = stream.read(&mut asked).unwrap_or_default();
            let asked = String::from_utf8_lossy(&asked[..count]).into_owned();
            let path = asked.split(' ').nth(1).unwrap_or_default();
            let body = pages.iter().find(|(page, _)| *page == path).map_or("", |(_, body)| body);
            let policy = if path.starts_with("/guarded/") {
                "default-src 'none'"
            } else {
                "default-src * 'unsafe-inline'"
            };
            let _ = write!(
                stream,
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Security-Policy: {policy}\r\n\
                 Connection: close\r\nContent-Length: {}\r\n\r\n{body}",
                body.len()
            );
        }
    });
    format!("http://{address}")
}

#[test]
fn a_careless_page_is_told_on() {
    const PAGES: &[(&str, &str)] = &[
        ("/ran", "<p>a<script>hemicycleRan=1</script>"),
        ("/guarded/script", "<p>a<script>hemicycleRan=1</script>"),
        ("/guarded/handler", "<p>a<img src=data:x onerror=hemicycleRan=1>"),
        ("/dialog", "<p>a<script>setTimeout(() => alert(1))</script>"),
        ("/link", "<p><a href=' javascript:hemicycleRan=1'>a</a>"),
        ("/base", "<base href=//evil.example/>"),
        ("/form", "<form action=//evil.example></form>"),
        ("/canary", "<p>a<x-canary data-canary>"),
        ("/guarded/style", "<p style='color:red'>a"),
    ];
    let site = careless(PAGES);
    let Some(watch) = Watch::start(&site) else { return };
    for (path, body) in PAGES {
        let wrong = watch.open(&format!("{site}{path}"));
        assert!(!wrong.is_empty(), "{path} goes unnoticed: {body}");
    }
    assert_eq!(watch.open(&format!("{site}/guarded/harmless")), Vec::<String>::new());
    watch.asked_elsewhere();
    let elsewhere = "http://127.0.0.1:9/evil.png";
    watch.browser.evaluate(&format!(
        "return new Promise(done => {{
        const image = new Image(); image.onerror = image.onload = done; image.src = '{elsewhere}' }})"
    ));
    assert_eq!(watch.asked_elsewhere(), [elsewhere], "a page that asks others");
}
