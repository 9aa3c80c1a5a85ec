//! Files that cannot be read as a whole: the refusal names line and column, and the remedy.

use interchange::{FORMATS, Limits, ReadError, detect, read};

use super::{read_text, told, xml};

#[test]
fn an_unreadable_file_is_refused_with_its_line_and_a_remedy() {
    let cases: &[(&str, &[u8], &str)] = &[
        (
            "not utf-8",
            b"<schedule>\n<a>caf\xe9</a></schedule>",
            "Line 2, column 7: the file is not UTF-8 text (it may be Windows-1252",
        ),
        ("utf-16", b"\xff\xfe<\0s\0", "Line 1, column 1: the file is not UTF-8 text (it seems to be UTF-16)"),
        ("empty", b"", "neither schedule XML"),
        ("some html", b"<!doctype html><html></html>", "neither schedule XML"),
        ("some picture", b"\x89PNG\r\n\x1a\n\0\0", "Line 1, column 1: the file is not UTF-8"),
        ("cut off in a tag", b"<schedule>\n<day date=\"2026", "Line 2, column 1"),
        ("cut off between tags", b"<schedule>\n<day>\n", "Line 3, column 1: <day> of line 2 is never closed"),
        ("crossed tags", b"<schedule>\n<a><b></a></b></schedule>", "Line 2, column 7"),
        ("two roots", b"<schedule/>\n<schedule/>", "Line 2, column 1: a second root"),
        ("text behind the root", b"<schedule/>\nhello", "Line 1, column 12: there is text outside"),
        ("an attribute without quotes", b"<schedule>\n<day date=2026>", "Line 2"),
        ("an attribute twice", b"<schedule>\n<day a='1' a='2'/></schedule>", "Line 2"),
        ("a reference to nothing", b"<schedule>\n<a>&#x0;</a></schedule>", "Line 2, column 4"),
        ("a reference past Unicode", b"<schedule>\n<a>&#x110000;</a></schedule>", "Line 2, column 4"),
        ("json, a comma too many", b"{\"schedule\": {\n  \"a\": 1,\n}}", "Line 3, column 1: trailing comma"),
        (
            "json, cut off",
            b"{\"schedule\":\n{\"a\": \"\xc3\xa9",
            "Line 2, column 9: EOF while parsing a string",
        ),
        ("json, half a surrogate", b"{\"schedule\":\n\"\\ud800\"}", "Line 2, column"),
        ("json, a raw control character", b"{\"a\":\n\"\x01\"}", "Line 2, column"),
        ("json, something behind the end", b"{}\n{}", "Line 2, column 1: trailing characters"),
        ("json without a schedule", b"{\n\"talks\": []}", "Line 1: there is no “schedule” object"),
        ("json, schedule is a list", b"{\"schedule\": []}", "Line 1: there is no"),
        ("json without a conference", b"{\n\"schedule\": {}}", "Line 2: there is no"),
        ("json without days", b"{\"schedule\":\n{\"conference\":\n{}}}", "Line 3: there are no days"),
    ];
    for (name, bytes, expected) in cases {
        let message = match read(bytes, &Limits::DEFAULT) {
            Ok(programme) => panic!("{name}: was read: {programme:?}"),
            Err(error) => error.to_string(),
        };
        assert!(message.contains(expected), "{name}: {message}");
        assert!(
            message.ends_with('.') && message.matches(". ").count() >= 1,
            "{name} has no remedy: {message}"
        );
    }
}

