//! Schedule XML and Atom, read by the crate `roxmltree`; schedule JSON and JSON-LD, read as plain JSON; the offline page.

use std::collections::BTreeSet;

use forum::people::Command as People;
use forum::programme::{Command as Step, SessionEdit};
use forum::{MeetingId, PersonId, SessionId};
use roxmltree::{Document, Node};
use serde_json::Value;

use super::bench::Bench;
use super::{MEETING, hostile};
use crate::scenario::kyoto;

fn child<'a>(node: Node<'a, 'a>, name: &str) -> &'a str {
    node.children().find(|child| child.has_tag_name(name)).and_then(|child| child.text()).unwrap_or_default()
}

fn named<'a>(document: &'a Document<'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(move |node| node.tag_name().name() == name)
}

/// The sessions of a schedule in JSON.
fn scheduled(file: &Value) -> Vec<&Value> {
    let days = file["schedule"]["conference"]["days"].as_array().unwrap();
    let rooms = days.iter().flat_map(|day| day["rooms"].as_object().unwrap().values());
    rooms.flat_map(|room| room.as_array().unwrap()).collect()
}

#[test]
fn both_schedules_hold_every_session_in_its_day_and_room() {
    let bench = Bench::kyoto(1_000, 100);
    let version = bench.forum().programme.meetings[&kyoto::MEETING].latest().unwrap().clone();
    let expected: BTreeSet<(String, String, String)> = version
        .sessions
        .values()
        .map(|session| {
            let (room, start, _) = session.placed().unwrap();
            let start = start.in_tz("Asia/Tokyo").unwrap().strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
            (session.title.text().unwrap().to_owned(), version.rooms[&room].name.clone(), start)
        })
        .collect();
    let xml = bench.get(&format!("{MEETING}/programme.xml"), &[]);
    let xml = Document::parse(xml.text()).unwrap();
    let in_xml = named(&xml, "event").map(|event| {
        let (room, day) = (event.parent().unwrap(), event.parent().unwrap().parent().unwrap());
        assert!(child(event, "date").starts_with(day.attribute("date").unwrap()));
        (
            child(event, "title").to_owned(),
            room.attribute("name").unwrap().to_owned(),
            child(event, "date").to_owned(),
        )
    });
    assert_eq!(in_xml.collect::<BTreeSet<_>>(), expected);
    let json = bench.get(&format!("{MEETING}/programme.json"), &[]);
    let json: Value = serde_json::from_slice(&json.bytes).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let in_json = scheduled(&json)
        .into_iter()
        .map(|event| (text(&event["title"]), text(&event["room"]), text(&event["date"])));
    assert_eq!(in_json.collect::<BTreeSet<_>>(), expected);
}

#[test]
fn json_ld_says_what_where_when_and_who_in_the_words_of_schema_org() {
    let bench = Bench::kyoto(1_000, 100);
    let version = bench.forum().programme.meetings[&kyoto::MEETING].latest().unwrap().clone();
    let whole: Value =
        serde_json::from_slice(&bench.get(&format!("{MEETING}/programme.jsonld"), &[]).bytes).unwrap();
    assert_eq!((&whole["@context"], &whole["@type"]), (&"https://schema.org".into(), &"Event".into()));
    assert_eq!(whole["superEvent"]["@type"], "EventSeries");
    let held = |event: &&Value| event["eventStatus"] == "https://schema.org/EventScheduled";
    let events: Vec<&Value> = whole["subEvent"].as_array().unwrap().iter().filter(held).collect();
    assert_eq!(events.len(), version.sessions.len());
    for event in events {
        assert_eq!(event["@type"], "Event");
        assert_eq!(event["location"]["@type"], "Place");
        assert!(event["startDate"].as_str() < event["endDate"].as_str());
        assert!(event["url"].as_str().unwrap().starts_with("http://forum.example/igf/"));
        for person in event["performer"].as_array().unwrap() {
            assert_eq!(person["@type"], "Person");
            assert!(!person["name"].as_str().unwrap().is_empty());
        }
    }
}

