//! What holds for every programme that the engine makes.

use proptest::prelude::*;
use timetable::constraints::{self, CONSTRAINTS, Level};
use timetable::model::{Board, Brief, Instance, Part, Placement, Precedence, Session, Weights};
use timetable::sample::{self, Size};
use timetable::search::{Cost, steps};
use timetable::{bound, curriculum, resolve, solve};

use crate::constraints::crowded;

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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_is_fixed_or_published_nobody_is_in_two_places_and_no_room_is_used_twice(seed: u64) {
        let instance = crowded(seed);
        let brief = Brief::new(&instance);
        let found = solve(&brief, seed, &mut steps(4_000));
        let board = Board::with(&brief, &found.solution);
        for name in ["two-places", "walking", "room-taken"] {
            let constraint = CONSTRAINTS.iter().find(|constraint| constraint.name == name).expect("it is listed");
            prop_assert_eq!((constraint.facts)(&board), vec![], "{}", name);
        }
        prop_assert!(found.cost >= bound(&brief));
    }
}

#[test]
fn a_search_that_is_stopped_at_once_still_has_a_programme() {
    let instance = sample::forum(Size { sessions: 60, rooms: 4, days: 3, people: 120 }, 5);
    let brief = Brief::new(&instance);
    let found = solve(&brief, 1, &mut |_| None);
    assert!(found.solution.iter().filter(|place| place.is_some()).count() > 50);
    assert_eq!(breaks_nothing(&instance, &found.solution), Ok(()));
}

#[test]
fn a_programme_that_costs_no_more_than_the_bound_ends_the_search() {
    let mut instance = sample::forum(Size { sessions: 10, rooms: 4, days: 3, people: 120 }, 5);
    let nothing =
        Weights { same_track: 0, track_room: 0, balance: 0, audience: 0, similar: 0, ..Weights::default() };
    instance.weights = Weights { load: 0, night_shares: 0, seats_wasted: 0, seats_missing: 0, ..nothing };
    instance.precedences.clear();
    for (n, session) in instance.sessions.iter_mut().enumerate() {
        let own = Part { person: n, role: String::new() };
        *session = Session { name: session.name.clone(), length: 1, parts: vec![own], ..Session::default() };
        instance.people[n].online = Some(-720);
    }
    let brief = Brief::new(&instance);
    let found = solve(&brief, 1, &mut steps(500_000));
    assert_eq!(found.cost, bound(&brief));
    assert!(found.cost.soft > 0 && found.steps < 500_000, "{found:?}");
}

#[test]
fn a_track_longer_than_the_time_costs_at_least_as_many_pairs_as_it_is_too_long() {
    let mut instance = sample::forum(Size { sessions: 30, rooms: 5, days: 1, people: 0 }, 1);
    instance.sessions.iter_mut().for_each(|session| {
        *session = Session { name: session.name.clone(), length: 1, track: Some(0), ..Session::default() };
    });
    let track = |instance: &Instance| bound(&Brief::new(instance)).soft / instance.weights.same_track;
    assert_eq!(track(&instance), 30 - instance.times.len() as i64);
    instance.sessions.truncate(instance.times.len());
    instance.precedences.clear();
    instance.audiences.clear();
    instance.similar.clear();
    assert_eq!(bound(&Brief::new(&instance)), Cost::ZERO);
}

