//! How often somebody may knock, and who reads which letter.

use super::Site;
use axum::http::{StatusCode, header};
use forum::people::{Command as People, Office};
use std::time::Duration;

#[test]
fn a_mailbox_is_not_flooded_and_nobody_is_told() {
    let site = Site::new();
    let ask = || site.post("/igf/sign-in", "", "email=amina%40example.org");
    let answers: Vec<String> =
        (0..8).map(|_| ask()).map(|got| format!("{} {}", got.status, got.body)).collect();
    assert!(answers.windows(2).all(|two| two[0] == two[1]));
    while site.letters("igf").len() < 5 {
        std::thread::sleep(Duration::from_millis(2));
    }
    site.app.gate().stop();
    assert_eq!(site.letters("igf").len(), 5);
}

#[test]
fn whoever_guesses_is_told_to_wait_and_a_good_link_still_opens() {
    let site = Site::new();
    let (_, link) = site.link("igf", "amina@example.org", "");
    let guess = |n: usize| site.get(&format!("/igf/sign-in/{n:032x}"), "");
    let slowed = (0..300).map(guess).find(|got| got.status == StatusCode::TOO_MANY_REQUESTS).unwrap();
    assert!(slowed.headers.contains_key(header::RETRY_AFTER));
    assert_eq!(site.get(&link, "").status, StatusCode::OK);
}

#[test]
fn the_outbox_of_a_forum_is_for_who_looks_after_it() {
    let site = Site::new();
    let cookie = site.signed_in("igf", "amina@example.org");
    let person = site.person("igf", "amina@example.org").unwrap();
    site.link("wsis", "carla@example.org", "");
    for (office, status) in [(Office::Reviewer, StatusCode::FORBIDDEN), (Office::Secretariat, StatusCode::OK)]
    {
        site.give("igf", People::GrantOffice { person, office });
        let got = site.get("/igf/desk/outbox", &cookie);
        assert_eq!(got.status, status, "{office:?}");
        assert!(!got.body.contains("carla"), "letters of another forum are another forum's");
    }
    assert_eq!(site.get("/wsis/desk/outbox", &cookie).status, StatusCode::SEE_OTHER);
}

#[test]
fn a_letter_to_somebody_with_an_office_is_shown_to_nobody_else() {
    let site = Site::new();
    let readers = ["secretariat@example.org", "admin@example.org"].map(|address| {
        let (_, link) = site.link("igf", address, "");
        let cookie = site.post(&link, "", "name=Somebody").cookie();
        (address, cookie, site.person("igf", address).unwrap())
    });
    for ((_, _, person), office) in readers.iter().zip([Office::Secretariat, Office::Admin]) {
        site.give("igf", People::GrantOffice { person: *person, office });
    }
    site.link("igf", "guest@example.org", "");
    for (address, cookie, _) in &readers {
        let body = site.get("/igf/desk/outbox", cookie).body;
        assert!(body.contains("guest@example.org") && body.contains(address), "{body}");
        for (other, ..) in readers.iter().filter(|(other, ..)| other != address) {
            assert!(!body.contains(other), "{address} reads what {other} gets");
        }
    }
}