#[test]
fn the_feed_has_an_entry_for_each_version_with_ids_that_stay() {
    let bench = Bench::kyoto(300, 60);
    let address = format!("{MEETING}/programme.atom");
    let ids = |bench: &Bench| {
        let got = bench.get(&address, &[]);
        let feed = Document::parse(got.text()).unwrap();
        assert_eq!(feed.root_element().tag_name().namespace(), Some("http://www.w3.org/2005/Atom"));
        let entries: Vec<_> = named(&feed, "entry").collect();
        // What RFC 4287 demands of every feed and entry.
        for node in entries.iter().copied().chain([feed.root_element()]) {
            let own = |name| node.children().filter(|child| child.tag_name().name() == name).count();
            assert_eq!((own("id"), own("title"), own("updated")), (1, 1, 1));
        }
        let of = |entry: &Node<'_, '_>, name| {
            let found = entry.children().find(|child| child.tag_name().name() == name);
            found.and_then(|found| found.text()).unwrap_or_default().to_owned()
        };
        for entry in &entries {
            let updated: jiff::Timestamp = of(entry, "updated").parse().unwrap();
            assert!(updated > jiff::Timestamp::UNIX_EPOCH);
            assert!(!of(entry, "content").contains("href=\"/"), "a feed is read elsewhere");
        }
        entries.iter().map(|entry| (of(entry, "id"), of(entry, "content"))).collect::<Vec<_>>()
    };
    let before = ids(&bench);
    assert_eq!(before.len(), bench.forum().programme.meetings[&kyoto::MEETING].versions.len());
    let session =
        *bench.forum().programme.meetings[&kyoto::MEETING].latest().unwrap().sessions.keys().next().unwrap();
    bench.give(Step::WithdrawSession { session });
    bench.give(Step::PublishProgramme { meeting: kyoto::MEETING, label: "last".into(), note: String::new() });
    let after = ids(&bench);
    assert_eq!(after[1..], before[..]);
    assert!(after[0].1.contains("No longer on the programme"));
}

#[test]
fn no_text_becomes_markup_in_any_document() {
    let bench = hostile::forum();
    let titles = hostile::titles(&bench);
    let get = |ending: &str| bench.get(&format!("{}/programme.{ending}", hostile::MEETING), &[]);
    let xml = get("xml");
    let xml = Document::parse(xml.text()).unwrap();
    let events: Vec<_> = named(&xml, "event").collect();
    assert_eq!(events.iter().map(|event| child(*event, "title")).collect::<Vec<_>>(), titles);
    for event in events {
        assert_eq!(child(event, "abstract"), hostile::PROSE);
    }
    let json: Value = serde_json::from_slice(&get("json").bytes).unwrap();
    let found: BTreeSet<_> =
        scheduled(&json).into_iter().map(|event| event["title"].as_str().unwrap()).collect();
    assert_eq!(found, titles.iter().map(String::as_str).collect());
    let linked = get("jsonld");
    assert!(!linked.text().contains('<'), "a page may hold the text as it is");
    let linked: Value = serde_json::from_slice(&linked.bytes).unwrap();
    let found: BTreeSet<_> =
        linked["subEvent"].as_array().unwrap().iter().map(|event| event["name"].as_str().unwrap()).collect();
    assert_eq!(found, titles.iter().map(String::as_str).collect());
    let atom = get("atom");
    let atom = Document::parse(atom.text()).unwrap();
    let content = named(&atom, "content").next().and_then(|content| content.text()).unwrap();
    assert!(content.contains("&lt;/script&gt;") && !content.contains("<script"));
    let html = get("html");
    assert_eq!(html.text().matches("<script").count(), 1, "its own script and no other");
    assert!(!html.text().contains("<img"));
    for ending in ["xml", "json", "jsonld", "atom", "html", "csv"] {
        assert!(
            !get(ending).text().contains("mail.example"),
            "an address for mail is in no export: {ending}"
        );
    }
}

