//! Signing in as a browser without scripts does it: fills in forms, reads letters, keeps cookies.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use forum::people::{Command as People, NewPerson, Office};
use forum::{Actor, Command, PersonId};
use platform::mail::outbox;
use platform::writer::Key;
use tower::ServiceExt as _;

use super::peer::Peer;
use crate::app::{App, Where, forum_in};
use crate::router::router;

mod crowd;
mod scopes;

/// A site with two forums that know Amina, who holds `amina@example.org`.
struct Site {
    app: Arc<App>,
    router: Router,
    runtime: tokio::runtime::Runtime,
    folder: tempfile::TempDir,
}

/// What a browser got.
struct Got {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Got {
    /// Where it leads to.
    fn place(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.body);
        self.headers[header::LOCATION].to_str().unwrap()
    }

    /// The cookie that it sets, as the browser sends it back.
    fn cookie(&self) -> String {
        self.headers[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned()
    }
}

impl Site {
    fn new() -> Site {
        let folder = tempfile::tempdir().unwrap();
        let app = App::open(&Where { data: folder.path().to_owned(), database: None }).unwrap();
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let app = Arc::new(app);
        let site = Site { router: router(Arc::clone(&app)), app, runtime, folder };
        for forum in ["igf", "wsis"] {
            site.app.begin(forum).unwrap();
            let (name, email) = ("Amina Diallo".to_owned(), "amina@example.org".to_owned());
            site.give(forum, People::AddPerson(NewPerson { name, email, ..NewPerson::default() }));
        }
        site
    }

    fn give(&self, forum: &str, command: impl Into<Command>) {
        let key = Key::new(&platform::random_token()).unwrap();
        let give = self.app.give_as(forum, Actor::Secretariat, key, command.into());
        self.runtime.block_on(give).unwrap();
    }

    fn ask(&self, method: Method, address: &str, headers: &[(&str, &str)], fields: &str) -> Got {
        self.runtime.block_on(ask(self.router.clone(), method, address, headers, fields))
    }

    fn get(&self, address: &str, cookie: &str) -> Got {
        self.ask(Method::GET, address, &[("Cookie", cookie)], "")
    }

    fn post(&self, address: &str, cookie: &str, fields: &str) -> Got {
        let headers =
            [("Cookie", cookie), ("Sec-Fetch-Site", "same-origin"), ("User-Agent", "Firefox/140 Linux")];
        self.ask(Method::POST, address, &headers, fields)
    }

    /// Asks for a link; the answer, and the address of the link in the newest letter.
    fn link(&self, forum: &str, email: &str, next: &str) -> (Got, String) {
        let letters = self.letters(forum).len();
        let fields = format!("email={}&next={next}", email.replace('@', "%40"));
        let got = self.post(&format!("/{forum}/sign-in"), "", &fields);
        assert_eq!(got.status, StatusCode::OK, "{}", got.body);
        while self.letters(forum).len() == letters {
            std::thread::sleep(Duration::from_millis(2));
        }
        (got, link_in(&self.letters(forum)[0].text))
    }

    fn letters(&self, forum: &str) -> Vec<outbox::Kept> {
        outbox::list(&self.folder.path().join("outbox"), forum, usize::MAX).unwrap()
    }

    /// Signs somebody in; the cookie of their session.
    fn signed_in(&self, forum: &str, email: &str) -> String {
        let (_, link) = self.link(forum, email, "");
        self.post(&link, "", "").cookie()
    }

    fn person(&self, forum: &str, email: &str) -> Option<PersonId> {
        forum_in(&self.app.state(forum).unwrap()).people.by_email(email)
    }
}

async fn ask(router: Router, method: Method, address: &str, headers: &[(&str, &str)], fields: &str) -> Got {
    let mut request = Request::builder().method(method).uri(address);
    for (name, value) in headers.iter().filter(|(_, value)| !value.is_empty()) {
        request = request.header(*name, *value);
    }
    if !headers.iter().any(|(name, _)| *name == "Content-Type") {
        request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    }
    let mut request = request.body(Body::from(fields.to_owned())).unwrap();
    request.extensions_mut().insert(Peer("198.51.100.7".parse::<IpAddr>().unwrap()));
    let (parts, body) = router.oneshot(request).await.unwrap().into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
    Got { status: parts.status, headers: parts.headers, body: String::from_utf8(bytes).unwrap() }
}

/// The path of the link in a letter.
fn link_in(text: &str) -> String {
    let line = text.lines().find(|line| line.starts_with("http")).unwrap();
    line.splitn(4, '/').nth(3).map(|path| format!("/{path}")).unwrap()
}

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

/// Makes a token with these scopes.
fn token_of(site: &Site, cookie: &str, scopes: &str) -> String {
    let got = site.post("/igf/me/tokens", cookie, &format!("name=screen&days=30&{scopes}"));
    assert_eq!(got.status, StatusCode::OK, "{}", got.body);
    let at = got.body.find("hc_").unwrap();
    let token = got.body[at..].split('<').next().unwrap().to_owned();
    assert!(!site.get("/igf/me/tokens", cookie).body.contains(&token), "a token is shown once");
    token
}

#[test]
fn a_right_comes_and_goes_without_signing_in_again_and_who_is_erased_is_out_everywhere_at_once() {
    let site = Site::new();
    let cookie = site.signed_in("igf", "amina@example.org");
    let other = site.signed_in("igf", "amina@example.org");
    let person = site.person("igf", "amina@example.org").unwrap();
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
    let wrong =
        site.post("/igf/me", &cookie, &format!("key={}&name=&biography=kept", platform::random_token()));
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("role=\"alert\"") && wrong.body.contains("\nkept</textarea>"));
}

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
