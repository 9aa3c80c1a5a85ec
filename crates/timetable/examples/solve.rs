//! Solves an instance file and writes the solution: `solve FILE SECONDS [SEED] [OUT]`. For work on the search itself;
//! `hemicycle timetable solve` is for everybody.
//!
//! Seconds are those of the processor where the system tells them, so that a busy machine gives the same figures.
#![expect(clippy::print_stdout, reason = "an example talks to its caller")]

use std::time::Instant;
use timetable::formats;
use timetable::search::{Cost, Progress};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, file, seconds, rest @ ..] = &arguments[..] else {
        return Err("usage: solve FILE SECONDS [SEED] [OUT]".into());
    };
    let seconds: f64 = seconds.parse()?;
    let seed: u64 = rest.first().map_or(Ok(1), |seed| seed.parse())?;
    let bytes = std::fs::read(file)?;
    let (_, puzzle) = formats::read(formats::text_of(&bytes)?)?;
    let start = Instant::now();
    let mut last = Cost { hard: i64::MAX, soft: 0 };
    let mut pace = |progress: &Progress| {
        if progress.best < last {
            println!("{:.1} s: hard {} soft {}", spent(start), progress.best.hard, progress.best.soft);
            last = progress.best;
        }
        let share = spent(start) / seconds;
        (share < 1.0).then_some(share)
    };
    let outcome = puzzle.solve(seed, &mut pace);
    let cost = puzzle.tally(&outcome.solution)?.cost;
    assert_eq!(cost, outcome.cost, "counted anew, it is what the search says");
    println!(
        "{file}: hard {} soft {} after {} steps, {:.1} s",
        cost.hard,
        cost.soft,
        outcome.steps,
        spent(start)
    );
    if let Some(out) = rest.get(1) {
        std::fs::write(out, outcome.solution)?;
    }
    Ok(())
}

/// Seconds of the processor used by this thread, or of the clock where the system does not say.
fn spent(start: Instant) -> f64 {
    let used = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = used.and_then(|text| text.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| start.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}
