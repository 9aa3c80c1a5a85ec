//! If there is no programme, the engine names the demands that cannot all be met, and no others.

use timetable::conflict::{self, Demand};
use timetable::model::{
    Brief, Instance, Part, Person, Placement, Precedence, Resource, Room, Session, Span, Time,
};
use timetable::sample;
use timetable::search::steps;

/// Three times in two rooms, and sessions without demands.
fn quiet(sessions: usize) -> Instance {
    let time = |n: i64| Time { day: 0, span: Span { start: n * 60, end: n * 60 + 50 } };
    let room = |name: &str| Room { name: name.to_string(), seats: 50, ..Room::default() };
    let session = |n: usize| Session { name: format!("Session {n}"), length: 1, ..Session::default() };
    Instance {
        times: (0..3).map(time).collect(),
        rooms: vec![room("Hall"), room("Study")],
        sessions: (0..sessions).map(session).collect(),
        ..Instance::default()
    }
}

fn speaks(instance: &mut Instance, person: usize, sessions: &[usize]) {
    for &session in sessions {
        instance.sessions[session].parts.push(Part { person, role: "speaker".to_string() });
    }
}

fn conflict_in(instance: &Instance) -> Option<Vec<Demand>> {
    assert_eq!(instance.check(), Ok(()));
    let brief = Brief::new(instance);
    let best = timetable::solve(&brief, 1, &mut steps(20_000));
    conflict::find(&brief, &best.solution, &mut || true)
}

fn placed(sessions: &[usize]) -> Vec<Demand> {
    sessions.iter().map(|&session| Demand::Placed { session }).collect()
}

#[test]
fn without_time_nothing_is_proved_and_what_is_proved_already_stays() {
    let instance = quiet(7);
    let brief = Brief::new(&instance);
    let best = timetable::solve(&brief, 1, &mut steps(20_000));
    let within = |mut asked: usize| {
        let mut goes_on = || {
            asked = asked.saturating_sub(1);
            asked > 0
        };
        conflict::find(&brief, &best.solution, &mut goes_on)
    };
    assert_eq!(within(0), None);
    for time in 1..60 {
        let found = within(time).unwrap_or_else(|| placed(&[0, 1, 2, 3, 4, 5, 6]));
        assert!(
            placed(&[0, 1, 2, 3, 4, 5, 6]).iter().all(|demand| found.contains(demand)),
            "{time}: {found:?}"
        );
    }
}

#[test]
fn a_programme_that_exists_has_no_conflict() {
    let mut instance = quiet(6);
    instance.people.push(Person::default());
    speaks(&mut instance, 0, &[0, 2, 4]);
    assert_eq!(conflict_in(&instance), None);
}

#[test]
fn seven_sessions_for_six_places_are_one_too_many() {
    let conflict = conflict_in(&quiet(7)).expect("there are only six places");
    assert_eq!(conflict, placed(&[0, 1, 2, 3, 4, 5, 6]));
}

#[test]
fn sessions_that_may_begin_at_few_of_the_times_are_too_many_for_these() {
    let mut instance = quiet(3);
    instance.sessions.iter_mut().for_each(|session| session.starts = Some(vec![1]));
    let conflict = conflict_in(&instance).expect("only two can begin at the second time");
    assert_eq!(conflict, placed(&[0, 1, 2]));
}

#[test]
fn a_person_with_four_sessions_at_three_times_is_named_with_them_and_nobody_else_is() {
    let mut instance = quiet(6);
    instance.people = vec![Person::default(), Person::default()];
    speaks(&mut instance, 0, &[0, 1, 2, 5]);
    speaks(&mut instance, 1, &[3, 4]);
    let conflict = conflict_in(&instance).expect("nobody can be in four places at three times");
    assert_eq!(conflict, [placed(&[0, 1, 2, 5]), vec![Demand::OnePlace { person: 0 }]].concat());
}

#[test]
fn a_speaker_who_is_away_whenever_the_only_suitable_room_is_free_is_named_with_the_room() {
    let mut instance = quiet(3);
    instance.rooms[0].features.push("booths".to_string());
    instance.rooms[0].blocked = vec![2];
    instance.sessions[1].features.push("booths".to_string());
    instance.people.push(Person { away: vec![Span { start: 0, end: 110 }], ..Person::default() });
    speaks(&mut instance, 0, &[1]);
    let conflict = conflict_in(&instance).expect("the hall is blocked when the speaker comes");
    let expected = [
        placed(&[1]),
        vec![Demand::Features { session: 1 }, Demand::Available { person: 0 }, Demand::Blocked { room: 0 }],
    ];
    assert_eq!(conflict, expected.concat());
}

