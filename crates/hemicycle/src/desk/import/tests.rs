//! Files as a browser without scripts sends them: shown first, done when that was seen, and not otherwise.

use super::super::tests::Desk;
use super::preview::on_page;
use crate::app::forum_in;
use crate::languages::{LANGUAGES, languages};
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use forum::MeetingId;
use tower::ServiceExt as _;

const TABLE: &str = "Title,Date,Start,Duration,Room,Speakers\n\
    Rivers,2026-11-02,09:00,60,Hall,Amina Diallo\n\
    Lakes,2026-11-02,09:30,60,Hall,Bruno Costa\n\
    Seas,2026-11-03,25:99,60,Hall,\n";

struct Got {
    status: StatusCode,
    body: String,
}

impl Got {
    /// What stands in a hidden field.
    fn hidden(&self, field: &str) -> &str {
        let from = self
            .body
            .split(&format!("name=\"{field}\" value=\""))
            .nth(1)
            .unwrap_or_else(|| panic!("{}", self.body));
        from.split('"').next().unwrap()
    }
}

/// Sends the form of the page with a file.
fn send(desk: &Desk, file: Option<&str>, fields: &[(&str, &str)]) -> Got {
    let part = |name: &str, value: &str| {
        format!("--XX\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let mut body: String = fields.iter().map(|(name, value)| part(name, value)).collect();
    let chosen = file.map_or(("", ""), |text| ("table.csv", text));
    body += &part(&format!("file\"; filename=\"{}", chosen.0), chosen.1);
    body += "--XX--\r\n";
    let request = Request::post("/igf/desk/import")
        .header(header::AUTHORIZATION, format!("Bearer {}", desk.token))
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=XX")
        .body(Body::from(body))
        .unwrap();
    desk.runtime.block_on(async {
        let (parts, body) = desk.router.clone().oneshot(request).await.unwrap().into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        Got { status: parts.status, body: String::from_utf8(bytes.to_vec()).unwrap() }
    })
}

fn seq(desk: &Desk) -> u64 {
    desk.app.state("igf").unwrap().seq
}

fn sessions(desk: &Desk) -> usize {
    forum_in(&desk.app.state("igf").unwrap()).programme.meetings[&MeetingId(1)].sessions.len()
}

#[test]
fn whoever_would_have_two_sessions_at_a_time_is_named_before_anything_is_written() {
    let desk = Desk::new();
    let look = |speaker: &str| {
        let table = format!(
            "Title,Date,Start,Duration,Room,Speakers\nRivers,2026-11-02,09:00,60,Hall,Amina Diallo\n\
             Lakes,2026-11-02,10:00,60,Annex,{speaker}\n"
        );
        send(&desk, Some(&table), &[NAIROBI, ("do", "look")]).body
    };
    let twice = look("Amina Diallo");
    let said = twice.split("Two sessions at a time").nth(1).unwrap_or_else(|| panic!("{twice}"));
    assert!(said.split("</details>").next().unwrap().contains("Amina Diallo"), "{said}");
    assert!(!look("Bruno Costa").contains("Two sessions at a time"));
}

const NAIROBI: (&str, &str) = ("meeting", "nairobi");

#[test]
fn a_file_is_shown_with_what_is_lost_before_it_is_done_and_done_as_it_was_shown() {
    let desk = Desk::new();
    let before = seq(&desk);
    let shown = send(&desk, Some(TABLE), &[NAIROBI, ("do", "look")]);
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
    // The second overlaps the first in one room; the third has a time that no clock shows.
    assert!(shown.body.contains("line 3") && shown.body.contains("line 4"), "{}", shown.body);
    assert!(shown.body.contains("25:99"));
    assert_eq!(seq(&desk), before, "looking writes nothing");
    let (kept, seen, key) = (shown.hidden("kept"), shown.hidden("seen"), shown.hidden("key"));
    let map = ("map", "title=Title,date=Date,start=Start,duration=Duration,room=Room,speakers=Speakers");
    let done = [NAIROBI, ("do", "write"), ("kept", kept), ("seen", seen), ("key", key), ("minutes", "60")];
    // What the browser sends back is what stands on the page, with the columns as they were understood.
    let unlike = send(&desk, None, &[&done[..], &[map, ("withdraw", "yes")]].concat());
    assert!(unlike.body.contains("Something has changed"), "{}", unlike.body);
    assert_eq!(seq(&desk), before, "other choices are shown first");
    let again = send(&desk, None, &[NAIROBI, ("do", "look"), ("kept", kept), ("minutes", "60"), map]);
    let seen = again.hidden("seen");
    let done =
        [NAIROBI, ("do", "write"), ("kept", kept), ("seen", seen), ("key", key), ("minutes", "60"), map];
    assert_eq!(send(&desk, None, &done).status, StatusCode::SEE_OTHER);
    assert_eq!(sessions(&desk), 1 + 3);
    let gone = send(&desk, None, &done);
    assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY, "the file is let go of");
    assert_eq!(sessions(&desk), 1 + 3);
}

#[test]
fn nothing_is_done_when_the_forum_has_moved_on_since_it_was_shown() {
    let desk = Desk::new();
    let fields = [NAIROBI, ("do", "look"), ("minutes", "60")];
    let shown = send(&desk, Some(TABLE), &fields);
    let map = shown.body.split("name=\"map\"").nth(1).and_then(|rest| rest.split('\n').nth(1)).unwrap();
    let map = map.split('<').next().unwrap();
    desk.post("/meetings/nairobi/rooms", "do=open-room&name=Another&key=z");
    let before = seq(&desk);
    let done = [
        NAIROBI,
        ("do", "write"),
        ("kept", shown.hidden("kept")),
        ("seen", shown.hidden("seen")),
        ("key", "k"),
        ("minutes", "60"),
        ("map", map),
    ];
    let got = send(&desk, None, &done);
    assert!(got.status == StatusCode::OK && got.body.contains("Something has changed"), "{}", got.body);
    assert_eq!(seq(&desk), before);
}

#[test]
fn what_cannot_be_taken_over_is_said_and_nothing_is_done() {
    let desk = Desk::new();
    let before = seq(&desk);
    for (file, said) in [
        (None, "choose a file"),
        (Some("{\"schedule\": "), "Nothing is written"),
        (Some("only one cell"), "Nothing is written"),
        // The file names no meeting, and nobody chose one.
        (Some(TABLE), "Meeting”"),
    ] {
        let got = send(&desk, file, &[("do", "write")]);
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{file:?}");
        assert!(got.body.contains(said) && got.body.contains("role=\"alert\""), "{file:?}: {}", got.body);
    }
    let large = "x".repeat(crate::api::COMMAND_BYTES_MAX + 1);
    assert_eq!(send(&desk, Some(&large), &[]).status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(seq(&desk), before);
}

#[test]
fn no_sentence_on_the_page_speaks_of_the_command_line() {
    // These are said at the terminal alone.
    let elsewhere = ["import-more", "import-publication-refused", "import-not-yet"];
    for language in LANGUAGES {
        let lang = languages().get(language.tag).unwrap();
        let (_, text) = language.files.iter().find(|(name, _)| *name == "import.ftl").unwrap();
        let mut message = "";
        for line in text.lines() {
            message = if line.starts_with("import-") { line.split(' ').next().unwrap() } else { message };
            let said = on_page(lang, line);
            assert!(elsewhere.contains(&message) || !said.contains("--"), "{}: {said}", language.tag);
        }
    }
}
