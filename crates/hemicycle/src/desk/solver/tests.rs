//! Runs, from the form that starts one to the draft that adopts it.

use crate::app::forum_in;
use crate::desk::tests::Desk;
use crate::problem::Problem;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use forum::programme::Programme;
use forum::{Actor, MeetingId, RoomId, SessionId};
use serde_json::{Value, json};
use std::time::Duration;

const SOLVER: &str = "/meetings/nairobi/solver";

/// A meeting of two days with two rooms, seven slots a day, and eight sessions without a place.
fn with_sessions() -> Desk {
    let desk = Desk::new();
    let titles = (1..8).map(|n| format!("Session+{n}")).collect::<Vec<_>>().join("%0A");
    let days = "days=2026-11-02&days=2026-11-03";
    for (address, fields) in [
        ("/meetings/nairobi/rooms", "do=open-room&name=Annex&key=r".to_owned()),
        (
            "/meetings/nairobi/rooms",
            format!("do=grid&slots=09:00-10:00%0A10:00-11:00%0A11:00-12:00&{days}&key=g"),
        ),
        (
            "/meetings/nairobi/programme",
            format!("do=list&titles={titles}&kind=workshop&language=en&minutes=60&key=l"),
        ),
    ] {
        assert_eq!(desk.post(address, &fields), StatusCode::SEE_OTHER, "{fields}");
    }
    desk
}

fn draft(desk: &Desk) -> Programme {
    forum_in(&desk.app.state("igf").unwrap()).programme.meetings[&MeetingId(1)].clone()
}

fn unplaced(desk: &Desk) -> usize {
    draft(desk).unplaced().count()
}

fn start(desk: &Desk, wishes: &str) -> StatusCode {
    desk.post(SOLVER, &format!("do=start&keep=nothing&threads=1&seed=7&key=s{wishes}&{wishes}"))
}

fn state(desk: &Desk) -> Value {
    let (status, body) = desk.get("/api/igf/desk/meetings/nairobi/solver");
    assert_eq!(status, StatusCode::OK, "{body}");
    serde_json::from_str(&body).unwrap()
}