#[test]
fn fixed_sessions_in_the_wrong_order_are_a_conflict_of_three_demands() {
    let mut instance = quiet(4);
    instance.sessions[2].fixed = Some(Placement { start: 1, room: 0 });
    instance.sessions[3].fixed = Some(Placement { start: 0, room: 0 });
    instance.precedences.push(Precedence { before: 2, after: 1 });
    instance.precedences.push(Precedence { before: 1, after: 3 });
    let conflict = conflict_in(&instance).expect("two cannot be both after one and before an earlier one");
    assert!(conflict.contains(&Demand::Precedence { index: 1 }), "{conflict:?}");
    assert!(!conflict.contains(&Demand::Placed { session: 0 }), "{conflict:?}");
}

#[test]
fn one_team_of_interpreters_does_not_serve_four_sessions_at_three_times() {
    let mut instance = quiet(5);
    instance.resources.push(Resource { name: "interpreters".to_string(), count: 1 });
    (0..4).for_each(|session| instance.sessions[session].resources.push(0));
    let conflict = conflict_in(&instance).expect("four sessions need four times");
    assert_eq!(conflict, [placed(&[0, 1, 2, 3]), vec![Demand::Resource { resource: 0 }]].concat());
}

/// What is wrong at full size, among 300 sessions that would all have a place.
fn conflict_in_kyoto(spoil: impl FnOnce(&mut Instance)) -> Vec<Demand> {
    let mut instance = sample::forum(sample::KYOTO, 1);
    spoil(&mut instance);
    assert_eq!(instance.check(), Ok(()));
    let brief = Brief::new(&instance);
    let best = timetable::solve(&brief, 1, &mut steps(4_000));
    assert!(best.cost.hard > 0, "there is a programme after all");
    let missing = best.solution.iter().filter(|place| place.is_none()).count();
    assert!(missing < 20, "the best breaks far more than it must: {missing} sessions have no place");
    conflict::find(&brief, &best.solution, &mut || true).expect("it can be proved that there is none")
}

#[test]
fn in_a_forum_of_full_size_a_person_asked_for_too_often_is_named_and_nobody_else_is() {
    let conflict = conflict_in_kyoto(|instance| {
        instance.people[500].away = vec![Span { start: 0, end: 4 * 24 * 60 + 13 * 60 }];
        instance.sessions[20..27].iter_mut().for_each(|session| session.length = 1);
        speaks(instance, 500, &[20, 21, 22, 23, 24, 25, 26]);
    });
    assert!(conflict.contains(&Demand::OnePlace { person: 500 }), "{conflict:?}");
    assert!(conflict.contains(&Demand::Available { person: 500 }), "{conflict:?}");
    let placed = conflict.iter().filter(|demand| matches!(demand, Demand::Placed { .. })).count();
    assert!(placed <= 6 && conflict.len() <= placed + 4, "{conflict:?}");
}

#[test]
fn in_a_forum_of_full_size_a_room_that_cannot_hold_all_that_need_it_is_found() {
    let conflict = conflict_in_kyoto(|instance| {
        instance.rooms[3].features.push("round table".to_string());
        instance.rooms[3].blocked = (0..40).collect();
        for session in &mut instance.sessions[50..57] {
            session.features = vec!["round table".to_string()];
            session.length = 1;
        }
    });
    let placed = conflict.iter().filter(|demand| matches!(demand, Demand::Placed { .. })).count();
    assert!(placed <= 6 && conflict.contains(&Demand::Blocked { room: 3 }), "{conflict:?}");
}

#[test]
fn in_a_forum_of_full_size_a_chain_longer_than_its_people_stay_is_found() {
    let conflict = conflict_in_kyoto(|instance| {
        instance.precedences = (100..104).map(|n| Precedence { before: n, after: n + 1 }).collect();
        for session in 100..105 {
            let person = 900 + session - 100;
            instance.people[person].away = vec![Span { start: 13 * 60, end: 100_000 }];
            instance.sessions[session].parts.clear();
            instance.sessions[session].length = 1;
            speaks(instance, person, &[session]);
        }
    });
    // From 9 to 13 hours four sessions follow each other; the first hour is the opening plenary's.
    let chain = conflict.iter().filter(|demand| matches!(demand, Demand::Precedence { .. })).count();
    assert!((3..=4).contains(&chain), "{conflict:?}");
    assert!(conflict.len() <= 5 + 4 + 5 + 1, "{conflict:?}");
}

#[test]
fn more_sessions_than_a_full_size_forum_has_room_for_are_counted() {
    let mut instance = sample::forum(sample::KYOTO, 1);
    instance.rooms.truncate(7);
    instance.sessions.iter_mut().for_each(|session| {
        session.features.clear();
        session.resources.clear();
    });
    let brief = Brief::new(&instance);
    let best = timetable::solve(&brief, 1, &mut steps(2_000));
    let conflict = conflict::find(&brief, &best.solution, &mut || true).expect("there are too many");
    let steps = conflict.iter().filter_map(|demand| match demand {
        Demand::Placed { session } => Some(instance.sessions[*session].length),
        _ => None,
    });
    let places = instance.times.len() * 7;
    assert!((places - 20..=places + 2).contains(&steps.sum()), "{}", conflict.len());
}
