//! Bad files: whatever is wrong with one, it is answered with line, column, field and what to do.

mod cosplib;
mod curriculum;
mod forum;
mod ietf;
mod solutions;

use crate::formats::{COSPLIB, CURRICULUM, IETF};
use timetable::Problem;
use timetable::formats::{self, BYTES_MAX, Puzzle};
use timetable::search::steps;

/// The forum and the programme that the documents show.
const DOCUMENT: &str = include_str!("../../../../docs/timetable.md");

/// The n-th example of the document.
fn example(n: usize) -> &'static str {
    DOCUMENT
        .split("```json\n")
        .nth(n + 1)
        .and_then(|rest| rest.split("```").next())
        .expect("the document has it")
}

fn read(text: &str) -> Result<Box<dyn Puzzle>, Problem> {
    formats::read(text).map(|(_, puzzle)| puzzle)
}

/// A change to a good file, and what is to be said of it: line, field, some of the words.
type Case = (&'static str, &'static str, usize, &'static str, &'static str);

fn each_is_named(good: &str, cases: &[Case]) {
    assert!(read(good).is_ok(), "{:?}", read(good));
    let wrong: Vec<String> = cases.iter().filter_map(|case| wrongly_said(good, case)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is said of a bad file, if it is not what should be.
fn wrongly_said(good: &str, &(from, to, line, field, says): &Case) -> Option<String> {
    assert!(good.contains(from), "{from} is not in the file");
    let problem = read(&good.replacen(from, to, 1)).expect_err(to);
    let said = problem.to_string();
    let placed = problem.line == 0 || problem.column > 0;
    let right = (problem.line, problem.field.as_str()) == (line, field) && said.contains(says) && placed;
    (!right).then(|| format!("{from} → {to}: {said}"))
}

#[test]
fn the_example_of_the_document_costs_what_the_document_says() {
    assert_eq!(example(0), include_str!("../fixtures/forum.json"), "the fuzzer begins with the same file");
    let forum = read(example(0)).unwrap();
    let tally = forum.tally(example(1)).unwrap();
    assert_eq!(tally.cost.hard, 0, "{tally:?}");
    assert!(DOCUMENT.contains(&format!("costs {}:", tally.cost.soft)), "{tally:?}");
    assert_eq!(forum.solve(1, &mut steps(20_000)).cost.hard, 0);
}

#[test]
fn the_document_names_every_field_and_the_weight_of_every_wish() {
    let mut forum = timetable::sample::forum(timetable::sample::KYOTO, 1);
    let place = timetable::model::Placement { start: 0, room: 0 };
    forum.sessions[0].published = Some(place);
    let forum = serde_json::to_value(forum).unwrap();
    let (fixed, online) = (&forum["sessions"][0], &forum["people"][0]);
    let all = [
        &forum,
        &forum["times"][0],
        &forum["rooms"][0],
        online,
        fixed,
        &forum["resources"][0],
        &fixed["fixed"],
    ];
    for (field, _) in all.into_iter().flat_map(|value| value.as_object().unwrap()) {
        let named = [format!("`{field}`"), format!("\"{field}\"")];
        assert!(
            named.iter().any(|name| DOCUMENT.contains(name)),
            "docs/timetable.md does not name `{field}`"
        );
    }
    for (wish, weight) in forum["weights"].as_object().unwrap() {
        assert!(DOCUMENT.contains(&format!("| `{wish}` | {weight} |")), "docs/timetable.md on `{wish}`");
    }
}

#[test]
fn a_file_that_is_cut_off_anywhere_is_answered() {
    for good in [example(0), CURRICULUM, IETF, COSPLIB] {
        let end = good.trim_end().len();
        for cut in (0..end).filter(|&cut| good.is_char_boundary(cut)) {
            let problem = read(&good[..cut]).expect_err("something is missing");
            assert!(!problem.field.is_empty() && !problem.message.is_empty(), "{cut}: {problem}");
            let lines = good[..cut].lines().count().max(1);
            assert!(problem.line <= lines + 1, "{cut}: {problem}");
        }
    }
}

#[test]
fn whatever_stands_where_a_number_should_is_refused_or_can_be_solved() {
    let (mut refused, mut solved) = (0, 0);
    for good in [example(0), CURRICULUM, IETF, COSPLIB] {
        let bytes = good.as_bytes();
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let numbers = (1..bytes.len()).filter(|&at| digit(at) && !digit(at - 1));
        for begin in numbers {
            let end = (begin..).find(|&at| !digit(at)).unwrap();
            for other in [
                "-1",
                "0",
                "1000000",
                "4294967296",
                "9223372036854775807",
                "1e400",
                "\"x\"",
                "null",
                "[]",
                "{",
            ] {
                let text = [&good[..begin], other, &good[end..]].concat();
                match read(&text) {
                    Err(_) => refused += 1,
                    Ok(puzzle) => {
                        let found = puzzle.solve(1, &mut steps(1));
                        assert_eq!(puzzle.tally(&found.solution).unwrap().cost, found.cost, "{text}");
                        solved += 1;
                    }
                }
            }
        }
    }
    assert!(refused > 500 && solved > 100, "{refused} refused, {solved} solved");
}

#[test]
fn a_small_file_does_not_get_much_memory() {
    let many = |item: &str, count: usize| vec![item; count].join(",");
    let times: Vec<String> = (0..4_000)
        .map(|n| format!("{{\"day\":{n},\"start\":{},\"end\":{}}}", n * 1440, n * 1440 + 60))
        .collect();
    let rooms = many("{\"name\":\"r\",\"seats\":1}", 1_900);
    let sessions = many("{\"name\":\"s\",\"length\":1,\"track\":9999}", 1_000);
    let forum = |times: &str, rooms: &str, sessions: &str| {
        format!("{{\"times\":[{times}],\"rooms\":[{rooms}],\"sessions\":[{sessions}]}}")
    };
    let one = &times[0];
    for (text, says) in [
        (forum(&times.join(","), &rooms, ""), "rooms × times"),
        (forum(&times[..100].join(","), &rooms, &sessions), "tracks × days × rooms"),
        (forum(&times.join(","), "", &many("{\"name\":\"s\",\"length\":1}", 9_000)), "sessions × times"),
        (forum(one, &many("{\"name\":\"r\",\"seats\":1}", 3_000), ""), "at most 2000"),
    ] {
        let problem = read(&text).expect_err(says);
        assert!(problem.message.contains(says), "{problem}");
    }
    let everywhere = many("{\"name\":\"s\",\"length\":1,\"parts\":[{\"person\":0}]}", 9_000);
    let text = forum(one, "", &everywhere).replacen('{', "{\"people\":[{\"name\":\"p\"}],", 1);
    assert!(read(&text).expect_err("one person everywhere").message.contains("share people"));
    let week = "Name: x Courses: 3000 Rooms: 3000 Days: 366 Periods_per_day: 1000 Curricula: 0 Constraints: 0 COURSES:";
    assert!(read(week).expect_err("a year of three thousand rooms").message.contains("at most"));
}

#[test]
fn what_is_no_text_at_all_is_answered() {
    for (bytes, says) in [
        (&b"{\"times\": [\n\xff]}"[..], "line 2, column 1, file: this byte is not UTF-8"),
        (&[0xfe, 0xff, 0x00, 0x7b][..], "line 1, column 1, file: this byte is not UTF-8"),
    ] {
        let said = formats::text_of(bytes).unwrap_err().to_string();
        assert!(said.contains(says), "{said}");
    }
    assert!(formats::text_of(&vec![b' '; BYTES_MAX + 1]).unwrap_err().message.contains("at most"));
    assert_eq!(
        formats::text_of("\u{feff}Name:".as_bytes()),
        Ok("Name:"),
        "a mark at the beginning is no text"
    );
    for text in [
        "",
        " \n\t ",
        "null",
        "[]",
        "{}",
        "\"x\"",
        "5",
        "\0",
        &"[".repeat(100_000),
        &"{\"a\":".repeat(100_000),
    ] {
        let said = read(text).expect_err("nothing to plan").to_string();
        assert!(said.len() < 1_000 && !said.contains('\0'), "{said}");
    }
    let hostile = CURRICULUM.replacen("Ethics 0 0", "\u{1b}[31mred 0 0", 1);
    let said = read(&hostile).expect_err("no such course").to_string();
    assert!(!said.contains('\u{1b}'), "no word of a file reaches the terminal as a command: {said:?}");
    let long = CURRICULUM.replacen("Ethics 0 0", &format!("{} 0 0", "x".repeat(1_000_000)), 1);
    assert!(read(&long).expect_err("no such course").to_string().len() < 1_000);
}
