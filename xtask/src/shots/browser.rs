//! Chromium, asked over WebDriver as much as a picture needs: size, colour scheme, address, picture.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Stdio};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Shot;
use crate::shell;

/// Longer pages are cut: a picture is to be looked at.
const HEIGHT_MAX: u64 = 4_000;

/// A running chromedriver with one open window.
pub(super) struct Browser {
    driver: Child,
    session: String,
}

impl Browser {
    pub(super) fn start() -> Result<Browser> {
        let program = shell::which("chromedriver")
            .context("this machine has no chromedriver (Debian: chromium-driver)")?;
        let mut driver = shell::command(program).arg("--port=0").stdout(Stdio::piped()).spawn()?;
        let mut said = BufReader::new(driver.stdout.take().expect("it was piped")).lines();
        let port = said.by_ref().map_while(Result::ok).find_map(|line| {
            let port = line.split_once("on port ")?.1.trim_end_matches('.').to_owned();
            port.parse::<u16>().ok()
        });
        std::thread::spawn(move || said.for_each(drop));
        let mut browser = Browser { driver, session: String::new() };
        let server =
            format!("http://127.0.0.1:{}", port.context("chromedriver ended before it said its port")?);
        // Root may not use Chromium's sandbox; the only pages it opens are ours.
        let options = json!({"args": ["--headless=new", "--no-sandbox", "--hide-scrollbars", "--force-color-profile=srgb"]});
        let wanted = json!({"capabilities": {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options}}});
        let opened = post(&format!("{server}/session"), &wanted)?;
        let id = opened["sessionId"].as_str().context("chromedriver opened no window")?;
        browser.session = format!("{server}/session/{id}");
        Ok(browser)
    }

    /// The page as a PNG, from its top to its end.
    pub(super) fn shoot(&self, address: &str, shot: &Shot) -> Result<Vec<u8>> {
        let phone = shot.width < 600;
        let height = if phone { 844 } else { 800 };
        let size = json!({"width": shot.width, "height": height, "deviceScaleFactor": if phone { 2 } else { 1 }, "mobile": phone});
        self.devtools("Emulation.setDeviceMetricsOverride", &size)?;
        let scheme =
            json!({"name": "prefers-color-scheme", "value": if shot.dark { "dark" } else { "light" }});
        self.devtools("Emulation.setEmulatedMedia", &json!({"features": [scheme]}))?;
        let joint = if shot.path.contains('?') { '&' } else { '?' };
        let url = format!("{address}{}{joint}lang={}", shot.path, shot.language);
        post(&format!("{}/url", self.session), &json!({"url": url}))?;
        let layout = self.devtools("Page.getLayoutMetrics", &json!({}))?;
        let height = layout["cssContentSize"]["height"].as_f64().unwrap_or(0.0) as u64;
        let clip =
            json!({"x": 0, "y": 0, "width": shot.width, "height": height.clamp(1, HEIGHT_MAX), "scale": 1});
        let picture = json!({"format": "png", "captureBeyondViewport": true, "clip": clip});
        let taken = self.devtools("Page.captureScreenshot", &picture)?;
        from_base64(taken["data"].as_str().unwrap_or_default()).context("the picture is not base64")
    }

    fn devtools(&self, method: &str, params: &Value) -> Result<Value> {
        post(&format!("{}/goog/cdp/execute", self.session), &json!({"cmd": method, "params": params}))
            .with_context(|| format!("asking Chromium for {method}"))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Closing the window ends Chromium itself.
        let _ = ureq::delete(&self.session).call();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// One WebDriver command, and the value of its answer.
fn post(url: &str, body: &Value) -> Result<Value> {
    let mut answer = ureq::post(url).config().http_status_as_error(false).build().send_json(body)?;
    let bytes = answer.body_mut().with_config().limit(64 << 20).read_to_vec()?;
    let value: Value = serde_json::from_slice(&bytes)?;
    anyhow::ensure!(answer.status().is_success(), "chromedriver says: {}", value["value"]["message"]);
    Ok(value["value"].clone())
}

fn from_base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0);
    for c in text.trim_end_matches('=').bytes() {
        let six = match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        (held, bits) = (held << 6 | u32::from(six), bits + 6);
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits & 0xff) as u8);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_becomes_bytes_again() {
        for (text, bytes) in [
            ("", Some("")),
            ("Zg==", Some("f")),
            ("Zm8=", Some("fo")),
            ("Zm9v", Some("foo")),
            ("Zm9vYmE=", Some("fooba")),
            ("Z!", None),
        ] {
            assert_eq!(from_base64(text).as_deref(), bytes.map(str::as_bytes), "{text}");
        }
    }
}
