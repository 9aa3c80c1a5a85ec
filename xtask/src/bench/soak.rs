//! Normal load for a long time: memory, open files and threads should end as they began.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use super::chart::{Axis, Chart, Line, Steps};
use super::http::{Connection, request};
use super::report::{Goal, Report, number};
use super::server::{self, Server, Vitals};
use super::{Bench, Options};
use crate::demo;

pub(super) const BENCH: Bench = Bench {
    name: "soak",
    about: "memory, files and threads under normal load; --minutes 30 for the whole of it",
    run,
};

const CLIENTS: usize = 16;
/// A client asks, reads a little, and asks again.
const PAUSE: Duration = Duration::from_millis(40);
/// Then it leaves, and another one comes.
const VISIT: usize = 25;
/// The first part of the time does not count: what is kept is still filling.
const WARM: f64 = 0.25;
const PATHS: [&str; 10] = [
    "/igf",
    "/igf/meetings/kyoto-2023",
    "/igf/meetings/kyoto-2023/programme/2023-10-09",
    "/igf/meetings/kyoto-2023/programme/2023-10-10?view=list&zone=Africa/Bamako",
    "/igf/meetings/kyoto-2023/programme.ics",
    "/igf/people",
    "/igf/people/40",
    "/igf/search?q=access",
    "/igf/meetings/igf-1999",
    "/api/igf/meetings/kyoto-2023/programme",
];

fn run(report: &mut Report, options: &Options) -> Result<()> {
    let time = options.span(Duration::from_secs(60));
    let program = demo::build()?;
    let data = server::empty_folder("bench/soak")?;
    drop(demo::Demo::start_with(&program, &data, &["--people", "1300", "--sessions", "302"])?);
    let server = Server::start(&program, &data, PATHS[0])?;
    let (asked, failed, over) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicBool::new(false));
    let samples = std::thread::scope(|scope| {
        for client in 0..CLIENTS {
            let (host, asked, failed, over) = (&server.host, &asked, &failed, &over);
            scope.spawn(move || {
                for visitor in client.. {
                    if over.load(Ordering::Relaxed) {
                        return;
                    }
                    failed.fetch_add(visit(host, visitor, asked), Ordering::Relaxed);
                }
            });
        }
        let samples = samples(&server, time);
        over.store(true, Ordering::Relaxed);
        samples
    });
    let asked = asked.into_inner() as f64 / time.as_secs_f64();
    println!("\n{} requests a second from {CLIENTS} clients for {} s", number(asked.round()), time.as_secs());
    ensure!(samples.len() >= 8, "too short a time to say anything: {} samples", samples.len());
    conclude(report, &samples)?;
    report.figure("soak-failed", failed.into_inner() as f64, "requests", Goal::AtMost(0.0));
    Ok(())
}

/// One visitor on a connection of their own; how many requests failed.
fn visit(host: &str, visitor: usize, asked: &AtomicUsize) -> usize {
    let Ok(mut connection) = Connection::open(host) else { return 1 };
    for turn in visitor..visitor + VISIT {
        let path = PATHS[turn % PATHS.len()];
        asked.fetch_add(1, Ordering::Relaxed);
        // Not everything asked for is there; but everything is answered.
        match connection.ask(&request(host, path)) {
            Ok(seen) if seen.status < 500 => {}
            _ => return 1,
        }
        std::thread::sleep(PAUSE);
    }
    0
}

/// Minutes since the beginning, and what the process held.
type Sample = (f64, Vitals);

fn samples(server: &Server, time: Duration) -> Vec<Sample> {
    let (begin, mut samples) = (Instant::now(), Vec::new());
    let pause = (time / 200).max(Duration::from_millis(250));
    while begin.elapsed() < time {
        std::thread::sleep(pause);
        samples.extend(server::vitals(server.id()).map(|seen| (begin.elapsed().as_secs_f64() / 60.0, seen)));
    }
    samples
}

/// One thing that a process holds.
type Kind = fn(&Vitals) -> u64;

fn conclude(report: &mut Report, samples: &[Sample]) -> Result<()> {
    let warm = &samples[(samples.len() as f64 * WARM) as usize..];
    let memory: Kind = |seen| seen.memory;
    let kinds =
        [("memory", memory, "KiB"), ("files", |seen| seen.files, ""), ("threads", |seen| seen.threads, "")];
    let mut rows = Vec::new();
    for (name, of, unit) in kinds {
        let points: Vec<(f64, f64)> = warm.iter().map(|(at, seen)| (*at, of(seen) as f64)).collect();
        let (slope, from, to) = fitted(&points);
        let highest = points.iter().fold(0.0, |high: f64, (_, value)| high.max(*value));
        let minutes = format!("{slope:+.3} {unit}/min");
        rows.push(vec![name.to_owned(), number(from.round()), number(to.round()), number(highest), minutes]);
        // Files and threads come and go with the clients: what counts is where the line leads.
        report.figure(&format!("soak-{name}-end-over-beginning"), to / from, "times", Goal::AtMost(1.05));
    }
    report.table("fitted over the time after warming up", &["what", "from", "to", "highest", "slope"], &rows);
    report.draw(&Chart {
        title: "Memory under normal load",
        x: Axis { label: "minutes", steps: Steps::Equal },
        y: Axis { label: "MiB", steps: Steps::Equal },
        lines: vec![Line {
            name: "memory",
            points: samples.iter().map(|(at, seen)| (*at, seen.memory as f64 / 1_024.0)).collect(),
        }],
    })
}

/// The straight line through some points that fits best: its slope, where it begins and where it ends.
fn fitted(points: &[(f64, f64)]) -> (f64, f64, f64) {
    let count = points.len().max(1) as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let spread: f64 = points.iter().map(|point| (point.0 - x).powi(2)).sum();
    let common: f64 = points.iter().map(|point| (point.0 - x) * (point.1 - y)).sum();
    let slope = if spread > 0.0 { common / spread } else { 0.0 };
    let at = |place: Option<&(f64, f64)>| y + slope * (place.map_or(x, |point| point.0) - x);
    (slope, at(points.first()), at(points.last()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_a_leak_leads_up_and_that_of_a_saw_does_not() {
        let leak: Vec<_> = (0..100).map(|n| (f64::from(n), 1_000.0 + 3.0 * f64::from(n))).collect();
        let (slope, from, to) = fitted(&leak);
        assert!((slope - 3.0).abs() < 1e-9 && (from - 1_000.0).abs() < 1e-6 && (to - 1_297.0).abs() < 1e-6);
        let saw: Vec<_> = (0..100).map(|n| (f64::from(n), 1_000.0 + f64::from(n % 10))).collect();
        let (_, from, to) = fitted(&saw);
        assert!((to / from - 1.0).abs() < 0.01, "{from} {to}");
    }
}
