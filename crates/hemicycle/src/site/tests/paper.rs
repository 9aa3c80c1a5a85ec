//! The programme on paper, read by a reader that is not ours.

use super::*;
use crate::config::Config;
use crate::languages::LANGUAGES;

/// A site on a machine without any fonts.
fn without_fonts(people: usize, sessions: usize) -> Site {
    let folder = tempfile::tempdir().unwrap();
    let place = Where { data: folder.path().to_owned(), database: None };
    let mut config = Config::of(&place);
    config.fonts = folder.path().join("none");
    let app = App::with(config).unwrap();
    let name = kyoto::Name { seed: kyoto::SEED, people, sessions };
    let plan = kyoto::plan(kyoto::SEED, people, sessions);
    kyoto::build(&plan, name, &app.begin("igf").unwrap(), |_, _| {}).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    Site { app: Arc::new(app), runtime, _folder: folder }
}

fn text_of(document: &lopdf::Document) -> String {
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    let text = document.extract_text(&pages).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_day_on_paper_has_every_session_of_it_with_its_room() {
    let site = without_fonts(100, 30);
    let state = site.app.state("igf").unwrap();
    let version = forum_in(&state).programme.meetings[&kyoto::MEETING].latest().unwrap().clone();
    let venue = jiff::tz::TimeZone::get("Asia/Tokyo").unwrap();
    let day = *version.days(&venue).iter().next_back().unwrap();
    let got = site.get(&format!("{}/programme/{day}.pdf", site.meeting()), &[("Accept-Language", "en")]);
    assert_eq!(got.status, StatusCode::OK, "{}", String::from_utf8_lossy(&got.bytes));
    assert_eq!(got.headers[header::CONTENT_TYPE], "application/pdf");
    let document = lopdf::Document::load_mem(&got.bytes).unwrap();
    assert_eq!(document.get_pages().len(), 1, "a day fits on a page");
    let text = text_of(&document);
    let sessions = version.on(day, &venue);
    assert!(!sessions.is_empty());
    for session in sessions {
        let room = &version.rooms[&session.placed().unwrap().0].name;
        assert!(text.contains(&session.code), "{} is not in {text}", session.code);
        assert!(text.contains(room.as_str()), "{room} is not in {text}");
    }
    let again = site.get(
        &format!("{}/programme/{day}.pdf", site.meeting()),
        &[("Accept-Language", "en"), ("If-None-Match", got.headers[header::ETAG].to_str().unwrap())],
    );
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
}

#[test]
fn every_language_has_its_document_or_a_page_that_names_the_missing_letters() {
    let site = without_fonts(50, 12);
    for language in LANGUAGES {
        let got =
            site.get(&format!("{}/programme.pdf", site.meeting()), &[("Accept-Language", language.tag)]);
        if matches!(language.tag, "zh" | "ja") {
            assert_eq!(got.status, StatusCode::NOT_IMPLEMENTED, "{}", language.tag);
            assert!(got.text().contains("fonts-noto-cjk") && got.text().contains("programme.html"));
            continue;
        }
        assert_eq!(got.status, StatusCode::OK, "{}", language.tag);
        let document = lopdf::Document::load_mem(&got.bytes).unwrap();
        let tag = document.catalog().unwrap().get(b"Lang").unwrap().as_str().unwrap();
        assert_eq!(tag, language.tag.as_bytes());
    }
}

#[test]
fn what_is_not_on_the_programme_is_not_printed() {
    let site = without_fonts(50, 12);
    for rest in ["programme/1999-01-01.pdf", "programme/nonsense.pdf"] {
        assert_eq!(site.get(&format!("{}/{rest}", site.meeting()), &[]).status, StatusCode::NOT_FOUND);
    }
    let empty = Site::empty();
    assert_eq!(empty.get("/igf/meetings/kyoto-2023/programme.pdf", &[]).status, StatusCode::NOT_FOUND);
}
