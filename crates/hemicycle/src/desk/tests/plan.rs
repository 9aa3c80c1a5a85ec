//! The forms of what planning needs to know, and what a place costs, sent as a browser sends them.

use super::Desk;
use crate::app::forum_in;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use forum::programme::Programme;
use forum::programme::demands::Wish;
use forum::{MeetingId, PersonId, ResourceId, RoomId, SessionId};
use tower::ServiceExt as _;

impl Desk {
    fn text(&self, address: &str) -> (StatusCode, String) {
        self.read(&format!("/igf{address}"))
    }

    fn api(&self, address: &str) -> (StatusCode, String) {
        self.read(&format!("/api/igf{address}"))
    }

    fn read(&self, address: &str) -> (StatusCode, String) {
        let request = Request::get(address)
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token))
            .body(Body::empty());
        self.runtime.block_on(async {
            let answer = self.router.clone().oneshot(request.unwrap()).await.unwrap();
            let status = answer.status();
            let body = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
            (status, String::from_utf8(body.to_vec()).unwrap())
        })
    }

    fn draft(&self) -> Programme {
        forum_in(&self.app.state("igf").unwrap()).programme.meetings[&MeetingId(1)].clone()
    }

    /// Sends forms one after another, each of which is done.
    fn done(&self, forms: &[(&str, &str)]) {
        for (n, (address, fields)) in forms.iter().enumerate() {
            let address = format!("/meetings/nairobi/{address}");
            let key = self.acts();
            let status = self.post(&address, &format!("{fields}&key=t{n}.{key}"));
            assert_eq!(status, StatusCode::SEE_OTHER, "{address} {fields}");
        }
    }
}

/// A hall and an annex, two slots on the first day, the opening in the hall and a second session nowhere.
fn planned() -> Desk {
    let desk = Desk::new();
    desk.done(&[
        ("rooms", "do=open-room&id=0&name=Annex&seats=20"),
        ("rooms", "do=grid&id=0&days=2026-11-02&slots=09:00-10:00%0A10:00-11:00"),
        ("programme", "do=add&id=0&title=Second&kind=workshop&language=en&minutes=60&people=Amina Diallo"),
        ("sessions/ws-1", "do=give-role&id=0&people=Amina Diallo&role=speaker"),
        ("programme", "do=place&id=0&session=1&room=1&day=2026-11-02&time=09:00"),
    ]);
    desk
}

fn codes(desk: &Desk) -> Vec<String> {
    desk.draft().sessions.values().map(|session| session.slug.to_string()).collect()
}

#[test]
fn a_room_with_a_comma_in_its_name_can_be_walked_to() {
    let desk = planned();
    desk.done(&[
        ("rooms", "do=open-room&id=0&name=Hall, North"),
        ("means", "do=walks&id=0&walking=5&walks=Hall, North, Annex, 12%0AHall, Hall, North, 3"),
    ]);
    let walks = desk.draft().demands.walks;
    let walks: Vec<_> = walks.iter().map(|walk| (walk.one.0, walk.other.0, walk.minutes)).collect();
    assert_eq!(walks, [(1, 3, 3), (2, 3, 12)]);
}

#[test]
fn a_weight_that_is_no_number_is_told_at_its_own_field_with_what_was_typed() {
    let desk = planned();
    let request = Request::post("/igf/desk/meetings/nairobi/means")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from("do=weights&id=0&night=much&load=15&key=w"));
    let (status, page) = desk.ask(request.unwrap());
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let field = |name: &str| {
        let from = page.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("{name}: {page}"));
        page[from..].split('>').next().unwrap()
    };
    assert!(field("night").contains("aria-invalid") && field("night").contains("much"), "{}", field("night"));
    assert!(!field("load").contains("aria-invalid") && field("load").contains("15"), "{}", field("load"));
}

#[test]
fn every_form_about_demands_does_what_it_says() {
    let desk = planned();
    let [first, second] = &*codes(&desk) else { panic!("two sessions") };
    let (needs, of_second) = (format!("sessions/{first}"), format!("sessions/{second}"));
    desk.done(&[
        (
            "rooms",
            "do=room-needs&id=1&features=hybrid-kit&others=A piano, a stage&blocked=2026-11-02 12:00-13:00%0A2026-11-03",
        ),
        ("means", "do=add-resource&id=0&name=Interpreters&count=2"),
        ("means", "do=resource&id=1&name=Teams of interpreters&count=3"),
        ("means", "do=walks&id=0&walking=5&walks=hall, ANNEX, 12"),
        ("means", "do=weights&id=0&night=9&load=15&same-track="),
        (&needs, "do=needs&id=0&features=hybrid-kit&others=a piano&resource-1=2&expected=250&plenary=yes"),
        (&needs, "do=order&id=0&order=after&session=2"),
        (&needs, "do=lock&id=0"),
        ("people", "do=person&id=1&zone=Africa/Dakar&online=yes&away=2026-11-02 22:00-08:00"),
    ]);
    let demands = desk.draft().demands;
    assert_eq!(demands.features[&RoomId(1)], ["hybrid-kit", "A piano", "a stage"]);
    let blocked = &demands.blocked[&RoomId(1)];
    assert_eq!(blocked[0].start.to_string(), "2026-11-02T09:00:00Z", "noon in Nairobi");
    assert_eq!(blocked.len(), 2);
    let resource = &demands.resources[&ResourceId(1)];
    assert_eq!((resource.name.as_str(), resource.count), ("Teams of interpreters", 3));
    assert_eq!((demands.walking, demands.walks[0].minutes), (5, 12));
    assert_eq!(demands.weights.iter().collect::<Vec<_>>(), [(&Wish::Night, &9)], "the rest is as usual");
    let needs_of = demands.of(SessionId(1));
    assert_eq!((needs_of.resources.len(), needs_of.expected, needs_of.plenary), (2, Some(250), true));
    assert!(demands.orders.contains(&(SessionId(2), SessionId(1))));
    assert!(demands.locked.contains(&SessionId(1)));
    let said = &demands.people[&PersonId(1)];
    assert_eq!(said.away[0].start.to_string(), "2026-11-02T22:00:00Z", "by the clock of Dakar");
    assert_eq!(said.away[0].end.to_string(), "2026-11-03T08:00:00Z");
    desk.done(&[(&needs, "do=drop-order&id=1&before=2&after=1"), (&needs, "do=unlock&id=0")]);
    let demands = desk.draft().demands;
    assert!(demands.orders.is_empty() && demands.locked.is_empty());
    for address in [needs.as_str(), &of_second, "people?person=1", "means", "rooms", "programme"] {
        let (status, page) = desk.text(&format!("/desk/meetings/nairobi/{address}"));
        assert_eq!(status, StatusCode::OK, "{address}");
        assert!(!page.contains("plan-"), "a message is missing: {address}");
    }
    let (_, page) = desk.text("/desk/meetings/nairobi/people?person=1");
    assert!(page.contains("id=\"person-1\""), "the form of whoever was asked for: {page}");
}

