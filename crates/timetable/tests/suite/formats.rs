//! The public formats: small instances with costs worked out by hand, and whatever else a file may contain.

use crate::promises;
use proptest::prelude::*;
use timetable::search::{Cost, steps};
use timetable::{cosplib, curriculum, formats, ietf, model, sample};

/// Two courses of one curriculum and one by a teacher of the other's name, on two days of two periods.
pub(crate) const CURRICULUM: &str = include_str!("../fixtures/small.ctt");

/// Two groups, of which one meets twice, in two rooms and three frames.
pub(crate) const IETF: &str = include_str!("../fixtures/ietf.json");

/// Two tracks in two sessions of two rooms.
pub(crate) const COSPLIB: &str = include_str!("../fixtures/cosplib.json");

#[test]
fn a_curriculum_timetable_costs_what_the_rules_say() {
    let instance = curriculum::read(CURRICULUM).unwrap();
    for (solution, hard, soft) in [
        // Everything right but that 50 students share 40 seats, 30 do 40, and nobody's lectures are adjacent but one pair.
        ("Law B 0 0\nLaw B 1 0\nEthics A 1 1\nHistory B 0 1\n", 0, 10 + 2),
        // Law in two rooms, once too small; both on one day.
        ("Law A 0 0\nLaw B 0 1\nEthics A 1 1\nHistory B 1 0\n", 0, 10 + 10 + 1 + 5 + 2),
        // Ethics when it is not available, in Law's room and together with Law; History is missing, and with it its day.
        ("Law B 0 0\nLaw B 1 0\nEthics B 0 0\n", 1 + 1 + 1 + 1, 4 + 2 + 5),
    ] {
        let solution = curriculum::read_solution(&instance, solution).unwrap();
        assert_eq!(curriculum::score(&instance, &solution).cost(), Cost { hard, soft }, "{solution:?}");
        let written = curriculum::write_solution(&instance, &solution);
        assert_eq!(curriculum::read_solution(&instance, &written), Ok(solution));
    }
    let found = curriculum::solve(&instance, 1, &mut steps(50_000));
    assert_eq!(found.cost, Cost::soft(12));
}

#[test]
fn a_meeting_of_the_ietf_costs_what_its_builder_says() {
    let instance = ietf::read(IETF).unwrap();
    let scorer = ietf::Scorer::new(&instance);
    for (slots, hard, soft) in [
        ([0, 4, 3], 0, 0),
        // One after the other on one day: each session pays for the time relation.
        ([0, 2, 1], 0, 2 * 1_000 + 100_000 + 2 * 100),
        // In the wrong order, and one in a room that is too small.
        ([4, 1, 2], 0, 2 * 100_000 + 100_000),
        // At the same time, and the other group when it cannot.
        ([0, 1, 4], 2, 100_000 + 1_000_000 + 2 * 1_000),
    ] {
        let solution = ietf::Solution { slots: slots.to_vec() };
        assert_eq!(scorer.score(&solution).dynamic, Cost { hard, soft }, "{slots:?}");
        assert_eq!(ietf::read_solution(&instance, &ietf::write_solution(&solution)), Ok(solution));
    }
    assert_eq!(ietf::solve(&scorer, 1, &mut steps(50_000)).cost, Cost::ZERO);
}

#[test]
fn a_conference_costs_what_its_library_says() {
    let instance = cosplib::read(COSPLIB).unwrap();
    let one = r#"{"tracks": [[0, 1], [-1, -1]], "submissions": [[[0, 1], [2, 2]], [[-1], [-1]]]}"#;
    let other = r#"{"tracks": [[1, -1], [-1, 0]], "submissions": [[[2, -1], [-1, -1]], [[-1], [0]]]}"#;
    for (solution, hard, soft) in [(one, 0, 5 + 100), (other, 2, 0)] {
        let solution = cosplib::read_solution(&instance, solution).unwrap();
        assert_eq!(cosplib::score(&instance, &solution).cost, Cost { hard, soft });
        let written = cosplib::write_solution(&solution);
        assert_eq!(cosplib::read_solution(&instance, &written), Ok(solution));
    }
}

