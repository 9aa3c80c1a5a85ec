//! Bad solutions of good instances.

use super::{example, read};
use crate::formats::{COSPLIB, CURRICULUM, IETF};

#[test]
fn what_is_wrong_with_a_solution_is_named() {
    let (forum, programme) = (read(example(0)).unwrap(), example(1));
    for (from, to, line, field, says) in [
        ("\"session\": 3", "\"session\": 2", 5, "places[3].session", "two places"),
        ("\"session\": 3", "\"session\": 4", 5, "places[3].session", "no session 4"),
        ("\"room\": 1", "\"room\": 2", 5, "places[3].room", "no room 2"),
        ("\"start\": 2", "\"start\": 3", 4, "places[2].start", "takes 2 steps"),
        ("\"start\": 2", "\"start\": 18446744073709551615", 4, "places[2].start", "takes 2 steps"),
        ("\"start\": 2", "\"begin\": 2", 4, "places[2].begin", "unknown field"),
        ("places", "place", 1, "place", "unknown field"),
        ("]}", "]", 7, "places", "cut off"),
    ] {
        let problem = forum.tally(&programme.replacen(from, to, 1)).expect_err(to);
        assert_eq!((problem.line, problem.field.as_str()), (line, field), "{problem}");
        assert!(problem.to_string().contains(says), "{problem}");
    }
    let meeting = read(IETF).unwrap();
    for (solution, field, says) in [
        (r#"{"assignment": {"0": 0, "1": 1}}"#, "assignment", "session 2 has no slot"),
        (r#"{"assignment": {"0": 0, "1": 1, "2": 1}}"#, "assignment.2", "used twice"),
        (r#"{"assignment": {"0": 0, "1": 1, "2": 9}}"#, "assignment.2", "no slot 9"),
        (r#"{"assignment": {"0": 0, "1": 1, "5": 2}}"#, "assignment.5", "no such session"),
        (r#"{"assignment": {"0": 0, "0": 3, "1": 1, "2": 2}}"#, "assignment.0", "listed twice"),
        (r#"{"assignment": {"0": -1, "1": 1, "2": 2}}"#, "assignment.0", "invalid value"),
        (r#"{"assignments": {}}"#, "assignment", "missing field"),
    ] {
        let problem = meeting.tally(solution).expect_err(solution);
        assert_eq!((problem.line, problem.field.as_str()), (1, field), "{problem}");
        assert!(problem.to_string().contains(says), "{problem}");
    }
    let week = read(CURRICULUM).unwrap();
    for (solution, field, says) in [
        ("Law B 0", "line", "found 3 words"),
        ("Lew B 0 0", "course", "`Lew` is not in the instance"),
        ("Law C 0 0", "room", "`C` is not in the instance"),
        ("Law B 2 0", "day", "not a number below 2"),
        ("Law B 0 x", "period", "not a number below 2"),
    ] {
        let problem = week.tally(solution).expect_err(solution);
        assert_eq!((problem.line, problem.field.as_str()), (1, field), "{problem}");
        assert!(problem.to_string().contains(says), "{problem}");
    }
    let conference = read(COSPLIB).unwrap();
    for (solution, field) in [
        (r#"{"tracks": [[0, 1]], "submissions": [[[0, 1], [2, 2]]]}"#, "tracks"),
        (r#"{"tracks": [[0, 5], [-1, -1]], "submissions": [[[0, 1], [2, 2]], [[-1], [-1]]]}"#, "tracks[0]"),
        (
            r#"{"tracks": [[0, 1], [-1, -1]], "submissions": [[[0, 9], [2, 2]], [[-1], [-1]]]}"#,
            "submissions[0]",
        ),
        (r#"{"tracks": [[0, 1], [-1, -1]], "submissions": [[[0], [2, 2]], [[-1], [-1]]]}"#, "submissions[0]"),
        (r#"{"tracks": [[0, 1], [-1, -2]], "submissions": [[[0, 1], [2, 2]], [[-1], [-1]]]}"#, "tracks[1]"),
    ] {
        assert_eq!(conference.tally(solution).expect_err(solution).field, field);
    }
}
