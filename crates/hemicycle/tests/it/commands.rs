//! The door for commands: what it takes, and how it says no.

use crate::support::{Place, Server, add_organisation, run};
use serde_json::json;

fn served() -> (tempfile::TempDir, Place, Server) {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    assert!(run(&place, &["begin", "igf"]).0);
    let server = Server::start(&place);
    (folder, place, server)
}

#[test]
fn the_same_command_twice_is_one_act_also_after_a_restart() {
    let (_folder, place, server) = served();
    let give = |server: &Server| server.client().give("igf", "key-1", &add_organisation("Registry")).unwrap();
    assert_eq!(give(&server).json, json!({"acts": [1, 1], "repeated": false}));
    assert_eq!(give(&server).json, json!({"acts": [1, 1], "repeated": true}));
    drop(server);
    let server = Server::start(&place);
    assert_eq!(give(&server).json, json!({"acts": [1, 1], "repeated": true}));
    let other = server.client().give("igf", "key-1", &add_organisation("Another")).unwrap();
    assert_eq!((other.status, other.json["type"].as_str()), (409, Some("/reference#problem-key-taken")));
}

#[test]
fn two_hundred_parallel_sendings_of_one_command_make_one_act() {
    let (_folder, _, server) = served();
    let clients: Vec<_> = (0..200)
        .map(|_| {
            let client = server.client();
            std::thread::spawn(move || client.give("igf", "one", &add_organisation("Registry")).unwrap().json)
        })
        .collect();
    let answers: Vec<_> = clients.into_iter().map(|client| client.join().unwrap()).collect();
    assert!(answers.iter().all(|answer| answer["acts"] == json!([1, 1])), "{answers:?}");
    assert_eq!(answers.iter().filter(|answer| answer["repeated"] == json!(false)).count(), 1);
}

#[test]
fn bad_input_is_refused_with_its_place_and_a_remedy() {
    let (_folder, _, server) = served();
    let client = server.client();
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let long = add_organisation(&"x".repeat(200)).to_string();
    let bidi = add_organisation("evil\u{202e}gro").to_string();
    let control = add_organisation("a\u{0}b").to_string();
    let empty = add_organisation("  ").to_string();
    let second = json!({"together": {"steps": [add_organisation("A"), add_organisation("")]}}).to_string();
    let link = r#"{"people":{"add_organisation":{"name":"A","url":"javascript:alert(1)"}}}"#;
    // (body, status, problem, field)
    let cases: &[(&[u8], u16, &str, Option<&str>)] = &[
        (b"", 400, "bad-json", None),
        (b"{\"people\":\n{\xff}}", 400, "not-utf8", None),
        (b"{\"people\":{\"add_planet\":{}}}", 400, "bad-json", None),
        (b"{\"people\":{\"add_organisation\":{\"name\":7}}}", 400, "bad-json", None),
        (deep.as_bytes(), 400, "bad-json", None),
        (long.as_bytes(), 422, "too-long", Some("name")),
        (bidi.as_bytes(), 422, "bidi-override", Some("name")),
        (control.as_bytes(), 422, "control-character", Some("name")),
        (empty.as_bytes(), 422, "empty", Some("name")),
        (link.as_bytes(), 422, "not-a-link", Some("url")),
        (b"{\"people\":{\"erase_person\":{\"person\":9}}}", 422, "no-such-person", Some("person")),
        (second.as_bytes(), 422, "empty", Some("name")),
    ];
    for (n, (body, status, problem, field)) in cases.iter().enumerate() {
        let answer = client.post("igf", &[("Idempotency-Key", &format!("bad-{n}"))], body).unwrap();
        assert_eq!(answer.status, *status, "case {n}: {answer:?}");
        assert_eq!(answer.json["type"], json!(format!("/reference#problem-{problem}")), "case {n}");
        assert_eq!(answer.json["field"].as_str(), *field, "case {n}");
        for sentence in ["title", "detail", "remedy"] {
            assert!(
                answer.json[sentence].as_str().is_some_and(|text| text.len() > 10),
                "case {n}: {answer:?}"
            );
        }
    }
    assert_eq!(client.get("/api/igf").unwrap().json["seq"], json!(0), "nothing was written");
}

#[test]
fn a_body_that_is_too_large_is_refused() {
    let (_folder, _, server) = served();
    let answer = server.client().post("igf", &[("Idempotency-Key", "large")], &vec![b' '; 9 * 1024 * 1024]);
    // The server may hang up before it has read all of it, but it never takes it.
    assert!(answer.is_err() || answer.is_ok_and(|answer| answer.status == 413));
}

#[test]
fn only_who_shows_the_token_gives_commands_or_sees_the_draft() {
    let (_folder, _, server) = served();
    let client = server.client();
    for token in ["", "wrong", &"0".repeat(32)] {
        let answer = client.clone().with_token(token).give("igf", "k", &add_organisation("A")).unwrap();
        assert_eq!(answer.status, 401, "{token:?}");
    }
    let wrong = client.clone().with_token("wrong").get("/api/igf").unwrap();
    assert_eq!(wrong.status, 401, "a token that is none is not taken for no token at all");
    let anybody: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let draft = anybody.get(format!("{}/api/igf/meetings/kyoto/draft", server.url)).call().unwrap();
    assert_eq!(draft.status().as_u16(), 401, "whether or not the meeting exists");
}

#[test]
fn a_command_needs_a_key() {
    let (_folder, _, server) = served();
    for headers in [&[][..], &[("Idempotency-Key", "with space")], &[("Idempotency-Key", "")]] {
        let answer =
            server.client().post("igf", headers, add_organisation("A").to_string().as_bytes()).unwrap();
        assert_eq!((answer.status, answer.json["type"].as_str()), (400, Some("/reference#problem-bad-key")));
    }
}
