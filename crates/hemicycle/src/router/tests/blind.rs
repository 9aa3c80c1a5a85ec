//! A blind review, door by door: whoever reviews finds nobody's name, mailbox or organisation at any address, in no data,
//! no export, no search, no log and no error; and before the decision nobody else finds the proposal at all.

use super::walk::address;
use crate::call::tests::{AMINA, BRUNO, CARLA, House};
use crate::routes::{ROUTES, Verb};
use axum::http::Request;
use forum::call::{Command as Call, PartTyped};
use forum::people::{Attendance, Command as People, NewPerson, Office, Role};
use forum::reference::groups::{Gender, StakeholderGroup};
use forum::review::{Command as Review, Screening, Settings};
use forum::{Actor, CallId, PersonId, ProposalId};
use std::collections::{BTreeMap, BTreeSet};

/// Whoever proposes.
const ZEBULON: u32 = 4;

/// Each stands in one place that says who is behind the proposal, and nowhere else.
const CANARIES: [&str; 7] =
    ["zebulon", "quillon", "serinus", "zmail.example", "wrenfield", "finchsite", "finchreport"];

/// What reviewers read, and nobody else before the decision.
const CONTENT: &str = "heronry";

/// A proposal that was screened, assigned and scored in part by Bruno; Carla has no business with it.
fn cage(blind: bool) -> House {
    let house = House::new();
    let email = "zebulon@zmail.example".to_owned();
    house.give(People::AddPerson(NewPerson { name: "Zebulon Ardent".into(), email, ..NewPerson::default() }));
    propose(&house);
    house.give(People::GrantOffice { person: PersonId(BRUNO), office: Office::Reviewer });
    let gate = house.with(|forum| forum.call.calls[&CallId(1)].about.gate);
    let settings = Settings { blind, each: 1, ..Settings::usual(gate) };
    house.give(Review::SetReview { call: CallId(1), settings });
    let proposal = ProposalId(1);
    let (reasons, note) = (vec![], String::new());
    house.give(Review::Screen { proposal, outcome: Screening::Passed, reasons, note });
    let (call, bruno) = (CallId(1), PersonId(BRUNO));
    house.give(Review::Assign { call, assigned: BTreeMap::from([(proposal, vec![bruno])]) });
    let scores = BTreeMap::from([("relevance".to_owned(), 4)]);
    let saved = Review::SaveReview {
        proposal,
        reviewer: bruno,
        scores,
        reasons: vec![],
        to_chair: String::new(),
        to_proposer: String::new(),
        merge: None,
        submit: false,
        on: 0,
    };
    house.give_as(Actor::Person(bruno), saved);
    house
}

fn propose(house: &House) {
    let (by, proposal) = (Actor::Person(PersonId(ZEBULON)), ProposalId(1));
    house.give_as(by, Call::Begin { call: CallId(1), kind: "lightning-talk".into() });
    let answers = [
        ("title", "A Heronry in the City"),
        ("theme", "ai"),
        ("policy-questions", "Who watches?"),
        ("description", "What is seen."),
        ("format", "flash"),
        ("layout", "theatre"),
        ("duration", "20"),
        ("diversity", "Mixed."),
        ("first-time", "no"),
        ("hybrid", "Both."),
        ("interaction", "Much."),
        ("goals", "4"),
        ("earlier", "yes"),
        ("earlier-session", "Wrenfield Lecture"),
        ("earlier-report", "https://finchreport.example/2022"),
        ("website", "https://finchsite.example/"),
    ];
    for (field, value) in answers {
        let (field, values) = (field.to_owned(), vec![value.to_owned()]);
        house.give_as(by, Call::SaveAnswer { proposal, field, values, on: 0 });
    }
    let entry = PartTyped {
        role: Role::Speaker,
        name: "Quillon Serif".into(),
        email: "second@zmail.example".into(),
        organisation: "Serinus Trust".into(),
        group: Some(StakeholderGroup::Media),
        country: "KE".into(),
        region: None,
        gender: Gender::Female,
        attendance: Some(Attendance::Online),
        confirmed: true,
    };
    house.give_as(by, Call::SavePart { proposal, part: None, on: 0, entry });
    house.give_as(by, Call::Submit { proposal });
}

