//! Behind a shared cache that keeps whatever RFC 9111 lets it keep, nobody gets what was made for somebody else.

use super::walk::{House, address};
use super::*;
use crate::routes::{Kind, ROUTES, Verb};
use axum::http::HeaderMap;
use forum::access::Access;
use forum::programme::Command as Programme;
use forum::{MeetingId, RoomId, SessionId};
use std::collections::BTreeMap;

/// Who asks: a name, and the header by which they are known.
#[derive(Clone)]
struct Asker {
    name: &'static str,
    header: Option<(&'static str, String)>,
}

/// An answer in the cache.
#[derive(Clone)]
struct Kept {
    made_for: &'static str,
    /// What the request had in the headers that the answer varies by.
    varied: Vec<(String, Option<String>)>,
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

/// A cache between readers and the site that keeps as much as it may, and as long as it may.
struct Proxy<'a> {
    house: &'a House,
    kept: BTreeMap<String, Vec<Kept>>,
    given: usize,
}

impl Proxy<'_> {
    fn ask(&mut self, asker: &Asker, address: &str) -> Kept {
        let mut headers = HeaderMap::new();
        if let Some((name, value)) = &asker.header {
            headers.insert(*name, value.parse().unwrap());
        }
        let fits = |kept: &&Kept| kept.varied.iter().all(|(name, value)| said(&headers, name) == *value);
        let found = self.kept.get(address).and_then(|all| all.iter().find(fits)).cloned();
        let Some(kept) = found else { return self.fetch(asker, address, headers) };
        if !directives(&kept.headers).iter().any(|word| word == "no-cache") {
            // Nothing says how long it is good: a cache may guess, and this one guesses for ever.
            self.given += 1;
            return kept;
        }
        if let Some(tag) = kept.headers.get(header::ETAG) {
            headers.insert(header::IF_NONE_MATCH, tag.clone());
        }
        let answer = self.fetch(asker, address, headers);
        match answer.status {
            StatusCode::NOT_MODIFIED => {
                self.given += 1;
                kept
            }
            _ => answer,
        }
    }

    fn fetch(&mut self, asker: &Asker, address: &str, headers: HeaderMap) -> Kept {
        let mut request = Request::get(address).body(Body::empty()).unwrap();
        *request.headers_mut() = headers.clone();
        let (parts, body) = self.house.runtime.block_on(async {
            let (parts, body) =
                router(Arc::clone(&self.house.app)).oneshot(request).await.unwrap().into_parts();
            (parts, to_bytes(body, usize::MAX).await.unwrap().to_vec())
        });
        let vary =
            parts.headers.get_all(header::VARY).iter().flat_map(|value| value.to_str().unwrap().split(','));
        let varied: Vec<_> = vary.map(|name| name.trim().to_ascii_lowercase()).collect();
        let never = varied.iter().any(|name| name == "*");
        let varied = varied.into_iter().map(|name| (name.clone(), said(&headers, &name))).collect();
        let answer =
            Kept { made_for: asker.name, varied, status: parts.status, headers: parts.headers, body };
        if !never && may_keep(&headers, &answer) {
            self.kept.entry(address.to_owned()).or_default().push(answer.clone());
        }
        answer
    }
}

fn said(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name).map(|value| value.to_str().unwrap().to_owned())
}

fn directives(headers: &HeaderMap) -> Vec<String> {
    let all =
        headers.get_all(header::CACHE_CONTROL).iter().flat_map(|value| value.to_str().unwrap().split(','));
    all.map(|word| word.trim().to_ascii_lowercase()).collect()
}

/// What section 3 of RFC 9111 lets a shared cache keep.
fn may_keep(asked: &HeaderMap, answer: &Kept) -> bool {
    let words = directives(&answer.headers);
    let has = |wanted: &str| words.iter().any(|word| word.split('=').next() == Some(wanted));
    let token = asked.contains_key(header::AUTHORIZATION);
    let by_itself = [200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501].contains(&answer.status.as_u16());
    let shared = !token || has("public") || has("s-maxage") || has("must-revalidate");
    by_itself && shared && !has("no-store") && !has("private")
}

/// A forum with a published programme, and everybody who may have a page of their own.
fn house() -> (House, Vec<Asker>) {
    let house = House::new(&["igf"]);
    let (meeting, session) = (MeetingId(1), SessionId(1));
    let start = "2026-10-26T09:00:00Z".parse().unwrap();
    for command in [
        Programme::OpenRoom { meeting, name: "Hall".into(), seats: None, origin: None },
        Programme::PlaceSession { session, room: RoomId(1), start },
        Programme::PublishProgramme { meeting, label: "1".into(), note: String::new() },
    ] {
        house.give("igf", command.into());
    }
    let mut askers = vec![Asker { name: "public", header: None }];
    for one in Access::ALL {
        let cookie = house.sign_in("igf", one);
        askers.extend(cookie.map(|cookie| Asker { name: one.key(), header: Some(("cookie", cookie)) }));
    }
    let token = std::fs::read_to_string(house.app.config().data.join("token")).unwrap();
    askers.push(Asker { name: "token", header: Some(("authorization", format!("Bearer {}", token.trim()))) });
    (house, askers)
}

#[test]
fn no_shared_cache_keeps_what_was_made_for_one_reader_or_shows_it_to_another() {
    let (house, askers) = house();
    let addresses = || {
        let read = ROUTES.iter().filter(|route| route.verb == Verb::Get);
        read.map(|route| (route, address(route, "igf", true).replace("/assets/0", "/assets/hemicycle.css")))
    };
    // Whoever comes first may fill the cache, so that each comes first once.
    for nth in 0..askers.len() {
        let mut proxy = Proxy { house: &house, kept: BTreeMap::new(), given: 0 };
        let order = askers[nth..].iter().chain(&askers[..nth]);
        for asker in order {
            for (route, address) in addresses() {
                let got = proxy.ask(asker, &address);
                // Pages of the site itself know nobody, and are the same for all; a forum's are not.
                let no_forums = !route.path.contains("{forum}") && !got.body_is_own();
                let who = format!("{address}: {} gets what was made for {}", asker.name, got.made_for);
                assert!(got.made_for == asker.name || no_forums || is_same(route.kind, &got), "{who}");
            }
        }
        for kept in proxy.kept.values().flatten() {
            assert!(!kept.body_is_own(), "kept: {:?} made for {}", kept.status, kept.made_for);
        }
        assert!(proxy.given > 0, "it keeps nothing at all, and proves nothing");
    }
}

/// What is the same for everybody, whoever asked first: a programme as a file.
fn is_same(kind: Kind, got: &Kept) -> bool {
    kind == Kind::File && !got.body_is_own()
}

impl Kept {
    /// Whether anything in it is about the one for whom it was made.
    fn body_is_own(&self) -> bool {
        let text = String::from_utf8_lossy(&self.body);
        text.contains("/igf/me\"") || text.contains(&format!("{}@forum.example", self.made_for))
    }
}
