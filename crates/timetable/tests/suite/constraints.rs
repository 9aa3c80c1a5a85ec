//! Every constraint says the same twice: as facts about a whole programme, and as the growth by one session.

use proptest::prelude::*;
use timetable::constraints::{self, CONSTRAINTS, Constraint, Shape};
use timetable::model::{Board, Brief, Placement, Span};
use timetable::sample::{self, Size};
use timetable::search::Chance;

/// A small forum with something of everything, so crowded that every constraint has something to say.
pub(crate) fn crowded(seed: u64) -> timetable::model::Instance {
    let mut instance = sample::forum(Size { sessions: 40, rooms: 4, days: 2, people: 30 }, seed);
    let rooms = instance.rooms.len() as i64;
    instance.walking = (0..rooms).map(|a| (0..rooms).map(|b| (a - b).abs() * 7).collect()).collect();
    let mut chance = Chance::new(seed ^ 1);
    let times = instance.times.len();
    for person in &mut instance.people {
        let hours = [Span { start: 8 * 60, end: 20 * 60 }, Span { start: 14 * 60, end: 26 * 60 }];
        person.hours = chance.one_in(1, 4).then(|| hours[chance.below(2)]);
    }
    for session in &mut instance.sessions {
        session.plenary |= chance.one_in(1, 15);
        let place = Placement { start: chance.below(times - 2), room: chance.below(4) };
        session.published = chance.one_in(1, 2).then_some(place);
        session.fixed = chance.one_in(1, 10).then_some(place);
    }
    instance
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_growth_of_every_constraint_is_the_difference_of_its_facts(seed: u64) {
        let instance = crowded(seed);
        prop_assert_eq!(instance.check(), Ok(()));
        let brief = Brief::new(&instance);
        let mut board = Board::new(&brief);
        let mut chance = Chance::new(seed);
        let amounts = |board: &Board<'_>| -> Vec<i64> {
            CONSTRAINTS.iter().map(|constraint| (constraint.facts)(board).iter().map(|fact| fact.amount).sum()).collect()
        };
        let mut before = amounts(&board);
        for _ in 0..120 {
            let session = chance.below(instance.sessions.len());
            let lifted = board.lift(session);
            if lifted.is_none() || chance.one_in(4, 5) {
                let last = instance.times.len() - instance.sessions[session].length;
                let place = Placement { start: chance.below(last + 1), room: chance.below(instance.rooms.len()) };
                before = amounts(&board);
                let growths: Vec<i64> = CONSTRAINTS.iter().map(|constraint| (constraint.growth)(&board, session, place)).collect();
                board.put(session, place);
                let after = amounts(&board);
                for (n, constraint) in CONSTRAINTS.iter().enumerate() {
                    prop_assert_eq!(growths[n], after[n] - before[n], "{}", constraint.name);
                }
            }
        }
        prop_assert!(before.iter().filter(|amount| **amount > 0).count() > 3);
    }
}

/// Whether the growth of a constraint in a place depends on no more than its shape says.
fn keeps_to_its_shape(constraint: &Constraint, board: &Board<'_>, session: usize, place: Placement) -> bool {
    let growth = (constraint.growth)(board, session, place);
    let alone = |place| (constraint.growth)(&Board::new(board.brief), session, place);
    let rooms = 0..board.brief.instance.rooms.len();
    let starts = 0..=board.brief.instance.times.len() - board.brief.instance.sessions[session].length;
    match constraint.shape {
        Shape::Time => rooms.clone().all(|room| alone(Placement { room, ..place }) == growth),
        Shape::Room => starts.clone().all(|start| alone(Placement { start, ..place }) == growth),
        Shape::Place => alone(place) == growth,
        Shape::Pairs(others) => {
            let met: Vec<usize> = board.during(session, place.start).collect();
            let others = others(board.brief, session).into_iter().filter(|(other, _)| met.contains(other));
            others.map(|(_, amount)| amount).sum::<i64>() == growth
        }
        Shape::Counts(of) => growth == 0 || of(board.brief, session),
    }
}

#[test]
fn the_growth_of_every_constraint_depends_on_what_its_shape_says() {
    for seed in 0..12 {
        let instance = crowded(seed);
        let brief = Brief::new(&instance);
        let mut board = Board::new(&brief);
        let mut chance = Chance::new(seed);
        for _ in 0..80 {
            let session = chance.below(instance.sessions.len());
            let last = instance.times.len() - instance.sessions[session].length;
            let place = Placement { start: chance.below(last + 1), room: chance.below(instance.rooms.len()) };
            board.lift(session);
            for constraint in CONSTRAINTS {
                assert!(keeps_to_its_shape(constraint, &board, session, place), "{}", constraint.name);
            }
            board.put(session, place);
        }
    }
}

#[test]
fn in_a_crowded_forum_every_constraint_finds_something() {
    let mut silent: Vec<&str> = CONSTRAINTS.iter().map(|constraint| constraint.name).collect();
    for seed in 0..20 {
        let instance = crowded(seed);
        let brief = Brief::new(&instance);
        let mut chance = Chance::new(seed);
        let places: Vec<Option<Placement>> = instance
            .sessions
            .iter()
            .map(|session| {
                let last = instance.times.len() - session.length;
                chance
                    .one_in(9, 10)
                    .then(|| Placement { start: chance.below(last + 1), room: chance.below(4) })
            })
            .collect();
        let lines = constraints::explain(&Board::with(&brief, &places));
        silent.retain(|name| !lines.iter().any(|line| line.name == *name));
    }
    assert!(silent.is_empty(), "never heard of: {silent:?}");
}
