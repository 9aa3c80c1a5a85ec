//! What a token of each scope opens: every row of data, every command.

use super::{Site, token_of};
use crate::api::example;
use crate::api::openapi::documented;
use crate::routes::Verb;
use crate::sign_in::scopes::{Scope, Scopes, needed};
use axum::http::{Method, StatusCode};
use forum::Command;
use serde_json::Value;

/// Gives a command over the API.
fn command(site: &Site, token: &str, command: &serde_json::Value) -> StatusCode {
    let (bearer, key) = (format!("Bearer {token}"), platform::random_token());
    let json = ("Content-Type", "application/json");
    let headers = [("Authorization", bearer.as_str()), ("Idempotency-Key", &key), json];
    site.ask(Method::POST, "/api/igf/commands", &headers, &command.to_string()).status
}

#[test]
fn a_token_does_what_its_scopes_say_within_its_owners_rights_and_opens_no_page_of_theirs() {
    let site = Site::new();
    let cookie = site.signed_in("igf", "amina@example.org");
    let person = site.person("igf", "amina@example.org").unwrap();
    let amend =
        |name: &str| serde_json::json!({"people": {"amend_person": {"person": person, "name": name}}});
    let add = serde_json::json!({"people": {"add_organisation": {"name": "UN"}}});
    let [read, people, programme] = ["scope=read", "scope=people", "scope=programme&scope=read"]
        .map(|scopes| token_of(&site, &cookie, scopes));
    assert_eq!(command(&site, &read, &amend("A")), StatusCode::FORBIDDEN);
    assert_eq!(command(&site, &programme, &amend("A")), StatusCode::FORBIDDEN);
    assert_eq!(command(&site, &people, &amend("Amina D.")), StatusCode::OK);
    assert_eq!(command(&site, &people, &add), StatusCode::FORBIDDEN, "a scope gives no right");
    for (token, status) in [(&read, StatusCode::OK), (&people, StatusCode::FORBIDDEN)] {
        let bearer = format!("Bearer {token}");
        assert_eq!(site.ask(Method::GET, "/api/igf", &[("Authorization", &bearer)], "").status, status);
    }
    for path in ["/igf/me", "/igf/me/tokens", "/igf/me/data", "/igf/me/sessions"] {
        let bearer = format!("Bearer {read}");
        let got = site.ask(Method::GET, path, &[("Authorization", &bearer)], "");
        assert_eq!(got.status, StatusCode::FORBIDDEN, "{path}");
    }
    let bearer = format!("Bearer {programme}");
    let made = site.ask(
        Method::POST,
        "/igf/me/tokens",
        &[("Authorization", &bearer)],
        "name=x&days=365&scope=people",
    );
    assert_eq!(made.status, StatusCode::FORBIDDEN, "a token makes no token");

    let page = site.get("/igf/me/tokens", &cookie).body;
    let id = page.split("name=\"end\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    site.post("/igf/me/tokens", &cookie, &format!("end={id}"));
    let bearer = format!("Bearer {read}");
    let got = site.ask(Method::GET, "/api/igf", &[("Authorization", &bearer)], "");
    assert_eq!(got.status, StatusCode::UNAUTHORIZED);
}

#[test]
fn a_token_of_each_scope_opens_what_the_row_says_and_gives_the_commands_of_its_kind() {
    let site = Site::new();
    let cookie = site.signed_in("igf", "amina@example.org");
    // None is about the holder: erased, they would hold no token any more.
    let another = |json: Value| json.to_string().replace("\"person\":1", "\"person\":99");
    let commands: Vec<_> = example::commands().iter().map(|given| another(given.example())).collect();
    assert!(commands.len() > 30, "{commands:?}");
    for scope in Scope::ALL {
        let bearer = format!("Bearer {}", token_of(&site, &cookie, &format!("scope={}", scope.key())));
        let has = Scopes::these(&[scope]);
        let ask = |method: Method, address: &str, body: &str| {
            let key = platform::random_token();
            let json = ("Content-Type", "application/json");
            let headers = [("Authorization", bearer.as_str()), ("Idempotency-Key", &key), json];
            let got = site.ask(method, address, &headers, body);
            assert_ne!(got.status, StatusCode::UNAUTHORIZED, "{address}: the token is known");
            got.body.contains("/reference#problem-scope-missing")
        };
        let of_forums = documented().filter(|(route, _)| route.path.contains("{forum}"));
        for (route, _) in of_forums.filter(|(route, _)| !route.path.ends_with("/commands")) {
            let address = route.path.replace("{forum}", "igf").replace(['{', '}'], "");
            let method = if route.verb == Verb::Get { Method::GET } else { Method::POST };
            let lacks = has.lacks(route.scopes).is_some();
            assert_eq!(ask(method, &address, ""), lacks, "{} at {address}", scope.key());
        }
        for json in &commands {
            let command: Command = serde_json::from_str(json).unwrap();
            let lacks = has.lacks(needed(&command)).is_some();
            assert_eq!(ask(Method::POST, "/api/igf/commands", json), lacks, "{}: {json}", scope.key());
        }
    }
}
