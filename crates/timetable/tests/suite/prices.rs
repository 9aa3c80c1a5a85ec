//! What the prices of places promise to whoever arranges by hand.

use proptest::prelude::*;
use timetable::constraints::{self, Level};
use timetable::model::{Board, Brief, Instance, Part, Person, Placement, Room, Session, Span, Time};
use timetable::prices::{elsewhere, here, there};
use timetable::sample::{self, Size};
use timetable::search::{Cost, steps};
use timetable::solve;

/// The programme after a move as an alternative describes it.
fn moved(board: &Board<'_>, session: usize, to: Placement, swap: Option<usize>) -> Vec<Option<Placement>> {
    let mut places = board.places().to_vec();
    if let Some(other) = swap {
        places[other] = places[session];
    }
    places[session] = Some(to);
    places
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn the_price_of_every_other_place_is_what_the_programme_costs_after_the_move(seed: u64) {
        let instance = sample::forum(Size { sessions: 40, rooms: 4, days: 2, people: 40 }, seed);
        let brief = Brief::new(&instance);
        let found = solve(&brief, seed, &mut steps(4_000));
        let mut board = Board::with(&brief, &found.solution);
        board.lift(7);
        let now = constraints::cost(&board);
        for session in [3, 7, 11] {
            for alternative in elsewhere(&board, session) {
                let after = moved(&board, session, alternative.place, alternative.swap);
                prop_assert_eq!(constraints::cost(&Board::with(&brief, &after)) - now, alternative.change);
                let sum: Cost = alternative.reasons.iter().map(|reason| reason.change).sum();
                prop_assert_eq!(sum, alternative.change);
            }
        }
    }

    #[test]
    fn what_a_session_costs_here_is_what_the_programme_would_save_without_it(seed: u64) {
        let instance = sample::forum(Size { sessions: 40, rooms: 4, days: 2, people: 40 }, seed);
        let brief = Brief::new(&instance);
        let board = Board::with(&brief, &solve(&brief, seed, &mut steps(1_000)).solution);
        for session in 0..40 {
            let mut without = board.clone();
            let soft: i64 = here(&board, session).iter().map(|share| share.cost.soft).sum();
            if without.lift(session).is_some() {
                prop_assert_eq!(constraints::cost(&board).soft - constraints::cost(&without).soft, soft);
            }
            for share in here(&board, session) {
                prop_assert!(!share.facts.is_empty(), "{} costs and says nothing", share.constraint);
            }
        }
    }
}

/// Two times in two rooms; the second room has two seats. One person has a part in sessions 0 and 1.
fn small() -> Instance {
    let time = |n: i64| Time { day: 0, span: Span { start: n * 60, end: n * 60 + 50 } };
    let room = |name: &str, seats| Room { name: name.to_string(), seats, ..Room::default() };
    let session = |n: usize| Session {
        name: format!("Session {n}"),
        length: 1,
        expected: 10,
        parts: if n < 2 { vec![Part { person: 0, role: "speaker".to_string() }] } else { vec![] },
        ..Session::default()
    };
    Instance {
        times: (0..2).map(time).collect(),
        rooms: vec![room("Hall", 10), room("Study", 2)],
        people: vec![Person::default()],
        sessions: (0..3).map(session).collect(),
        ..Instance::default()
    }
}

const fn at(start: usize, room: usize) -> Placement {
    Placement { start, room }
}

#[test]
fn a_place_that_would_have_somebody_in_two_places_is_named_with_that_demand() {
    let instance = small();
    let brief = Brief::new(&instance);
    let board = Board::with(&brief, &[Some(at(0, 0)), Some(at(1, 0)), None]);
    let all = elsewhere(&board, 0);
    assert_eq!(all.iter().map(|found| found.place).collect::<Vec<_>>(), [at(1, 0), at(0, 1), at(1, 1)]);
    let names = |n: usize| all[n].broken().map(|reason| reason.constraint).collect::<Vec<_>>();
    assert_eq!((all[0].swap, names(0)), (Some(1), vec![]), "an exchange is the only way");
    assert_eq!((all[1].swap, names(1)), (None, vec![]));
    assert_eq!((all[2].swap, names(2)), (None, vec!["two-places"]));
    assert_eq!(all[1].change, Cost::soft(16));
    let [missing] = &there(&board, 0, at(0, 1))[..] else { panic!("one thing is wrong there") };
    assert_eq!(
        (missing.constraint, missing.level, missing.cost),
        ("seats-missing", Level::Soft, Cost::soft(16))
    );
}

#[test]
fn a_session_that_is_nowhere_costs_just_that_and_every_good_place_is_a_gain() {
    let instance = small();
    let brief = Brief::new(&instance);
    let board = Board::with(&brief, &[Some(at(0, 0)), Some(at(1, 0)), None]);
    let costs: Vec<&str> = here(&board, 2).iter().map(|share| share.constraint).collect();
    assert_eq!(costs, ["unplaced"]);
    let all = elsewhere(&board, 2);
    assert_eq!(all.len(), 4);
    assert!(all[0].change.hard < 0 && all[1].change.hard < 0 && all[2].change.hard > 0, "{all:?}");
}
