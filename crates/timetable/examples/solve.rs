//! Solves an instance file and writes the solution: `solve FILE SECONDS [SEED] [OUT]`.
//! Instead of a file, `forum:300` stands for an invented forum of so many sessions.
//!
//! Seconds are those of the processor where the system tells them, so that a busy machine gives the same figures.
#![expect(clippy::print_stdout, reason = "an example talks to its caller")]

use std::time::Instant;
use timetable::search::{Cost, Progress};
use timetable::{constraints, cosplib, curriculum, ietf, model, sample};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, file, seconds, rest @ ..] = &arguments[..] else {
        return Err("usage: solve FILE SECONDS [SEED] [OUT]".into());
    };
    let seconds: f64 = seconds.parse()?;
    let seed: u64 = rest.first().map_or(Ok(1), |seed| seed.parse())?;
    let text = if file.starts_with("forum:") { String::new() } else { std::fs::read_to_string(file)? };
    let start = Instant::now();
    let mut pace = |_: &Progress| {
        let share = spent(start) / seconds;
        (share < 1.0).then_some(share)
    };
    let (cost, steps, written): (Cost, u64, String) = if file.ends_with(".ctt") {
        let instance = curriculum::read(&text)?;
        let outcome = curriculum::solve(&instance, seed, &mut pace);
        let scored = curriculum::score(&instance, &outcome.solution).cost();
        assert_eq!(scored, outcome.cost);
        (outcome.cost, outcome.steps, curriculum::write_solution(&instance, &outcome.solution))
    } else if let Some(sessions) = file.strip_prefix("forum:") {
        let sessions: usize = sessions.parse()?;
        let size = sample::Size { sessions, rooms: 12 * sessions / 300, days: 5, people: sessions * 10 / 3 };
        let instance = sample::forum(size, 1);
        let brief = model::Brief::new(&instance);
        let mut last = Cost::ZERO;
        let mut told = |progress: &Progress| {
            if progress.best.hard != last.hard || progress.steps == 0 {
                println!("{:.2} s: {:?}", spent(start), progress.best);
                last = progress.best;
            }
            pace(progress)
        };
        let outcome = timetable::solve(&brief, seed, &mut told);
        let board = model::Board::with(&brief, &outcome.solution);
        for line in constraints::explain(&board) {
            println!("  {} {:?} in {} facts", line.name, line.cost, line.facts.len());
        }
        if outcome.cost.hard > 0 {
            println!("  {:?}", timetable::conflict::smallest_conflict(&brief, &outcome.solution));
        }
        (outcome.cost, outcome.steps, String::new())
    } else if text.contains("\"sub_timezone\"") {
        let instance = cosplib::read(&text)?;
        let outcome = cosplib::solve(&instance, seed, &mut pace);
        (outcome.cost, outcome.steps, cosplib::write_solution(&outcome.solution))
    } else {
        let instance = ietf::read(&text)?;
        let scorer = ietf::Scorer::new(&instance);
        let mut last = Cost { hard: i64::MAX, soft: 0 };
        let mut told = |progress: &Progress| {
            if progress.best < last {
                println!("{:.1} s: hard {} soft {}", spent(start), progress.best.hard, progress.best.soft);
                last = progress.best;
            }
            pace(progress)
        };
        let outcome = ietf::solve(&scorer, seed, &mut told);
        (outcome.cost, outcome.steps, ietf::write_solution(&outcome.solution))
    };
    println!("{file}: hard {} soft {} after {steps} steps, {:.1} s", cost.hard, cost.soft, spent(start));
    if let Some(out) = rest.get(1) {
        std::fs::write(out, written)?;
    }
    Ok(())
}

/// Seconds of the processor used by this thread, or of the clock where the system does not say.
fn spent(start: Instant) -> f64 {
    let used = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = used.and_then(|text| text.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| start.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}
