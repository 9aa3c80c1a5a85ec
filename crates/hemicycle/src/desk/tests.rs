//! Forms of the desk, sent as a browser sends them.

use crate::app::{App, Where, forum_in};
use crate::router::router;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use forum::SessionId;
use std::sync::Arc;
use tower::ServiceExt as _;

mod calls;
mod form;
mod plan;
mod review;
mod teams;

/// A forum with two meetings in different zones; the first has a room and a session.
pub(super) struct Desk {
    pub(super) app: Arc<App>,
    pub(super) router: Router,
    pub(super) runtime: tokio::runtime::Runtime,
    pub(super) token: String,
    _folder: tempfile::TempDir,
}

impl Desk {
    pub(super) fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let app = App::open(&Where { data: folder.path().to_owned(), database: None }).unwrap();
        let app = Arc::new(app);
        app.begin("igf").unwrap();
        let token = std::fs::read_to_string(folder.path().join("token")).unwrap().trim().to_owned();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let desk = Desk { router: router(Arc::clone(&app)), app, runtime, token, _folder: folder };
        let days = "first_day=2026-11-02&last_day=2026-11-03&country=KE";
        for (address, fields) in [
            ("", "do=found&name=Forum&key=a".to_owned()),
            ("", format!("do=announce&title=Nairobi&city=Nairobi&zone=Africa/Nairobi&{days}&key=b")),
            ("", format!("do=announce&title=Kyoto&city=Kyoto&zone=Asia/Tokyo&{days}&key=c")),
            ("/meetings/nairobi/rooms", "do=open-room&name=Hall&key=d".to_owned()),
            (
                "/meetings/nairobi/programme",
                "do=add&title=Opening&kind=workshop&language=en&minutes=60&key=e".to_owned(),
            ),
        ] {
            assert_eq!(desk.post(address, &fields), StatusCode::SEE_OTHER, "{fields}");
        }
        desk
    }

    pub(super) fn post(&self, address: &str, fields: &str) -> StatusCode {
        let request = Request::post(format!("/igf/desk{address}"))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(fields.to_owned()));
        self.ask(request.unwrap()).0
    }

    /// Asks as whoever sits at the server; gives status and body.
    pub(super) fn ask(&self, mut request: Request<Body>) -> (StatusCode, String) {
        let token = format!("Bearer {}", self.token).parse().unwrap();
        request.headers_mut().insert(header::AUTHORIZATION, token);
        self.runtime.block_on(async {
            let answer = self.router.clone().oneshot(request).await.unwrap();
            let status = answer.status();
            let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap();
            (status, String::from_utf8(body.to_vec()).unwrap())
        })
    }

    /// A page, or data, by its whole address.
    pub(super) fn get(&self, address: &str) -> (StatusCode, String) {
        self.ask(Request::get(address).body(Body::empty()).unwrap())
    }

    pub(super) fn acts(&self) -> u64 {
        forum_in(&self.app.state("igf").unwrap()).seq()
    }
}

#[test]
fn a_session_is_placed_on_the_page_of_its_own_meeting_and_on_no_other() {
    let desk = Desk::new();
    let before = desk.acts();
    let place = "do=place&session=1&room=1&day=2026-11-02&time=09:00";
    assert_eq!(desk.post("/meetings/kyoto/programme", &format!("{place}&key=f")), StatusCode::NOT_FOUND);
    assert_eq!(desk.post("/meetings/kyoto/programme", "do=unplace&session=1&key=g"), StatusCode::NOT_FOUND);
    assert_eq!(desk.acts(), before, "nothing happened");
    assert_eq!(desk.post("/meetings/nairobi/programme", &format!("{place}&key=h")), StatusCode::SEE_OTHER);
    let state = desk.app.state("igf").unwrap();
    let meeting = forum_in(&state).programme.meeting_of(SessionId(1)).unwrap();
    assert!(forum_in(&state).programme.meetings[&meeting].sessions[&SessionId(1)].place.is_some());
}

#[test]
fn a_form_that_is_sent_twice_is_done_once_and_one_that_says_something_else_is_another() {
    let desk = Desk::new();
    let before = desk.acts();
    for (name, done) in [("One", 1), ("One", 1), ("Two", 2)] {
        let fields = format!("do=open-room&id=0&name={name}&key=kept.open-room.0");
        assert_eq!(desk.post("/meetings/nairobi/rooms", &fields), StatusCode::SEE_OTHER);
        assert_eq!(desk.acts() - before, done, "{name}");
    }
    assert_eq!(desk.post("/meetings/nairobi/rooms", "do=open-room&name=Three"), StatusCode::BAD_REQUEST);
}

#[test]
fn two_sessions_are_held_as_one_and_one_undo_takes_it_back() {
    let desk = Desk::new();
    let add = "do=add&kind=workshop&language=en&minutes=60&title";
    let post = |address: &str, fields: &str| {
        assert_eq!(
            desk.post(&format!("/meetings/nairobi/{address}"), fields),
            StatusCode::SEE_OTHER,
            "{fields}"
        );
    };
    post("programme", &format!("{add}=Openness&people=Amina%20Diallo&key=m1"));
    post("programme", &format!("{add}=Openness&people=Amina%20Diallo%0AMei%20Lin&key=m2"));
    let roles = |session: u32| {
        let state = desk.app.state("igf").unwrap();
        let (_, session) = forum_in(&state).programme.session(SessionId(session)).unwrap();
        (session.withdrawn, session.roles.len())
    };
    let before = desk.acts();
    post("similar", "do=merge&id=1&kept=2&gone=3&key=m3");
    assert_eq!((roles(2), roles(3)), ((false, 2), (true, 2)));
    assert_eq!(
        desk.post("/meetings/nairobi/similar", "do=merge&id=1&kept=2&gone=3&key=m4"),
        StatusCode::UNPROCESSABLE_ENTITY
    );
    post("programme", &format!("do=undo&act={}&key=m5", before + 1));
    assert_eq!((roles(2), roles(3)), ((false, 1), (false, 2)));
}

#[test]
fn one_person_under_two_names_becomes_one_in_the_programme() {
    let desk = Desk::new();
    let add = "do=add&kind=workshop&language=en&minutes=60&title";
    for (nth, who) in [(1, "Amina%20Diallo"), (2, "Amina%20K.%20Diallo")] {
        let fields = format!("{add}=About&people={who}&key=p{nth}");
        assert_eq!(desk.post("/meetings/nairobi/programme", &fields), StatusCode::SEE_OTHER);
    }
    assert_eq!(
        desk.post("/meetings/nairobi/collisions", "do=same&id=1&one=1&other=2&key=p3"),
        StatusCode::SEE_OTHER
    );
    let state = desk.app.state("igf").unwrap();
    let draft = &forum_in(&state).programme;
    for session in [2, 3] {
        let (_, session) = draft.session(SessionId(session)).unwrap();
        assert_eq!(session.roles[0].1.0, 1, "both are the first's now");
    }
}
