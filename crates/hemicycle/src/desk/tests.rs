//! Forms of the desk, sent as a browser sends them.

use crate::app::{App, Where, forum_in};
use crate::router::router;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use forum::SessionId;
use std::sync::Arc;
use tower::ServiceExt as _;

mod plan;

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
