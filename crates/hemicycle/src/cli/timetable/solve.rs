//! `hemicycle timetable solve`

use super::counted;
use crate::cli::serve::asked_to_end;
use crate::timetable::{Budget, Search, Standing};
use anyhow::Context as _;
use std::io::{IsTerminal as _, Write as _};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use timetable::search::Cost;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Instance.
    instance: PathBuf,
    /// How long to search, by the clock.
    #[arg(long, default_value_t = 60.0, value_parser = seconds, value_name = "N")]
    seconds: f64,
    /// Count the seconds by the processor time of each thread: a busy machine then gives as good a result.
    #[arg(long)]
    processor_time: bool,
    /// How many changes each thread tries, instead of seconds: the result is then the same on every machine.
    #[arg(long, conflicts_with_all = ["seconds", "processor_time"], value_name = "N")]
    iterations: Option<u64>,
    /// Seed of the first thread; the others count up from it.
    #[arg(long, default_value_t = 1, value_name = "S")]
    seed: u64,
    /// Threads; as many as there are processors if left out.
    #[arg(long, value_name = "T")]
    threads: Option<NonZeroUsize>,
    /// File for the solution, in the notation of the instance's format; written to the terminal if left out.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// How often a line is written where lines are kept; a terminal has one line that changes.
const LINES_APART: f64 = 0.5;

pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let (format, puzzle) = super::instance(&args.instance)?;
    if let Some(out) = &args.out {
        // Whether it can be written shows before the search, not after it.
        let opened = std::fs::OpenOptions::new().create(true).append(true).open(out);
        opened.with_context(|| format!("cannot write {}", out.display()))?;
    }
    let threads =
        args.threads.or_else(|| std::thread::available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN);
    let budget = match (args.iterations, args.processor_time) {
        (Some(steps), _) => Budget::Steps(steps),
        (None, true) => Budget::Processor(args.seconds),
        (None, false) => Budget::Seconds(args.seconds),
    };
    let mut line = ProgressLine::new(puzzle.bound());
    line.say(&format!("{} ({})", puzzle.size(), format.about));
    let stop = stop_when_asked();
    let search = Search { budget, seed: args.seed, threads };
    let found = search.run(&*puzzle, &stop, |standing| line.show(standing));
    line.end();
    match &args.out {
        Some(out) => {
            std::fs::write(out, &found.solution).with_context(|| format!("cannot write {}", out.display()))?
        }
        None => write_out(&found.solution)?,
    }
    let stopped = if stop.load(Ordering::Relaxed) { ", stopped early" } else { "" };
    line.say(&format!(
        "cost {}, hard violations {}, seed {}{stopped}",
        found.cost.soft, found.cost.hard, found.seed
    ));
    let moved = puzzle.moved(&found.solution)?.len();
    if moved > 0 {
        line.say(&format!(
            "{} from where it was published",
            counted(moved, "session moves", "sessions move")
        ));
    }
    if found.cost.hard > 0 {
        let again = args.out.as_deref().unwrap_or(Path::new("SOLUTION")).display().to_string();
        let explain = format!("hemicycle timetable explain {} {again}", args.instance.display());
        line.say(&format!(
            "Not everything that is demanded could be met; what stands against what: {explain}"
        ));
    }
    Ok(())
}

fn seconds(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(seconds) if (0.0..=1e7).contains(&seconds) && seconds > 0.0 => Ok(seconds),
        _ => Err("this takes a number of seconds above 0, such as 60 or 0.5".to_owned()),
    }
}

/// A solution for whoever reads it: a pipe that was closed has had enough.
fn write_out(solution: &str) -> anyhow::Result<()> {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(solution.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Becomes true with Ctrl-C or SIGTERM. Whoever asks twice is not kept waiting.
fn stop_when_asked() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&stop);
    std::thread::spawn(move || {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
        runtime.block_on(async {
            asked_to_end().await;
            asked.store(true, Ordering::Relaxed);
            asked_to_end().await;
            std::process::exit(130);
        });
    });
    stop
}

/// Says on stderr how it stands: one line that changes on a terminal, a line for every gain elsewhere.
struct ProgressLine {
    bound: Cost,
    terminal: bool,
    best: Option<Cost>,
    last: f64,
}

impl ProgressLine {
    fn new(bound: Cost) -> Self {
        Self { bound, terminal: std::io::stderr().is_terminal(), best: None, last: f64::MIN }
    }

    fn show(&mut self, standing: &Standing) {
        let Some(best) = standing.best else { return };
        let now = standing.elapsed.as_secs_f64();
        if !self.terminal && (self.best == Some(best) || now - self.last < LINES_APART && self.best.is_some())
        {
            return;
        }
        (self.best, self.last) = (Some(best), now);
        let bound = match self.bound {
            Cost::ZERO => String::new(),
            bound => format!(", bound {}", bound.soft),
        };
        let line = format!(
            "{now:.1} s ({:.1} s of processors), cost {}{bound}, hard violations {}, {}",
            standing.processor.as_secs_f64(),
            best.soft,
            best.hard,
            counted(usize::try_from(standing.steps).unwrap_or(usize::MAX), "change tried", "changes tried"),
        );
        let mut stderr = std::io::stderr().lock();
        // A progress that nobody sees is no reason to stop.
        let _ = match self.terminal {
            true => write!(stderr, "\r\x1b[K{line}"),
            false => writeln!(stderr, "{line}"),
        };
        let _ = stderr.flush();
    }

    /// Leaves the line that changes.
    fn end(&self) {
        if self.terminal {
            self.say("");
        }
    }

    fn say(&self, line: &str) {
        let _ = writeln!(std::io::stderr().lock(), "{line}");
    }
}
