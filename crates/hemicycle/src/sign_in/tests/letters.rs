//! How often somebody may knock, and who reads which letter.

use super::Site;
use axum::http::{StatusCode, header};
use forum::Actor;
use forum::people::{Command as People, Office};
use platform::writer::Key;
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
    let person = site.person("igf", "amina@example.org").unwrap();
    site.link("wsis", "carla@example.org", "");
    let mut cookie = String::new();
    for (office, status) in [(Office::Reviewer, StatusCode::FORBIDDEN), (Office::Secretariat, StatusCode::OK)]
    {
        site.give("igf", People::GrantOffice { person, office });
        cookie = site.signed_in("igf", "amina@example.org");
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
        site.post(&link, "", "name=Somebody");
        (address, site.person("igf", address).unwrap())
    });
    for ((_, person), office) in readers.iter().zip([Office::Secretariat, Office::Admin]) {
        site.give("igf", People::GrantOffice { person: *person, office });
    }
    let readers = readers.map(|(address, _)| (address, site.signed_in("igf", address)));
    site.link("igf", "guest@example.org", "");
    for (address, cookie) in &readers {
        let body = site.get("/igf/desk/outbox", cookie).body;
        assert!(body.contains("guest@example.org") && body.contains(address), "{body}");
        for (other, ..) in readers.iter().filter(|(other, ..)| other != address) {
            assert!(!body.contains(other), "{address} reads what {other} gets");
        }
    }
}

/// Amina, who runs the forum, has read Bruno's letter and sits at a browser in his name, before he comes to an office.
#[test]
fn whoever_read_a_letter_before_has_no_second_voice_in_an_office_for_two() {
    let site = Site::new();
    let amina = site.person("igf", "amina@example.org").unwrap();
    site.give("igf", People::GrantOffice { person: amina, office: Office::Secretariat });
    let (_, link) = site.link("igf", "bruno@example.org", "");
    let read = site.post(&link, "", "name=Bruno").cookie();
    let (_, later) = site.link("igf", "bruno@example.org", "");
    let bruno = site.person("igf", "bruno@example.org").unwrap();
    let token = super::token_of(&site, &read, "scope=read");
    let is_in = |cookie: &str| site.get("/igf/me", cookie).status == StatusCode::OK;
    let grant = |office| {
        let key = Key::new(&platform::random_token()).unwrap();
        let command = People::GrantOffice { person: bruno, office };
        site.runtime.block_on(site.app.give_as("igf", Actor::Person(amina), key, command.into())).unwrap();
    };
    grant(Office::Reviewer);
    assert!(is_in(&read), "one alone grants this one");
    grant(Office::Secretariat);
    assert!(!is_in(&read));
    assert_eq!(site.get(&later, "").status, StatusCode::NOT_FOUND);
    let bearer = format!("Bearer {token}");
    let got = site.ask(axum::http::Method::GET, "/api/igf", &[("Authorization", &bearer)], "");
    assert_eq!(got.status, StatusCode::UNAUTHORIZED);
    let own = site.signed_in("igf", "bruno@example.org");
    site.give("igf", People::GrantOffice { person: bruno, office: Office::Secretariat });
    assert!(is_in(&own), "whoever has signed in since stays so");
}
