//! What is one's own: rights, devices, data.

use super::{Site, token_of};
use axum::http::{Method, StatusCode, header};
use forum::people::{Command as People, Office};
use std::time::Duration;

#[test]
fn a_right_comes_and_goes_without_signing_in_again_and_who_is_erased_is_out_everywhere_at_once() {
    let site = Site::new();
    let person = site.person("igf", "amina@example.org").unwrap();
    // The first office for which two must agree is begun on sessions that nobody else can have; others follow as they come.
    site.give("igf", People::GrantOffice { person, office: Office::Chair });
    let cookie = site.signed_in("igf", "amina@example.org");
    let other = site.signed_in("igf", "amina@example.org");
    let token = token_of(&site, &cookie, "scope=people&scope=read");
    assert_eq!(site.get("/igf/desk/outbox", &cookie).status, StatusCode::FORBIDDEN);
    site.give("igf", People::GrantOffice { person, office: Office::Admin });
    assert!(site.get("/igf/desk/outbox", &cookie).body.contains("amina@example.org"));
    site.give("igf", People::EndOffice { person, office: Office::Admin });
    assert_eq!(site.get("/igf/desk/outbox", &cookie).status, StatusCode::FORBIDDEN);

    let unsure = site.post("/igf/me/erase", &cookie, "");
    assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(site.get("/igf/me", &cookie).status, StatusCode::OK);
    assert_eq!(site.post("/igf/me/erase", &cookie, "sure=yes").place(), "/igf");
    for cookie in [&cookie, &other] {
        assert_eq!(site.get("/igf/me", cookie).place(), "/igf/sign-in?next=/igf/me");
    }
    let bearer = format!("Bearer {token}");
    let got = site.ask(Method::GET, "/api/igf", &[("Authorization", &bearer)], "");
    assert_eq!(got.status, StatusCode::UNAUTHORIZED);
    assert!(site.app.gate().there("igf").unwrap().state().state.members().next().is_none());
    assert_eq!(site.person("igf", "amina@example.org"), None);
}

#[test]
fn whoever_is_erased_by_others_is_out_at_once_and_their_sessions_end_with_the_next_sweep() {
    let site = Site::new();
    let cookie = site.signed_in("igf", "amina@example.org");
    let person = site.person("igf", "amina@example.org").unwrap();
    site.give("igf", People::ErasePerson { person });
    assert_eq!(site.get("/igf/me", &cookie).status, StatusCode::SEE_OTHER);
    site.app.refresh();
    let door = site.app.gate().there("igf").unwrap();
    while door.state().state.members().next().is_some() {
        std::thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn devices_are_listed_by_what_they_are_called_and_ended_one_by_one_or_all_others_together() {
    let site = Site::new();
    let [first, second, third] = [(); 3].map(|()| site.signed_in("igf", "amina@example.org"));
    let page = site.get("/igf/me/sessions", &third).body;
    assert_eq!((page.matches("Firefox · Linux").count(), page.matches("this device").count()), (3, 1));
    let oldest = page.rsplit("name=\"end\" value=\"").next().unwrap().split('"').next().unwrap();
    assert_eq!(site.post("/igf/me/sessions", &third, &format!("end={oldest}")).place(), "/igf/me/sessions");
    assert_eq!(site.get("/igf/me", &first).status, StatusCode::SEE_OTHER);
    site.post("/igf/me/sessions", &third, "");
    assert_eq!(site.get("/igf/me", &second).status, StatusCode::SEE_OTHER);
    assert_eq!(site.get("/igf/me", &third).status, StatusCode::OK);
    let stranger = site.signed_in("wsis", "amina@example.org");
    assert_eq!(site.get("/igf/me/sessions", &stranger).status, StatusCode::SEE_OTHER);
}

#[test]
fn ones_own_data_is_whole_and_nobody_elses() {
    let site = Site::new();
    let (_, link) = site.link("igf", "bruno@example.org", "");
    site.post(&link, "", "name=Bruno+Costa");
    let cookie = site.signed_in("igf", "amina@example.org");
    let key = platform::random_token();
    let amend = format!("key={key}&name=Amina+D.&biography=Works+on+%3Cb%3Enames%3C%2Fb%3E.");
    assert_eq!(site.post("/igf/me", &cookie, &amend).place(), "/igf/me");
    assert_eq!(site.post("/igf/me", &cookie, &amend).place(), "/igf/me", "sent twice is done once");
    assert!(site.get("/igf/me", &cookie).body.contains("&lt;b&gt;names"));
    let got = site.get("/igf/me/data", &cookie);
    assert_eq!(got.headers[header::CONTENT_DISPOSITION], "attachment; filename=\"igf-person-1.json\"");
    let own: serde_json::Value = serde_json::from_str(&got.body).unwrap();
    assert_eq!((&own["name"], &own["email"]), (&"Amina D.".into(), &"amina@example.org".into()));
    assert_eq!(own["signed_in"][0]["device"], "Firefox · Linux");
    assert!(!got.body.contains("Bruno"));
    for list in ["proposals", "asked_to_take_part", "teams", "reviews"] {
        assert_eq!(own[list], serde_json::json!([]), "{list}");
    }
    let wrong =
        site.post("/igf/me", &cookie, &format!("key={}&name=&biography=kept", platform::random_token()));
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("role=\"alert\"") && wrong.body.contains("\nkept</textarea>"));
}
