//! Curriculum timetabling (ITC-2007 track 3, UD2), on which thirty groups have published.

use std::path::Path;
use std::time::Duration;

use anyhow::{Result, anyhow};

use super::super::Options;
use super::super::report::{Goal, Report, number};
use super::anchors::{CURRICULA, Curriculum};
use super::rig::{CONFIRMED, Found, Job, Rig, name};

const SEEDS: [u64; 5] = [1, 2, 3, 4, 5];
const BUDGET: Duration = Duration::from_secs(180);
/// On how many of fourteen instances the averages must be beaten.
const SHARE: f64 = 12.0 / 14.0;

pub(super) fn run(report: &mut Report, options: &Options, rig: &Rig) -> Result<()> {
    let budget = options.span(BUDGET);
    let (mut rows, mut ours, mut theirs) = (Vec::new(), 0.0, [0.0; 4]);
    let (mut all, mut beaten, mut infeasible, mut unconfirmed) = (0.0, 0.0, 0.0, 0.0);
    for instance in rig.instances("cbctt", ".ctt") {
        let name = name(&instance);
        let Some(anchor) = CURRICULA.iter().find(|anchor| anchor.name == name) else { continue };
        let runs = seeds(rig, &instance, budget)?;
        let average = runs.iter().map(|run| run.found.cost).sum::<f64>() / runs.len() as f64;
        let best = runs.iter().map(|run| run.found.cost).fold(f64::MAX, f64::min);
        infeasible += runs.iter().filter(|run| run.found.hard > 0).count() as f64;
        unconfirmed += runs.iter().filter(|run| run.agreed != CONFIRMED).count() as f64;
        let lowest = anchor.averages.into_iter().fold(f64::MAX, f64::min);
        // Where the published average is the best known already, it can only be reached.
        beaten += f64::from(u8::from(average < lowest || average <= anchor.best));
        all += 1.0;
        ours += average;
        theirs.iter_mut().zip(anchor.averages).for_each(|(sum, average)| *sum += average);
        println!("{name}: {average} on average, {best} at best");
        rows.push(row(anchor, average, best));
    }
    if rows.is_empty() {
        return Ok(());
    }
    let head =
        ["instance", "average", "best", "best known", "above it", "Müller", "Lü & Hao", "Abdullah", "Bellio"];
    let title =
        format!("curriculum timetabling, one thread, {} seeds of {} s", SEEDS.len(), budget.as_secs());
    report.table(&title, &head, &rows);
    let lowest = theirs.into_iter().fold(f64::MAX, f64::min);
    report.figure("timetable-cbctt-sum-of-averages", ours, "cost", Goal::Below(lowest));
    report.figure(
        "timetable-cbctt-instances-beaten",
        beaten,
        "instances",
        Goal::AtLeast((all * SHARE).round()),
    );
    report.figure("timetable-cbctt-infeasible", infeasible, "solutions", Goal::AtMost(0.0));
    report.figure("timetable-cbctt-not-confirmed", unconfirmed, "solutions", Goal::AtMost(0.0));
    Ok(())
}

fn row(anchor: &Curriculum, average: f64, best: f64) -> Vec<String> {
    let above = match anchor.best {
        0.0 => number(average),
        known => format!("{:.0} %", (average / known - 1.0) * 100.0),
    };
    let published = anchor.averages.iter().map(|average| format!("{average:.1}"));
    let own = [anchor.name.to_owned(), format!("{average:.1}"), number(best), number(anchor.best), above];
    own.into_iter().chain(published).collect()
}

/// What a seed came to, and whether an independent scorer agreed.
struct Run {
    found: Found,
    agreed: &'static str,
}

/// All seeds on an instance, two at a time: each has a processor of its own.
fn seeds(rig: &Rig, instance: &Path, budget: Duration) -> Result<Vec<Run>> {
    let one = |seed: u64| {
        let solution = format!("{}.{seed}.sol", name(instance));
        let found = rig.solve(Job { instance, name: &solution, budget, threads: 1, seed })?;
        let agreed = rig.confirmed("cbctt_score.py", instance, &found, "cost")?;
        Ok::<Run, anyhow::Error>(Run { found, agreed })
    };
    let mut runs = Vec::new();
    for pair in SEEDS.chunks(2) {
        let results = std::thread::scope(|scope| {
            let running: Vec<_> = pair.iter().map(|&seed| scope.spawn(move || one(seed))).collect();
            running.into_iter().map(|thread| thread.join()).collect::<Vec<_>>()
        });
        for result in results {
            runs.push(result.map_err(|_| anyhow!("a thread of the bench panicked"))??);
        }
    }
    Ok(runs)
}
