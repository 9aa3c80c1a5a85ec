//! Our release binary and the independent scorers, as the parts of the bench use them.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::super::report::Report;
use crate::{data, shell};

/// What is said of a solution on whose cost an independent scorer agrees.
pub(super) const CONFIRMED: &str = "confirmed";

/// The program under test, where its files go, and what confirms them.
pub(super) struct Rig {
    program: PathBuf,
    folder: PathBuf,
    python: Option<PathBuf>,
    data: Option<PathBuf>,
}

/// A search to be made.
#[derive(Clone, Copy)]
pub(super) struct Job<'a> {
    pub(super) instance: &'a Path,
    /// What the solution's file is called.
    pub(super) name: &'a str,
    /// Processor time of each thread.
    pub(super) budget: Duration,
    pub(super) threads: u32,
    pub(super) seed: u64,
}

/// How a search stood at a moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Moment {
    /// Time on the clock, in seconds.
    pub(super) clock: f64,
    /// Processor time of all threads, in seconds.
    pub(super) processor: f64,
    pub(super) cost: f64,
    pub(super) hard: u64,
}

/// What a search came to.
pub(super) struct Found {
    pub(super) solution: PathBuf,
    pub(super) curve: Vec<Moment>,
    pub(super) cost: f64,
    pub(super) hard: u64,
}

impl Found {
    /// The seconds until all demands were met, at most: those on the clock, or where others kept the machine busy
    /// those of all processors together, since the thread that was first has spent no more than that.
    pub(super) fn feasible_after(&self) -> Option<f64> {
        let first = self.curve.iter().find(|moment| moment.hard == 0)?;
        Some(first.clock.min(first.processor))
    }

    /// The points of a chart: seconds of one thread, cost. Without those that break demands, and not too many.
    pub(super) fn points(&self, threads: u32) -> Vec<(f64, f64)> {
        let met = self.curve.iter().filter(|moment| moment.hard == 0 && moment.processor > 0.0);
        let mut points: Vec<(f64, f64)> =
            met.map(|moment| (moment.processor / f64::from(threads), moment.cost.max(1.0))).collect();
        // A twentieth more time, or the last.
        let last = points.last().copied();
        let mut kept = 0.0;
        points.retain(|&(seconds, cost)| {
            let keep = seconds > kept * 1.05 || Some((seconds, cost)) == last;
            kept = if keep { seconds } else { kept };
            keep
        });
        points
    }
}

impl Rig {
    pub(super) fn build(report: &mut Report) -> Result<Rig> {
        shell::run(shell::cargo().args([
            "build",
            "--quiet",
            "--locked",
            "--release",
            "--package",
            "hemicycle",
        ]))?;
        let data = data::find("data/scheduling").and_then(|_| data::folder());
        if data.is_none() {
            report.skip(
                "public instances",
                "there is no data folder with data/scheduling; only samples are run",
            );
        }
        let python = shell::which("python3");
        if python.is_none() {
            report.skip("confirmation by independent scorers", "there is no python3");
        }
        let program = shell::target("release")?.join("hemicycle");
        Ok(Rig { program, folder: shell::target("bench/timetable")?, python, data })
    }

