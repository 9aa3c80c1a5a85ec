//! From issues to teams and from accepted proposals to sessions, by forms as a browser sends them.

use super::Desk;
use crate::app::forum_in;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use forum::call::{Command as Step, PartTyped};
use forum::people::{Command as People, NewPerson};
use forum::programme::Session;
use forum::review::Command as Review;
use forum::{Actor, CallId, PartId, PersonId, ProposalId};
use tower::ServiceExt as _;

const AMINA: Actor = Actor::Person(PersonId(1));

impl Desk {
    /// Sends a form to a page that is not of the desk.
    fn send(&self, address: &str, fields: &str) -> (StatusCode, String) {
        let fields = format!("{fields}&key=s{}", self.acts());
        let request = Request::post(address)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(fields));
        self.ask(request.unwrap())
    }

    /// Reads a page as anybody.
    fn as_anybody(&self, address: &str) -> (StatusCode, String) {
        self.runtime.block_on(async {
            let request = Request::get(address).body(Body::empty()).unwrap();
            let answer = self.router.clone().oneshot(request).await.unwrap();
            let status = answer.status();
            let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap();
            (status, String::from_utf8(body.to_vec()).unwrap())
        })
    }

    fn issue(&self, proposal: ProposalId, title: &str, publish: &str) {
        let answers = [
            ("title", title),
            ("category", "security"),
            ("description", title),
            ("join-team", "yes"),
            ("publish", publish),
        ];
        answers.iter().for_each(|(field, value)| self.answer(proposal, field, value));
        self.give(AMINA, Step::Submit { proposal });
    }

    fn sessions(&self) -> Vec<Session> {
        let state = self.app.state("igf").unwrap();
        let (_, programme) = forum_in(&state).programme.meetings.iter().next().unwrap();
        programme.sessions.values().map(|session| Session::clone(session)).collect()
    }
}

/// Two issues about the same and one about something else.
fn with_issues(publish: &str) -> Desk {
    let desk = Desk::with_call("issues");
    desk.issue(ProposalId(1), "Children and their safety online", publish);
    for title in ["Safety of children in online games", "Undersea cables and who mends them"] {
        let next = desk.begin("issue");
        desk.issue(next, title, publish);
    }
    desk
}

#[test]
fn a_proposed_group_becomes_a_cluster_a_team_and_a_session() {
    let desk = with_issues("yes");
    let (status, page) = desk.get("/igf/desk/calls/1/clusters");
    assert!(status == StatusCode::OK && page.contains("id=\"take-1\""), "{page}");
    let data = desk.get("/api/igf/desk/calls/1/clusters").1;
    assert!(data.contains("\"issues\":[1,2]"), "{data}");
    desk.do_form("/calls/1/clusters", "do=take&id=1&title=Children&issues=1&issues=2");
    desk.do_form("/calls/1/clusters", "do=put&id=3&cluster=1");
    desk.do_form("/calls/1/clusters", "do=put&id=3&cluster=");
    desk.do_form("/calls/1/clusters", "do=rename&id=1&title=Children online");
    assert_eq!(desk.as_anybody("/igf/teams/1").0, StatusCode::NOT_FOUND, "it is no team yet");
    desk.do_form("/calls/1/clusters", "do=form-team&id=1");
    let taken = "do=take&id=1&title=Again&issues=1&issues=2&key=again";
    assert_eq!(desk.post("/calls/1/clusters", taken), StatusCode::UNPROCESSABLE_ENTITY, "they are elsewhere");
    assert_eq!(
        desk.send("/igf/teams/1", "do=plan&on=0&plan=First a round of questions").0,
        StatusCode::SEE_OTHER
    );
    desk.do_form("/calls/1/sessions", "do=make-team&id=1");
    let session = desk.sessions().pop().unwrap();
    assert_eq!((session.title.or_empty(), session.roles.len()), ("Children online", 1));
    assert!(
        desk.get(&format!("/igf/desk/meetings/nairobi/sessions/{}", session.slug)).1.contains("/igf/teams/1")
    );
}

