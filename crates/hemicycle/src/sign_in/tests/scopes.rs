//! What a token of each scope opens: every row of data, every command.

use super::{Site, token_of};
use crate::api::example;
use crate::api::openapi::documented;
use crate::routes::Verb;
use crate::sign_in::scopes::{Scope, Scopes, needed};
use axum::http::{Method, StatusCode};
use forum::Command;
use serde_json::Value;

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
