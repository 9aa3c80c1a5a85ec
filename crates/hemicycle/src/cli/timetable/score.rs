//! `hemicycle timetable score`

use super::{instance, text};
use crate::cli::say;
use std::path::PathBuf;
use timetable::formats::{Tally, Term};

#[derive(clap::Args)]
pub(super) struct Args {
    /// Instance.
    instance: PathBuf,
    /// Solution, in the notation of the instance's format.
    solution: PathBuf,
    /// Write everything as JSON, with each fact.
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let (format, puzzle) = instance(&args.instance)?;
    let tally = puzzle.tally(&text(&args.solution)?);
    let tally = tally.map_err(|problem| anyhow::anyhow!("{}: {problem}", args.solution.display()))?;
    if args.json {
        say(&serde_json::to_string(&tally)?);
    } else {
        say(&format!("{} ({})", puzzle.size(), format.about));
        show(&tally);
    }
    match tally.cost.hard {
        0 => Ok(()),
        hard => anyhow::bail!("what must hold does not: hard violations {hard}"),
    }
}

/// Every term, whether it costs something or not.
fn show(tally: &Tally) {
    for (title, hard) in [("What must hold", true), ("What is wished for", false)] {
        say(&format!("\n{title:<82} {:>6} {:>12}", "cases", "cost"));
        tally.terms.iter().filter(|term| term.hard == hard).for_each(|term| say(&line(term)));
    }
    say("");
    tally.notes.iter().for_each(|note| say(&format!("({note})")));
    say(&format!("cost {}, hard violations {}", tally.cost.soft, tally.cost.hard));
}

fn line(term: &Term) -> String {
    format!("  {:<80} {:>6} {:>12}", term.about, term.facts.len(), term.cost)
}
