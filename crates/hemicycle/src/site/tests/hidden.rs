//! What is not public: it stands in no answer, and asking for it is answered like asking for what does not exist.

use axum::http::HeaderMap;
use forum::access::Access;
use forum::call::{self, About, Gate, Mode, Said};
use forum::people::{self, NewPerson};
use forum::programme::{self, NewSession, Role};
use forum::{Actor, CallId, OrganisationId, PersonId, ProposalId, SessionId};
use platform::writer::Key;

use super::Site;
use super::small::{MEETING, autumn, session};
use crate::routes::{ROUTES, Route, Verb};

/// A site with a published programme, beside which much is drafted. Whatever is hidden is called Canary.
fn aviary() -> Site {
    let site = autumn("Europe/Rome", &[("2026-10-26T08:00:00Z", 60)]);
    let (name, url) = ("Canary Registry".to_owned(), String::new());
    site.give("org", people::Command::AddOrganisation { name, group: None, country: "ES".into(), url });
    let organisation = Some(OrganisationId(1));
    let (name, email) = ("Canary Nightingale".to_owned(), "Canary@forum.example".to_owned());
    let person = NewPerson { name, email, organisation, ..NewPerson::default() };
    site.give("person", people::Command::AddPerson(person));
    let organisers = vec![OrganisationId(1)];
    let (title, summary) = ("Canary song".to_owned(), "What the Canary sings.".to_owned());
    let draft = NewSession { code: "S 2".into(), title, summary, organisers, ..session(2, 60) };
    site.give("draft", programme::Command::AddSession(draft));
    let (session, person) = (SessionId(2), PersonId(1));
    site.give("role", programme::Command::GiveRole { session, person, role: Role::Speaker });
    let name = |what: &str| format!("Canary {what}");
    let room =
        programme::Command::OpenRoom { meeting: MEETING, name: name("cage"), seats: None, origin: None };
    site.give("cage", room);
    site.give("track", programme::Command::AddTrack { meeting: MEETING, name: name("track") });
    let (start, end) = ("2026-10-26T11:00:00Z".parse().unwrap(), "2026-10-26T12:00:00Z".parse().unwrap());
    site.give("pause", programme::Command::AddSlot { meeting: MEETING, start, end, pause: name("feeding") });
    calls(&site);
    site
}

/// A call that is public, with a draft in it that is not, a call that is not, and a cluster that is no team yet.
fn calls(site: &Site) {
    let gate = Gate {
        opens: "2020-01-01T00:00:00Z".parse().unwrap(),
        closes: "2098-01-01T00:00:00Z".parse().unwrap(),
    };
    let about = |title: &str| {
        let (title, text) = (Said::from([("en".to_owned(), title.to_owned())]), Said::new());
        About { title, introduction: text.clone(), how_decided: text, gate, told_by: None, open: true }
    };
    for (key, title, mode) in [
        ("call", "Call for songs", Mode::Sessions),
        ("hidden-call", "Canary call", Mode::Sessions),
        ("issues", "Call for issues", Mode::Issues),
    ] {
        let about = about(title);
        site.give(key, call::Command::AddCall { meeting: MEETING, mode, about });
    }
    site.give("announce", call::Command::AnnounceCall { call: CallId(1) });
    site.give("announce-issues", call::Command::AnnounceCall { call: CallId(3) });
    let title = "Canary cluster".to_owned();
    site.give("cluster", call::Command::AddCluster { call: CallId(3), title });
    let begin = call::Command::Begin { call: CallId(1), kind: "workshop".into() };
    let (field, values) = ("title".to_owned(), vec!["Canary duet".to_owned()]);
    let save = call::Command::SaveAnswer { proposal: ProposalId(1), field, values, on: 0 };
    for (key, command) in [("begin", begin), ("save", save)] {
        let given =
            site.app.give_as("igf", Actor::Person(PersonId(1)), Key::new(key).unwrap(), command.into());
        site.runtime.block_on(given).unwrap();
    }
}

/// What a part of an address may be: something public, something hidden, and something that is not there.
fn values(part: &str) -> [&'static str; 3] {
    match part {
        "{forum}" => ["igf"; 3],
        "{series}" => ["forum"; 3],
        "{meeting}" => ["autumn"; 3],
        "{date}" => ["2026-10-26"; 3],
        "{version}" => ["1", "2", "9"],
        "{file}" => ["nothing.css"; 3],
        "{token}" => ["0123456789abcdef0123456789abcdef"; 3],
        "{room}" => ["room-d", "canary-cage", "absent-cage"],
        "{session}" => ["s-1", "s-2", "s-9"],
        "{call}" => ["1", "2", "9"],
        "{proposal}" | "{cluster}" => ["9", "1", "8"],
        "{part}" | "{step}" => ["1"; 3],
        "{person}" => ["9", "1", "8"],
        "{organisation}" => ["9", "1", "8"],
        unknown => panic!("say here what {unknown} may be, so that nobody finds hidden things through it"),
    }
}

/// The addresses of a row with each kind of values, the languages' own query taken from it.
fn addresses(route: &Route) -> [String; 3] {
    [0, 1, 2].map(|kind| {
        let part = |part| if str::starts_with(part, '{') { values(part)[kind] } else { part };
        route.path.split('/').map(part).collect::<Vec<_>>().join("/")
    })
}

fn public() -> impl Iterator<Item = &'static Route> {
    ROUTES.iter().filter(|route| route.verb == Verb::Get && route.may.contains(Access::Public))
}

#[test]
fn no_answer_to_the_public_tells_of_a_draft_or_of_who_is_in_none() {
    let site = aviary();
    let mut answered = 0;
    for route in public() {
        for query in ["", "?q=canary", "?q=S+2", "?after=0", "?track=canary-track", "?room=canary-cage"] {
            let address = format!("{}{query}", addresses(route)[0]);
            let got = site.get(&address, &[]);
            answered += usize::from(got.status.is_success());
            // What was asked for is repeated, in small letters; what is hidden begins with a capital.
            let told = String::from_utf8_lossy(&got.bytes);
            assert!(!told.contains("Canary"), "{address}: {told}");
        }
    }
    assert!(answered > 30, "only {answered} answers were whole");
}

#[test]
fn what_is_hidden_is_answered_like_what_does_not_exist() {
    let site = aviary();
    let mut compared = 0;
    for route in public() {
        let [_, hidden, absent] = addresses(route);
        if hidden == absent {
            continue;
        }
        for language in ["en", "ar"] {
            let cookie = format!("lang={language}");
            let (one, other) =
                (site.get(&hidden, &[("Cookie", &cookie)]), site.get(&absent, &[("Cookie", &cookie)]));
            assert_eq!(one.status, other.status, "{hidden}");
            assert_eq!(without_date(&one.headers), without_date(&other.headers), "{hidden}");
            let same = |text: &str, address: &str| {
                text.replace(address, "/here").replace(&encoded(address), "/here")
            };
            assert_eq!(same(one.text(), &hidden), same(other.text(), &absent), "{hidden}");
            compared += 1;
        }
    }
    assert!(compared >= 6, "only {compared} addresses can lead to hidden things");
}

fn without_date(headers: &HeaderMap) -> HeaderMap {
    let mut headers = headers.clone();
    headers.remove("date");
    headers
}

fn encoded(address: &str) -> String {
    address.replace('/', "%2F")
}
