//! How many durable commands a second the whole writer takes, and how fast it starts from a long log.
//!
//! The peer is the same writer with one commit for each command: what a program does that saves as it goes.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::chart::{Axis, Chart, Line, Steps};
use super::report::{Goal, Report, number};
use super::{Bench, Options};
use crate::postgres::{self, Cluster};
use crate::shell;

pub(super) const BENCH: Bench = Bench {
    name: "log",
    about: "durable commands a second in batches, beside one commit for each; start from a million acts",
    run,
};

const BATCHES: [usize; 6] = [1, 4, 16, 64, 256, 1_024];
const ROUNDS: usize = 3;
const SECONDS: &str = "2";
const ACTS: &str = "1000000";

fn run(report: &mut Report, _: &Options) -> Result<()> {
    let rig = Rig::build()?;
    let sqlite = rig.curve(&|name| Ok(rig.folder.join(name).display().to_string()))?;
    rates(report, "SQLite, synchronous=FULL", &sqlite);
    let mut lines = vec![Line { name: "SQLite", points: medians(&sqlite) }];
    if postgres::program("initdb").is_some() {
        let cluster = Cluster::start()?;
        let curve = rig.curve(&|name| cluster.database(name))?;
        rates(report, "PostgreSQL on this machine, fsync on", &curve);
        lines.push(Line { name: "PostgreSQL", points: medians(&curve) });
    } else {
        report.skip("PostgreSQL", "it is not installed on this machine");
    }
    let curve = medians(&sqlite);
    let (single, batched) = (curve[0].1, curve[curve.len() - 1].1);
    report.draw(&Chart {
        title: "Durable commands through the whole writer",
        x: Axis { label: "commands in a batch, at most", steps: Steps::Times(4.0) },
        y: Axis { label: "commands a second", steps: Steps::Times(10.0) },
        lines,
    })?;
    let started = rig.start(report)?;
    report.figure("log-sqlite-batched", batched, "commands/s", Goal::AtLeast(20_000.0));
    report.figure("log-sqlite-batched-over-single", batched / single, "times", Goal::AtLeast(10.0));
    report.figure("log-start-from-1000000-acts", started, "s", Goal::Below(3.0));
    Ok(())
}

/// For each size of batch, the rates of all rounds.
type Rates = Vec<(usize, Vec<f64>)>;

fn medians(rates: &Rates) -> Vec<(f64, f64)> {
    rates.iter().map(|(batch, rates)| (*batch as f64, median(rates))).collect()
}

fn median(values: &[f64]) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn rates(report: &Report, title: &str, rates: &Rates) {
    let single = median(&rates[0].1);
    let rows: Vec<Vec<String>> = rates
        .iter()
        .map(|(batch, rates)| {
            let (low, high) =
                rates.iter().fold((f64::MAX, 0.0_f64), |(low, high), rate| (low.min(*rate), high.max(*rate)));
            let range = format!("{}–{}", number(low.round()), number(high.round()));
            vec![
                batch.to_string(),
                number(median(rates).round()),
                range,
                format!("{:.1}", median(rates) / single),
            ]
        })
        .collect();
    report.table(title, &["batch of at most", "commands/s", "range", "times one by one"], &rows);
}

/// The program that does the work, and where its logs lie.
struct Rig {
    program: PathBuf,
    folder: PathBuf,
}

impl Rig {
    fn build() -> Result<Rig> {
        let build =
            ["build", "--quiet", "--locked", "--release", "--package", "hemicycle", "--example", "bench_log"];
        shell::run(shell::cargo().args(build))?;
        let folder = shell::target("bench/log")?;
        Ok(Rig { program: shell::target("release/examples")?.join("bench_log"), folder })
    }

    fn ask(&self, args: &[&str]) -> Result<String> {
        shell::output(shell::command(&self.program).args(args))
    }

    /// Every size in turn, several rounds over, each on a new log.
    fn curve(&self, store: &dyn Fn(&str) -> Result<String>) -> Result<Rates> {
        let mut rates: Rates = BATCHES.iter().map(|batch| (*batch, Vec::new())).collect();
        for round in 0..ROUNDS {
            for (batch, rates) in &mut rates {
                let name = format!("write_{batch}_{round}");
                self.forget(&name);
                let said = self.ask(&["write", &store(&name)?, &batch.to_string(), SECONDS])?;
                rates.push(value(&said, "commands")? / value(&said, "seconds")?);
                self.forget(&name);
            }
        }
        Ok(rates)
    }

    /// Seconds from nothing to a state that can answer.
    fn start(&self, report: &Report) -> Result<f64> {
        self.forget("start");
        let log = self.folder.join("start").display().to_string();
        self.ask(&["fill", &log, ACTS])?;
        let bytes = std::fs::metadata(&log)?.len();
        let mut rows = Vec::new();
        for _ in 0..ROUNDS {
            let said = self.ask(&["start", &log])?;
            rows.push((value(&said, "seconds")?, value(&said, "memory")?));
        }
        self.forget("start");
        let shown = |(seconds, memory): &(f64, f64)| vec![format!("{seconds:.2} s"), format!("{memory} MB")];
        let title = format!("start from a log of {ACTS} acts ({} MB)", bytes >> 20);
        report.table(&title, &["took", "memory"], &rows.iter().map(shown).collect::<Vec<_>>());
        Ok(median(&rows.iter().map(|row| row.0).collect::<Vec<_>>()))
    }

    /// Removes a log's file and what SQLite keeps beside it.
    fn forget(&self, name: &str) {
        for ending in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(Path::join(&self.folder, format!("{name}{ending}")));
        }
    }
}

/// The number behind a word that the program said.
fn value(said: &str, word: &str) -> Result<f64> {
    let line = said.lines().find_map(|line| line.strip_prefix(word)?.trim().parse().ok());
    line.with_context(|| format!("no `{word}` in: {said}"))
}
