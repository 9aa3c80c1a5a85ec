//! Whatever somebody writes into a call, a proposal or a review is only text on every page, whoever reads it.

use axum::http::{Request, header};
use forum::call::{About, Choice, Command as Call, Field, FieldKind, Limit, PartTyped, Requirement};
use forum::call::{Said, Seen};
use forum::people::{Attendance, Command as People, NewPerson, Office, Role};
use forum::reference::groups::{Gender, StakeholderGroup};
use forum::review::{Command as Review, Criterion, Reason, Screening, Settings, Verdict};
use forum::{Actor, CallId, ClusterId, PartId, PersonId, ProposalId};
use std::collections::{BTreeMap, BTreeSet};

use crate::call::tests::{AMINA, BRUNO, CARLA, Got, House};
use crate::routes::{Kind, ROUTES, Route, Verb};

/// Whoever proposes.
const ZOE: u32 = 4;
/// Whoever is invited to take part.
const GUEST: u32 = 5;

const SESSIONS: CallId = CallId(1);
const ISSUES: CallId = CallId(2);
/// Reviewed, declined and appealed.
const DECLINED: ProposalId = ProposalId(1);
/// Accepted; it might join the first.
const ACCEPTED: ProposalId = ProposalId(2);
/// Sent back by the screening.
const REPAIRED: ProposalId = ProposalId(3);
/// Never submitted, and wrong in all its answers.
const DRAFT: ProposalId = ProposalId(4);
/// An issue, of which a team was made.
const ISSUE: ProposalId = ProposalId(5);

/// The names of the texts of which each must be found on some page, as text.
#[rustfmt::skip] // one thing that is written per line
const TEXTS: &[&str] = &[
    "call-title", "introduction", "how-decided", "label", "help", "choice", "rule",
    "title", "policy-questions", "description", "diversity", "hybrid", "tools", "notes", "website",
    "person", "part", "part-organisation", "cluster", "plan",
    "screening", "criterion", "criterion-help", "reason", "to-chair", "to-proposer",
    "merge", "decision", "appeal", "appeal-answer", "letter-subject", "letter-text",
];

/// What would leave an attribute, an element and a message with holes, and turns the direction of reading.
fn hostile(name: &str) -> String {
    format!(
        "\"'>{name}<script>alert(1)</script><img src=x onerror=alert(1)>{{x}} \u{5e9}\u{5dc}\u{5d5}\u{5dd}"
    )
}

fn said(name: &str) -> Said {
    ["en", "ar"].map(|language| (language.to_owned(), hostile(name))).into()
}

/// A forum in which every text of calls, proposals and reviews is hostile, up to decisions that nobody was told.
fn fort() -> House {
    let house = House::new();
    for (name, email) in [("person", "zoe@zmail.example"), ("guest", "guest@gmail.example")] {
        let (name, email) = (hostile(name), email.to_owned());
        house.give(People::AddPerson(NewPerson { name, email, ..NewPerson::default() }));
    }
    for (person, office) in [(AMINA, Office::Secretariat), (BRUNO, Office::Reviewer), (CARLA, Office::Chair)]
    {
        house.give(People::GrantOffice { person: PersonId(person), office });
    }
    calls(&house);
    proposals(&house);
    reviews(&house);
    house
}

fn calls(house: &House) {
    let gate = house.with(|forum| forum.call.calls[&SESSIONS].about.gate);
    for call in [SESSIONS, ISSUES] {
        let (title, introduction) = (said("call-title"), said("introduction"));
        let how_decided = said("how-decided");
        let about = About { title, introduction, how_decided, gate, told_by: None, open: true };
        house.give(Call::AmendCall { call, about });
        let own = Field {
            key: "own".into(),
            kind: FieldKind::One(vec![Choice { key: "one".into(), said: said("choice") }]),
            label: said("label"),
            help: said("help"),
            required: false,
            limit: Limit::default(),
            only: vec![],
            when: None,
            seen: Seen::Public,
            step: 1,
        };
        house.give(Call::SetField { call, field: own, before: None });
    }
    // The rules bind the draft alone, which breaks them.
    for rule in house.with(|forum| forum.call.calls[&SESSIONS].requirements.clone()) {
        let requirement = Requirement { reason: said("rule"), only: vec!["workshop".into()], ..rule };
        house.give(Call::SetRequirement { call: SESSIONS, requirement });
    }
    let mut settings = Settings { blind: false, each: 1, ..Settings::usual(gate) };
    let (title, help) = (said("criterion"), said("criterion-help"));
    settings.criteria[0] = Criterion { title, help, ..settings.criteria[0].clone() };
    settings.reasons[0] = Reason { said: said("reason"), ..settings.reasons[0].clone() };
    settings.appeals = Some("2098-01-01T00:00:00Z".parse().unwrap());
    house.give(Review::SetReview { call: SESSIONS, settings });
    let (verdict, language) = (Verdict::Declined, "en".to_owned());
    let (subject, text) = (hostile("letter-subject"), hostile("letter-text"));
    house.give(Review::SetLetter { call: SESSIONS, verdict, language, subject, text });
}

