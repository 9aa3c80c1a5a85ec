//! Invented forums: one of the size of Kyoto, one ten times as large, and what a cancellation does to a published programme.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::super::Options;
use super::super::chart::{Axis, Chart, Line, Steps};
use super::super::report::{Goal, Report, number};
use super::check::violations;
use super::rig::{Found, Job, Rig};

const THREADS: u32 = 2;
const SHORT: Duration = Duration::from_secs(30);
const LONG: Duration = Duration::from_secs(600);
const MINUTE: Duration = Duration::from_secs(60);
/// How many sessions are cancelled, and which room is lost.
const CANCELLED: usize = 10;
const LOST: usize = 5;

/// A forum of the size of Kyoto after 30 seconds and after ten minutes, and ten times its size after one.
pub(super) fn run(report: &mut Report, options: &Options, rig: &Rig) -> Result<()> {
    let kyoto = sample(rig, "kyoto.json", &[])?;
    let large = sample(rig, "large.json", &["--sessions", "3000", "--rooms", "120", "--people", "10000"])?;
    let long = options.span(LONG);
    let solve = |instance: &Path, name: &str, budget: Duration| {
        rig.solve(Job { instance, name, budget, threads: THREADS, seed: 1 })
    };
    let after_30 = solve(&kyoto, "kyoto.30.json", SHORT.min(long))?;
    let after_600 = solve(&kyoto, "kyoto.600.json", long)?;
    let tenfold = solve(&large, "large.60.json", MINUTE.min(long))?;
    let runs = [
        ("Kyoto", SHORT.min(long), &after_30),
        ("Kyoto", long, &after_600),
        ("ten times Kyoto", MINUTE.min(long), &tenfold),
    ];
    let row = |(name, budget, found): &(&str, Duration, &Found)| {
        let feasible = found.feasible_after().map_or("never".to_owned(), number);
        vec![
            (*name).to_owned(),
            budget.as_secs().to_string(),
            feasible,
            number(found.cost),
            found.hard.to_string(),
        ]
    };
    let head = ["forum", "seconds", "feasible after", "cost", "hard"];
    let (forum, large_forum) = (json_of(&kyoto)?, json_of(&large)?);
    let counted = [(&forum, &after_30), (&forum, &after_600), (&large_forum, &tenfold)];
    let broken =
        counted.map(|(forum, found)| places(&found.solution).map(|places| violations(forum, &places)));
    let broken = broken.into_iter().sum::<Result<usize>>()?;
    report.table("invented forums, two threads", &head, &runs.iter().map(row).collect::<Vec<_>>());
    report.figure("timetable-forums-broken-by-another-count", broken as f64, "violations", Goal::AtMost(0.0));
    let never = f64::INFINITY;
    let feasible = after_30.feasible_after().unwrap_or(never);
    report.figure("timetable-kyoto-feasible-after", feasible, "s", Goal::Below(2.0));
    let ratio = after_30.cost / after_600.cost.max(1.0);
    let name = format!("timetable-kyoto-{}-s-over-{}-s", SHORT.min(long).as_secs(), long.as_secs());
    report.figure(&name, ratio, "times", Goal::AtMost(1.02));
    let feasible = tenfold.feasible_after().unwrap_or(never);
    report.figure("timetable-tenfold-feasible-after", feasible, "s", Goal::AtMost(60.0));
    draw(report, &after_30, &after_600)
}

fn draw(report: &Report, short: &Found, long: &Found) -> Result<()> {
    let line = |name, found: &Found| Line { name, points: found.points(THREADS) };
    report.draw_as(
        "timetable-forum",
        &Chart {
            title: "A forum of the size of Kyoto: cost against time",
            x: Axis { label: "seconds on two processors", steps: Steps::Times(4.0) },
            y: Axis { label: "cost, once all demands are met", steps: Steps::Times(2.0) },
            lines: vec![line("30 s", short), line("10 minutes", long)],
        },
    )
}

/// A forum is published; then ten sessions are cancelled and a room is lost.
pub(super) fn resolve(report: &mut Report, options: &Options, rig: &Rig) -> Result<()> {
    let kyoto = sample(rig, "kyoto.json", &[])?;
    let budget = options.span(SHORT).min(SHORT);
    let solve =
        |instance: &Path, name: &str| rig.solve(Job { instance, name, budget, threads: THREADS, seed: 1 });
    let published = places(&solve(&kyoto, "published.json")?.solution)?;
    let mut forum = json_of(&kyoto)?;
    let left = change(&mut forum, &published)?;
    let changed = rig.file("changed.json");
    std::fs::write(&changed, forum.to_string())?;
    let found = solve(&changed, "changed.sol.json")?;
    let again = places(&found.solution)?;
    let untouched: Vec<usize> = (0..left)
        .filter(|&session| place(&published, session).is_some_and(|(_, room)| room != LOST as u64))
        .collect();
    let moved =
        untouched.iter().filter(|&&session| place(&again, session) != place(&published, session)).count();
    let share = 100.0 * moved as f64 / untouched.len() as f64;
    let rows = [vec![untouched.len().to_string(), moved.to_string(), number(share), found.hard.to_string()]];
    let head = ["untouched", "moved all the same", "per cent", "hard"];
    report.table("after ten cancellations and a lost room, two threads", &head, &rows);
    report.figure("timetable-resolve-moved", share, "%", Goal::Below(5.0));
    let broken = violations(&forum, &again) as f64;
    report.figure("timetable-resolve-broken-by-another-count", broken, "violations", Goal::AtMost(0.0));
    Ok(())
}

/// Takes the last sessions and a room away and says what is published; how many sessions are left.
fn change(forum: &mut Value, published: &[Value]) -> Result<usize> {
    let times = forum["times"].as_array().context("a forum has times")?.len();
    forum["rooms"][LOST]["blocked"] = json!((0..times).collect::<Vec<_>>());
    let sessions = forum["sessions"].as_array_mut().context("a forum has sessions")?;
    let left = sessions.len() - CANCELLED;
    sessions.truncate(left);
    for (number, session) in sessions.iter_mut().enumerate() {
        if let Some((start, room)) = place(published, number) {
            session["published"] = json!({"start": start, "room": room});
        }
    }
    for (list, names) in
        [("audiences", ["one", "other"]), ("similar", ["one", "other"]), ("precedences", ["before", "after"])]
    {
        let pairs = forum[list].as_array_mut().with_context(|| format!("a forum has {list}"))?;
        pairs.retain(|pair| {
            names.iter().all(|name| pair[name].as_u64().is_some_and(|number| number < left as u64))
        });
    }
    Ok(left)
}

fn sample(rig: &Rig, name: &str, sizes: &[&str]) -> Result<PathBuf> {
    let file = rig.file(name);
    let path = file.display().to_string();
    rig.ask(&[&["timetable", "sample", "--out", &path], sizes].concat())?;
    Ok(file)
}

fn json_of(file: &Path) -> Result<Value> {
    serde_json::from_slice(&std::fs::read(file)?).with_context(|| format!("reading {}", file.display()))
}

fn places(solution: &Path) -> Result<Vec<Value>> {
    Ok(json_of(solution)?["places"].as_array().cloned().unwrap_or_default())
}

/// Where a solution has a session: start and room.
fn place(places: &[Value], session: usize) -> Option<(u64, u64)> {
    let found = places.iter().find(|place| place["session"].as_u64() == Some(session as u64))?;
    Some((found["start"].as_u64()?, found["room"].as_u64()?))
}
