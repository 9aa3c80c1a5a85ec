//! What holds for every programme that the engine makes.

use proptest::prelude::*;
use timetable::constraints::{self, CONSTRAINTS, Level};
use timetable::model::{Board, Brief, Instance, Placement};
use timetable::sample::{self, Size};
use timetable::search::{Cost, steps};
use timetable::{curriculum, solve};

/// Whether everything that must hold does, but that some sessions may have no place.
fn breaks_nothing(instance: &Instance, programme: &[Option<Placement>]) -> Result<(), String> {
    let brief = Brief::new(instance);
    let board = Board::with(&brief, programme);
    let hard = CONSTRAINTS
        .iter()
        .filter(|constraint| constraint.level == Level::Hard && constraint.name != "unplaced");
    match hard
        .map(|constraint| (constraint.name, (constraint.facts)(&board)))
        .find(|(_, facts)| !facts.is_empty())
    {
        Some(found) => Err(format!("{found:?}")),
        None => Ok(()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_programme_has_a_person_in_two_places_however_crowded_the_forum(
        seed: u64, sessions in 5..60_usize, rooms in 1..5_usize, days in 1..4_usize, people in 3..60_usize,
    ) {
        let instance = sample::forum(Size { sessions, rooms, days, people }, seed);
        let brief = Brief::new(&instance);
        let found = solve(&brief, seed, &mut steps(6_000));
        prop_assert_eq!(breaks_nothing(&instance, &found.solution), Ok(()));
        prop_assert_eq!(constraints::cost(&Board::with(&brief, &found.solution)), found.cost);
    }
}

#[test]
fn the_same_seed_gives_the_same_programme_and_another_seed_another() {
    let instance = sample::forum(Size { sessions: 60, rooms: 4, days: 3, people: 120 }, 5);
    let brief = Brief::new(&instance);
    let programme = |seed| solve(&brief, seed, &mut steps(30_000));
    assert_eq!(programme(3), programme(3));
    assert_ne!(programme(3).solution, programme(4).solution);
}

#[test]
fn a_forum_of_kyotos_size_has_a_programme_at_once() {
    let instance = sample::forum(sample::KYOTO, 1);
    let brief = Brief::new(&instance);
    let found = solve(&brief, 1, &mut steps(2_000));
    assert_eq!(found.cost.hard, 0);
}

#[test]
fn a_search_never_ends_worse_than_it_began() {
    let instance = sample::forum(Size { sessions: 80, rooms: 5, days: 3, people: 150 }, 2);
    let brief = Brief::new(&instance);
    let costs: Vec<Cost> =
        [0, 20_000, 200_000].map(|budget| solve(&brief, 1, &mut steps(budget)).cost).to_vec();
    assert!(costs[0] >= costs[1] && costs[1] >= costs[2] && costs[0] > costs[2], "{costs:?}");
}

#[test]
fn after_ten_cancellations_and_a_lost_room_few_others_move() {
    let mut instance = sample::forum(Size { sessions: 150, rooms: 8, days: 4, people: 400 }, 3);
    let published = solve(&Brief::new(&instance), 1, &mut steps(60_000)).solution;
    let lost = 5;
    instance.rooms[lost].blocked = (0..instance.times.len()).collect();
    for (n, session) in instance.sessions.iter_mut().enumerate() {
        session.published = published[n];
    }
    // The last of the list are cancelled, so that the numbers of the others stay.
    instance.sessions.truncate(140);
    instance.precedences.retain(|precedence| precedence.before.max(precedence.after) < 140);
    instance.audiences.retain(|pair| pair.one.max(pair.other) < 140);
    instance.similar.retain(|pair| pair.one.max(pair.other) < 140);
    let again = solve(&Brief::new(&instance), 1, &mut steps(60_000));
    let untouched = (0..140).filter(|&n| published[n].is_some_and(|place| place.room != lost));
    let (untouched, moved) = untouched
        .fold((0, 0), |(all, moved), n| (all + 1, moved + usize::from(again.solution[n] != published[n])));
    assert!(moved * 20 < untouched, "{moved} of {untouched} moved");
    assert_eq!(breaks_nothing(&instance, &again.solution), Ok(()));
}

#[test]
fn the_better_of_two_outcomes_does_not_depend_on_which_came_first() {
    let instance = sample::forum(Size { sessions: 30, rooms: 3, days: 2, people: 50 }, 5);
    let brief = Brief::new(&instance);
    let [a, b] = [1, 2].map(|seed| solve(&brief, seed, &mut steps(10_000)));
    assert_eq!(a.clone().better(b.clone()), b.better(a));
}

#[test]
fn the_search_of_curricula_keeps_its_count_of_the_cost() {
    let courses: String =
        (0..12).map(|n| format!("c{n} t{} {} 2 {}\n", n % 5, 2 + n % 3, 20 + 7 * n)).collect();
    let text = format!(
        "Name: x\nCourses: 12\nRooms: 3\nDays: 4\nPeriods_per_day: 4\nCurricula: 3\nConstraints: 2\nCOURSES:\n{courses}\
         ROOMS:\na 30\nb 60\nc 90\nCURRICULA:\nq0 3 c0 c1 c2\nq1 4 c3 c4 c5 c0\nq2 3 c6 c7 c8\n\
         UNAVAILABILITY_CONSTRAINTS:\nc0 0 0\nc1 0 1\nEND.\n"
    );
    let instance = curriculum::read(&text).unwrap();
    for seed in 0..5 {
        let found = curriculum::solve(&instance, seed, &mut steps(100_000));
        assert_eq!(curriculum::score(&instance, &found.solution).cost(), found.cost);
        assert_eq!(found.cost.hard, 0);
    }
}
