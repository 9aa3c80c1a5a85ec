//! Every address as everybody: the table is what happens, and who may not ask changes nothing and learns nothing.

use super::*;
use crate::app::forum_in;
use crate::routes::{Kind, ROUTES, Route, Verb};
use crate::sign_in::carried;
use forum::access::{Access, AccessSet, access};
use forum::people::{Command as People, NewPerson, Office};
use forum::programme::{Command as Programme, NewSession, Role};
use forum::series::Command as Series;
use forum::{Actor, Command, MeetingId, PersonId, SeriesId, SessionId};
use platform::sign_in::{By, Command as Door, Secret};
use platform::writer::Key;
use std::collections::BTreeSet;

/// A forum with one person of each kind: the n-th access is the n-th person's, and the public is nobody.
pub(super) struct House {
    pub(super) app: Arc<App>,
    pub(super) runtime: tokio::runtime::Runtime,
    _folder: tempfile::TempDir,
}

impl House {
    pub(super) fn new(forums: &[&str]) -> House {
        let folder = tempfile::tempdir().unwrap();
        let app = Arc::new(App::open(&Where { data: folder.path().to_owned(), database: None }).unwrap());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let house = House { app, runtime, _folder: folder };
        for forum in forums {
            house.app.begin(forum).unwrap();
            house.give(forum, Command::Together { since: None, steps: everybody() });
        }
        house
    }

    pub(super) fn give(&self, forum: &str, command: Command) {
        let key = Key::new(&platform::random_token()).unwrap();
        self.runtime.block_on(self.app.give_as(forum, Actor::Secretariat, key, command)).unwrap();
    }

    /// A session of somebody, as the value of its cookie.
    pub(super) fn sign_in(&self, forum: &str, one: Access) -> Option<String> {
        let member = u64::from(person(one)?.0);
        let (link, session) = (Secret::random(), Secret::random());
        let hour = jiff::SignedDuration::from_hours(1);
        let address = "somebody@forum.example".to_owned();
        let ask = Door::AskLink { link: link.digest(), address, member: None, lasts: hour };
        let (device, lasts) = ("a test".to_owned(), hour);
        let open =
            Door::OpenSession { link: link.digest(), session: session.digest(), member, device, lasts };
        for command in [ask, open] {
            let given = self.app.gate().give(forum, By::Anyone, command);
            self.runtime.block_on(given).unwrap().unwrap();
        }
        let cookie = carried::begin(forum, false, &session).unwrap();
        Some(cookie.to_str().unwrap().split(';').next().unwrap().to_owned())
    }

    pub(super) fn ask(&self, route: &Route, address: &str, cookie: Option<&str>) -> Got {
        let method = if route.verb == Verb::Get { Method::GET } else { Method::POST };
        let mut request =
            Request::builder().method(method).uri(address).header("sec-fetch-site", "same-origin");
        request = match route.kind {
            Kind::Data => request.header("idempotency-key", platform::random_token()),
            _ => request.header("content-type", "application/x-www-form-urlencoded"),
        };
        if let Some(cookie) = cookie {
            request = request.header("cookie", cookie);
        }
        let request = request.body(Body::empty()).unwrap();
        self.runtime.block_on(async {
            let (parts, body) = router(Arc::clone(&self.app)).oneshot(request).await.unwrap().into_parts();
            let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
            let body = String::from_utf8_lossy(&bytes).into_owned();
            let size = body.len();
            Got { status: parts.status, headers: parts.headers, body, size }
        })
    }

    /// How many acts there are, and who has which access: what a request that is refused must not change.
    fn state(&self, forum: &str) -> (u64, Vec<AccessSet>) {
        let state = self.app.state(forum).unwrap();
        let of = |one: Access| access(forum_in(&state), person(one).map(Actor::Person));
        (state.seq, Access::ALL.map(of).to_vec())
    }
}

fn person(one: Access) -> Option<PersonId> {
    (one != Access::Public).then_some(PersonId(one as u32))
}

fn everybody() -> Vec<Command> {
    let series = Series::FoundSeries { slug: "forum".into(), name: "Forum".into() };
    let meeting = Series::AnnounceMeeting {
        series: SeriesId(1),
        slug: "autumn".into(),
        number: None,
        title: "Autumn".into(),
        city: String::new(),
        country: String::new(),
        first_day: "2026-10-24".parse().unwrap(),
        last_day: "2026-10-28".parse().unwrap(),
        zone: "Europe/Rome".into(),
        online: false,
    };
    let session = Programme::AddSession(NewSession {
        meeting: MeetingId(1),
        code: "S 1".into(),
        kind: "workshop".into(),
        title: "Session".into(),
        summary: String::new(),
        language: "en".into(),
        format: String::new(),
        track: None,
        minutes: 60,
        organisers: Vec::new(),
        origin: None,
    });
    let mut steps: Vec<Command> = vec![series.into(), meeting.into(), session.into()];
    for one in Access::ALL.into_iter().skip(1) {
        let email = format!("{}@forum.example", one.key());
        steps.push(
            People::AddPerson(NewPerson { name: one.key().into(), email, ..NewPerson::default() }).into(),
        );
    }
    let role = |one, role| {
        let (session, person) = (SessionId(1), person(one).unwrap());
        Command::from(Programme::GiveRole { session, person, role })
    };
    let office = |one, office| Command::from(People::GrantOffice { person: person(one).unwrap(), office });
    steps.extend([
        role(Access::Organiser, Role::Organiser),
        role(Access::Speaker, Role::Speaker),
        role(Access::Moderator, Role::Moderator),
        role(Access::Rapporteur, Role::Rapporteur),
        office(Access::Reviewer, Office::Reviewer),
        office(Access::Chair, Office::Chair),
        office(Access::Secretariat, Office::Secretariat),
        office(Access::Admin, Office::Admin),
    ]);
    steps
}

