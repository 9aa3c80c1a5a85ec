//! No page leads its reader where they may not go.

use super::walk::{House, address};
use crate::routes::{Kind, ROUTES, Route, Verb};
use crate::site::ways::row_of;
use axum::http::StatusCode;
use forum::access::{Access, access};
use forum::people::{Command as People, Office};
use forum::programme::Command as Programme;
use forum::programme::demands::{Command as Demand, Stretch};
use forum::{Actor, MeetingId, PersonId, RoomId, SessionId};

/// The addresses in a page that are ours: links, and where forms go that change something.
fn leads(body: &str) -> Vec<(Verb, String)> {
    let mut all = Vec::new();
    for tag in body.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
        let value =
            |name: &str| tag.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
        let posts = value("method") == Some("post");
        let found = if tag.starts_with("a ") { value("href") } else { value("action").filter(|_| posts) };
        let verb = if posts { Verb::Post } else { Verb::Get };
        all.extend(found.filter(|to| to.starts_with('/')).map(|to| (verb, to.replace("&amp;", "&"))));
    }
    all
}

#[test]
fn every_link_and_form_of_a_page_is_for_its_reader() {
    let house = House::new(&["igf"]);
    let (meeting, session) = (MeetingId(1), SessionId(1));
    let steps: Vec<forum::Command> = vec![
        Programme::OpenRoom { meeting, name: "Hall".into(), seats: None, origin: None }.into(),
        Programme::PlaceSession { session, room: RoomId(1), start: "2026-10-26T09:00:00Z".parse().unwrap() }
            .into(),
        Programme::PublishProgramme { meeting, label: "1".into(), note: String::new() }.into(),
        // The draft is ahead again, and a session has no place.
        Programme::UnplaceSession { session }.into(),
        People::GrantOffice { person: PersonId(1), office: Office::Reviewer }.into(),
    ];
    steps.into_iter().for_each(|step| house.give("igf", step));
    let mut checked = 0;
    for one in Access::ALL {
        let cookie = house.sign_in("igf", one);
        let person = cookie.as_ref().map(|_| Actor::Person(PersonId(one as u32)));
        let state = house.app.state("igf").unwrap();
        let has = access(crate::app::forum_in(&state), person);
        for route in ROUTES.iter().filter(|route| route.kind == Kind::Page && route.may.meets(has)) {
            let got = house.ask(route, &address(route, "igf", true), cookie.as_deref());
            for (verb, to) in leads(&got.body) {
                let row = row_of(verb, &to);
                let may = row.is_none_or(|row| row.may.meets(has));
                assert!(may, "{} leads {} to {to}", route.path, one.key());
                checked += 1;
            }
        }
    }
    assert!(checked > 1_000, "{checked} links");
}

#[test]
fn whoever_only_reads_a_draft_learns_nothing_from_a_comparison_of_what_is_demanded() {
    let house = House::new(&["igf"]);
    let (meeting, session, room) = (MeetingId(1), SessionId(1), RoomId(1));
    let (start, end) = ("2026-10-26T09:00:00Z".parse().unwrap(), "2026-10-26T12:00:00Z".parse().unwrap());
    let times = vec![Stretch { start, end }];
    let steps: Vec<forum::Command> = vec![
        Programme::OpenRoom { meeting, name: "Hall".into(), seats: None, origin: None }.into(),
        Programme::PlaceSession { session, room, start }.into(),
        Programme::Demand(Demand::BlockRoom { meeting, room, times }).into(),
    ];
    steps.into_iter().for_each(|step| house.give("igf", step));
    for (kind, said) in [(Kind::Page, "blocked"), (Kind::Data, "\"blocked\"")] {
        let compares = |route: &&Route| route.path.ends_with("/compare") && route.kind == kind;
        let route = ROUTES.iter().find(compares).unwrap();
        for (one, learns) in [(Access::Reviewer, false), (Access::Secretariat, true)] {
            let cookie = house.sign_in("igf", one);
            let got = house.ask(route, &address(route, "igf", true), cookie.as_deref());
            assert_eq!(got.status, StatusCode::OK, "{}", got.body);
            assert_eq!(got.body.contains(said), learns, "{} {}", one.key(), got.body);
        }
    }
}
