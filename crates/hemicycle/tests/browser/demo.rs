//! The demo forum, small, built once and served for all tests of this binary's process.

use crate::chromium::Chromium;
use crate::pages::Page;
use crate::signed_in::{self, EMAIL};
use crate::support::{Place, Server};
use serde_json::json;

/// A served forum that lives as long as its value.
pub(crate) struct Demo {
    server: Server,
    place: Place,
    /// What the addresses of pages leave open: a name in braces, and what stands there.
    found: [(&'static str, String); 4],
    folder: tempfile::TempDir,
}

/// Builds and serves the demo.
pub(crate) fn demo() -> Demo {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    let arguments = ["demo", "--listen", "127.0.0.1:0", "--people", "1300", "--sessions", "302"];
    let server = Server::start_as(&place, &arguments, |_| {});
    let programme = server.client().get("/api/igf/meetings/kyoto-2023/programme").unwrap().json;
    let sessions = programme["sessions"].as_array().unwrap();
    let session =
        sessions.iter().find(|session| session["organisers"][0].is_u64() && session["people"][0].is_object());
    let session = session.expect("a session with people and an organiser");
    let found = [
        ("{session}", session["slug"].as_str().unwrap().to_owned()),
        ("{person}", session["people"][0]["person"].to_string()),
        ("{organisation}", session["organisers"][0].to_string()),
        ("{room}", programme["rooms"][0]["slug"].as_str().unwrap().to_owned()),
    ];
    Demo { server, place, found, folder }
}

impl Demo {
    /// Opens a page of the list; one of the desk as somebody who may see it.
    pub(crate) fn open(&self, browser: &Chromium, page: &Page) {
        let secretariat = page.path.starts_with("/igf/desk");
        let headers = match secretariat {
            true => json!({"Authorization": format!("Bearer {}", self.place.token())}),
            false => json!({}),
        };
        browser.devtools("Network.enable", json!({}));
        browser.devtools("Network.setExtraHTTPHeaders", json!({"headers": headers}));
        browser.go(&self.address(page.path));
    }

    /// The whole address of a path.
    pub(crate) fn address(&self, path: &str) -> String {
        let path = self.found.iter().fold(path.to_owned(), |path, (name, value)| path.replace(name, value));
        format!("{}{path}", self.server.url)
    }

    /// Signs in somebody who runs the forum.
    pub(crate) fn enter(&self, browser: &Chromium) {
        signed_in::appoint(&self.server.client(), "igf");
        signed_in::sign_in(browser, &self.server.url, self.folder.path(), "igf");
    }

    /// Draws up a call that is open now, and gives its number.
    pub(crate) fn open_call(&self) -> u64 {
        let gate = json!({"opens": "2020-01-01T00:00:00Z", "closes": "2098-01-01T00:00:00Z"});
        let about = json!({"title": {"en": "An open call"}, "gate": gate});
        let meeting =
            self.server.client().get("/api/igf/meetings/kyoto-2023").unwrap().json["meeting"]["id"].clone();
        let add = json!({"call": {"add_call": {"meeting": meeting, "mode": "sessions", "about": about}}});
        let added = self.server.client().give("igf", "open-call", &add).unwrap();
        assert_eq!(added.status, 200, "{}", added.json);
        let calls = self.server.client().get("/api/igf/calls").unwrap().json["calls"].clone();
        let ours = calls.as_array().unwrap().iter().find(|call| call["title"]["en"] == "An open call");
        let call = ours.expect("the call that was drawn up")["id"].as_u64().unwrap();
        let announce = json!({"call": {"announce_call": {"call": call}}});
        self.server.client().give("igf", "open-call-2", &announce).unwrap();
        // Whoever signs in here holds every office, and proposes too.
        let rule = json!({"call": call, "key": "no-proposals-by-reviewers"});
        let drop = json!({"call": {"drop_requirement": rule}});
        self.server.client().give("igf", "open-call-3", &drop).unwrap();
        call
    }

    /// Answers questions of a draft, as whoever runs the forum may.
    pub(crate) fn fill_in(&self, proposal: u64, answers: &[(&str, &str)]) {
        for (field, value) in answers {
            let save = json!({"proposal": proposal, "field": field, "values": [value], "on": 0});
            let command = json!({"call": {"save_answer": save}});
            let key = format!("fill-{proposal}-{field}");
            let answer = self.server.client().give("igf", &key, &command).unwrap();
            assert_eq!(answer.status, 200, "{field}: {}", answer.json);
        }
    }

    /// A proposal as the desk reads it.
    pub(crate) fn proposal(&self, id: u64) -> serde_json::Value {
        self.server.client().get(&format!("/api/igf/desk/proposals/{id}")).unwrap().json
    }

    /// Lets such a person ask for a letter that signs them in, and gives its link.
    pub(crate) fn letter_after(&self, ask: impl FnOnce(&str)) -> String {
        signed_in::appoint(&self.server.client(), "igf");
        let before = signed_in::newest(self.folder.path(), "igf");
        ask(EMAIL);
        signed_in::letter(self.folder.path(), "igf", before.as_deref())
    }
}
