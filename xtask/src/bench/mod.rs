//! `cargo xtask bench NAME`: what we claim about speed and size, measured beside a peer in the same run.
//!
//! A bench is one file here and one line in [`BENCHES`]. It prints tables, says what it skipped and why, draws its
//! curves into `target/bench/NAME.svg`, and ends with one line per figure:
//! `figure NAME VALUE UNIT goal OP GOAL holds|falls-short`. It exits with success either way: a figure that falls
//! short is news, not a fault.

mod chart;
mod log;
mod page;
mod report;

use std::process::ExitCode;

use anyhow::{Result, bail};

use report::Report;

pub(crate) const ABOUT: &str = "figures beside a peer's, in one run; --list, or names";

/// One bench.
struct Bench {
    name: &'static str,
    about: &'static str,
    run: fn(&mut Report) -> Result<()>,
}

const BENCHES: &[Bench] = &[log::BENCH, page::BENCH];

pub(crate) fn run(args: &[String]) -> Result<ExitCode> {
    if args.is_empty() || args.iter().any(|arg| arg == "--list") {
        for bench in BENCHES {
            println!("{:<9} {}", bench.name, bench.about);
        }
        return Ok(if args.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS });
    }
    for name in args {
        let Some(bench) = BENCHES.iter().find(|bench| bench.name == name) else {
            bail!("there is no bench `{name}`; --list names them");
        };
        println!("{}: {}", bench.name, bench.about);
        let mut report = Report::new(bench.name);
        (bench.run)(&mut report)?;
        report.conclude();
    }
    Ok(ExitCode::SUCCESS)
}
