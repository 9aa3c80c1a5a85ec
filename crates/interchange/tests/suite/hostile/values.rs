//! Values that cannot be taken over: the problem names line and field, and says what is lost.

use super::{read_text, told, xml};

/// (what the case shows, the event, the problems expected: how they begin, sessions that remain)
type Case<'a> = (&'a str, &'a str, &'a [&'a str], usize);

const TITLE: &str = "<title>Opening</title>";

fn check(cases: &[Case<'_>]) {
    for (name, event, expected, sessions) in cases {
        let text = xml(&event.replace("TITLE", TITLE));
        let programme = read_text(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let told = told(&programme);
        let matches = told.len() == expected.len()
            && told.iter().zip(*expected).all(|(told, expected)| told.starts_with(expected));
        assert!(matches, "{name}:\nfound    {told:#?}\nexpected {expected:#?}");
        assert_eq!(programme.sessions.len(), *sessions, "{name}");
        assert!(programme.problems.iter().all(|problem| !problem.remedy.is_empty()), "{name}");
    }
}

#[test]
fn a_title_that_is_missing_or_disguised_costs_the_session() {
    check(&[
        ("no title", "<event><duration>1:00</duration></event>", &["3 session title: is empty"], 0),
        ("blank title", "<event><title> \n </title></event>", &["3 session title: is empty"], 0),
        (
            "turned round",
            "<event><title>Open\u{202e}ecnerefnoc</title></event>",
            &[
                "3 session title: holds a character that turns the direction of the text and can disguise a name (U+202E)",
            ],
            0,
        ),
        (
            "isolated",
            "<event><title>\u{2066}Open\u{2069}</title></event>",
            &["3 session title: holds a character that turns"],
            0,
        ),
        (
            "nul",
            "<event><title>Open\0</title></event>",
            &["3 session title: holds a control character (U+0000)"],
            0,
        ),
        (
            "escape",
            "<event><title>&#x1b;[31m</title></event>",
            &["3 session title: holds a control character (U+001B)"],
            0,
        ),
        (
            "no character",
            "<event><title>\u{fffe}</title></event>",
            &["3 session title: holds a code point that is no character"],
            0,
        ),
        (
            "far too long",
            &format!("<event><title>{}</title></event>", "x".repeat(1001)),
            &["3 session title: has 1001 characters, at most 1000"],
            0,
        ),
    ]);
}

const NO_TIME: &str = "3 look start: is missing";

const FIELDS: &[Case<'_>] = &[
    (
        "a disguised person",
        "<event>TITLE<persons><person>Ada\u{202d}x</person>\n<person> </person><person>Babak</person></persons></event>",
        &[NO_TIME, "3 field person name: holds a character that turns", "4 field person name: is empty"],
        1,
    ),
    (
        "a person twice",
        "<event>TITLE<persons><person id='1'>Ada</person><person id='1'>Ada</person></persons></event>",
        &[NO_TIME, "3 field person: Ada is named twice"],
        1,
    ),
    (
        "addresses that would run or open something",
        "<event>TITLE<url>javascript:alert(1)</url><links><link href='file:///etc/passwd'>x</link><link href='//evil.example/'>y</link><link/></links></event>",
        &[
            NO_TIME,
            "3 field link: “file:///etc/passwd”",
            "3 field link: “//evil.example/”",
            "3 field link: has no address",
            "3 field url: “javascript:alert(1)” is not a web address",
        ],
        1,
    ),
    (
        "an override in a long text",
        "<event>TITLE<abstract>a\u{202e}b</abstract></event>",
        &[NO_TIME, "3 field abstract: holds a character that turns"],
        1,
    ),
    (
        "an isolate in a long text is ordinary",
        "<event>TITLE<abstract>\u{2067}سلام\u{2069}</abstract></event>",
        &[NO_TIME],
        1,
    ),
    (
        "neither yes nor no",
        "<event>TITLE<recording><optout>perhaps</optout></recording></event>",
        &[NO_TIME, "3 field do_not_record: “perhaps” is neither yes nor no"],
        1,
    ),
    (
        "markup in a text",
        "<event>TITLE<abstract>One <b>two</b> three</abstract></event>",
        &[NO_TIME, "3 field abstract/b (the text inside was taken): is not something a programme here holds"],
        1,
    ),
    (
        "unknown things are counted",
        "<event>TITLE<mood>x</mood><mood>y</mood><void/></event>",
        &[
            NO_TIME,
            "3 field event/mood: is not something a programme here holds; it stands in the file 2 times",
        ],
        1,
    ),
];

#[test]
fn a_field_that_cannot_be_taken_costs_only_itself() {
    check(FIELDS);
}

#[test]
fn a_time_that_cannot_be_meant_is_left_out_and_never_replaced() {
    const START: &str = "<start>09:00</start>";
    let event = |rest: &str| format!("<event>{TITLE}{START}{rest}</event>");
    let at = |time: &str| format!("<event>{TITLE}{time}<duration>1:00</duration></event>");
    let cases = [
        (
            event("<duration>0:00</duration>"),
            vec!["3 field duration: is zero", "3 look duration: is not known"],
        ),
        (
            event("<duration>-1:00</duration>"),
            vec!["3 field duration: “-1:00” is negative", "3 look duration"],
        ),
        (
            event("<duration>9999:00</duration>"),
            vec!["3 field duration: “9999:00” is longer than any session", "3 look duration"],
        ),
        (
            event("<duration>90</duration>"),
            vec!["3 field duration: “90” may be minutes or hours", "3 look duration"],
        ),
        (event(""), vec!["3 look duration: is not known"]),
        (
            event("<end>08:00</end>"),
            vec!["3 field end: the end (08:00) is not after the start", "3 look duration"],
        ),
        (
            event("<end>2027-11-24T10:00:00+00:00</end>"),
            vec!["3 field end: the end is 525660 minutes after the start", "3 look duration"],
        ),
        (
            event("<end>10:00</end><duration>0:30</duration>"),
            vec!["3 look end: the duration says 30 minutes, start and end say 60"],
        ),
        (at("<start>25:61</start>"), vec!["3 field start: “25:61” is not a time of day"]),
        (
            at("<date>24.11.2026</date><start>09:00</start>"),
            vec!["3 field date: “24.11.2026” can be read with the day or the month first"],
        ),
        (
            at("<date>2026-13-24</date><start>09:00</start>"),
            vec!["3 field date: “2026-13-24” is not in the calendar"],
        ),
        (
            at("<date>2026-11-24T10:00:00Z</date><start>09:00</start>"),
            vec!["3 look start: the start says 09:00:00, the date says 10:00:00"],
        ),
        (at("<date>2026-11-24</date>"), vec!["3 field date: there is a date but no time"]),
        (at(""), vec!["3 look start: is missing; the session is read as not yet placed"]),
    ];
    for (event, expected) in &cases {
        check(&[(event.as_str(), event.as_str(), expected, 1)]);
    }
}

#[test]
fn sessions_that_overlap_in_a_room_are_named() {
    let placed = "TITLE<start>09:00</start><duration>1:00</duration>";
    check(&[
        (
            "two sessions in one room",
            &format!(
                "<event><title>A</title><start>09:30</start><duration>0:30</duration></event>\n<event id='2'>{placed}</event>"
            ),
            &["3 look room: “A” is in Hall while “Opening” (line 4) is still there"],
            2,
        ),
        (
            "a third session while the first is still there",
            "<event><title>A</title><start>09:00</start><duration>3:00</duration></event>\n\
             <event><title>B</title><start>09:30</start><duration>0:30</duration></event>\n\
             <event><title>C</title><start>11:00</start><duration>0:30</duration></event>",
            &[
                "4 look room: “B” is in Hall while “A” (line 3)",
                "5 look room: “C” is in Hall while “A” (line 3)",
            ],
            3,
        ),
        (
            "one after the other is no overlap",
            &format!(
                "<event><title>A</title><start>10:00</start><duration>0:30</duration></event>\n<event>{placed}</event>"
            ),
            &[],
            2,
        ),
    ]);
}

#[test]
fn rooms_that_contradict_each_other_are_named() {
    let placed = "TITLE<start>09:00</start><duration>1:00</duration>";
    check(&[
        (
            "another room than the one around it",
            &format!("<event>{placed}<room>Annex</room></event>"),
            &["3 look room: the session says “Annex” but stands in “Hall”, which was taken"],
            1,
        ),
        (
            "a room without a name around sessions that name theirs",
            &format!("</room><room><event>{placed}<room>Annex</room></event>"),
            &[],
            1,
        ),
        (
            "a room without a name around sessions that name none",
            &format!("</room><room><event>{placed}</event>"),
            &["3 field room name: is empty"],
            1,
        ),
        (
            "rooms that are nearly the same",
            &format!(
                "<event>{placed}</event></room><room name='hall.' guid='1'><event>{placed}</event></room><room name='Annex' guid='1'>"
            ),
            &[
                "3 look room name: “hall.” is nearly the name of “Hall”",
                "3 look guid: “Annex” and “hall.” share one guid",
            ],
            2,
        ),
    ]);
}

#[test]
fn names_that_two_things_share_are_named() {
    let placed = "TITLE<start>09:00</start><duration>1:00</duration>";
    let guid = "guid='5f0d3a31-8c39-4b7e-9d18-0a4b6f0c1101'";
    check(&[
        (
            "a guid twice",
            &format!(
                "<event {guid}><title>A</title><start>09:00</start><duration>1:00</duration></event>\n<event {guid}>{placed}</event>"
            ),
            &[
                "4 session guid: “5f0d3a31-8c39-4b7e-9d18-0a4b6f0c1101” is also the guid of the session on line 3",
            ],
            1,
        ),
        (
            "one person under two names",
            &format!(
                "<event>{placed}<persons><person id='7'>Ada</person></persons></event></room><room name='Annex'>\n\
                 <event>{placed}<persons><person id='7'>Babak</person><person id='8'>Ada</person></persons></event>"
            ),
            &["4 look person name: 7 is “Babak” here and “Ada” on line 3"],
            2,
        ),
        (
            "an id twice",
            &format!(
                "<event id='7'>{placed}</event></room><room name='Annex'>\n<event id='7'>{placed}</event>"
            ),
            &["4 look id: “7” is also the id of the session on line 3"],
            2,
        ),
    ]);
}

#[test]
fn the_words_inside_markup_keep_their_order() {
    let text = xml("<event><title>One <b>two <i>three</i></b> four</title></event>");
    assert_eq!(read_text(&text).expect("it is well-formed").sessions[0].title, "One two three four");
}