#[test]
fn what_is_wrong_with_a_file_is_named_with_its_line_and_field() {
    let ctt = |from: &str, to: &str| curriculum::read(&CURRICULUM.replacen(from, to, 1)).map(drop);
    let ietf = |from: &str, to: &str| ietf::read(&IETF.replacen(from, to, 1)).map(drop);
    let cosplib = |from: &str, to: &str| cosplib::read(&COSPLIB.replacen(from, to, 1)).map(drop);
    for (found, line, field, says) in [
        (ctt("Ethics 0 0", "Ethik 0 0"), 22, "course", "no course `Ethik`"),
        (ctt("Law anna 2", "Law anna 0"), 10, "lectures", "no lectures"),
        (ctt("Days: 2", "Days: two"), 4, "Days:", "not a whole number"),
        (ctt("Ethics 0 0", "Ethics 0 7"), 22, "period", "outside the week"),
        (ctt("Law anna 2", "Law anna 9"), 0, "COURSES", "11 lectures, but only 8 places"),
        (ctt("END.", ""), 22, "END.", "the file ends here"),
        (ietf("\"group\": \"names\"", "\"group\": \"nomes\""), 12, "sessions[2].group", "no group `nomes`"),
        (ietf("\"frame\": 2", "\"frame\": 9"), 8, "slots[4].frame", "no frame 9"),
        (ietf("\"target\": \"routes\", ", ""), 14, "constraints[0].target", "needs this field"),
        (ietf("2030-06-04T09:00", "Tuesday"), 6, "frames[2].start", "not a local time"),
        (ietf("\"minutes\": 30", "\"minutes\": \"x\""), 12, "sessions[2].minutes", "invalid type"),
        (cosplib("\"track\": 1", "\"track\": 5"), 4, "submissions[2].track", "no track 5"),
        (cosplib("[[0, 2]]", "[[0, 3]]"), 7, "presenter_conflicts[0]", "below 3"),
        (
            cosplib("\"track_track\": [[0, 1]", "\"track_track\": [[0]"),
            5,
            "track_track[0]",
            "1 columns, not 2",
        ),
    ] {
        let problem = found.expect_err(says);
        assert_eq!((problem.line, problem.field.as_str()), (line, field), "{problem}");
        assert!(problem.to_string().contains(says), "{problem}");
    }
}

#[test]
fn what_is_wrong_with_a_forum_is_named_with_its_line_and_field() {
    let forum = sample::forum(sample::Size { sessions: 4, rooms: 2, days: 1, people: 3 }, 1);
    let text = serde_json::to_string_pretty(&forum).unwrap();
    assert_eq!(model::read(&text), Ok(forum.clone()));
    let broken = |change: &dyn Fn(&mut model::Instance)| {
        let mut forum = forum.clone();
        change(&mut forum);
        model::read(&serde_json::to_string_pretty(&forum).unwrap()).expect_err("was broken")
    };
    let circle = |forum: &mut model::Instance| {
        forum.precedences =
            [(0, 1), (1, 2), (2, 1)].map(|(before, after)| model::Precedence { before, after }).to_vec();
    };
    for (problem, field) in [
        (broken(&|forum| forum.sessions[2].length = 0), "sessions[2].length"),
        (broken(&|forum| forum.sessions[3].parts[0].person = 99), "sessions[3].parts"),
        (broken(&|forum| forum.rooms[1].seats = -5), "rooms[1].seats"),
        (broken(&|forum| forum.rooms[1].blocked = vec![400]), "rooms[1].blocked"),
        (broken(&|forum| forum.times[3].span.end = 0), "times[3].end"),
        (broken(&circle), "precedences[1]"),
    ] {
        assert_eq!(problem.field, field, "{problem}");
        assert!(problem.line > 1, "{problem}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_file_whatever_makes_a_reader_or_a_search_panic(
        which in 0..4_usize,
        edits in proptest::collection::vec((any::<prop::sample::Index>(), "[0-9a-z\"{}\\[\\]:,. -]{0,4}", 0..6_usize), 1..4),
    ) {
        let forum = sample::forum(sample::Size { sessions: 6, rooms: 2, days: 1, people: 4 }, 1);
        let forum = serde_json::to_string(&forum).unwrap();
        let mut text = [CURRICULUM, IETF, COSPLIB, &forum][which].to_string();
        for (at, new, cut) in edits {
            let at = at.index(text.len());
            text.replace_range(at..(at + cut).min(text.len()), &new);
        }
        promises::hold_for_instance(text.as_bytes());
        match which {
            0 => if let Ok(instance) = curriculum::read(&text) {
                curriculum::solve(&instance, 1, &mut steps(3_000));
            },
            1 => if let Ok(instance) = ietf::read(&text) {
                ietf::solve(&ietf::Scorer::new(&instance), 1, &mut steps(3_000));
            },
            2 => if let Ok(instance) = cosplib::read(&text) {
                cosplib::solve(&instance, 1, &mut steps(3_000));
            },
            _ => if let Ok(instance) = model::read(&text) {
                timetable::solve(&model::Brief::new(&instance), 1, &mut steps(3_000));
            },
        }
    }
    #[test]
    fn no_solution_whatever_makes_a_reader_or_a_scorer_panic(
        which in 0..4_usize,
        edits in proptest::collection::vec((any::<prop::sample::Index>(), "[0-9a-z\"{}\\[\\]:,. -]{0,4}", 0..6_usize), 0..4),
    ) {
        let forum = include_str!("../fixtures/forum.json");
        let (_, puzzle) = formats::read([CURRICULUM, IETF, COSPLIB, forum][which]).unwrap();
        let mut solution = puzzle.solve(1, &mut steps(1)).solution;
        for (at, new, cut) in edits {
            let at = at.index(solution.len());
            solution.replace_range(at..(at + cut).min(solution.len()), &new);
        }
        promises::hold_for_solution(&*puzzle, solution.as_bytes());
    }
}
