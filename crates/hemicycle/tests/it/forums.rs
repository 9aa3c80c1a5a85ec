//! Several forums in one process know nothing of each other.

use crate::support::{Place, Server, add_organisation, run};
use serde_json::json;

#[test]
fn forums_are_isolated_in_numbers_keys_and_names() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    for name in ["igf", "eurodig"] {
        assert!(run(&place, &["begin", name]).0);
    }
    let server = Server::start(&place);
    let client = server.client();
    let found = |name: &str| json!({"series": {"found_series": {"slug": "annual", "name": name}}});
    for (forum, name) in [("igf", "IGF"), ("eurodig", "EuroDIG")] {
        let answer = client.give(forum, "the-same-key", &found(name)).unwrap();
        assert_eq!(answer.json, json!({"acts": [1, 1], "repeated": false}), "{forum}");
        let data = client.get(&format!("/api/{forum}")).unwrap().json;
        assert_eq!(data["series"][0]["name"], json!(name));
    }
    client.give("igf", "more", &add_organisation("Registry")).unwrap();
    assert_eq!(client.get("/api/eurodig").unwrap().json["seq"], json!(1));
    assert_eq!(client.get("/api/nowhere").unwrap().status, 404);
}

#[test]
fn a_forum_cannot_be_named_out_of_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(&folder.path().join("inside"));
    for name in ["../outside", "a/b", "A", "", ".", "x..y"] {
        let (succeeded, said) = run(&place, &["begin", name]);
        assert!(!succeeded, "{name:?}: {said}");
    }
    assert!(!folder.path().join("outside.forum").exists());
}