/// An address of a row at which something is, or at which nothing is.
pub(super) fn address(route: &Route, forum: &str, there: bool) -> String {
    let part = |part| match part {
        "{forum}" => forum,
        "{meeting}" if there => "autumn",
        "{session}" if there => "s-1",
        "{series}" if there => "forum",
        "{person}" | "{organisation}" | "{version}" if there => "1",
        "{date}" if there => "2026-10-26",
        part if part.starts_with('{') => "0",
        part => part,
    };
    route.path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// Whether an answer turns its asker away, and in the form that its kind of address has.
fn is_refusal(route: &Route, got: &Got, known: bool) -> bool {
    let to = got.headers.get(header::LOCATION).map_or("", |to| to.to_str().unwrap());
    match (route.kind, known) {
        (Kind::Data, false) => got.status == StatusCode::UNAUTHORIZED,
        (_, false) => got.status == StatusCode::SEE_OTHER && to.starts_with("/igf/sign-in"),
        (_, true) => got.status == StatusCode::FORBIDDEN,
    }
}

#[test]
fn every_address_lets_in_whom_its_row_names_and_turns_all_others_away_alike() {
    let house = House::new(&["igf"]);
    let mut turned_away = BTreeSet::new();
    for one in Access::ALL {
        let mut cookie = house.sign_in("igf", one);
        for route in ROUTES {
            let before = house.state("igf");
            let allowed = route.may.meets(before.1[one as usize]);
            let [there, absent] = [true, false].map(|there| address(route, "igf", there));
            let got = house.ask(route, &there, cookie.as_deref());
            let who = format!("{:?} {there} as {}: {}", route.verb, one.key(), got.status);
            assert_eq!(is_refusal(route, &got, cookie.is_some()), !allowed, "{who}\n{}", got.body);
            assert!(!got.status.is_server_error(), "{who}\n{}", got.body);
            assert_eq!(house.state("igf"), before, "{who}: nothing was filled in, so nothing is done");
            if cookie.is_some() {
                assert_eq!(got.headers[header::CACHE_CONTROL], "private, no-store", "{who}");
                assert!(!got.headers.contains_key(header::ETAG), "{who}");
            }
            if allowed {
                // Signing out is an address like others.
                if route.kind == Kind::Form {
                    cookie = house.sign_in("igf", one);
                }
                continue;
            }
            turned_away.insert((route.path, one));
            let other = house.ask(route, &absent, cookie.as_deref());
            let same = |got: &Got, address: &str| got.body.replace(address, "/here");
            assert_eq!(got.status, other.status, "{who}");
            assert_eq!(same(&got, &there), same(&other, &absent), "{who}: like what does not exist");
        }
    }
    assert!(turned_away.len() > 15, "only {turned_away:?}");
}

#[test]
fn a_session_of_one_forum_opens_nothing_in_another() {
    let house = House::new(&["igf", "wsis"]);
    let cookie = house.sign_in("wsis", Access::Secretariat).unwrap();
    let renamed = cookie.replace("wsis", "igf");
    for route in ROUTES.iter().filter(|route| !route.may.contains(Access::Public)) {
        for cookie in [&cookie, &renamed] {
            let got = house.ask(route, &address(route, "igf", true), Some(cookie));
            assert!(is_refusal(route, &got, false), "{}: {}", route.path, got.status);
        }
    }
}

#[test]
fn a_form_of_another_site_is_refused_at_every_address_that_changes_something() {
    let house = House::new(&["igf"]);
    let cookie = house.sign_in("igf", Access::Secretariat).unwrap();
    let mut asked = 0;
    for route in ROUTES.iter().filter(|route| route.verb == Verb::Post) {
        let before = house.state("igf");
        let request = Request::post(address(route, "igf", true)).header("cookie", &cookie);
        let request = request.header("sec-fetch-site", "cross-site").body(Body::empty()).unwrap();
        let answer = house.runtime.block_on(router(Arc::clone(&house.app)).oneshot(request)).unwrap();
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{}", route.path);
        assert_eq!(house.state("igf"), before, "{}", route.path);
        asked += 1;
    }
    assert!(asked > 2);
}