/// Every address at which something may be, with what may be asked of it.
fn addresses() -> Vec<(Verb, String)> {
    let mut all = BTreeMap::new();
    for route in ROUTES {
        let base = address(route, "igf", true);
        // Where nothing is said about a part of an address it is a number, of which the first few are tried; a step of a form
        // may also be somebody's own page.
        let holes = route.path.contains("{call}") || base.split('/').any(|part| part == "0");
        let filled = |value: &str| {
            let parts = route.path.split('/').zip(base.split('/'));
            parts
                .map(|(part, known)| match part {
                    "{person}" | "{step}" => value.to_owned(),
                    part if part.starts_with('{') && known == "0" => "1".to_owned(),
                    _ => known.to_owned(),
                })
                .collect::<Vec<_>>()
                .join("/")
        };
        let values = ["1", "2", "3", "4", "5", "person-1"];
        let several = route.path.contains("{person}") || route.path.contains("{step}");
        let paths: BTreeSet<String> = match (several, holes) {
            (true, _) => values.iter().map(|value| filled(value)).collect(),
            (false, true) => [filled("1"), base].into(),
            (false, false) => [base].into(),
        };
        for path in paths {
            // What is looked for is half of a name, so that an answer that repeats the question says nothing.
            for query in ["", "?q=Zebulo", "?q=Serinu", "?q=zmai"] {
                all.insert(format!("{path}{query}"), route.verb);
            }
        }
    }
    all.into_iter().map(|(path, verb)| (verb, path)).collect()
}

/// Where somebody finds one of these words, in whatever is answered: page, data, file, header or error.
fn finds(house: &House, who: Option<u32>, words: &[&str]) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (verb, path) in addresses() {
        let request = match verb {
            Verb::Get => Request::get(&path),
            _ => Request::post(&path)
                .header("content-type", "application/x-www-form-urlencoded")
                .header("idempotency-key", "one"),
        };
        let got = house.ask(request, who, "");
        let said = format!("{:?}\n{}", got.headers, got.body).to_lowercase();
        for word in words.iter().filter(|word| said.contains(**word)) {
            found.entry((*word).to_owned()).or_default().push(format!("{verb:?} {path}"));
        }
    }
    found
}

#[test]
fn whoever_reviews_blind_finds_nobody_behind_a_proposal_at_any_address() {
    let house = cage(true);
    let found = finds(&house, Some(BRUNO), &CANARIES);
    assert!(found.is_empty(), "{found:#?}");
    assert!(!finds(&house, Some(BRUNO), &[CONTENT]).is_empty(), "what is to be reviewed is read");
}

#[test]
fn the_same_walk_finds_them_where_the_review_is_not_blind_and_for_whoever_proposes() {
    let house = cage(false);
    let found = finds(&house, Some(BRUNO), &CANARIES);
    for canary in ["quillon", "serinus", "wrenfield"] {
        assert!(found.contains_key(canary), "{canary} is nowhere: {found:#?}");
    }
    let own = finds(&house, Some(ZEBULON), &CANARIES);
    assert_eq!(own.len(), CANARIES.len(), "{:?}", own.keys());
}

#[test]
fn before_the_decision_nobody_else_finds_what_was_proposed_or_by_whom() {
    let house = cage(true);
    let hidden: Vec<&str> = CANARIES.into_iter().chain([CONTENT]).collect();
    for who in [None, Some(AMINA), Some(CARLA)] {
        let found = finds(&house, who, &hidden);
        assert!(found.is_empty(), "{who:?}: {found:#?}");
    }
}
