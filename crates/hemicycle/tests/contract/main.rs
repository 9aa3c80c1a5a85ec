//! The description of the API against the running server, by tools that we did not write: one checks the description
//! itself, the other makes requests of it, thousands of them, good and bad, and compares every answer with it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../support/mod.rs"]
#[allow(dead_code, reason = "each test binary uses its part")]
mod support;

use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::{Place, Server, run};

/// Where the tools lie; without them the test says that it skips, except where nothing may be left out.
fn tools() -> Option<PathBuf> {
    let folder = std::env::var_os("HEMICYCLE_TEST_CONTRACT_TOOLS").map(PathBuf::from);
    if folder.is_none() {
        assert!(std::env::var_os("CI").is_none(), "HEMICYCLE_TEST_CONTRACT_TOOLS is not set");
        eprintln!(
            "SKIPPED: HEMICYCLE_TEST_CONTRACT_TOOLS names no folder; `cargo xtask test --only contract` does"
        );
    }
    folder
}

/// A small forum with something at each of its addresses.
fn forum(folder: &Path) -> Server {
    let place = Place::folder(folder);
    assert!(run(&place, &["begin", "igf"]).0);
    let server = Server::start(&place);
    let steps = json!({"together": {"steps": [
        {"series": {"found_series": {"slug": "igf", "name": "Annual meetings"}}},
        {"series": {"announce_meeting": {"series": 1, "slug": "kyoto", "title": "18th annual meeting",
            "first_day": "2023-10-08", "last_day": "2023-10-12", "zone": "Asia/Tokyo"}}},
        {"people": {"add_organisation": {"name": "Lake Institute"}}},
        {"people": {"add_person": {"name": "Amina Diallo", "organisation": 1}}},
        {"programme": {"open_room": {"meeting": 1, "name": "Main Hall"}}},
        {"programme": {"add_session": {"meeting": 1, "code": "WS #136", "kind": "workshop", "title": "Access",
            "language": "en", "minutes": 60, "organisers": [1]}}},
        {"programme": {"give_role": {"session": 1, "person": 1, "role": "speaker"}}},
        {"programme": {"place_session": {"session": 1, "room": 1, "start": "2023-10-09T01:00:00Z"}}},
        {"programme": {"publish_programme": {"meeting": 1, "label": "1"}}},
    ]}});
    assert_eq!(server.client().give("igf", "story", &steps).unwrap().status, 200);
    server
}

/// Runs a tool and says what it said if it is not content.
fn content(command: &mut Command) {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success(), "{said}");
}

/// What stands at the variable parts of addresses, so that requests reach what there is.
const PARTS: &str = r#"[parameters]
"path.forum" = "igf"
"path.series" = "igf"
"path.meeting" = "kyoto"
"path.session" = "ws-136"
"path.person" = "1"
"path.organisation" = "1"
"path.version" = "1"
"path.date" = "2023-10-09"
"#;

#[test]
fn the_description_is_openapi_and_the_server_does_what_it_says_and_nothing_else() {
    let Some(tools) = tools() else { return };
    let folder = tempfile::tempdir().unwrap();
    let server = forum(&folder.path().join("data"));
    let (address, token) = (format!("{}/api/openapi.json", server.url), server.token());
    let description = server.client().get("/api/openapi.json").unwrap().json;
    let file = folder.path().join("openapi.json");
    std::fs::write(&file, description.to_string()).unwrap();
    content(Command::new(tools.join("openapi-spec-validator")).arg(&file));

    // First at addresses where something is, then at any.
    for (name, parts, phases, seconds) in
        [("parts", PARTS, "coverage,fuzzing", "60"), ("any", "", "coverage", "40")]
    {
        let config = folder.path().join(format!("{name}.toml"));
        std::fs::write(&config, parts).unwrap();
        let mut tool = Command::new(tools.join("schemathesis"));
        tool.arg("--config-file").arg(&config).arg("run").arg(&address).current_dir(folder.path());
        tool.args(["--header", &format!("Authorization: Bearer {token}")]);
        // That what fits the schema is done cannot be asked: the forum's rules may still refuse it.
        tool.args(["--checks", "all", "--exclude-checks", "positive_data_acceptance"]);
        tool.args(["--phases", phases, "--max-time", seconds, "--max-examples", "25", "--seed", "1865"]);
        tool.args([
            "--continue-on-failure",
            "--no-color",
            "--warnings",
            "off",
            "--generation-database",
            "none",
        ]);
        content(&mut tool);
    }
}