/// The last run, once it has ended.
fn ended(desk: &Desk) -> Value {
    for _ in 0..6_000 {
        let state = state(desk);
        if state["state"] != "running" {
            return state;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("the run does not end");
}

fn adopt(desk: &Desk, key: &str) -> StatusCode {
    desk.post(SOLVER, &format!("do=adopt&base={}&key={key}", draft(desk).changed))
}

#[test]
fn what_a_run_found_changes_nothing_until_it_is_adopted_and_one_undo_takes_it_back() {
    let desk = with_sessions();
    let before = (desk.acts(), draft(&desk).places());
    assert_eq!(start(&desk, "seconds=1"), StatusCode::SEE_OTHER);
    let found = ended(&desk);
    assert_eq!(
        (found["state"].as_str(), found["best"]["demands"].as_i64()),
        (Some("found"), Some(0)),
        "{found}"
    );
    assert_eq!(desk.acts(), before.0, "to run is no act");
    let (status, page) = desk.get("/igf/desk/meetings/nairobi/solver");
    assert_eq!(status, StatusCode::OK);
    assert!(
        page.contains("value=\"adopt\"") && page.contains("<svg") && !page.contains("http-equiv"),
        "{page}"
    );
    assert_eq!(adopt(&desk, "a"), StatusCode::SEE_OTHER);
    assert_eq!(unplaced(&desk), 0);
    let places = draft(&desk).places();
    for placed in found["places"].as_array().unwrap() {
        let place = places[&SessionId(placed["session"].as_u64().unwrap() as u32)].unwrap();
        assert_eq!(placed["place"]["room"], place.room.0, "{placed}");
        assert_eq!(placed["place"]["start"], place.start.to_string(), "{placed}");
    }
    let act = draft(&desk).history.to_undo(Actor::Secretariat).unwrap().act;
    let undo = format!("do=undo&act={act}&key=u");
    assert_eq!(desk.post("/meetings/nairobi/programme", &undo), StatusCode::SEE_OTHER);
    assert_eq!(draft(&desk).places(), before.1, "all is back");
}

#[test]
fn a_run_that_goes_on_is_seen_stopped_and_not_begun_twice() {
    let desk = with_sessions();
    // Eight sessions for six places: no bound is reached, and the run goes on until its seconds are over.
    assert_eq!(start(&desk, "seconds=600&rooms=2"), StatusCode::SEE_OTHER);
    assert_eq!(
        start(&desk, "seconds=600&rooms=2"),
        StatusCode::SEE_OTHER,
        "the same form sent twice is one run"
    );
    assert_eq!(start(&desk, "seconds=500&rooms=2"), StatusCode::CONFLICT);
    let page = desk.get("/igf/desk/meetings/nairobi/solver").1;
    for part in ["<progress", "http-equiv=\"refresh\"", "value=\"stop\"", "/assets/run-"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("value=\"start\""), "there is nothing to start while it goes on");
    assert_eq!(desk.post(SOLVER, "do=stop&key=t"), StatusCode::SEE_OTHER);
    assert_eq!(ended(&desk)["state"], "found");
    assert_eq!(desk.post(SOLVER, "do=discard&key=d"), StatusCode::SEE_OTHER);
    assert_eq!(state(&desk)["state"], "none");
    assert_eq!(adopt(&desk, "x"), StatusCode::NOT_FOUND);
}

#[test]
fn wishes_that_cannot_be_granted_are_refused_at_their_field() {
    let desk = with_sessions();
    for wrong in [
        "seconds=0",
        "seconds=601",
        "seconds=x",
        "threads=0&threads=9",
        "rooms=99",
        "sessions=WS+99",
        "seed=-1",
    ] {
        let fields = format!("do=start&keep=nothing&key={wrong}&{wrong}");
        assert_eq!(desk.post(SOLVER, &fields), StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    assert_eq!(desk.post(SOLVER, "do=start&keep=all&key=k"), StatusCode::NOT_FOUND);
    assert_eq!(state(&desk)["state"], "none");
    let empty = desk.post("/meetings/kyoto/solver", "do=start&keep=nothing&key=e");
    assert_eq!(empty, StatusCode::UNPROCESSABLE_ENTITY, "no rooms, no sessions");
}

#[test]
fn what_is_too_much_for_the_planner_is_refused_with_what_to_do_and_is_no_fault_of_ours() {
    let desk = Desk::new();
    let days = "first_day=2027-05-01&last_day=2027-05-15&country=KE";
    let long = format!("do=announce&title=Long&city=Nairobi&zone=UTC&{days}&key=l");
    assert_eq!(desk.post("", &long), StatusCode::SEE_OTHER);
    let slot = |day: i8| {
        let at = |time: &str| format!("2027-05-{day:02}T{time}:00Z");
        json!({"add_slot": {"meeting": 3, "start": at("00:00"), "end": at("23:59")}})
    };
    // One session at an odd minute, and every day of fifteen is cut into minutes.
    let rest = [
        json!({"open_room": {"meeting": 3, "name": "Hall"}}),
        json!({"add_session": {"meeting": 3, "code": "WS 1", "kind": "workshop", "title": "Odd", "language": "en", "minutes": 61}}),
        json!({"place_session": {"session": 2, "room": 2, "start": "2027-05-01T03:07:00Z"}}),
    ];
    for (n, command) in (1..=15).map(slot).chain(rest).enumerate() {
        let request = Request::post("/api/igf/commands")
            .header(header::CONTENT_TYPE, "application/json")
            .header("Idempotency-Key", format!("c{n}"))
            .body(Body::from(json!({"programme": command}).to_string()));
        let (status, body) = desk.ask(request.unwrap());
        assert_eq!(status, StatusCode::OK, "{body}");
    }
    let begun = Request::post("/api/igf/desk/meetings/long/solver")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from("{}"));
    let (status, body) = desk.ask(begun.unwrap());
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
    assert!(body.contains("problem-cannot-plan"), "{body}");
}

#[test]
fn only_what_has_no_place_is_planned_if_the_rest_shall_stay() {
    let desk = with_sessions();
    let place = "do=place&session=1&room=1&day=2026-11-03&time=11:00&key=p";
    assert_eq!(desk.post("/meetings/nairobi/programme", place), StatusCode::SEE_OTHER);
    let there = draft(&desk).sessions[&SessionId(1)].place;
    desk.post(SOLVER, "do=start&keep=placed&seconds=1&threads=1&key=s");
    ended(&desk);
    assert_eq!(adopt(&desk, "a"), StatusCode::SEE_OTHER);
    assert_eq!((draft(&desk).sessions[&SessionId(1)].place, unplaced(&desk)), (there, 0));
}

#[test]
fn a_run_without_a_room_and_a_session_leaves_both_alone_and_the_draft_as_it_was() {
    let desk = with_sessions();
    let code = draft(&desk).sessions[&SessionId(3)].code.replace(' ', "+").replace('#', "%23");
    let before = draft(&desk).places();
    assert_eq!(start(&desk, &format!("seconds=1&rooms=2&sessions={code}")), StatusCode::SEE_OTHER);
    let found = ended(&desk);
    assert_eq!(draft(&desk).places(), before);
    let rooms: Vec<_> =
        found["places"].as_array().unwrap().iter().map(|placed| &placed["place"]["room"]).collect();
    // Six slots in the one room that is left: one of the seven sessions has no place, and neither has the one left out.
    assert_eq!(rooms.iter().filter(|room| ***room == json!(1)).count(), 6, "{found}");
    assert_eq!(rooms.iter().filter(|room| room.is_null()).count(), 2, "{found}");
    let page = desk.get("/igf/desk/meetings/nairobi/solver").1;
    assert!(page.contains("Annex") && page.contains("cannot all be met"), "what conflicts is said: {page}");
}

#[test]
fn a_result_is_adopted_for_the_draft_that_was_seen_and_survives_what_happened_to_it_meanwhile() {
    let desk = with_sessions();
    start(&desk, "seconds=1");
    ended(&desk);
    let base = draft(&desk).changed;
    for (n, command) in [
        json!({"programme": {"withdraw_session": {"session": 1}}}),
        json!({"programme": {"erase_session": {"session": 2}}}),
        json!({"programme": {"close_room": {"meeting": 1, "room": 2}}}),
    ]
    .into_iter()
    .enumerate()
    {
        let give = Request::post("/api/igf/commands")
            .header(header::CONTENT_TYPE, "application/json")
            .header("idempotency-key", format!("c{n}"))
            .body(Body::from(command.to_string()));
        let (status, said) = desk.ask(give.unwrap());
        assert_eq!(status, StatusCode::OK, "{said}");
    }
    let stale = desk.post(SOLVER, &format!("do=adopt&base={base}&key=old"));
    assert_eq!(stale, StatusCode::CONFLICT, "nobody has seen what it would do now");
    let page = desk.get("/igf/desk/meetings/nairobi/solver").1;
    assert!(page.contains("has changed since the run began") && !page.contains("Session 1<"), "{page}");
    assert_eq!(adopt(&desk, "new"), StatusCode::SEE_OTHER);
    let draft = draft(&desk);
    assert!(draft.sessions[&SessionId(1)].withdrawn);
    assert!(
        draft.sessions.values().filter_map(|session| session.placed()).all(|(room, ..)| room == RoomId(1))
    );
}

#[test]
fn a_result_is_kept_as_a_variant_compared_and_adopted_later() {
    let desk = with_sessions();
    start(&desk, "seconds=1");
    ended(&desk);
    assert_eq!(desk.post(SOLVER, "do=keep&name=By+machine&note=Good&key=k"), StatusCode::SEE_OTHER);
    let variants: Value =
        serde_json::from_str(&desk.get("/api/igf/desk/meetings/nairobi/variants").1).unwrap();
    assert_eq!(variants["variants"][0]["name"], "By machine");
    for (sides, status) in [
        ("", StatusCode::OK),
        ("?one=draft&other=run", StatusCode::OK),
        ("?one=variant-1&other=draft", StatusCode::OK),
        ("?one=variant-1&other=run&day=2026-11-03", StatusCode::OK),
        ("?one=variant-2&other=run", StatusCode::NOT_FOUND),
        ("?one=version-1&other=run", StatusCode::NOT_FOUND),
        ("?one=nonsense", StatusCode::NOT_FOUND),
    ] {
        assert_eq!(desk.get(&format!("/igf/desk/meetings/nairobi/compare{sides}")).0, status, "{sides}");
        let data = sides.split("&day").next().unwrap();
        assert_eq!(desk.get(&format!("/api/igf/desk/meetings/nairobi/compare{data}")).0, status, "{sides}");
    }
    let compared = desk.get("/api/igf/desk/meetings/nairobi/compare?one=draft&other=variant-1").1;
    let compared: Value = serde_json::from_str(&compared).unwrap();
    assert_eq!(compared["moves"].as_array().unwrap().len(), 8);
    assert_eq!((&compared["costs"][1]["demands"], &compared["moves"][0]["from"]), (&json!(0), &Value::Null));
    let page = desk.get("/igf/desk/meetings/nairobi/variants").1;
    assert!(page.contains("By machine") && page.contains("Good"));
    let adopt = format!("do=adopt&id=1&base={}&key=a", draft(&desk).changed);
    assert_eq!(desk.post("/meetings/nairobi/variants", &adopt), StatusCode::SEE_OTHER);
    assert_eq!(unplaced(&desk), 0);
    assert_eq!(desk.post("/meetings/nairobi/variants", "do=drop&id=1&key=d"), StatusCode::SEE_OTHER);
    assert!(draft(&desk).variants.is_empty());
}

#[test]
fn a_program_starts_sees_and_stops_a_run() {
    let desk = with_sessions();
    let post = |address: &str, body: &str| {
        let request = Request::post(format!("/api/igf/desk/meetings/nairobi/{address}"))
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_owned()));
        let (status, body) = desk.ask(request.unwrap());
        (status, serde_json::from_str::<Value>(&body).unwrap())
    };
    assert_eq!(post("solver/stop", "").0, StatusCode::NOT_FOUND);
    let (status, wrong) = post("solver", r#"{"minutes": 3}"#);
    assert_eq!(status, StatusCode::BAD_REQUEST, "{wrong}");
    let (status, begun) =
        post("solver", r#"{"seconds": 300, "seed": 5, "threads": 1, "without_rooms": [2]}"#);
    assert_eq!(
        (status, &begun["state"], &begun["wishes"]["seed"]),
        (StatusCode::OK, &json!("running"), &json!(5))
    );
    let (status, twice) = post("solver", "{}");
    assert_eq!((status, &twice["type"]), (StatusCode::CONFLICT, &json!("/reference#problem-run-under-way")));
    assert_eq!(post("solver/stop", "").0, StatusCode::OK);
    let found = ended(&desk);
    assert_eq!(found["places"].as_array().map(Vec::len), Some(8));
}

#[test]
fn runs_end_with_the_server_and_none_begins_after() {
    let desk = with_sessions();
    start(&desk, "seconds=600&rooms=2");
    desk.app.runs().end();
    assert_ne!(state(&desk)["state"], "running");
    let state = desk.app.state("igf").unwrap();
    let again =
        desk.app.runs().start("igf", forum_in(&state), MeetingId(1), super::wishes::Wishes::default(), "");
    assert_eq!(again, Err(Problem::Stopping));
}

#[test]
fn a_server_plans_few_programmes_at_a_time() {
    let desk = with_sessions();
    let state = desk.app.state("igf").unwrap();
    let without_rooms = [RoomId(2)].into();
    let wishes = super::wishes::Wishes { seconds: 600, threads: 1, without_rooms, ..Default::default() };
    let begin = |name: &str| desk.app.runs().start(name, forum_in(&state), MeetingId(1), wishes.clone(), "");
    assert_eq!(begin("one"), Ok(()));
    assert_eq!(begin("two"), Ok(()));
    assert_eq!(begin("three"), Err(Problem::RunsFull));
    desk.app.runs().end();
}
