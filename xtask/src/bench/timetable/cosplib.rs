//! Conferences of CoSPLib, in a tenth of the time that its own hyper-heuristic took.

use std::time::Duration;

use anyhow::Result;

use super::super::Options;
use super::super::report::{Goal, Report, number};
use super::anchors::CONFERENCES;
use super::rig::{Job, Rig, name};

/// A tenth of the longest run of the hyper-heuristic, for conferences on which it was not run.
const BUDGET: Duration = Duration::from_secs(15);

pub(super) fn run(report: &mut Report, options: &Options, rig: &Rig) -> Result<()> {
    let instances = rig.instances("cosplib", ".json");
    if instances.is_empty() {
        return Ok(());
    }
    report.skip(
        "the library's hyper-heuristic in this run",
        "it needs its Python package; its figures of November 2026 stand in",
    );
    let mut rows = Vec::new();
    for instance in instances {
        let name = name(&instance);
        let anchor = CONFERENCES.iter().find(|conference| conference.name == name);
        let theirs = anchor.and_then(|anchor| anchor.hyper_heuristic);
        let budget =
            options.span(theirs.map_or(BUDGET, |(_, seconds)| Duration::from_secs_f64(seconds / 10.0)));
        let solution = format!("{name}.sol.json");
        let found = rig.solve(Job { instance: &instance, name: &solution, budget, threads: 1, seed: 1 })?;
        let agreed = rig.confirmed("cosp_score.py", &instance, &found, "objective")?;
        let published = anchor.map_or([None; 2], |anchor| anchor.published);
        let goal = published.into_iter().flatten().chain(theirs.map(|(cost, _)| cost)).reduce(f64::min);
        let shown = |cost: Option<f64>| cost.map_or("–".to_owned(), number);
        rows.push(vec![
            name.clone(),
            number(found.cost),
            found.hard.to_string(),
            number(budget.as_secs_f64()),
            shown(published[0]),
            shown(published[1]),
            theirs.map_or("–".to_owned(), |(cost, seconds)| format!("{} ({seconds} s)", number(cost))),
            agreed.to_owned(),
        ]);
        report.figure(
            &format!("timetable-cosplib-{name}-hard"),
            found.hard as f64,
            "violations",
            Goal::AtMost(0.0),
        );
        if let Some(goal) = goal {
            report.figure(&format!("timetable-cosplib-{name}"), found.cost, "cost", Goal::AtMost(goal));
        }
    }
    let head = [
        "conference",
        "cost",
        "hard",
        "seconds",
        "exact model",
        "extended model",
        "hyper-heuristic",
        "by whose count",
    ];
    report.table("conferences of CoSPLib, one thread", &head, &rows);
    Ok(())
}
