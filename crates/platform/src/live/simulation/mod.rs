//! Servers, lines and readers, simulated from a seed: the code is the code, only sockets, clock and chance are made up.
//!
//! After every step: whoever shows something shows the acts of the log, none lost, doubled or reordered; totals are those
//! of the version that they claim to be; nobody sees what is another's; nothing has outgrown its limits. In the end, when
//! all is quiet, everybody shows everything.
//!
//! `HEMICYCLE_SEED=n` runs one seed and prints what happened in it; `HEMICYCLE_SEEDS=n` runs so many.

#![expect(clippy::print_stdout, reason = "a trace is for whoever asked for it")]

mod dice;
mod node;
mod pipe;
mod trouble;
mod truth;
mod view;
mod witness;
mod world;

use super::mutants::{Mutant, let_live};
use world::World;

const SEEDS: u64 = 5_000;

/// Holds, or what does not.
type Held = Result<(), String>;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|value| value.parse().expect("a number is wanted in the environment"))
}

fn run(seed: u64) -> Held {
    World::new(seed, false).run().map_err(|what| format!("seed {seed}: {what}"))
}

/// What happened last in a seed.
fn trace(seed: u64) -> String {
    let mut world = World::new(seed, true);
    let end = world.run();
    let mut lines: Vec<String> = world.trace.take().unwrap_or_default().into();
    lines.push(format!("{end:?}\nagain with HEMICYCLE_SEED={seed}"));
    lines.join("\n")
}

#[test]
fn nothing_is_lost_doubled_or_reordered_and_all_come_to_know_everything() {
    if let Some(seed) = number("HEMICYCLE_SEED") {
        println!("{}", trace(seed));
        assert_eq!(run(seed), Ok(()));
        return;
    }
    let seeds = number("HEMICYCLE_SEEDS").unwrap_or(SEEDS);
    let broken = side_by_side(seeds, |seed| run(seed).err().map(|_| seed));
    if let Some(seed) = broken.into_iter().min() {
        panic!("{:?}\n{}", run(seed), trace(seed));
    }
}

#[test]
fn the_same_seed_is_the_same_world() {
    assert!((0..20).all(|seed| trace(seed) == trace(seed)));
}

#[test]
fn no_mistake_survives() {
    let seeds = number("HEMICYCLE_SEEDS").unwrap_or(SEEDS);
    let alive = side_by_side(Mutant::ALL.len() as u64, |n| {
        let (mutant, about) = Mutant::ALL[usize::try_from(n).unwrap()];
        let killed = (0..seeds).find_map(|seed| let_live(Some(mutant), || run(seed)).err());
        println!("{mutant:?}: {}", killed.as_deref().unwrap_or("nobody notices"));
        killed.is_none().then(|| format!("{mutant:?}, which {about}"))
    });
    assert!(alive.is_empty(), "{seeds} seeds did not notice\n  {}", alive.join("\n  "));
}

/// Does something for each number below `count`, on all processors, and gathers what came of it.
fn side_by_side<T: Send>(count: u64, each: impl Fn(u64) -> Option<T> + Sync) -> Vec<T> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(8);
    std::thread::scope(|scope| {
        let some =
            |first: usize| (first as u64..count).step_by(threads).filter_map(&each).collect::<Vec<T>>();
        let all: Vec<_> = (0..threads).map(|first| scope.spawn(move || some(first))).collect();
        all.into_iter().flat_map(|thread| thread.join().expect("a world does not panic")).collect()
    })
}
