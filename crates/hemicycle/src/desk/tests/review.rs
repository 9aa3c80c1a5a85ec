//! The forms of a review, sent as a browser sends them, and what no reviewer of a blind call ever reads.

use super::Desk;
use crate::app::forum_in;
use crate::router::router;
use crate::sign_in::carried;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use forum::call::{About, Command as Call, Gate, Mode, PartTyped};
use forum::people::{Command as People, NewPerson, Office, Role};
use forum::reference::groups::{Gender, StakeholderGroup};
use forum::review::{Command as Review, Settings};
use forum::{Actor, CallId, Command, Forum, MeetingId, PersonId, ProposalId};
use jiff::{Timestamp, ToSpan};
use platform::sign_in::{By, Command as Door, Secret};
use platform::writer::Key;
use std::collections::BTreeMap;
use std::sync::Arc;
use tower::ServiceExt as _;

mod bench;
mod panel;

/// Whatever says who stands behind a proposal says one of these.
const CANARIES: [&str; 3] = ["Zebulon", "Kanarie", "Serinus"];

/// A call with four proposals about two themes, of which nobody may know who makes them; two reviewers of different
/// groups, to each of whom all is assigned.
pub(super) struct House {
    pub(super) desk: Desk,
    pub(super) reviewers: [PersonId; 2],
    pub(super) proposer: PersonId,
}

impl House {
    pub(super) fn new() -> House {
        let desk = Desk::new();
        let house = House { desk, reviewers: [PersonId(2), PersonId(3)], proposer: PersonId(1) };
        let person = |name: &str, group| {
            let email = format!("{}@forum.example", name.split(' ').next().unwrap().to_lowercase());
            Command::from(People::AddPerson(NewPerson {
                name: name.into(),
                email,
                group,
                ..NewPerson::default()
            }))
        };
        house.give(person("Zebulon Canary", None));
        house.give(person("Amina Diallo", Some(StakeholderGroup::CivilSociety)));
        house.give(person("Mei Lin", Some(StakeholderGroup::Academia)));
        for reviewer in house.reviewers {
            house.give(People::GrantOffice { person: reviewer, office: Office::Reviewer }.into());
        }
        house.call();
        for (nth, theme) in ["data", "data", "rights", "rights"].into_iter().enumerate() {
            house.propose(u32::try_from(nth).unwrap() + 1, theme);
        }
        house.settle(|_| {});
        let all = (1..=4).map(|id| (ProposalId(id), house.reviewers.to_vec())).collect();
        house.give(Review::Assign { call: CallId(1), assigned: all }.into());
        house
    }

    /// A call of which the form asks for a title and a theme, and nothing else.
    fn call(&self) {
        let now = Timestamp::now();
        let about = About {
            title: BTreeMap::from([("en".to_owned(), "Call".to_owned())]),
            introduction: BTreeMap::new(),
            how_decided: BTreeMap::new(),
            gate: Gate { opens: now - 48.hours(), closes: now + 1.hours() },
            told_by: None,
            open: false,
        };
        self.give(Call::AddCall { meeting: MeetingId(1), mode: Mode::Sessions, about }.into());
        let call = self.forum(|forum| forum.call.calls[&CallId(1)].clone());
        let spare = call.fields.iter().filter(|field| field.key != "title" && field.key != "theme");
        // What depends on another field goes before it.
        for field in spare.rev() {
            self.give(Call::DropField { call: CallId(1), field: field.key.clone() }.into());
        }
        for rule in &call.requirements {
            self.give(Call::DropRequirement { call: CallId(1), key: rule.key.clone() }.into());
        }
        self.give(Call::AnnounceCall { call: CallId(1) }.into());
    }

    fn propose(&self, id: u32, theme: &str) {
        let by = Actor::Person(self.proposer);
        let proposal = ProposalId(id);
        let answer = |field: &str, value: String| {
            Call::SaveAnswer { proposal, field: field.into(), values: vec![value], on: 0 }.into()
        };
        self.give_as(by, Call::Begin { call: CallId(1), kind: "workshop".into() }.into());
        self.give_as(by, answer("title", format!("Proposal about {theme} {id}")));
        self.give_as(by, answer("theme", theme.into()));
        let entry = PartTyped {
            role: Role::Speaker,
            name: "Wilhelmina Kanarie".into(),
            email: "wilhelmina@serinus.example".into(),
            organisation: "Serinus Trust".into(),
            group: Some(StakeholderGroup::Media),
            country: "KE".into(),
            region: None,
            gender: Gender::Female,
            attendance: None,
            confirmed: true,
        };
        self.give_as(by, Call::SavePart { proposal, part: None, on: 0, entry }.into());
        self.give_as(by, Call::Submit { proposal }.into());
    }

