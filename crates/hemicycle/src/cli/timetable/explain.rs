//! `hemicycle timetable explain`

use super::{counted, instance, text};
use crate::cli::say;
use anyhow::Context as _;
use std::path::PathBuf;
use timetable::formats::{Elsewhere, Puzzle, Tally};
use timetable::search::Cost;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Instance.
    instance: PathBuf,
    /// Solution, in the notation of the instance's format.
    solution: PathBuf,
    /// Session, by its name or its number: why it is where it is, and where else it could be.
    #[arg(long, value_name = "X")]
    session: Option<String>,
    /// Show every fact and every place, not only the first of each list.
    #[arg(long)]
    all: bool,
}

/// How many of a list are shown unless all are asked for.
const FIRST: usize = 10;

pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let (_, puzzle) = instance(&args.instance)?;
    let solution = text(&args.solution)?;
    let name = || args.solution.display().to_string();
    let tally = puzzle.tally(&solution).with_context(name)?;
    let first = if args.all { usize::MAX } else { FIRST };
    match &args.session {
        None => {
            facts(&tally, first, |_| true);
            moved(&puzzle.moved(&solution).with_context(name)?, first);
            conflict(&*puzzle, &solution, tally.cost)?;
        }
        Some(session) => {
            let number =
                puzzle.session(session).with_context(|| format!("there is no session “{session}”"))?;
            say(&puzzle.place(&solution, number).with_context(name)?);
            facts(&tally, first, |sessions| sessions.contains(&number));
            match puzzle.elsewhere(&solution, number).with_context(name)? {
                Some(elsewhere) => places(&elsewhere, first),
                None => say("\nFor this format, other places are not priced."),
            }
        }
    }
    Ok(())
}

/// What is wrong, term by term, with those sessions that are meant.
fn facts(tally: &Tally, first: usize, meant: impl Fn(&[usize]) -> bool) {
    let mut nothing = true;
    for term in &tally.terms {
        let facts: Vec<_> = term.facts.iter().filter(|fact| meant(&fact.sessions)).collect();
        if facts.is_empty() {
            continue;
        }
        nothing = false;
        let cost: i64 = facts.iter().map(|fact| fact.cost).sum();
        let kind = if term.hard { "must hold" } else { "wished for" };
        say(&format!("\n{} ({kind}): {} cost {cost}", term.about, counted(facts.len(), "case", "cases")));
        facts.iter().take(first).for_each(|fact| say(&format!("  {:>8}  {}", fact.cost, fact.words)));
        more(facts.len(), first);
    }
    if nothing {
        say("\nNothing is wrong.");
    }
}

fn places(elsewhere: &[Elsewhere], first: usize) {
    say("\nWhere else, and by how much the cost would change:");
    for place in elsewhere.iter().take(first) {
        let reasons: Vec<String> =
            place.reasons.iter().map(|(name, change)| format!("{name} {change:+}")).collect();
        let reasons = if reasons.is_empty() { String::new() } else { format!("  ({})", reasons.join(", ")) };
        let price = match place.change {
            Cost { hard: 0, soft } => format!("{soft:+}"),
            Cost { hard, soft } => format!("hard {hard:+}, {soft:+}"),
        };
        say(&format!("  {price:>8}  {}{reasons}", place.place));
    }
    more(elsewhere.len(), first);
}

/// What a new programme changes for those who know the published one.
fn moved(sessions: &[String], first: usize) {
    if !sessions.is_empty() {
        say(&format!(
            "\n{} from where it was published:",
            counted(sessions.len(), "session moves", "sessions move")
        ));
        sessions.iter().take(first).for_each(|session| say(&format!("  {session}")));
        more(sessions.len(), first);
    }
}

fn more(all: usize, first: usize) {
    if all > first {
        say(&format!("            and {} more (--all shows them)", all - first));
    }
}

/// If something could not be met: demands that stand against each other, none of them for nothing.
fn conflict(puzzle: &dyn Puzzle, solution: &str, cost: Cost) -> anyhow::Result<()> {
    if cost.hard == 0 {
        return Ok(());
    }
    match puzzle.conflict(solution)? {
        Some(demands) => {
            say(
                "\nThese cannot all be met. To give up one of them may be enough; there may be other conflicts:",
            );
            demands.iter().for_each(|demand| say(&format!("  - {demand}")));
        }
        None => say(
            "\nNo small set of demands was found that cannot be met: a longer search may find a solution.",
        ),
    }
    Ok(())
}
