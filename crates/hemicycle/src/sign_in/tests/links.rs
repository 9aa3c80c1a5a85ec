//! Asking for a link, and signing in with it.

use super::{Site, token_of};
use axum::http::{Method, StatusCode, header};

#[test]
fn a_link_signs_in_by_its_button_once_and_reading_its_page_does_nothing() {
    let site = Site::new();
    let (_, link) = site.link("igf", "amina@example.org", "");
    for method in [Method::GET, Method::HEAD, Method::GET] {
        let got = site.ask(method, &link, &[], "");
        assert_eq!(got.status, StatusCode::OK);
        assert!(!got.headers.contains_key(header::SET_COOKIE));
        assert_eq!(got.headers[header::CACHE_CONTROL], "private, no-store");
    }
    let got = site.post(&link, "", "");
    assert_eq!(got.place(), "/igf");
    let cookie = got.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(
        cookie.starts_with("session-igf=")
            && cookie.ends_with("; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax")
    );
    assert!(!cookie.contains(&link[link.len() - 32..]), "a session has a secret of its own");
    let cookie = got.cookie();
    assert!(site.get("/igf/me", &cookie).body.contains("Amina Diallo"));
    assert!(site.get("/igf", &cookie).body.contains("href=\"/igf/me\""));
    assert!(site.get("/igf", "").body.contains("href=\"/igf/sign-in\""));

    for got in [site.get(&link, ""), site.post(&link, "", "")] {
        assert_eq!(got.status, StatusCode::NOT_FOUND);
        assert!(got.body.contains("opens nothing any more"));
    }
    assert_eq!(site.post(&link, &cookie, "").place(), "/igf", "whoever presses twice is in");

    assert_eq!(site.post("/igf/sign-out", &cookie, "").place(), "/igf");
    assert_eq!(site.get("/igf/me", &cookie).place(), "/igf/sign-in?next=/igf/me");
}

#[test]
fn a_newcomer_says_their_name_and_is_known_from_then_on() {
    let site = Site::new();
    let (_, link) = site.link("igf", "bruno@example.org", "");
    assert!(site.get(&link, "").body.contains("name=\"name\""));
    assert_eq!(site.person("igf", "bruno@example.org"), None, "a link alone enters nobody");
    let got = site.post(&link, "", "name=+");
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(got.body.contains("role=\"alert\""));
    let long = "x".repeat(200);
    assert!(site.post(&link, "", &format!("name={long}")).body.contains(&long), "what was typed stays");
    let cookie = site.post(&link, "", "name=Bruno+Costa").cookie();
    assert!(site.get("/igf/me", &cookie).body.contains("Bruno Costa"));
    assert!(site.person("igf", "bruno@example.org").is_some());
    assert_eq!(site.person("wsis", "bruno@example.org"), None);
}

#[test]
fn whether_an_address_is_known_shows_neither_in_the_answer_nor_in_the_letter() {
    let site = Site::new();
    let told = |email: &str| {
        let (got, link) = site.link("igf", email, "");
        let secret = &link["/igf/sign-in/".len()..];
        let letter = site.letters("igf")[0].text.replace(secret, "SECRET");
        let headers: Vec<_> = got.headers.iter().map(|(n, v)| format!("{n}: {v:?}")).collect();
        (got.status, headers, got.body.replace(email, "ADDRESS"), letter)
    };
    assert_eq!(told("amina@example.org"), told("hanna@example.org"));
}

#[test]
fn what_is_no_address_is_said_at_once_and_stays_in_the_field() {
    let site = Site::new();
    for wrong in [
        "",
        "amina",
        "a@b",
        "a b@example.org",
        "a@example.org%0D%0ABcc:b@example.org",
        "a@example.org,b@example.org",
    ] {
        let got = site.post("/igf/sign-in", "", &format!("email={wrong}"));
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert!(got.body.contains("role=\"alert\""));
    }
    assert!(
        site.post("/igf/sign-in", "", "email=%22%3E%3Cb%3E").body.contains("value=\"&quot;&gt;&lt;b&gt;\"")
    );
    assert!(site.letters("igf").is_empty());
}

#[test]
fn the_way_leads_back_to_where_somebody_was_and_never_elsewhere() {
    let site = Site::new();
    for (next, place) in [
        ("/igf/people?q=a", "/igf/people?q=a"),
        ("//evil.example", "/igf"),
        ("https://evil.example/igf", "/igf"),
        ("/wsis/people", "/igf"),
        ("/igf/%0D%0ASet-Cookie:%20x=y", "/igf"),
    ] {
        let encoded = next.replace('?', "%3F").replace('=', "%3D");
        let (_, link) = site.link("igf", "amina@example.org", &encoded);
        let path = link.split('?').next().unwrap();
        let page = site.get(&link, "");
        assert!(page.body.contains("name=\"next\" value=\"\"") == (place == "/igf"), "{next}: {}", page.body);
        assert_eq!(site.post(path, "", &format!("next={encoded}")).place(), place);
    }
}

#[test]
fn nothing_of_one_forum_opens_anything_in_another() {
    let site = Site::new();
    let (_, link) = site.link("igf", "amina@example.org", "");
    let there = link.replace("/igf/", "/wsis/");
    assert_eq!(site.get(&there, "").status, StatusCode::NOT_FOUND);
    assert_eq!(site.post(&there, "", "name=Mallory").status, StatusCode::NOT_FOUND);
    let cookie = site.post(&link, "", "").cookie();
    let renamed = cookie.replace("session-igf", "session-wsis");
    for cookie in [&cookie, &renamed] {
        assert_eq!(site.get("/wsis/me", cookie).place(), "/wsis/sign-in?next=/wsis/me");
    }
    let token = token_of(&site, &cookie, "scope=read&scope=people");
    let bearer = format!("Bearer {token}");
    assert_eq!(site.ask(Method::GET, "/api/igf", &[("Authorization", &bearer)], "").status, StatusCode::OK);
    let other = site.ask(Method::GET, "/api/wsis", &[("Authorization", &bearer)], "");
    assert_eq!(other.status, StatusCode::UNAUTHORIZED);
    // The secret of one kind of thing is none of another kind.
    let secret = cookie.split('=').nth(1).unwrap();
    let as_token = format!("Bearer hc_{secret}");
    assert_eq!(
        site.ask(Method::GET, "/api/igf", &[("Authorization", &as_token)], "").status,
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(site.get(&format!("/igf/sign-in/{secret}"), "").status, StatusCode::NOT_FOUND);
    let as_cookie = format!("session-igf={}", &token[3..]);
    assert_eq!(site.get("/igf/me", &as_cookie).status, StatusCode::SEE_OTHER);
}

#[test]
fn a_session_is_new_at_each_sign_in_whatever_the_browser_brought_along() {
    let site = Site::new();
    let planted = "session-igf=0123456789abcdef0123456789abcdef";
    let (_, link) = site.link("igf", "amina@example.org", "");
    let first = site.post(&link, planted, "").cookie();
    assert_ne!(first, planted);
    assert_eq!(site.get("/igf/me", planted).status, StatusCode::SEE_OTHER);
    let (_, link) = site.link("igf", "amina@example.org", "");
    let second = site.post(&link, &first, "").cookie();
    assert_ne!(second, first);
    assert_eq!(
        site.get("/igf/me", &first).status,
        StatusCode::SEE_OTHER,
        "the browser's former session has ended"
    );
    assert_eq!(site.get("/igf/me", &second).status, StatusCode::OK);
}
