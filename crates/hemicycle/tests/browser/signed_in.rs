//! Signing in as people do: an address is typed, a letter comes, its link is followed.

use crate::chromium::Chromium;
use crate::support::Client;
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;

/// Who signs in.
pub(crate) const EMAIL: &str = "secretary@forum.example";

/// Enters somebody into a forum who runs it and reviews; once, however often it is asked for.
pub(crate) fn appoint(client: &Client, forum: &str) {
    let give = |key: &str, command: serde_json::Value| {
        let answer = client.give(forum, key, &command).unwrap();
        assert_eq!(answer.status, 200, "{command}: {}", answer.json);
        answer.json["acts"][0].as_u64().unwrap()
    };
    let act =
        give("appoint-1", json!({"people": {"add_person": {"name": "Sarita Volkova", "email": EMAIL}}}));
    let acts = client.get(&format!("/api/{forum}/acts?after={}", act - 1)).unwrap().json;
    let person = inside(&acts, "PersonAdded").and_then(|person| person["id"].as_u64());
    let person = person.unwrap_or_else(|| panic!("no person was entered: {acts}"));
    for (key, office) in [("appoint-2", "secretariat"), ("appoint-3", "reviewer")] {
        give(key, json!({"people": {"grant_office": {"person": person, "office": office}}}));
    }
}

/// The first value under a name, however deep.
fn inside<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    match value {
        Value::Object(parts) => {
            parts.get(name).or_else(|| parts.values().find_map(|part| inside(part, name)))
        }
        Value::Array(items) => items.iter().find_map(|item| inside(item, name)),
        _ => None,
    }
}

/// Signs somebody in whom the forum knows.
pub(crate) fn sign_in(browser: &Chromium, url: &str, data: &Path, forum: &str) {
    let before = newest(data, forum);
    browser.go(&format!("{url}/{forum}/sign-in"));
    browser.fill("main input[name=email]", EMAIL);
    browser.follow("main form.ask button");
    browser.go(&letter(data, forum, before.as_deref()));
    browser.follow("main form.ask button");
}

/// The link in the newest letter to them.
pub(crate) fn newest(data: &Path, forum: &str) -> Option<String> {
    let letters = platform::mail::outbox::list(&data.join("outbox"), forum, 10).unwrap();
    letters.iter().find(|letter| letter.to.contains(EMAIL)).and_then(|letter| {
        let at = letter.text.find("http://")?;
        letter.text[at..].split_whitespace().next().map(str::to_owned)
    })
}

/// The same, once it is another than before.
pub(crate) fn letter(data: &Path, forum: &str, before: Option<&str>) -> String {
    for _ in 0..600 {
        if let Some(link) = newest(data, forum).filter(|link| Some(link.as_str()) != before) {
            return link;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("no letter came to {EMAIL}");
}
