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
    let memory: Kind = |seen| seen.memory;
    let kinds = [("memory", memory), ("files", |seen| seen.files), ("threads", |seen| seen.threads)];
    let mut rows = Vec::new();
    for (name, of) in kinds {
        let values: Vec<u64> = samples.iter().map(|(_, seen)| of(seen)).collect();
        let thirds = thirds(&values);
        rows.push([&[name.to_owned()], thirds.map(|highest| number(highest as f64)).as_slice()].concat());
        let times = thirds[2] as f64 / thirds[0].max(1) as f64;
        report.figure(&format!("soak-{name}-end-over-beginning"), times, "times", Goal::AtMost(1.05));
    }
    report.table("the highest of each third (memory in KiB)", &["what", "first", "second", "last"], &rows);
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

/// The highest value of each third of the time. What leaks goes higher in each; what the allocator gives back and takes
/// again, some megabytes at a time, does not, whereas a straight line through such steps leads up or down by where they
/// happen to fall.
fn thirds(values: &[u64]) -> [u64; 3] {
    let third = values.len().div_ceil(3).max(1);
    let highest = |nth: usize| values.iter().skip(nth * third).take(third).max().copied().unwrap_or(0);
    [0, 1, 2].map(highest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leak_goes_higher_in_each_third_and_steps_up_and_down_do_not() {
        let leak: Vec<u64> = (0..90).map(|n| 1_000 + 3 * n).collect();
        assert_eq!(thirds(&leak), [1_087, 1_177, 1_267]);
        let steps: Vec<u64> = (0..90).map(|n| if (20..50).contains(&n) { 900 } else { 1_000 }).collect();
        assert_eq!(thirds(&steps), [1_000; 3]);
    }
}