#[test]
fn every_limit_is_held_and_named() {
    let small = |change: fn(&mut Limits)| {
        let mut limits = Limits::DEFAULT;
        change(&mut limits);
        limits
    };
    let two = xml("<event><title>One</title></event>\n<event><title>Two</title></event>");
    let deep = format!("<schedule>\n{}{}</schedule>", "<a>".repeat(40), "</a>".repeat(40));
    let attributes: String = (0..200).map(|index| format!(" a{index}=''")).collect();
    let attributes = format!("<schedule>\n<day{attributes}/></schedule>");
    let columns = format!("Title{}\n", ",Room".repeat(500));
    let lists = format!("{{\"schedule\":\n{}{}}}", "[".repeat(100), "]".repeat(100));
    let cases = [
        (two.as_str(), small(|l| l.bytes = 100), ReadError::TooLarge { found: two.len(), limit: 100 }),
        (&two, small(|l| l.sessions = 1), ReadError::TooMany { line: 4, what: "sessions", limit: 1 }),
        (
            &two,
            small(|l| l.nodes = 8),
            ReadError::TooMany { line: 2, what: "XML elements and attributes", limit: 8 },
        ),
        (&deep, Limits::DEFAULT, ReadError::TooDeep { line: 2, limit: 32 }),
        (
            &attributes,
            Limits::DEFAULT,
            ReadError::TooMany { line: 2, what: "attributes in one element", limit: 100 },
        ),
        (&columns, Limits::DEFAULT, ReadError::TooMany { line: 1, what: "columns", limit: 500 }),
        (&lists, Limits::DEFAULT, ReadError::TooDeep { line: 2, limit: 32 }),
        (&lists, small(|l| l.nodes = 9), ReadError::TooMany { line: 2, what: "JSON values", limit: 9 }),
    ];
    for (text, limits, expected) in cases {
        let format =
            if text.starts_with("Title") { "csv" } else { detect(text.as_bytes()).map_or("", |f| f.name) };
        let format = FORMATS.iter().find(|other| other.name == format).expect("each case has its format");
        assert_eq!((format.read)(text.as_bytes(), &limits).err(), Some(expected));
    }
}

#[test]
fn entities_of_the_file_are_never_expanded() {
    let laughs = "<!DOCTYPE schedule [\n<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>\n";
    let text = format!("{laughs}{}", xml("<event><title>&b; and &c; &amp; tea</title></event>"));
    let programme = read_text(&text).expect("a document type is no reason to refuse a file");
    assert_eq!(programme.sessions[0].title, "&b; and &c; & tea");
    let told = told(&programme);
    assert!(told[0].starts_with("1 look markup: the file defines entities of its own"), "{told:?}");
    assert!(told[1].starts_with("5 look markup: &b; is not defined"), "{told:?}");
    assert!(told[2].starts_with("5 look markup: &c; is not defined"), "{told:?}");
}

#[test]
fn problems_beyond_the_limit_are_counted() {
    let events = "<event><title/></event>\n".repeat(30);
    let limits = Limits { problems: 10, ..Limits::DEFAULT };
    let programme = read(xml(&events).as_bytes(), &limits).expect("the file is well-formed");
    assert_eq!(programme.problems.len(), 11);
    assert_eq!(programme.problems[10].message, "20 further problems are not listed");
    let references =
        xml(&format!("<event><title>A</title><abstract>{}</abstract></event>", "&x;".repeat(30)));
    let programme = read(references.as_bytes(), &limits).expect("the file is well-formed");
    assert_eq!(programme.problems[10].message, "21 further problems are not listed");
}

#[test]
fn json_of_the_wrong_shape_is_told_place_by_place() {
    let text = r#"{"schedule": {"version": ["1"], "base_url": {}, "conference": {
"title": "Forum", "acronym": null, "tracks": "all", "rooms": [7, {"name": "Hall", "capacity": "many"}],
"description": {"en": "A", "fr": ["B"]},
"days": ["Monday", {"date": "2026-11-24", "rooms": {"Hall": [
5,
{"title": {"en": "A"}, "title": "Second", "start": "09:00", "duration": 60, "persons": ["Ada", null, {"public_name": ""}],
 "links": ["https://forum.example/", {"title": "x"}], "room": "Annex"}
], "Annex": {}}}]}}}"#;
    let programme = read_text(text).expect("it is JSON, and a schedule");
    let expected = [
        "1 field version: is a list instead of a text",
        "1 field base_url: is an object instead of a text",
        "2 field tracks: is a text instead of a list",
        "2 field room name: is empty",
        "2 field capacity: “many” is not a number of seats",
        "3 field description: is a list instead of a text",
        "4 field day: is a text instead of an object",
        "5 field session: is a text instead of an object",
        "6 look markup: “title” stands twice in one object",
        "6 field title: is an object instead of a text",
        "6 field person: is nothing instead of an object",
        "6 field duration: “60” may be minutes or hours",
        "6 look duration: is not known",
        "6 field person name: is empty",
        "7 look room: the session says “Annex” but stands in “Hall”, which was taken",
        "7 field link: has no address",
        "8 field room: is an object instead of a list",
    ];
    assert_eq!(told(&programme), expected);
    assert_eq!(programme.sessions[0].title, "Second");
    assert_eq!(programme.sessions[0].persons.len(), 1);
}
