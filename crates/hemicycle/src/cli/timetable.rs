//! `hemicycle timetable`: the engine alone. Solves, scores and explains instances of every format that it knows.

mod explain;
mod sample;
mod score;
mod solve;

use anyhow::Context as _;
use clap::Subcommand;
use std::io::Read as _;
use std::path::Path;
use timetable::formats::{self, BYTES_MAX, Format, Puzzle};

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

/// What can be done with an instance. Its format is known by its content: our own JSON (docs/timetable.md), `.ctt`,
/// IETF JSON or CoSPLib JSON. A file called `-` is what comes through the pipe.
#[derive(Subcommand)]
enum What {
    /// Give every session a place; Ctrl-C ends with the best so far.
    Solve(solve::Args),
    /// What a solution costs, constraint by constraint.
    Score(score::Args),
    /// What is wrong with a solution and why a session is where it is, where else it could be, and at what price.
    Explain(explain::Args),
    /// Write an invented forum of any size.
    Sample(sample::Args),
}

pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    match &args.what {
        What::Solve(args) => solve::run(args),
        What::Score(args) => score::run(args),
        What::Explain(args) => explain::run(args),
        What::Sample(args) => sample::run(args),
    }
}

/// Reads an instance, whatever its format.
fn instance(file: &Path) -> anyhow::Result<(&'static Format, Box<dyn Puzzle>)> {
    let text = text(file)?;
    formats::read(&text).with_context(|| file.display().to_string())
}

/// Reads a text file, but not one that is larger than anything that is meant.
fn text(file: &Path) -> anyhow::Result<String> {
    let mut bytes = Vec::new();
    let limit = BYTES_MAX as u64 + 1;
    let read = match file.to_str() {
        Some("-") => std::io::stdin().lock().take(limit).read_to_end(&mut bytes),
        _ => std::fs::File::open(file).and_then(|opened| opened.take(limit).read_to_end(&mut bytes)),
    };
    read.with_context(|| format!("cannot read {}", file.display()))?;
    let text = formats::text_of(&bytes).with_context(|| file.display().to_string())?;
    Ok(text.to_owned())
}

/// One thing, or several of them.
fn counted(count: usize, one: &str, several: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {several}") }
}
