//! The public log: what may not be seen is a digest.

use crate::support::{Place, Server, run};
use serde_json::json;

#[test]
fn the_public_reads_what_is_public_and_the_digest_of_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::folder(folder.path());
    assert!(run(&place, &["begin", "igf"]).0);
    let server = Server::start(&place);
    let client = server.client();
    let given = [
        json!({"series": {"found_series": {"slug": "igf", "name": "Annual meetings"}}}),
        json!({"people": {"add_person": {"name": "Canary Nightingale", "email": "canary@forum.example"}}}),
    ];
    for (n, command) in given.iter().enumerate() {
        assert_eq!(client.give("igf", &n.to_string(), command).unwrap().status, 200);
    }
    let public = client.clone().with_token("").get("/api/igf/acts").unwrap().json;
    assert_eq!(public["acts"][0]["act"]["series"]["SeriesFounded"]["name"], json!("Annual meetings"));
    assert_eq!(public["acts"][1].as_object().unwrap().keys().collect::<Vec<_>>(), ["digest", "seq"]);
    assert!(!public.to_string().to_lowercase().contains("canary"), "{public}");

    let secretariat = client.get("/api/igf/acts?after=1").unwrap().json;
    assert_eq!(secretariat["acts"][0]["words"], json!(["Canary Nightingale", "canary@forum.example"]));
    assert_eq!((secretariat["acts"].as_array().unwrap().len(), &secretariat["last"]), (1, &json!(2)));

    let erase = json!({"people": {"erase_person": {"person": 1}}});
    assert_eq!(client.give("igf", "erase", &erase).unwrap().status, 200);
    let erased = client.get("/api/igf/acts?after=1").unwrap().json;
    assert_eq!(erased["acts"][0]["words"], json!([null, null]));
    assert!(!erased.to_string().contains("Canary"), "{erased}");
    drop(server);
    holds_nowhere(folder.path(), b"Canary");
}

/// No file of a folder, or of the folders in it, holds a name any more.
fn holds_nowhere(folder: &std::path::Path, name: &[u8]) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            holds_nowhere(&path, name);
        } else {
            let found = std::fs::read(&path).unwrap().windows(name.len()).any(|window| window == name);
            assert!(!found, "{} holds the name still", path.display());
        }
    }
}
