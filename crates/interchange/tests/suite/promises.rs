//! What every reader promises for any bytes. The property tests and the fuzz targets share it.

use interchange::csv::Mapping;
use interchange::{FORMATS, Limits, Moment, Problem, Programme, ReadError};

/// Small enough that a few kilobytes reach them.
const TIGHT: Limits = Limits {
    bytes: 64 * 1024,
    nodes: 2_000,
    depth: 12,
    columns: 30,
    sessions: 40,
    persons: 5,
    links: 5,
    short_text: 60,
    long_text: 300,
    minutes: 24 * 60,
    problems: 30,
};

/// Reads the bytes with the format of this name, and checks what comes out.
pub(crate) fn hold_for(format: &str, bytes: &[u8]) {
    let format = FORMATS.iter().find(|other| other.name == format).expect("the format is in the list");
    let _ = (format.detects)(bytes);
    for limits in [&Limits::DEFAULT, &TIGHT] {
        let read = (format.read)(bytes, limits);
        check(&read, limits, bytes);
        assert_eq!((format.read)(bytes, limits), read, "the same bytes give the same programme");
    }
}

/// Takes the first line as a mapping and the rest as a table.
#[allow(dead_code, reason = "two of the three fuzz targets have no tables")]
pub(crate) fn hold_for_mapped_table(bytes: &[u8]) {
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    let (line, table) = bytes.split_at(end);
    let Ok(mapping) = String::from_utf8_lossy(line).parse::<Mapping>() else { return };
    assert_eq!(mapping.to_string().parse(), Ok(mapping.clone()), "a mapping survives being printed");
    let read = interchange::csv::read(table, &mapping, &TIGHT);
    check(&read, &TIGHT, table);
}

fn check(read: &Result<Programme, ReadError>, limits: &Limits, bytes: &[u8]) {
    let lines = bytes.iter().filter(|byte| **byte == b'\n').count() as u32 + 1;
    match read {
        Err(error) => {
            let message = error.to_string();
            assert!(
                message.ends_with('.') && !message.contains(hides),
                "a refusal is a plain sentence: {message:?}"
            );
        }
        Ok(programme) => check_programme(programme, limits, lines),
    }
}

fn check_programme(programme: &Programme, limits: &Limits, lines: u32) {
    assert!(programme.sessions.len() <= limits.sessions);
    assert!(programme.problems.len() <= limits.problems + 1);
    for problem in &programme.problems {
        check_problem(problem, lines);
    }
    let in_file = |line: u32| assert!((1..=lines).contains(&line), "line {line} of {lines}");
    for session in &programme.sessions {
        in_file(session.place.line);
        check_name(&session.title, limits);
        assert!(session.persons.len() <= limits.persons && session.links.len() <= limits.links);
        assert!(session.minutes.is_none_or(|minutes| (1..=limits.minutes).contains(&minutes)));
        if let Some(start @ Moment::Instant { at, .. }) = session.start {
            let utc = start.instant(&jiff::tz::TimeZone::UTC).expect("an instant needs no zone");
            assert_eq!(utc, at);
        }
        for person in &session.persons {
            in_file(person.place.line);
            check_name(&person.name, limits);
        }
        for link in session.links.iter().chain(&session.attachments) {
            assert!(link.url.starts_with("https://") || link.url.starts_with("http://"), "{}", link.url);
        }
        let has = |name: &str| programme.rooms.iter().any(|room| room.name == name);
        assert!(session.room.as_deref().is_none_or(has), "every room of a session is listed");
    }
    let mentions: usize = programme.people().iter().map(|(_, times)| times).sum();
    assert_eq!(mentions, programme.sessions.iter().map(|session| session.persons.len()).sum::<usize>());
}

fn check_problem(problem: &Problem, lines: u32) {
    assert!((1..=lines).contains(&problem.line), "{problem} (of {lines} lines)");
    assert!(
        !problem.field.is_empty() && !problem.message.is_empty() && problem.remedy.ends_with('.'),
        "{problem}"
    );
    assert!(!problem.to_string().contains(hides), "a message cannot be disguised either: {problem:?}");
}

fn check_name(name: &str, limits: &Limits) {
    assert!(!name.trim().is_empty() && name.chars().count() <= limits.short_text, "{name:?}");
    assert!(!name.contains(hides), "{name:?}");
}

fn hides(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
