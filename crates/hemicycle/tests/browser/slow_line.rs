//! A telephone on the second generation of mobile networks: 280 kbit/s, and 800 ms until anything comes back.

use crate::chromium::{Chromium, DESKTOP, Look, PHONE};
use crate::demo::demo;
use serde_json::{Value, json};

const DAY: &str = "/igf/meetings/kyoto-2023/programme/2023-10-10";

fn slow(browser: &Chromium) {
    let bytes = 280_000 / 8;
    browser.network(&json!({
        "offline": false, "latency": 800, "download_throughput": bytes, "upload_throughput": bytes,
    }));
}

/// How fast is measured and told, for `cargo xtask bench page`; what is held is what makes it fast.
#[test]
fn on_a_slow_line_a_day_is_there_with_its_first_answer_and_waits_for_no_script() {
    let Some(browser) = Chromium::start(PHONE) else { return };
    let demo = demo();
    slow(&browser);
    browser.go(&demo.address(DAY));
    let seen = browser.evaluate_later(
        "const done = arguments[arguments.length - 1];
         const painted = () => performance.getEntriesByName('first-contentful-paint')[0];
         const page = performance.getEntriesByType('navigation')[0];
         const loaded = performance.getEntriesByType('resource').map(e => [e.name, e.renderBlockingStatus]);
         const tell = tries => painted() || tries === 0
             ? done([painted() ? painted().startTime : null, page.loadEventEnd, loaded])
             : setTimeout(tell, 100, tries - 1);
         tell(100);",
    );
    let (first, whole) = (seen[0].as_f64().expect("something was painted"), seen[1].as_f64().unwrap());
    eprintln!("slow-line first-content {:.2} whole {:.2}", first / 1_000.0, whole / 1_000.0);
    let loaded = seen[2].as_array().unwrap();
    assert!(first >= 800.0, "the line is as slow as it should be: {seen}");
    assert!(
        loaded.len() <= 1 && loaded.iter().all(|one| one[0].as_str().unwrap().contains(".css")),
        "{seen}"
    );
}

#[test]
fn on_a_slow_line_without_scripts_a_day_is_complete() {
    let demo = demo();
    let sessions = |look: Look, is_slow: bool| -> Option<Vec<String>> {
        let browser = Chromium::start(look)?;
        if is_slow {
            slow(&browser);
        }
        browser.go(&demo.address(DAY));
        let source = browser.source();
        let links = source.split("href=\"").filter_map(|rest| rest.split('"').next());
        Some(links.filter(|link| link.contains("/sessions/")).map(str::to_owned).collect())
    };
    let Some(fast) = sessions(DESKTOP, false) else { return };
    let Some(slow) = sessions(Look { scripts: false, ..PHONE }, true) else { return };
    assert!(fast.len() > 30, "{}", fast.len());
    assert_eq!(fast, slow);
    assert_ne!(Value::Null, json!(slow));
}
