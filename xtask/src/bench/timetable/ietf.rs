//! Meetings of the IETF: real ones, and invented ones in which a schedule without any cost is hidden.

use std::time::Duration;

use anyhow::Result;

use super::super::Options;
use super::super::chart::{Axis, Chart, Line, Steps};
use super::super::report::{Goal, Report, number};
use super::anchors::IETF;
use super::cpsat;
use super::rig::{Found, Job, Rig, name};

const THREADS: u32 = 2;
/// A minute on two processors for real meetings, two for hidden schedules.
const REAL: Duration = Duration::from_secs(60);
const PLANTED: Duration = Duration::from_secs(120);

pub(super) fn run(report: &mut Report, options: &Options, rig: &Rig) -> Result<()> {
    let (mut rows, mut lines, mut figures) = (Vec::new(), Vec::new(), Vec::new());
    for instance in rig.instances("ietf", ".json") {
        let name = name(&instance);
        let planted = name.starts_with("planted");
        let budget = options.span(if planted { PLANTED } else { REAL });
        let solution = format!("{name}.sol.json");
        let found =
            rig.solve(Job { instance: &instance, name: &solution, budget, threads: THREADS, seed: 1 })?;
        let agreed = rig.confirmed("ietf_score.py", &instance, &found, "dynamic")?;
        // A hidden schedule costs nothing; a meeting that nobody else has solved has no bar.
        let known = IETF.iter().find(|(known, _)| *known == name).map(|(_, bar)| *bar);
        let bar = known.or(planted.then_some(0.0));
        rows.push(row(&name, &found, bar, agreed));
        lines.push((format!("{name}, ours"), found.points(1)));
        if let Some(bar) = bar {
            figures.push((format!("timetable-{name}-cost"), found.cost, bar));
        }
        figures.push((format!("timetable-{name}-hard"), found.hard as f64, 0.0));
        if name == "ietf999" {
            let spent = budget * THREADS;
            match cpsat::run(rig, &instance, spent)? {
                Ok(theirs) => {
                    let ratio = found.cost / theirs.cost.max(1.0);
                    let seconds = spent.as_secs();
                    println!(
                        "{name}: CP-SAT reaches {} in the same {seconds} s of processors",
                        number(theirs.cost)
                    );
                    figures.push((format!("timetable-{name}-over-cp-sat-in-{seconds}-s"), ratio, 1.0));
                    lines.push((format!("{name}, CP-SAT"), theirs.points));
                }
                Err(why) => report.skip("CP-SAT beside ours", why),
            }
        }
    }
    if rows.is_empty() {
        return Ok(());
    }
    report.table(
        "meetings of the IETF, two threads",
        &["instance", "cost", "hard", "bar", "by whose count"],
        &rows,
    );
    for (name, value, bar) in figures {
        let unit = if name.ends_with("-hard") {
            "violations"
        } else if name.contains("-over-") {
            "times"
        } else {
            "cost"
        };
        report.figure(&name, value, unit, Goal::AtMost(bar));
    }
    draw(report, &lines)
}

fn row(name: &str, found: &Found, bar: Option<f64>, agreed: &str) -> Vec<String> {
    let bar = bar.map_or("–".to_owned(), number);
    vec![name.to_owned(), number(found.cost), found.hard.to_string(), bar, agreed.to_owned()]
}

fn draw(report: &Report, lines: &[(String, Vec<(f64, f64)>)]) -> Result<()> {
    let lines = lines.iter().filter(|(_, points)| !points.is_empty());
    report.draw_as(
        "timetable-ietf",
        &Chart {
            title: "Meetings of the IETF: cost against time",
            x: Axis { label: "seconds of processors", steps: Steps::Times(4.0) },
            y: Axis { label: "cost (1 stands for none)", steps: Steps::Times(10.0) },
            lines: lines.map(|(name, points)| Line { name, points: points.clone() }).collect(),
        },
    )
}
