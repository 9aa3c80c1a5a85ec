//! Tables: the proposed mapping, its corrections, and what a wrong one is told.

use interchange::csv::{Mapping, propose, read, table};
use interchange::{Limits, Moment, Programme, ReadError};

fn row(cells: &str) -> Vec<String> {
    cells.split(',').map(str::to_owned).collect()
}

fn told(programme: &Programme) -> Vec<String> {
    programme.problems.iter().map(|p| format!("{} {}: {}", p.line, p.field, p.message)).collect()
}

#[test]
fn a_mapping_is_proposed_from_the_header_and_proven_by_the_rows() {
    let cases = [
        // (header, one row, the mapping as text)
        ("Title,Room,Start", "A,B,2026-11-24 09:00", "title=Title,room=Room,start=Start"),
        (
            "Titel,Raum,Datum,Uhrzeit,Dauer",
            "A,B,24.11.2026,9:00,1:30",
            "title=Titel,room=Raum,date=Datum,start=Uhrzeit,duration=Dauer,dates=day-first",
        ),
        (
            "Intitulé,Salle,Date,Début,Fin",
            "A,B,2026-11-24,9h,10h",
            "title=Intitulé,room=Salle,date=Date,start=Début,end=Fin",
        ),
        (
            "Título,Sala,Inicio,Ponentes",
            "A,B,24/11/2026 09:00,X",
            "title=Título,room=Sala,start=Inicio,speakers=Ponentes,dates=day-first",
        ),
        // Both orders are possible: the proposal leaves it open.
        ("Title,Date", "A,04/05/2026", "title=Title,date=Date"),
        ("Title,Date", "A,04/25/2026", "title=Title,date=Date,dates=month-first"),
        ("Title,Length in minutes", "A,90", "title=Title,duration=Length in minutes,durations=minutes"),
        ("Title,Duration", "A,90", "title=Title,duration=Duration,durations=minutes"),
        ("Title,Duration", "A,2", "title=Title,duration=Duration"),
        (
            "Session ID,Session Name,Session Type",
            "1,A,talk",
            "title=Session Name,type=Session Type,id=Session ID",
        ),
        ("Title of your session,Name", "A,Ada", "title=Name"),
        (
            "Title,Speakers",
            "A,Ada Lindqvist; Babak Rahimi",
            "title=Title,speakers=Speakers,persons-between=semicolon",
        ),
        ("Title,Speakers", "A,Ada / Babak", "title=Title,speakers=Speakers,persons-between=slash"),
        (
            "Название,Зал,Дата,Время начала",
            "A,B,24.11.2026,9:00",
            "title=Название,room=Зал,date=Дата,start=Время начала,dates=day-first",
        ),
        ("标题,会议室,开始时间", "A,B,2026-11-24 09:00", "title=标题,room=会议室,start=开始时间"),
        ("タイトル,会場,日付,開始", "A,B,2026-11-24,09:00", "title=タイトル,room=会場,date=日付,start=開始"),
        ("العنوان,القاعة,التاريخ", "A,B,2026-11-24", "title=العنوان,room=القاعة,date=التاريخ"),
        ("foo,bar", "A,B", ""),
    ];
    for (header, cells, expected) in cases {
        assert_eq!(propose(&row(header), &[row(cells)]).to_string(), expected, "{header}");
    }
}

#[test]
fn a_comma_separates_persons_only_where_it_separates_whole_names() {
    let header = row("Title,Speakers");
    let proposed = |cell: &str| propose(&header, &[vec!["A".to_owned(), cell.to_owned()]]).to_string();
    assert_eq!(
        proposed("Ada Lindqvist, Babak Rahimi"),
        "title=Title,speakers=Speakers,persons-between=comma"
    );
    assert_eq!(proposed("Lindqvist, Ada"), "title=Title,speakers=Speakers");
}

#[test]
fn rows_that_contradict_each_other_prove_no_order_of_dates() {
    let rows = [row("A,24/11/2026"), row("B,11/24/2026")];
    assert_eq!(propose(&row("Title,Date"), &rows).to_string(), "title=Title,date=Date");
}

