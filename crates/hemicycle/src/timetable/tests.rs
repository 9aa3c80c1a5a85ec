use super::*;
use timetable::formats::read;
use timetable::model;
use timetable::sample::{Size, forum};

fn puzzle() -> Box<dyn Puzzle> {
    let instance = forum(Size { sessions: 40, rooms: 3, days: 2, people: 60 }, 4);
    read(&model::write(&instance)).unwrap().1
}

fn search(budget: Budget, seed: u64, threads: usize) -> Search {
    Search { budget, seed, threads: NonZeroUsize::new(threads).unwrap() }
}

#[test]
fn the_same_seed_threads_and_steps_give_the_same_programme() {
    let (puzzle, stop) = (puzzle(), AtomicBool::new(false));
    let found = |seed, threads| search(Budget::Steps(20_000), seed, threads).run(&*puzzle, &stop, |_| {});
    assert_eq!(found(1, 3), found(1, 3));
    assert_ne!(found(1, 1).solution, found(7, 1).solution);
    let (one, two, both) = (found(1, 1), found(2, 1), found(1, 2));
    assert_eq!(both, one.better(two), "two threads are the better of two seeds");
}

#[test]
fn whoever_stops_a_search_gets_the_best_so_far() {
    let (puzzle, stop) = (puzzle(), AtomicBool::new(false));
    let mut last = None;
    let found = search(Budget::Seconds(3_600.0), 1, 2).run(&*puzzle, &stop, |standing| {
        last = standing.best;
        stop.store(standing.steps > 0, Ordering::Relaxed);
    });
    let tally = puzzle.tally(&found.solution).unwrap();
    assert_eq!(tally.cost, found.cost, "it is worth what it is said to be");
    assert_eq!(found.cost.hard, 0);
    assert!(last.is_some());
}

#[test]
fn a_watch_never_runs_backwards() {
    let mut watch = Watch::start();
    let mut last = Duration::ZERO;
    for _ in 0..200_000 {
        let now = watch.processor();
        assert!(now >= last);
        last = now;
    }
}