#[test]
fn nothing_of_the_draft_and_nothing_that_was_erased_is_in_any_file() {
    let bench = hostile::forum();
    let get = |ending: &str| bench.get(&format!("{}/programme.{ending}", hostile::MEETING), &[]);
    let titled = |session, title: &str| {
        let edit = SessionEdit { title: Some(title.into()), ..SessionEdit::default() };
        bench.give(Step::AmendSession { session: SessionId(session), edit });
    };
    let publish = || {
        let (label, note) = (String::new(), String::new());
        bench.give(Step::PublishProgramme { meeting: MeetingId(1), label, note });
    };
    titled(5, "Soon to be erased");
    publish();
    titled(1, "A secret of the draft");
    assert!(get("json").text().contains("Soon to be erased"));
    bench.give(People::AmendPerson {
        person: PersonId(4),
        name: Some("Zoë Erased".into()),
        biography: None,
        organisation: None,
    });
    assert!(get("json").text().contains("Zoë Erased"), "a person is shown as they are known now");
    bench.give(People::ErasePerson { person: PersonId(4) });
    bench.give(Step::EraseSession { session: SessionId(5) });
    for export in super::EXPORTS.iter().filter(|export| !matches!(export.ending, "xlsx" | "atom")) {
        let got = get(export.ending);
        for gone in ["A secret of the draft", "Zoë Erased", "Soon to be erased"] {
            assert!(!got.text().contains(gone), "{} holds {gone:?}", export.ending);
        }
        // Calendars fold their lines.
        let whole = got.text().replace("\r\n ", "");
        assert!(whole.contains("Erased at the request"), "{} marks what was erased", export.ending);
    }
    bench.give(Step::WithdrawSession { session: SessionId(3) });
    publish();
    let title = &hostile::titles(&bench)[2];
    assert_ne!(title, hostile::LINES[2], "it is off the programme");
    for ending in ["xml", "json", "csv", "html"] {
        let code = format!("X 3 {}", hostile::LINES[2]);
        assert!(!get(ending).text().contains(&code), "{ending} still shows what was withdrawn");
    }
}

#[test]
fn the_offline_page_holds_all_of_kyoto_in_three_hundred_kilobytes_in_every_language() {
    let bench = Bench::kyoto(kyoto::PEOPLE, kyoto::SESSIONS);
    let version = bench.forum().programme.meetings[&kyoto::MEETING].latest().unwrap().clone();
    let mut lengths = Vec::new();
    for language in crate::languages::LANGUAGES {
        let got =
            bench.get(&format!("{MEETING}/programme.html"), &[("Cookie", &format!("lang={}", language.tag))]);
        let page = got.text();
        assert!(got.bytes.len() <= 300_000, "{} bytes in {}", got.bytes.len(), language.tag);
        let begins = format!("<html lang=\"{}\" dir=\"{}\">", language.tag, language.direction.attribute());
        assert!(page.contains(&begins), "{begins}");
        assert_eq!(page.matches("<li ").count(), version.sessions.len(), "every session, without a script");
        for session in version.sessions.values() {
            let title = maud::html! { (session.title.text().unwrap()) }.into_string();
            assert!(page.contains(&title), "{title} is not in the file in {}", language.tag);
        }
        let summaries = version.sessions.values().filter_map(|session| session.summary.as_ref()?.text());
        let whole = |text: &&str| page.contains(&maud::html! { (text) }.into_string());
        let cut = summaries.filter(|text| !whole(text)).count();
        eprintln!("{}: {} bytes, {cut} abstracts cut", language.tag, got.bytes.len());
        lengths.push((language.tag, cut));
    }
    let cut: Vec<_> = lengths.into_iter().filter(|(_, cut)| *cut > 0).collect();
    assert!(cut.is_empty(), "no abstract is cut: {cut:?}");
}

#[test]
fn the_offline_page_may_run_its_own_script_and_style_and_nothing_else() {
    use base64::Engine as _;
    use sha2::Digest as _;
    let bench = Bench::kyoto(300, 20);
    let got = bench.get(&format!("{MEETING}/programme.html"), &[]);
    assert!(got.header("content-disposition").starts_with("attachment"));
    let policy = got.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    // It holds without a server, too.
    assert!(
        got.text().contains(&format!("content=\"{}\"", policy.replace('\'', "&#39;")))
            || got.text().contains(policy)
    );
    for element in ["style", "script"] {
        let inner = got
            .text()
            .split(&format!("<{element}>"))
            .nth(1)
            .unwrap()
            .split(&format!("</{element}>"))
            .next()
            .unwrap();
        let digest = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(inner));
        assert!(policy.contains(&format!("{element}-src 'sha256-{digest}'")), "{element}");
    }
    for reaching in ["src=", "@import", "url(", "fetch(", "onclick", " style="] {
        assert!(!got.text().contains(reaching), "{reaching}");
    }
}
