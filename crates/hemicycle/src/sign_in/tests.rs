//! Signing in as a browser without scripts does it: fills in forms, reads letters, keeps cookies.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use forum::people::{Command as People, NewPerson};
use forum::{Actor, Command, PersonId};
use platform::mail::outbox;
use platform::writer::Key;
use tower::ServiceExt as _;

use super::peer::Peer;
use crate::app::{App, Where, forum_in};
use crate::router::router;

mod crowd;
mod letters;
mod links;
mod mailbox;
mod own;
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

/// Makes a token with these scopes.
fn token_of(site: &Site, cookie: &str, scopes: &str) -> String {
    let got = site.post("/igf/me/tokens", cookie, &format!("name=screen&days=30&{scopes}"));
    assert_eq!(got.status, StatusCode::OK, "{}", got.body);
    let at = got.body.find("hc_").unwrap();
    let token = got.body[at..].split('<').next().unwrap().to_owned();
    assert!(!site.get("/igf/me/tokens", cookie).body.contains(&token), "a token is shown once");
    token
}