#[test]
fn a_team_shows_names_as_far_as_people_agreed_and_addresses_to_nobody() {
    for (publish, named) in [("yes", true), ("no", false)] {
        let desk = with_issues(publish);
        desk.do_form("/calls/1/clusters", "do=take&id=1&title=Children&issues=1&issues=2");
        desk.do_form("/calls/1/clusters", "do=form-team&id=1");
        for address in ["/igf/teams/1", "/api/igf/teams/1", "/igf/teams", "/api/igf/teams"] {
            let (status, page) = desk.as_anybody(address);
            assert_eq!(status, StatusCode::OK, "{address}");
            assert!(page.contains("Children"));
            let shows = page.contains("Amina") && address != "/igf/teams";
            assert_eq!(shows, named && address != "/igf/teams", "{publish} {address}");
            assert!(!page.contains("amina@example.org") && !page.contains("amina%40"), "{address}");
        }
        let (status, _) = desk.as_anybody("/igf/teams/1/addresses.csv");
        assert_ne!(status, StatusCode::OK);
        assert!(desk.get("/igf/teams/1/addresses.csv").1.contains("\"amina@example.org\""));
        assert!(desk.get("/igf/teams/1").1.contains("mailto:"));
    }
}

#[test]
fn whoever_was_overtaken_sees_both_plans() {
    let desk = with_issues("yes");
    desk.do_form("/calls/1/clusters", "do=take&id=1&title=Children&issues=1&issues=2");
    desk.do_form("/calls/1/clusters", "do=form-team&id=1");
    assert_eq!(desk.send("/igf/teams/1", "do=plan&on=0&plan=Ours").0, StatusCode::SEE_OTHER);
    let (status, page) = desk.send("/igf/teams/1", "do=plan&id=0&on=0&plan=Mine");
    assert!(status.is_client_error() && page.contains("Ours") && page.contains("Mine"), "{status}");
    assert_eq!(desk.send("/igf/teams/1", "do=name&person=1&role=focal-point").0, StatusCode::SEE_OTHER);
    assert_eq!(desk.send("/igf/teams/1", "do=leave&id=1").0, StatusCode::SEE_OTHER);
    assert!(desk.get("/api/igf/teams/1").1.contains("\"members\":[]"));
}

#[test]
fn nobody_is_brought_into_a_team_by_others() {
    let desk = with_issues("yes");
    let stranger =
        NewPerson { name: "Mei Canary".into(), email: "mei@canary.example".into(), ..NewPerson::default() };
    desk.give(Actor::Secretariat, People::AddPerson(stranger));
    desk.do_form("/calls/1/clusters", "do=take&id=1&title=Children&issues=1&issues=2");
    desk.do_form("/calls/1/clusters", "do=form-team&id=1");
    let page = desk.get("/igf/teams/1").1;
    assert!(page.contains("<option value=\"1\"") && !page.contains("Canary"), "{page}");
    for person in [2, 4711] {
        let (status, page) = desk.send("/igf/teams/1", &format!("do=name&person={person}&role=expert"));
        assert!(status.is_client_error() && !page.contains("mei@canary.example"), "{status}: {page}");
    }
    for address in ["/igf/teams/1", "/api/igf/teams/1", "/igf/teams/1/addresses.csv"] {
        assert!(!desk.get(address).1.contains("anary"), "{address}");
    }
}