#[test]
fn what_is_fixed_where_it_cannot_be_counts_as_no_more_than_a_session_without_a_place() {
    // Everybody is online and asleep when the second time begins; there, in a room that is blocked, a session is fixed.
    let mut instance = sample::forum(Size { sessions: 2, rooms: 2, days: 1, people: 20 }, 1);
    instance.people.iter_mut().for_each(|person| person.online = Some(-720));
    (instance.precedences, instance.audiences, instance.similar) = (vec![], vec![], vec![]);
    instance.rooms[0].blocked = vec![1];
    let parts =
        |people: std::ops::Range<usize>| people.map(|person| Part { person, role: String::new() }).collect();
    for (session, people) in instance.sessions.iter_mut().zip([0..10, 10..20]) {
        *session =
            Session { name: session.name.clone(), length: 1, parts: parts(people), ..Session::default() };
    }
    instance.sessions[0].fixed = Some(Placement { start: 1, room: 0 });
    let brief = Brief::new(&instance);
    let cost = |programme: &[Option<Placement>]| constraints::cost(&Board::with(&brief, programme));
    let bound = bound(&brief);
    for start in 0..instance.times.len() {
        let other = Some(Placement { start, room: 1 });
        for programme in [[None, other], [instance.sessions[0].fixed, other]] {
            assert!(bound <= cost(&programme), "{programme:?}: {:?} is below {bound:?}", cost(&programme));
        }
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
fn what_finds_no_place_at_first_finds_one_before_the_search_begins() {
    for seed in 1..=6 {
        // What must come after a session that took the last time of all has no place unless that one goes.
        let mut instance = sample::forum(Size { sessions: 160, rooms: 8, days: 4, people: 500 }, seed);
        let session = |before: usize| Precedence { before, after: before + 1 };
        instance.precedences = (2..158).step_by(2).map(session).collect();
        let brief = Brief::new(&instance);
        let found = solve(&brief, seed, &mut |progress| progress.found().is_none().then_some(0.0));
        assert_eq!(found.cost.hard, 0, "seed {seed}");
        assert_eq!(breaks_nothing(&instance, &found.solution), Ok(()));
    }
}

#[test]
fn a_search_never_ends_worse_than_it_began() {
    let instance = sample::forum(Size { sessions: 80, rooms: 5, days: 3, people: 150 }, 2);
    let brief = Brief::new(&instance);
    let costs: Vec<Cost> =
        [0, 20_000, 200_000].map(|budget| solve(&brief, 1, &mut steps(budget)).cost).to_vec();
    assert!(costs[0] > costs[1] && costs[0] > costs[2], "{costs:?}");
}

/// A published forum of which ten sessions are cancelled, and a room is lost.
fn after_the_flood(size: Size, seed: u64, lost: usize) -> Instance {
    let mut instance = sample::forum(size, seed);
    let published = solve(&Brief::new(&instance), seed, &mut steps(15_000)).solution;
    instance.rooms[lost].blocked = (0..instance.times.len()).collect();
    for (session, published) in instance.sessions.iter_mut().zip(published) {
        session.published = published;
    }
    // The last of the list are cancelled, so that the numbers of the others stay.
    let left = size.sessions - 10;
    instance.sessions.truncate(left);
    instance.precedences.retain(|precedence| precedence.before.max(precedence.after) < left);
    instance.audiences.retain(|pair| pair.one.max(pair.other) < left);
    instance.similar.retain(|pair| pair.one.max(pair.other) < left);
    instance
}

#[test]
fn after_ten_cancellations_and_a_lost_room_few_others_move() {
    for seed in 1..=12 {
        let lost = 1 + (seed as usize * 5 + 2) % 11;
        let instance = after_the_flood(sample::KYOTO, seed, lost);
        let brief = Brief::new(&instance);
        let (again, moved) = resolve(&brief, seed, &mut steps(20_000));
        assert_eq!(again.cost.hard, 0);
        assert_eq!(breaks_nothing(&instance, &again.solution), Ok(()));
        let touched =
            instance.sessions.iter().filter(|session| session.published.is_some_and(|at| at.room == lost));
        let untouched = instance.sessions.len() - touched.count();
        let needlessly = moved.iter().filter(|moved| moved.untouched).count();
        assert!(needlessly * 20 < untouched, "{needlessly} of {untouched} moved");
        assert!(moved.len() > needlessly, "the sessions of the lost room must move");
    }
}

#[test]
fn what_moved_is_told_with_everybody_who_has_a_part_in_it() {
    let instance = after_the_flood(Size { sessions: 60, rooms: 5, days: 3, people: 150 }, 4, 2);
    let brief = Brief::new(&instance);
    let (again, moved) = resolve(&brief, 4, &mut steps(20_000));
    for (n, session) in instance.sessions.iter().enumerate() {
        let told = moved.iter().find(|moved| moved.session == n);
        assert_eq!(told.is_some(), session.published.is_some_and(|at| again.solution[n] != Some(at)));
        let Some(told) = told else { continue };
        assert_eq!((Some(told.from), told.to), (session.published, again.solution[n]));
        assert!(session.parts.iter().all(|part| told.people.contains(&part.person)));
        assert_eq!(told.untouched, told.from.room != 2);
    }
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
