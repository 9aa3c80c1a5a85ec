//! What holds for every instance and every solution, whatever their bytes: shared with the fuzzer.

use timetable::formats::{self, Puzzle};
use timetable::search::steps;

/// Any bytes as an instance: read and solved for a breath, or refused in words that fit on a screen.
pub(crate) fn hold_for_instance(bytes: &[u8]) {
    match formats::text_of(bytes).and_then(formats::read) {
        Err(problem) => is_said(&problem, bytes),
        // What the file may ask for is limited, but a fuzzer has no time for the largest of them.
        Ok(_) if bytes.len() > 16_384 => {}
        Ok((_, puzzle)) => {
            let found = puzzle.solve(1, &mut steps(1));
            let tally = puzzle.tally(&found.solution).expect("what the search writes can be read");
            assert_eq!(tally.cost, found.cost, "the terms come to what the search says");
        }
    }
}

/// Any text as a solution of a good instance: scored and explained, or refused.
pub(crate) fn hold_for_solution(puzzle: &dyn Puzzle, bytes: &[u8]) {
    let Ok(text) = formats::text_of(bytes) else { return };
    match puzzle.tally(text) {
        Err(problem) => is_said(&problem, bytes),
        Ok(tally) => {
            let facts = tally.terms.iter().flat_map(|term| &term.facts).map(|fact| fact.cost).sum::<i64>();
            assert_eq!(tally.cost.hard + tally.cost.soft, facts);
            puzzle.place(text, 0).expect("it could be read");
            puzzle.elsewhere(text, 0).expect("it could be read");
            puzzle.conflict(text).expect("it could be read");
        }
    }
}

fn is_said(problem: &timetable::Problem, bytes: &[u8]) {
    let said = problem.to_string();
    assert!(said.chars().count() < 1_000 && !said.chars().any(char::is_control), "{said:?}");
    let lines = 1 + bytes.iter().filter(|&&byte| byte == b'\n').count();
    assert!(problem.line <= lines, "line {} of {lines}: {said}", problem.line);
}