fn proposals(house: &House) {
    let zoe = Actor::Person(PersonId(ZOE));
    for (proposal, call, kind) in [
        (DECLINED, SESSIONS, "lightning-talk"),
        (ACCEPTED, SESSIONS, "lightning-talk"),
        (REPAIRED, SESSIONS, "lightning-talk"),
        (DRAFT, SESSIONS, "workshop"),
        (ISSUE, ISSUES, "issue"),
    ] {
        house.give_as(zoe, Call::Begin { call, kind: kind.into() });
        for field in house.with(|forum| forum.call.calls[&call].fields.clone()) {
            if let Some(value) = answer(&field, proposal == DRAFT) {
                let (field, values) = (field.key.clone(), vec![value]);
                house.give_as(zoe, Call::SaveAnswer { proposal, field, values, on: 0 });
            }
        }
        if call == SESSIONS {
            house.give_as(zoe, Call::SavePart { proposal, part: None, on: 0, entry: part() });
        }
        if proposal != DRAFT {
            house.give_as(zoe, Call::Submit { proposal });
        }
    }
    house.give_as(zoe, Call::InvitePart { proposal: DECLINED, part: PartId(1) });
    let cluster = ClusterId(1);
    house.give(Call::AddCluster { call: ISSUES, title: hostile("cluster") });
    house.give(Call::PutIssue { proposal: ISSUE, cluster: Some(cluster) });
    house.give(Call::FormTeam { cluster });
    house.give(Call::PlanTeam { cluster, plan: hostile("plan"), on: 0 });
}

/// What is answered to a field: what can be submitted, or what cannot.
fn answer(field: &Field, wrong: bool) -> Option<String> {
    match &field.kind {
        FieldKind::Line | FieldKind::Prose => Some(hostile(&field.key)),
        FieldKind::One(choices) | FieldKind::Several(choices) => Some(choices[0].key.clone()),
        FieldKind::Truth if field.key == "earlier" && !wrong => Some("no".into()),
        FieldKind::Truth => Some("yes".into()),
        FieldKind::Number if wrong => Some(hostile(&field.key)),
        FieldKind::Number => Some("20".into()),
        FieldKind::Address if wrong => Some(format!("javascript:alert(1)//{}", hostile(&field.key))),
        FieldKind::Address => None,
    }
}

fn part() -> PartTyped {
    PartTyped {
        role: Role::Speaker,
        name: hostile("part"),
        email: "guest@gmail.example".into(),
        organisation: hostile("part-organisation"),
        group: Some(StakeholderGroup::Media),
        country: "KE".into(),
        region: None,
        gender: Gender::Female,
        attendance: Some(Attendance::Online),
        confirmed: true,
    }
}

fn reviews(house: &House) {
    let repair = Screening::Repair { until: "2097-01-01T00:00:00Z".parse().unwrap() };
    let reasons = house.with(|forum| vec![forum.review.settings[&SESSIONS].reasons[0].key.clone()]);
    let passed = Screening::Passed;
    for (proposal, outcome) in [(DECLINED, passed), (ACCEPTED, passed), (REPAIRED, repair)] {
        let (reasons, note) = (reasons.clone(), hostile("screening"));
        house.give(Review::Screen { proposal, outcome, reasons, note });
    }
    let bruno = PersonId(BRUNO);
    let assigned = [DECLINED, ACCEPTED].map(|proposal| (proposal, vec![bruno])).into();
    house.give(Review::Assign { call: SESSIONS, assigned });
    let criteria = house.with(|forum| forum.review.settings[&SESSIONS].criteria.clone());
    let review = Review::SaveReview {
        proposal: DECLINED,
        reviewer: bruno,
        scores: criteria.into_iter().map(|criterion| (criterion.key, 2)).collect(),
        reasons: reasons.clone(),
        to_chair: hostile("to-chair"),
        to_proposer: hostile("to-proposer"),
        merge: None,
        submit: true,
        on: 0,
    };
    house.give_as(Actor::Person(bruno), review);
    let note = hostile("merge");
    house.give(Review::SuggestMerge { into: DECLINED, from: vec![ACCEPTED], note });
    for (proposal, verdict) in [(DECLINED, Verdict::Declined), (ACCEPTED, Verdict::Accepted)] {
        let (reasons, note) = (reasons.clone(), hostile("decision"));
        house.give(Review::Decide { proposal, verdict, reasons, note });
    }
}

