//! The searches of the public benchmarks: they find what is known to exist, and the same seed finds the same.

use serde_json::json;
use timetable::search::{Chance, Cost, steps};
use timetable::{cosplib, curriculum};

/// A conference of six sessions and three rooms in which every track has an order of its submissions, all of them
/// over two sessions, and one person speaks in every track. A schedule without any cost was there first.
fn ordered_conference() -> cosplib::Instance {
    let (tracks, sessions, each) = (6, 6, 6);
    let submissions: Vec<_> = (0..tracks)
        .flat_map(|track| (1..=each).map(move |order| json!({"track": track, "slots": 1, "order": order})))
        .collect();
    // Track t belongs into the sessions 2(t mod 3) and 2(t mod 3) + 1; elsewhere it costs 5.
    let home = |track: usize, session: usize| if session / 2 == track % 3 { 0 } else { 5 };
    let rows = |of: &dyn Fn(usize, usize) -> i64, height: usize, width: usize| -> Vec<Vec<i64>> {
        (0..height).map(|row| (0..width).map(|column| of(row, column)).collect()).collect()
    };
    let nothing = |_: usize, _: usize| 0;
    let conflicts: Vec<_> = (0..tracks - 1).map(|track| [track * each, track * each + each + 2]).collect();
    let text = json!({
        "name": "ordered",
        "weights": {"submissions_order_weight": 1_000_000, "tracks_sessions_penalty_weight": 1, "presenters_conflicts_weight": 100,
            "consecutive_tracks_weight": 10, "num_rooms_per_track_weight": 1},
        "sessions": vec![json!({"slots": 3}); sessions], "rooms": [{}, {}, {}], "tracks": vec![json!({}); tracks],
        "submissions": submissions,
        "track_session": rows(&home, tracks, sessions), "track_room": rows(&nothing, tracks, 3),
        "track_track": rows(&nothing, tracks, tracks), "session_room": rows(&nothing, sessions, 3),
        "sub_session": rows(&nothing, tracks * each, sessions), "sub_timezone": rows(&nothing, tracks * each, sessions),
        "sub_room": rows(&nothing, tracks * each, 3),
        "presenter_conflicts": conflicts, "attendee_conflicts": [], "chair_conflicts": [],
    });
    cosplib::read(&text.to_string()).expect("a conference that is right")
}

#[test]
fn submissions_that_have_an_order_are_held_in_it() {
    let instance = ordered_conference();
    for seed in 0..2 {
        let found = cosplib::solve(&instance, seed, &mut steps(100_000));
        assert_eq!(found.cost, Cost::ZERO, "seed {seed}");
        assert_eq!(cosplib::score(&instance, &found.solution).cost, Cost::ZERO);
        assert_eq!(cosplib::solve(&instance, seed, &mut steps(100_000)), found);
    }
}

/// A week in which every place is taken, made from a timetable that costs nothing: each curriculum has all periods of
/// a day or more, each course its own room, and as many days as it was given.
fn planted_week(seed: u64) -> curriculum::Instance {
    let (days, per_day, rooms) = (5, 4, 4);
    let mut chance = Chance::new(seed);
    let (mut courses, mut curricula, mut barred) = (String::new(), String::new(), String::new());
    let mut count = 0;
    for room in 0..rooms {
        // Four courses share a room, each in one period of every day; two by two they make a curriculum.
        let mut order: Vec<usize> = (0..per_day).collect();
        chance.shuffle(&mut order);
        for (n, period) in order.iter().enumerate() {
            courses += &format!("c{room}{n} t{room}{n} {days} {days} {}\n", 10 * room + 10);
            let (day, other) = (chance.below(days), (period + 1 + chance.below(per_day - 1)) % per_day);
            barred += &format!("c{room}{n} {day} {other}\n");
            count += 1;
        }
        let at =
            |period: usize| order.iter().position(|&own| own == period).expect("every period has its course");
        curricula += &format!("q{room}a 2 c{room}{} c{room}{}\n", at(0), at(1));
        curricula += &format!("q{room}b 2 c{room}{} c{room}{}\n", at(2), at(3));
    }
    let seats: String = (0..rooms).map(|room| format!("r{room} {}\n", 10 * room + 10)).collect();
    curriculum::read(&format!(
        "Name: planted\nCourses: {count}\nRooms: {rooms}\nDays: {days}\nPeriods_per_day: {per_day}\nCurricula: {}\nConstraints: {count}\n\
         COURSES:\n{courses}ROOMS:\n{seats}CURRICULA:\n{curricula}UNAVAILABILITY_CONSTRAINTS:\n{barred}END.\n",
        2 * rooms,
    ))
    .expect("a week that is right")
}

#[test]
fn a_week_that_can_be_free_of_cost_is_found_so_and_the_same_seed_finds_the_same() {
    for seed in 0..4 {
        let instance = planted_week(seed);
        let found = curriculum::solve(&instance, seed, &mut steps(400_000));
        assert_eq!(found.cost, Cost::ZERO, "seed {seed}");
        assert_eq!(curriculum::score(&instance, &found.solution).cost(), Cost::ZERO);
        assert_eq!(curriculum::solve(&instance, seed, &mut steps(400_000)), found);
    }
}
