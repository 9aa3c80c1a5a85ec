//! `cargo xtask bench NAME`: what we claim about speed and size, measured beside a peer in the same run.
//!
//! A bench is one file here and one line in [`BENCHES`]. It prints tables, says what it skipped and why, draws its
//! curves into `target/bench/NAME.svg`, and ends with one line per figure:
//! `figure NAME VALUE UNIT goal OP GOAL holds|falls-short`. It exits with success either way: a figure that falls
//! short is news, not a fault.

mod apart;
mod chart;
mod crowd;
mod floor;
mod http;
mod load;
mod log;
mod overload;
mod page;
mod report;
mod review;
mod server;
mod soak;
mod timetable;
mod web;

use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

use report::Report;

pub(crate) const ABOUT: &str = "figures beside a peer's, in one run; --list, or names, --seconds or --minutes for how long, --only for a part";

/// One bench.
struct Bench {
    name: &'static str,
    about: &'static str,
    run: fn(&mut Report, &Options) -> Result<()>,
}

/// What may be said behind the names of benches.
#[derive(Default)]
struct Options {
    /// How long to measure each thing: `--seconds N` or `--minutes N`.
    span: Option<Duration>,
    /// The one part of a bench that is asked for: `--only NAME`.
    only: Option<String>,
}

impl Options {
    /// How long to measure, where nothing else was said.
    fn span(&self, usual: Duration) -> Duration {
        self.span.unwrap_or(usual)
    }

    /// Takes the options out of the arguments and leaves the names.
    fn taken(args: &[String]) -> Result<(Options, Vec<&str>)> {
        let (mut options, mut names, mut args) = (Options::default(), Vec::new(), args.iter());
        while let Some(arg) = args.next() {
            let seconds = match arg.as_str() {
                "--only" => {
                    options.only =
                        Some(args.next().context("--only wants the name of a part behind it")?.clone());
                    continue;
                }
                "--seconds" => 1,
                "--minutes" => 60,
                name => {
                    names.push(name);
                    continue;
                }
            };
            let Some(count) =
                args.next().and_then(|count| count.parse::<u64>().ok()).filter(|count| *count > 0)
            else {
                bail!("{arg} wants a whole number behind it: {arg} 5");
            };
            options.span = Some(Duration::from_secs(seconds * count));
        }
        Ok((options, names))
    }
}

const BENCHES: &[Bench] = &[
    log::BENCH,
    page::BENCH,
    web::BENCH,
    overload::BENCH,
    soak::BENCH,
    timetable::BENCH,
    floor::BENCH,
    review::BENCH,
];

pub(crate) fn run(args: &[String]) -> Result<ExitCode> {
    if args.is_empty() || args.iter().any(|arg| arg == "--list") {
        for bench in BENCHES {
            println!("{:<9} {}", bench.name, bench.about);
        }
        return Ok(if args.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS });
    }
    let (options, names) = Options::taken(args)?;
    for name in names {
        let Some(bench) = BENCHES.iter().find(|bench| bench.name == name) else {
            bail!("there is no bench `{name}`; --list names them");
        };
        println!("{}: {}", bench.name, bench.about);
        let mut report = Report::new(bench.name);
        (bench.run)(&mut report, &options)?;
        report.conclude();
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_may_be_said_in_seconds_or_minutes_among_the_names() {
        let taken = |line: &str| {
            let args: Vec<String> = line.split(' ').map(str::to_owned).collect();
            let taken = Options::taken(&args);
            taken.map(|(options, names)| (options.span, names.join(" "))).map_err(|error| error.to_string())
        };
        assert_eq!(taken("soak --minutes 30"), Ok((Some(Duration::from_secs(1_800)), "soak".into())));
        assert_eq!(taken("--seconds 2 web page"), Ok((Some(Duration::from_secs(2)), "web page".into())));
        assert_eq!(taken("page"), Ok((None, "page".into())));
        assert_eq!(taken("timetable --only ietf"), Ok((None, "timetable".into())));
        assert!(
            taken("web --seconds").is_err()
                && taken("timetable --only").is_err()
                && taken("web --seconds x").is_err()
        );
    }
}