#[test]
fn what_cannot_be_read_is_shown_again_with_the_reason() {
    let desk = planned();
    let before = desk.acts();
    for (address, fields) in [
        ("rooms", "do=room-needs&id=1&blocked=whenever"),
        ("means", "do=walks&id=0&walking=5&walks=Hall, Cellar, 3"),
        ("means", "do=weights&id=0&night=heavy"),
        ("means", "do=add-resource&id=0&name=Cameras&count=many"),
        ("people", "do=person&id=1&away=never"),
        ("people", "do=find&id=0&people=Nobody At All"),
    ] {
        let status = desk.post(&format!("/meetings/nairobi/{address}"), &format!("{fields}&key=u{fields}"));
        assert!(!status.is_redirection() && !status.is_success(), "{address} {fields}: {status}");
    }
    assert_eq!(desk.acts(), before, "nothing happened");
    let found = desk.post("/meetings/nairobi/people", "do=find&id=0&people=amina diallo&key=v");
    assert_eq!((found, desk.acts()), (StatusCode::SEE_OTHER, before), "to find somebody changes nothing");
}

#[test]
fn a_session_is_moved_to_the_place_of_a_button_unless_it_is_locked() {
    let desk = planned();
    let [first, second] = &*codes(&desk) else { panic!("two sessions") };
    let address = format!("/desk/meetings/nairobi/sessions/{second}/places");
    let (status, page) = desk.text(&address);
    assert_eq!(status, StatusCode::OK);
    // In the hall after the opening; at nine Amina opens.
    assert!(page.contains("1@2026-11-02T07:00:00Z"), "{page}");
    let (open, broken) = page.split_once("<details>").expect("some places break a demand");
    assert!(!open.contains("2@2026-11-02T06:00:00Z") && broken.contains("2@2026-11-02T06:00:00Z"));
    assert!(broken.contains("Somebody in two places"));
    desk.done(&[(&format!("sessions/{second}/places"), "do=move&id=1&at=1@2026-11-02T07:00:00Z")]);
    let place = desk.draft().sessions[&SessionId(2)].place.unwrap();
    assert_eq!((place.room, place.start.to_string()), (RoomId(1), "2026-11-02T07:00:00Z".to_owned()));
    // An exchange is one command, and so is taken back at once.
    let acts = desk.draft().history.latest().count();
    desk.done(&[(&format!("sessions/{first}/places"), "do=move&id=1&at=1@2026-11-02T07:00:00Z&with=2")]);
    let starts: Vec<_> =
        desk.draft().sessions.values().map(|session| session.place.unwrap().start.to_string()).collect();
    assert_eq!(starts, ["2026-11-02T07:00:00Z", "2026-11-02T06:00:00Z"]);
    assert_eq!(desk.draft().history.latest().count(), acts + 1);
    desk.done(&[(&format!("sessions/{first}/places"), "do=lock&id=0")]);
    let (_, page) = desk.text(&format!("/desk/meetings/nairobi/sessions/{first}/places"));
    assert!(!page.contains("name=\"at\""), "what is locked has no button");
    let to = format!("/meetings/nairobi/sessions/{first}/places");
    assert_eq!(
        desk.post(&to, "do=move&id=1&at=2@2026-11-02T06:00:00Z&key=w"),
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

#[test]
fn places_and_demands_can_be_had_as_data() {
    let desk = planned();
    desk.done(&[("people", "do=person&id=1&online=yes"), ("means", "do=weights&id=0&night=9")]);
    let second = &codes(&desk)[1];
    let json = |address: String| {
        let (status, text) = desk.api(&address);
        assert_eq!(status, StatusCode::OK, "{text}");
        serde_json::from_str::<serde_json::Value>(&text).unwrap()
    };
    let demands = json("/meetings/nairobi/demands".to_owned());
    assert_eq!(demands["people"][0]["availability"]["online"], true);
    let night = demands["weights"].as_array().unwrap().iter().find(|one| one["wish"] == "night").unwrap();
    assert_eq!((night["weight"].as_i64(), night["usual"].as_i64()), (Some(9), Some(5)));
    let places = json(format!("/meetings/nairobi/draft/{second}/places?limit=3"));
    assert_eq!(places["place"], serde_json::Value::Null);
    assert_eq!(places["places"].as_array().unwrap().len(), 3);
    assert_eq!(places["count"], 4);
    assert_eq!(places["costs"][0]["constraint"], "unplaced");
}