/// Tells everybody, and what was declined is appealed.
fn release(house: &House) {
    house.give(Review::Ready { proposals: vec![DECLINED, ACCEPTED] });
    house.give(Review::Release { call: SESSIONS });
    let (proposal, text) = (DECLINED, hostile("appeal"));
    house.give_as(Actor::Person(PersonId(ZOE)), Review::Appeal { proposal, text });
    house.give(Review::AnswerAppeal { proposal, upheld: false, text: hostile("appeal-answer") });
}

/// The rows at which something of calls, proposals, clusters and reviews is read.
fn rows() -> impl Iterator<Item = &'static Route> {
    let parts = ["{call}", "{proposal}", "{cluster}", "{part}", "{step}"];
    let lists = ["/calls", "/proposals", "/review", "/bids", "/teams", "/desk"];
    ROUTES.iter().filter(move |route| {
        route.verb == Verb::Get
            && matches!(route.kind, Kind::Page | Kind::Data)
            && (parts.iter().any(|part| route.path.contains(part))
                || lists.iter().any(|list| route.path.ends_with(list)))
    })
}

/// All addresses of a row, and for the desk's pages also what is asked of them by a query.
fn addresses(route: &Route) -> Vec<String> {
    let mut all = vec![String::new()];
    for part in route.path.split('/').skip(1) {
        let values: &[&str] = match part {
            "{forum}" => &["igf"],
            "{meeting}" => &["autumn"],
            "{call}" => &["1", "2"],
            "{proposal}" => &["1", "2", "3", "4", "5"],
            "{step}" => &["1", "2", "3", "4", "5", "person-1"],
            part if part.starts_with('{') => &["1"],
            part => &[part],
        };
        all = all.iter().flat_map(|base| values.iter().map(move |value| format!("{base}/{value}"))).collect();
    }
    if route.kind == Kind::Page && route.path.contains("/desk/calls/{call}/") {
        let queries = ["", "?proposal=1", "?letters=en", "?field=own", "?set=1.2"];
        all = all.iter().flat_map(|base| queries.map(|query| format!("{base}{query}"))).collect();
    }
    all
}

/// What a walk has read: texts that were found as text, and answers that were data.
#[derive(Default)]
struct Read {
    texts: BTreeSet<&'static str>,
    data: usize,
}

impl Read {
    /// Asks every address as everybody, in a language that is read from the left and one that is not.
    fn walk(&mut self, house: &House) {
        let everybody = [None, Some(AMINA), Some(BRUNO), Some(CARLA), Some(ZOE), Some(GUEST)];
        let cookies = everybody.map(|who| who.map_or(String::new(), |who| house.cookie(who) + "; "));
        let all: BTreeMap<String, Kind> =
            rows().flat_map(|row| addresses(row).into_iter().map(|address| (address, row.kind))).collect();
        for (address, kind) in &all {
            for cookie in &cookies {
                for language in ["en", "ar"] {
                    let request = Request::get(address).header("cookie", format!("{cookie}lang={language}"));
                    self.look(address, *kind, &house.ask(request, None, ""));
                }
            }
        }
    }

    fn look(&mut self, address: &str, kind: Kind, got: &Got) {
        assert!(!got.status.is_server_error(), "{address}: {}", got.body);
        let said = got.headers.get(header::CONTENT_TYPE).map_or("", |kind| kind.to_str().unwrap());
        if kind == Kind::Data {
            assert!(said.contains("json"), "{address} is {said}, which a browser could take for a page");
            let parsed = serde_json::from_str::<serde_json::Value>(&got.body);
            assert!(parsed.is_ok(), "{address}: {parsed:?}");
            self.data += usize::from(got.status.is_success());
            return;
        }
        for raw in ["<script>alert", "<img src=x", "\"'>", "href=\"javascript:"] {
            let at = got.body.find(raw);
            let around = at.map(|at| got.body.get(at.saturating_sub(200)..).unwrap_or(&got.body[at..]));
            assert!(at.is_none(), "{address} has {raw}: {}", around.unwrap_or_default());
        }
        let shown = |name: &&&str| got.body.contains(&format!("&gt;{name}&lt;script&gt;alert"));
        self.texts.extend(TEXTS.iter().filter(shown));
    }
}

#[test]
fn whatever_somebody_writes_into_a_call_a_proposal_or_a_review_is_only_text_on_every_page() {
    let house = fort();
    let mut read = Read::default();
    read.walk(&house);
    release(&house);
    read.walk(&house);
    let unread: Vec<_> = TEXTS.iter().filter(|name| !read.texts.contains(*name)).collect();
    assert!(unread.is_empty(), "on no page: {unread:?}");
    assert!(read.data > 100, "only {} answers were data", read.data);
}