    /// Settles how the call is reviewed: scores are taken now, by two criteria.
    pub(super) fn settle(&self, change: impl Fn(&mut Settings)) {
        let now = Timestamp::now();
        let mut settings = Settings::usual(Gate { opens: now - 1.hours(), closes: now + 1.hours() });
        settings.criteria.truncate(2);
        (settings.screens, settings.each, settings.places) = (false, 2, 2);
        change(&mut settings);
        self.give(Review::SetReview { call: CallId(1), settings }.into());
    }

    pub(super) fn give(&self, command: Command) {
        self.give_as(Actor::Secretariat, command);
    }

    pub(super) fn give_as(&self, by: Actor, command: Command) {
        let key = Key::new(&platform::random_token()).unwrap();
        let said = format!("{command:?}");
        let given = self.desk.runtime.block_on(self.desk.app.give_as("igf", by, key, command));
        given.unwrap_or_else(|no| panic!("{said}: {no:?}"));
    }

    pub(super) fn forum<T>(&self, read: impl FnOnce(&Forum) -> T) -> T {
        read(forum_in(&self.desk.app.state("igf").unwrap()))
    }

    fn sign_in(&self, person: PersonId) -> String {
        let member = u64::from(person.0);
        let (link, session) = (Secret::random(), Secret::random());
        let hour = jiff::SignedDuration::from_hours(1);
        let address = "somebody@forum.example".to_owned();
        let ask = Door::AskLink { link: link.digest(), address, member: None, lasts: hour };
        let (device, lasts) = ("a test".to_owned(), hour);
        let open =
            Door::OpenSession { link: link.digest(), session: session.digest(), member, device, lasts };
        for command in [ask, open] {
            let given = self.desk.app.gate().give("igf", By::Anyone, command);
            self.desk.runtime.block_on(given).unwrap().unwrap();
        }
        let cookie = carried::begin("igf", false, &session).unwrap();
        cookie.to_str().unwrap().split(';').next().unwrap().to_owned()
    }

    /// What somebody gets at an address; with fields, what they send there.
    pub(super) fn ask(&self, person: PersonId, address: &str, fields: Option<&str>) -> (StatusCode, String) {
        let request = match fields {
            None => Request::get(address).body(Body::empty()),
            Some(fields) => Request::post(address)
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body(Body::from(format!("{fields}&key={}", platform::random_token()))),
        };
        let mut request = request.unwrap();
        request.headers_mut().insert(header::COOKIE, self.sign_in(person).parse().unwrap());
        request.headers_mut().insert("sec-fetch-site", "same-origin".parse().unwrap());
        self.desk.runtime.block_on(async {
            let answer = router(Arc::clone(&self.desk.app)).oneshot(request).await.unwrap();
            let status = answer.status();
            let to = answer.headers().get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned());
            let body = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
            (status, to.unwrap_or_else(|| String::from_utf8(body.to_vec()).unwrap()))
        })
    }

    /// What the desk gets at an address below `/igf/desk/calls/1/`.
    pub(super) fn page(&self, rest: &str) -> String {
        let (status, body) = self.desk.get(&format!("/igf/desk/calls/1/{rest}"));
        assert_eq!(status, StatusCode::OK, "{rest}: {body}");
        body
    }

    /// Sends a form of the desk.
    pub(super) fn post(&self, rest: &str, fields: &str) -> StatusCode {
        self.desk.post(&format!("/calls/1/{rest}"), &format!("{fields}&key={}", platform::random_token()))
    }

    /// Sends a form of the desk, and gives where it leads.
    pub(super) fn ask_desk(&self, rest: &str, fields: &str) -> (StatusCode, String) {
        let request = Request::post(format!("/igf/desk/calls/1/{rest}"))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::AUTHORIZATION, format!("Bearer {}", self.desk.token))
            .body(Body::from(format!("{fields}&key={}", platform::random_token())));
        self.desk.runtime.block_on(async {
            let answer = self.desk.router.clone().oneshot(request.unwrap()).await.unwrap();
            let to = answer.headers().get(header::LOCATION).map_or("", |to| to.to_str().unwrap());
            (answer.status(), to.to_owned())
        })
    }
}