#[test]
fn a_mapping_can_be_printed_corrected_and_passed_back() {
    let proposed: Mapping = "title=Name,room=Raum,zone=Asia/Tokyo".parse().expect("it is well-formed");
    let corrected = proposed.corrected(r#"title="Titel, ""lang""",room=,dates=day-first, zone=+09:00"#);
    let corrected = corrected.expect("it is well-formed");
    assert_eq!(corrected.to_string(), r#"title="Titel, ""lang""",dates=day-first,zone=+09:00"#);
    assert_eq!(corrected.to_string().parse(), Ok(corrected.clone()));
    let json = serde_json::to_string(&corrected).expect("a mapping is a value");
    assert_eq!(serde_json::from_str::<Mapping>(&json).expect("and comes back"), corrected);
}

#[test]
fn a_mapping_that_does_not_fit_is_refused_with_what_would() {
    let bytes = b"Titel,Raum,Raum\nA,B,C\n";
    let cases = [
        (
            "",
            "no column is mapped to the title, without which there is no session. Add title=…; The columns are: Titel, Raum, Raum.",
        ),
        ("title=Title", "title=Title: there is no column “Title”. The columns are: Titel, Raum, Raum."),
        ("title=Titel,room=Raum", "room=Raum: there are 2 columns “Raum”. The columns are"),
        (
            "title=Titel,subtitle=Titel",
            "the column “Titel” is mapped to title and to subtitle. Take it out of one of them.",
        ),
        ("titel=Titel", "titel=Titel is not known. Write one of: title, subtitle"),
        ("dates=american", "dates=american is not known. Write one of: iso, day-first, month-first."),
        ("persons-between=and", "persons-between=and is not known. Write one of: new-line, semicolon"),
        ("title", "“title” is not of the form field=column. Write it like"),
        ("title=\"Titel", "“title=\"Titel” is not of the form"),
        ("title=\"Titel\"x", "“x” is not of the form"),
    ];
    for (mapping, expected) in cases {
        let read = mapping.parse().and_then(|mapping| read(bytes, &mapping, &Limits::DEFAULT));
        let message = read.expect_err(mapping).to_string();
        assert!(message.starts_with(expected), "{mapping}: {message}");
    }
}

#[test]
fn the_zone_of_a_mapping_is_an_offset_or_left_to_the_caller() {
    let bytes = b"Title,Start\nA,2026-11-24 09:00\n";
    let start = |zone: &str| {
        let mapping = format!("title=Title,start=Start,zone={zone}").parse().expect("it is well-formed");
        let programme = read(bytes, &mapping, &Limits::DEFAULT).expect("it is a table");
        (programme.meeting.zone, programme.sessions[0].start)
    };
    let instant = "2026-11-24T00:00:00Z".parse().expect("an instant");
    match start("+09:00") {
        (None, Some(Moment::Instant { at, .. })) => assert_eq!(at, instant),
        other => panic!("{other:?}"),
    }
    match start("Asia/Tokyo") {
        (Some(zone), Some(local @ Moment::Local(_))) => {
            assert_eq!(zone, "Asia/Tokyo");
            let tokyo = jiff::tz::TimeZone::fixed(jiff::tz::offset(9));
            assert_eq!(local.instant(&tokyo).expect("no clock changes then"), instant);
        }
        other => panic!("{other:?}"),
    }
}

/// A table, the mapping of its columns, what is told of it, and how many sessions it still makes.
const BAD_ROWS: &[(&str, &str, &[&str], usize)] = &[
    (
        "Title,Room\nA,B,C\n",
        "title=Title",
        &["2 row: has 3 cells under a header of 2: a cell may hold a separator"],
        0,
    ),
    (
        "Title,Room\nA\n",
        "title=Title",
        &["2 row: has 1 cells under a header of 2; the others are taken as empty"],
        1,
    ),
    ("Title,Room\nA,B,,\n", "title=Title,room=Room", &[], 1),
    (
        "Title,Room\n\"A,B\nC,D\nE,F\n",
        "title=Title",
        &["2 row: a quotation mark opens here and never closes"],
        0,
    ),
    ("Title,Size\n5\" disk,B\n", "title=Title,room=Size", &[], 1),
    ("Title,Room\n,B\n", "title=Title,room=Room", &["2 title: is empty"], 0),
    (
        "Title,Budget\nA,1\nB,\nC,3\n",
        "title=Title",
        &["2 column “Budget”: is not something a programme here holds; it stands in the file 2 times"],
        3,
    ),
    ("Title,Start\nA,9:00\n", "title=Title,start=Start", &["2 start: there is a time but no date"], 1),
    (
        "Title,Start\nA,04/05/2026 9:00\n",
        "title=Title,start=Start",
        &["2 start: “04/05/2026” can be read with the day or the month first"],
        1,
    ),
    (
        "Title,Start,Min\nA,2026-11-24 9:00,90\n",
        "title=Title,start=Start,duration=Min",
        &["2 duration: “90” may be minutes or hours", "2 duration: is not known"],
        1,
    ),
    (
        "Title,Date,Start,End\nA,2026-11-24,23:00,00:30\n",
        "title=Title,date=Date,start=Start,end=End",
        &["2 end: the end (00:30) is not after the start", "2 duration: is not known"],
        1,
    ),
    (
        "Title,Who\nA,Ada; Babak\n",
        "title=Title,speakers=Who",
        &["2 person: “Ada; Babak” may be several persons; it is read as one"],
        1,
    ),
    (
        "Title,Who\nA\u{202e},\"Ada\u{2067}\"\n",
        "title=Title,speakers=Who",
        &["2 title: holds a character that turns"],
        0,
    ),
];

#[test]
fn rows_that_cannot_be_meant_are_told_by_line() {
    for (text, mapping, expected, sessions) in BAD_ROWS {
        let mapping = mapping.parse().expect("it is well-formed");
        let programme = read(text.as_bytes(), &mapping, &Limits::DEFAULT).expect("it is a table");
        let told = told(&programme);
        let matches =
            told.len() == expected.len() && told.iter().zip(*expected).all(|(a, b)| a.starts_with(b));
        assert!(matches, "{text}\nfound    {told:#?}\nexpected {expected:#?}");
        assert_eq!(programme.sessions.len(), *sessions, "{text}");
    }
}

#[test]
fn lines_count_from_the_top_of_the_file_whatever_the_rows_hold() {
    let text = "\u{feff}sep=;\r\nTitle;Abstract\r\nA;\"one\r\ntwo\"\r\n\r\nB;\r\n";
    let table = table(text.as_bytes(), &Limits::DEFAULT).expect("it is a table");
    assert_eq!(table.separator, ';');
    assert_eq!(table.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [3, 6]);
}

#[test]
fn the_limits_hold_for_tables_too() {
    let bytes = b"Title,Room\nA,B\nC,D\n";
    let mapping: Mapping = "title=Title".parse().expect("it is well-formed");
    let with = |limits: Limits| read(bytes, &mapping, &limits).err();
    let cells = ReadError::TooMany { line: 3, what: "cells", limit: 5 };
    assert_eq!(with(Limits { nodes: 5, ..Limits::DEFAULT }), Some(cells));
    let sessions = ReadError::TooMany { line: 3, what: "sessions", limit: 1 };
    assert_eq!(with(Limits { sessions: 1, ..Limits::DEFAULT }), Some(sessions));
    let no_header = read(b"\n\n", &mapping, &Limits::DEFAULT).expect_err("there is nothing").to_string();
    assert!(no_header.starts_with("Line 1: the table has no header line."), "{no_header}");
}

#[test]
fn a_session_that_cannot_be_read_is_still_known_by_its_id() {
    let table = "ID,Title\n7,Rivers\n8,evil\u{202e}eltit\n9,\n";
    let mapping: Mapping = "id=ID,title=Title".parse().expect("it is well-formed");
    let programme = read(table.as_bytes(), &mapping, &Limits::DEFAULT).expect("it can be read");
    assert_eq!(programme.sessions.len(), 1);
    let unread: Vec<_> = programme.unread.iter().filter_map(|ids| ids.id.as_deref()).collect();
    assert_eq!(unread, ["8", "9"]);
}