/// A workshop that was accepted, with a speaker who agreed and one who has not answered.
fn accepted() -> Desk {
    let desk = Desk::with_call("sessions");
    let call = CallId(1);
    let state = desk.app.state("igf").unwrap();
    let known = forum_in(&state).call.calls[&call].clone();
    let kept = ["title", "theme", "description", "duration"];
    for field in known.fields.iter().rev().filter(|field| !kept.contains(&field.key.as_str())) {
        desk.give(Actor::Secretariat, Step::DropField { call, field: field.key.clone() });
    }
    for rule in &known.requirements {
        desk.give(Actor::Secretariat, Step::DropRequirement { call, key: rule.key.clone() });
    }
    let proposal = ProposalId(1);
    for (field, value) in
        [("title", "Rivers"), ("theme", "data"), ("description", "Of rivers"), ("duration", "90")]
    {
        desk.answer(proposal, field, value);
    }
    for (name, email) in [("Mei Lin", "mei@example.org"), ("Joao Silva", "joao@example.org")] {
        let person = NewPerson { name: name.into(), email: email.into(), ..NewPerson::default() };
        desk.give(Actor::Secretariat, People::AddPerson(person));
        let entry: PartTyped = serde_json::from_value(
            serde_json::json!({ "role": "speaker", "name": name, "email": email, "attendance": "online" }),
        )
        .unwrap();
        desk.give(AMINA, Step::SavePart { proposal, part: None, on: 0, entry });
    }
    for part in [1, 2] {
        desk.give(AMINA, Step::InvitePart { proposal, part: PartId(part) });
    }
    let agrees = Step::AnswerPart { proposal, part: PartId(1), agrees: true };
    desk.give(Actor::Person(PersonId(2)), agrees);
    desk.give(AMINA, Step::Submit { proposal });
    let settings = forum::review::Settings::usual(known.about.gate);
    desk.give(Actor::Secretariat, Review::SetReview { call, settings });
    desk.do_form("/proposals/1", "do=screen&outcome=passed");
    let (reasons, note) = (Vec::new(), String::new());
    let verdict = forum::review::Verdict::Accepted;
    desk.give(Actor::Secretariat, Review::Decide { proposal, verdict, reasons, note });
    desk.give(Actor::Secretariat, Review::Ready { proposals: vec![proposal] });
    desk
}

#[test]
fn what_was_accepted_becomes_a_session_with_those_who_agreed_and_again_brings_only_who_agreed_since() {
    let desk = accepted();
    let make = |key: &str| desk.post("/calls/1/sessions", &format!("do=make&id=0&key={key}"));
    assert_eq!(make("early"), StatusCode::UNPROCESSABLE_ENTITY, "nobody knows yet that it was accepted");
    desk.give(Actor::Secretariat, Review::Release { call: CallId(1) });
    let (status, page) = desk.get("/igf/desk/calls/1/sessions");
    assert!(status == StatusCode::OK && page.contains("Rivers"), "{page}");
    assert_eq!(make("first"), StatusCode::SEE_OTHER);
    let session = desk.sessions().pop().unwrap();
    assert_eq!((session.title.or_empty(), session.minutes, session.roles.len()), ("Rivers", 90, 2));
    assert!(session.code.starts_with("WS") && session.track.is_some());
    assert!(
        desk.get(&format!("/igf/desk/meetings/nairobi/sessions/{}", session.slug))
            .1
            .contains("desk/proposals/1")
    );
    assert_eq!(make("second"), StatusCode::UNPROCESSABLE_ENTITY, "there is nothing new");
    let agrees = Step::AnswerPart { proposal: ProposalId(1), part: PartId(2), agrees: true };
    desk.give(Actor::Person(PersonId(3)), agrees);
    let before = desk.sessions().len();
    assert_eq!(make("third"), StatusCode::SEE_OTHER);
    assert_eq!((desk.sessions().len(), desk.sessions().pop().unwrap().roles.len()), (before, 3));
}

#[test]
fn all_that_wait_and_lack_nothing_pass_at_once_and_what_is_to_be_repaired_is_a_draft_again() {
    let desk = accepted();
    desk.give(Actor::Secretariat, Review::Undecide { proposal: ProposalId(1) });
    let late = "until-day=2099-05-01&until=12:00";
    desk.do_form("/proposals/1", &format!("do=screen&outcome=repair&reasons=incomplete&note=Please&{late}"));
    let page = desk.get("/igf/desk/proposals/1").1;
    assert!(page.contains("Please"), "{page}");
    desk.give(AMINA, Step::Submit { proposal: ProposalId(1) });
    let waiting = desk.get("/igf/desk/calls/1/proposals?screening=waiting").1;
    assert!(waiting.contains("id=\"pass-all-0\"") && waiting.contains("Rivers"));
    desk.do_form("/calls/1/proposals?screening=waiting", "do=pass-all");
    assert!(desk.get("/igf/desk/calls/1/proposals?screening=passed").1.contains("Rivers"));
}
