//! Calls at the desk: drawn up, announced, looked through and screened, by forms as a browser sends them.

use super::Desk;
use crate::app::forum_in;
use axum::http::StatusCode;
use forum::call::{Command as Step, Stage};
use forum::people::{Command as People, NewPerson};
use forum::{Actor, CallId, Command, PersonId, ProposalId};
use platform::writer::Key;

const GATE: &str = "opens-day=2026-01-05&opens=09:00&closes-day=2099-02-16&closes=23:59";

impl Desk {
    /// Does something in somebody's name.
    pub(in crate::desk) fn give(&self, by: Actor, command: impl Into<Command>) {
        let key = Key::new(&format!("given-{}", self.acts())).unwrap();
        let done = self.runtime.block_on(self.app.give_as("igf", by, key, command.into()));
        assert!(done.is_ok(), "{:?}", done.err());
    }

    /// Sends a form that must be done.
    pub(in crate::desk) fn do_form(&self, address: &str, fields: &str) {
        let key = self.acts();
        assert_eq!(self.post(address, &format!("{fields}&key=k{key}")), StatusCode::SEE_OTHER, "{fields}");
    }

    /// A call for the meeting in Nairobi, announced, with a draft of somebody in it.
    pub(in crate::desk) fn with_call(mode: &str) -> Desk {
        let desk = Desk::new();
        desk.do_form("/calls", &format!("do=draw-up&title=Spring&meeting=1&mode={mode}&{GATE}"));
        desk.do_form("/calls/1", "do=announce");
        let person = NewPerson {
            name: "Amina Diallo".into(),
            email: "amina@example.org".into(),
            ..NewPerson::default()
        };
        desk.give(Actor::Secretariat, People::AddPerson(person));
        let kind = if mode == "issues" { "issue" } else { "workshop" };
        desk.begin(kind);
        desk
    }

    /// Another draft of the same person.
    pub(in crate::desk) fn begin(&self, kind: &str) -> ProposalId {
        let amina = Actor::Person(PersonId(1));
        self.give(amina, Step::Begin { call: CallId(1), kind: kind.into() });
        let state = self.app.state("igf").unwrap();
        *forum_in(&state).call.proposals.keys().next_back().unwrap()
    }

    /// An answer to a field of a draft.
    pub(in crate::desk) fn answer(&self, proposal: ProposalId, field: &str, value: &str) {
        let values = vec![value.to_owned()];
        let step = Step::SaveAnswer { proposal, field: field.into(), values, on: 0 };
        self.give(Actor::Person(PersonId(1)), step);
    }
}

#[test]
fn a_call_is_drawn_up_by_the_clock_of_its_venue_and_said_in_two_languages() {
    let desk = Desk::with_call("sessions");
    desk.do_form(
        "/calls/1?language=fr",
        "do=said&language=fr&title=Printemps&introduction=Bonjour&how_decided=",
    );
    let state = desk.app.state("igf").unwrap();
    let call = &forum_in(&state).call.calls[&CallId(1)];
    assert_eq!(call.about.gate.opens.to_string(), "2026-01-05T06:00:00Z", "Nairobi is three hours ahead");
    let said: Vec<_> = call.about.title.iter().map(|(tag, text)| (tag.as_str(), text.as_str())).collect();
    assert_eq!(said, [("en", "Spring"), ("fr", "Printemps")]);
    let (status, page) = desk.get("/igf/desk/calls/1?lang=fr");
    assert_eq!(status, StatusCode::OK);
    assert!(
        page.contains("Printemps") && page.contains("UTC+3") && page.contains("value=\"09:00\""),
        "{page}"
    );
    desk.do_form(
        "/calls/1",
        &format!("do=when&{}&told_by=2099-04-01&open=yes", GATE.replace("09:00", "10:30")),
    );
    let state = desk.app.state("igf").unwrap();
    let about = &forum_in(&state).call.calls[&CallId(1)].about;
    assert_eq!((about.gate.opens.to_string(), about.open), ("2026-01-05T07:30:00Z".to_owned(), true));
    assert_eq!(about.title.len(), 2, "and what it says stayed");
}