    /// The instances of a benchmark in the data folder, in the order of their names.
    pub(super) fn instances(&self, folder: &str, ending: &str) -> Vec<PathBuf> {
        let Some(data) = &self.data else { return Vec::new() };
        let files =
            std::fs::read_dir(data.join("data/scheduling").join(folder)).into_iter().flatten().flatten();
        let mut files: Vec<PathBuf> = files.map(|file| file.path()).collect();
        files.retain(|file| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            name.ends_with(ending) && !name.contains(".sol.")
        });
        files.sort();
        files
    }

    /// A file of ours.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// A tool of the data folder.
    pub(super) fn tool(&self, name: &str) -> Option<PathBuf> {
        Some(self.data.as_ref()?.join("tools/scheduling").join(name)).filter(|tool| tool.is_file())
    }

    /// Runs our program to its end.
    pub(super) fn ask(&self, args: &[&str]) -> Result<String> {
        shell::output(shell::command(&self.program).args(args))
    }

    /// Searches, and keeps what was said meanwhile.
    pub(super) fn solve(&self, job: Job<'_>) -> Result<Found> {
        let solution = self.file(job.name);
        let mut command = shell::command(&self.program);
        command.args(["timetable", "solve"]).arg(job.instance).arg("--processor-time");
        command.args(["--seconds", &job.budget.as_secs_f64().to_string()]);
        command.args(["--threads", &job.threads.to_string(), "--seed", &job.seed.to_string()]);
        let mut child =
            command.arg("--out").arg(&solution).stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?;
        let said = BufReader::new(child.stderr.take().context("stderr is piped")?).lines();
        let (mut curve, mut end, mut last) = (Vec::new(), None, String::new());
        for line in said.map_while(Result::ok) {
            curve.extend(moment(&line));
            if let Some(rest) = line.strip_prefix("cost ") {
                end = number_before(rest, ",").zip(number_after(rest, "hard violations "));
            }
            last = line;
        }
        ensure!(child.wait()?.success(), "solving {}: {last}", job.instance.display());
        let (cost, hard) = end.with_context(|| format!("the search says no cost at its end: {last}"))?;
        Ok(Found { solution, curve, cost, hard: hard as u64 })
    }

    /// What an independent scorer says of a solution; `None` if it is not here.
    fn confirm(&self, scorer: &str, instance: &Path, solution: &Path) -> Result<Option<Value>> {
        let Some((tool, python)) = self.tool(scorer).zip(self.python.as_ref()) else { return Ok(None) };
        let output = shell::command(python).arg(tool).args([instance, solution]).arg("--json").output()?;
        // Of a solution that breaks demands it ends with 1, but has its say all the same.
        let said = serde_json::from_slice(&output.stdout).with_context(|| {
            let complaint = String::from_utf8_lossy(&output.stderr);
            format!("{scorer} says nothing of {}: {}", solution.display(), complaint.trim_end())
        })?;
        Ok(Some(said))
    }

    /// Insists that an independent scorer, if it is there, comes to the same; says in a word whether it did. A scorer that
    /// is there and does not answer is an error.
    pub(super) fn confirmed(
        &self,
        scorer: &str,
        instance: &Path,
        found: &Found,
        key: &str,
    ) -> Result<&'static str> {
        let Some(theirs) = self.confirm(scorer, instance, &found.solution)? else {
            return Ok("not confirmed");
        };
        if theirs[key].is_null() && found.hard > 0 {
            return Ok("infeasible");
        }
        let same = theirs[key].as_f64() == Some(found.cost);
        ensure!(same, "{}: {scorer} says {theirs}, we say {}", instance.display(), found.cost);
        Ok(CONFIRMED)
    }
}

/// What a line of progress says, if it is one.
fn moment(line: &str) -> Option<Moment> {
    Some(Moment {
        clock: number_before(line, " s (")?,
        processor: number_before(line.split_once(" s (")?.1, " s of processors")?,
        cost: number_before(line.split_once(", cost ")?.1, ",")?,
        hard: number_after(line, "hard violations ")? as u64,
    })
}

fn number_before(text: &str, end: &str) -> Option<f64> {
    text.split_once(end)?.0.trim().parse().ok()
}

fn number_after(text: &str, begin: &str) -> Option<f64> {
    let rest = text.split_once(begin)?.1;
    rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

/// What an instance is called.
pub(super) fn name(instance: &Path) -> String {
    instance.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_progress_is_read_whatever_it_bounds() {
        let plain = "12.3 s (24.1 s of processors), cost 30200, hard violations 2, 1200 changes tried";
        let bounded =
            "12.3 s (24.1 s of processors), cost 30200, bound 7, hard violations 2, 1200 changes tried";
        for line in [plain, bounded] {
            assert_eq!(
                moment(line),
                Some(Moment { clock: 12.3, processor: 24.1, cost: 30_200.0, hard: 2 }),
                "{line}"
            );
        }
        assert_eq!(moment("126 sessions, 134 slots of 8 rooms"), None);
    }

    #[test]
    fn the_time_until_all_demands_are_met_is_never_less_than_it_was() {
        let found = |clock: f64, processor: f64| {
            let moment = |clock, processor, hard| Moment { clock, processor, cost: 1.0, hard };
            let curve = vec![moment(0.1, 0.1, 3), moment(clock, processor, 0), moment(9.0, 9.0, 0)];
            Found { solution: PathBuf::new(), curve, cost: 1.0, hard: 0 }
        };
        // One of two threads may have done all the work; on a busy machine the clock goes on without either.
        assert_eq!(found(2.0, 2.5).feasible_after(), Some(2.0));
        assert_eq!(found(30.0, 2.5).feasible_after(), Some(2.5));
        assert_eq!(Found { curve: vec![], ..found(1.0, 1.0) }.feasible_after(), None);
    }
}
