//! Another address for mail: only by a link that went there, and the old one hears of it.

use super::{Site, link_in};
use axum::http::{Method, StatusCode};
use forum::people::{Command as People, Office};
use platform::sign_in::{By, Command, Secret};
use std::time::Duration;

const NEW: &str = "amina@new.example.org";

/// The newest letter to an address, once there are so many.
fn letter(site: &Site, to: &str, count: usize) -> String {
    let found = || site.letters("igf").into_iter().filter(|kept| kept.to == to).collect::<Vec<_>>();
    while found().len() < count {
        std::thread::sleep(Duration::from_millis(2));
    }
    found()[0].text.clone()
}

fn ask(site: &Site, cookie: &str, address: &str) -> super::Got {
    site.post("/igf/me/mailbox", cookie, &format!("email={}", address.replace('@', "%40")))
}

#[test]
fn an_address_changes_when_its_link_is_opened_once_and_the_old_one_is_told() {
    let site = Site::new();
    let cookie = site.signed_in("igf", "amina@example.org");
    let person = site.person("igf", "amina@example.org");
    assert_eq!(ask(&site, &cookie, "Amina@New.example.org").status, StatusCode::OK);
    let link = link_in(&letter(&site, "Amina@New.example.org", 1));
    let warned = letter(&site, "amina@example.org", 2);
    assert!(warned.contains("Where you are signed in") && !warned.contains("/igf/"), "{warned}");
    assert!(link.starts_with("/igf/mailbox/"), "{link}");
    assert_eq!(site.person("igf", NEW), None, "a letter alone changes nothing");
    // It signs nobody in, and reading its page does nothing.
    let elsewhere = link.replace("/mailbox/", "/sign-in/");
    assert_eq!(site.get(&elsewhere, "").status, StatusCode::NOT_FOUND);
    assert_eq!(site.post(&elsewhere, "", "name=Mallory").status, StatusCode::NOT_FOUND);
    assert!(site.get(&link, "").body.contains(NEW));
    assert_eq!(site.person("igf", NEW), None);
    // On a phone on which nobody has signed in.
    let got = site.post(&link, "", "");
    assert_eq!(got.status, StatusCode::OK, "{}", got.body);
    assert_eq!((site.person("igf", NEW), site.person("igf", "amina@example.org")), (person, None));
    let told = letter(&site, "amina@example.org", 1);
    assert!(told.contains("has another address") && !told.contains(NEW) && !told.contains("/igf/"), "{told}");
    for got in [site.get(&link, ""), site.post(&link, "", "")] {
        assert_eq!(got.status, StatusCode::NOT_FOUND, "a link works once");
    }
    assert_eq!(site.get("/igf/me", &cookie).status, StatusCode::OK, "whoever is signed in stays so");
    assert!(site.get("/igf/me", &site.signed_in("igf", NEW)).body.contains("Amina Diallo"));
}

#[test]
fn of_an_old_address_no_letter_stays_and_no_link_opens() {
    for member in [None, Some(1)] {
        let site = Site::new();
        let cookie = site.signed_in("igf", "amina@example.org");
        let invite = |secret: &Secret| {
            let address = "amina@example.org".to_owned();
            let lasts = jiff::SignedDuration::from_hours(24);
            let command = Command::AskLink { link: secret.digest(), address, member, lasts };
            site.app.gate().give_and_wait("igf", By::House, command).unwrap().unwrap();
            format!("/igf/sign-in/{}", secret.reveal())
        };
        let before = invite(&Secret::random());
        assert_eq!(site.get(&before, "").status, StatusCode::OK);
        ask(&site, &cookie, NEW);
        let link = link_in(&letter(&site, NEW, 1));
        assert_eq!(site.post(&link, &cookie, "").status, StatusCode::SEE_OTHER);
        letter(&site, "amina@example.org", 1);
        let there = site.letters("igf").into_iter().filter(|kept| kept.to == "amina@example.org");
        assert_eq!(there.count(), 1, "only the word that it has changed");
        assert_eq!(site.post(&before, "", "name=Mallory").status, StatusCode::NOT_FOUND, "{member:?}");
        if member.is_some() {
            let late = invite(&Secret::random());
            assert_eq!(site.post(&late, "", "name=Mallory").status, StatusCode::NOT_FOUND);
        }
    }
}

#[test]
fn whoever_is_put_out_takes_no_account_along() {
    let site = Site::new();
    let [owner, stolen] = [(); 2].map(|()| site.signed_in("igf", "amina@example.org"));
    assert_eq!(ask(&site, &stolen, "mallory@example.org").status, StatusCode::OK);
    let link = link_in(&letter(&site, "mallory@example.org", 1));
    assert_eq!(site.get(&link, "").status, StatusCode::OK);
    assert_eq!(site.post("/igf/me/sessions", &owner, "").status, StatusCode::SEE_OTHER);
    assert_eq!(site.post(&link, "", "").status, StatusCode::NOT_FOUND);
    assert_eq!(site.person("igf", "mallory@example.org"), None);
}

#[test]
fn an_address_of_somebody_else_is_never_taken_and_asking_tells_nothing_about_it() {
    let site = Site::new();
    site.give(
        "igf",
        People::AddPerson(forum::people::NewPerson {
            name: "Bruno".into(),
            email: "bruno@example.org".into(),
            ..Default::default()
        }),
    );
    let cookie = site.signed_in("igf", "amina@example.org");
    let [known, new] =
        ["bruno@example.org", NEW].map(|to| ask(&site, &cookie, to).body.replace(to, "ADDRESS"));
    assert_eq!(known, new);
    let got = site.post(&link_in(&letter(&site, "bruno@example.org", 1)), "", "");
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(got.body.contains("belongs to"), "{}", got.body);
    assert!(site.person("igf", "amina@example.org").is_some());
    assert_eq!(ask(&site, &cookie, "nonsense").status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(ask(&site, "", NEW).status, StatusCode::SEE_OTHER, "only for whoever has signed in");
    let command = serde_json::json!({"people": {"change_mailbox": {"person": 1, "email": NEW}}}).to_string();
    let token = std::fs::read_to_string(site.folder.path().join("token")).unwrap();
    let bearer = format!("Bearer {}", super::token_of(&site, &cookie, "scope=people"));
    let json = |bearer: &str| {
        let headers =
            [("Authorization", bearer), ("Content-Type", "application/json"), ("Idempotency-Key", "k")];
        site.ask(Method::POST, "/api/igf/commands", &headers, &command).status
    };
    assert_eq!(json(&bearer), StatusCode::FORBIDDEN, "nobody by their word alone");
    assert_eq!(json(&format!("Bearer {}", token.trim())), StatusCode::OK, "but whoever sits at the server");
}

#[test]
fn whoever_is_forgotten_leaves_no_letter_and_the_last_of_the_secretariat_stays() {
    let site = Site::new();
    let person = site.person("igf", "amina@example.org").unwrap();
    site.give("igf", People::GrantOffice { person, office: Office::Secretariat });
    let cookie = site.signed_in("igf", "amina@example.org");
    let got = site.post("/igf/me/erase", &cookie, "sure=yes");
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(got.body.contains("name somebody else for the secretariat"), "{}", got.body);
    assert_eq!(site.letters("igf").len(), 1);
    site.link("wsis", "amina@example.org", "");
    site.give("igf", People::ErasePerson { person });
    assert_eq!((site.letters("igf").len(), site.letters("wsis").len()), (0, 1));
}