#[test]
fn a_gate_that_closes_before_it_opens_is_refused_and_what_was_typed_stays() {
    let desk = Desk::with_call("sessions");
    let fields = "do=when&id=0&opens-day=2026-03-01&opens=09:00&closes-day=2026-02-01&closes=12:34&key=z";
    assert_eq!(desk.post("/calls/1", fields), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(desk.post("/calls/1", "do=when&opens-day=soon&key=y"), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(desk.post("/calls/7", "do=announce&key=x"), StatusCode::NOT_FOUND);
}

#[test]
fn a_type_of_session_is_asked_for_with_its_own_dates_and_no_longer() {
    let desk = Desk::with_call("sessions");
    desk.do_form("/calls/1", &format!("do=offer&kind=main-session&minutes=45, 90&most=2&{GATE}"));
    let offer = |desk: &Desk| {
        let state = desk.app.state("igf").unwrap();
        let offers = &forum_in(&state).call.calls[&CallId(1)].offers;
        offers.iter().find(|offer| offer.kind == "main-session").cloned()
    };
    let kept = offer(&desk).unwrap();
    assert_eq!((kept.minutes, kept.most, kept.gate.is_some()), (vec![45, 90], Some(2), true));
    desk.do_form("/calls/1", "do=drop-kind&kind=main-session");
    assert!(offer(&desk).is_none());
    assert_eq!(
        desk.post("/calls/1", "do=offer&kind=workshop&minutes=long&key=m"),
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

#[test]
fn only_somebody_known_gets_leave_to_be_late() {
    let desk = Desk::with_call("sessions");
    desk.do_form("/calls/1", "do=late&people=Amina%20Diallo&until-day=2099-03-01&until=12:00");
    let state = desk.app.state("igf").unwrap();
    let late = &forum_in(&state).call.calls[&CallId(1)].late;
    assert_eq!(late.get(&PersonId(1)).unwrap().to_string(), "2099-03-01T09:00:00Z");
    let nobody = "do=late&people=Nobody&until-day=2099-03-01&until=12:00&key=n";
    assert_eq!(desk.post("/calls/1", nobody), StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn proposals_are_found_by_what_they_are_and_what_they_lack_and_leave_as_a_table_without_formulas() {
    let desk = Desk::with_call("sessions");
    let second = desk.begin("open-forum");
    desk.answer(ProposalId(1), "title", "=HYPERLINK(\"x\")");
    desk.answer(second, "title", "Rivers & <b>lakes</b>");
    desk.answer(second, "theme", "data");
    let shows = |query: &str| {
        let (status, page) = desk.get(&format!("/igf/desk/calls/1/proposals?{query}"));
        assert_eq!(status, StatusCode::OK);
        (page.contains("HYPERLINK"), page.contains("Rivers &amp; &lt;b&gt;lakes"))
    };
    for (query, expected) in [
        ("", (true, true)),
        ("type=open-forum", (false, true)),
        ("theme=data", (false, true)),
        ("q=rivers", (false, true)),
        ("q=amina", (true, true)),
        ("stage=submitted", (false, false)),
        ("lack=theme", (true, false)),
        ("lack=anything&sort=title", (true, true)),
        ("group=government", (false, false)),
    ] {
        let shown = shows(query);
        // The question itself stands in the field of the search.
        assert_eq!(shown, expected, "{query}");
    }
    let (status, file) = desk.get("/igf/desk/calls/1/proposals.csv?type=workshop");
    assert_eq!(status, StatusCode::OK);
    let lines: Vec<_> = file.lines().collect();
    assert_eq!(lines.len(), 2, "a head and one row");
    assert!(lines[1].contains("\"'=HYPERLINK(\"\"x\"\")\""), "{}", lines[1]);
}

#[test]
fn a_proposal_is_shown_with_what_it_lacks_and_is_erased_only_if_that_is_meant() {
    let desk = Desk::with_call("sessions");
    desk.answer(ProposalId(1), "description", "Of rivers <script>");
    let (status, page) = desk.get("/igf/desk/proposals/1");
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("rivers") && !page.contains("<script>"));
    assert_eq!(desk.get("/igf/desk/proposals/01").0, StatusCode::NOT_FOUND);
    assert_eq!(desk.post("/proposals/1", "do=erase&id=0&key=e"), StatusCode::UNPROCESSABLE_ENTITY);
    desk.do_form("/proposals/1", "do=late&until-day=2099-03-01&until=12:00");
    desk.do_form("/proposals/1", "do=erase&sure=yes");
    let state = desk.app.state("igf").unwrap();
    assert_eq!(forum_in(&state).call.proposals[&ProposalId(1)].stage, Stage::Erased);
    assert_eq!(desk.get("/igf/desk/proposals/1").0, StatusCode::OK);
    assert!(!desk.get("/igf/desk/calls/1/proposals").1.contains("desk/proposals/1\""));
}

#[test]
fn what_the_desk_shows_of_calls_can_be_had_as_data() {
    let desk = Desk::with_call("issues");
    for (address, part) in [
        ("/api/igf/desk/calls", "\"mode\":\"issues\""),
        ("/api/igf/desk/calls/1", "\"takes\":\"prose\""),
        ("/api/igf/desk/calls/1/proposals", "\"stage\":\"draft\""),
        ("/api/igf/desk/proposals/1", "\"answers\":{}"),
    ] {
        let (status, data) = desk.get(address);
        assert!(status == StatusCode::OK && data.contains(part), "{address}: {data}");
    }
    assert!(desk.get("/igf/desk").1.contains("/igf/desk/calls/1"));
}
