//! The peer: OR-Tools CP-SAT with two workers, through the model in the data folder.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};

use super::rig::Rig;
use crate::shell;

const MODEL: &str = "cpsat_ietf.py";

/// What the peer reached.
pub(super) struct Theirs {
    pub(super) cost: f64,
    /// Seconds of processors, cost.
    pub(super) points: Vec<(f64, f64)>,
}

/// Runs the peer for as many seconds of processors; an inner `Err` says why it could not be run here.
pub(super) fn run(rig: &Rig, instance: &Path, budget: Duration) -> Result<Result<Theirs, String>> {
    let Some(model) = rig.tool(MODEL) else { return Ok(Err(format!("{MODEL} is not in the data folder"))) };
    let python = match python() {
        Ok(python) => python,
        Err(why) => return Ok(Err(format!("no python with ortools here: {why:#}"))),
    };
    let out = rig.file("ietf-cpsat.json");
    let mut command = shell::command(python);
    command.arg(model).arg(instance).arg(out).args([&budget.as_secs().to_string(), "2", "1"]);
    let said = shell::output(&mut command)?;
    // Lines of `(seconds, seconds of processors, cost, bound)`.
    let points: Vec<(f64, f64)> = said.lines().filter_map(point).collect();
    let found = points.last().map(|&(_, cost)| Theirs { cost, points: points.clone() });
    Ok(found.ok_or_else(|| "it found nothing in that time".to_owned()))
}

fn point(line: &str) -> Option<(f64, f64)> {
    let inner = line.strip_prefix('(')?.strip_suffix(')')?;
    let mut numbers = inner.split(", ").map(|number| number.parse::<f64>().ok());
    let (_, processor, cost) = (numbers.next()??, numbers.next()??, numbers.next()??);
    Some((processor, cost.max(1.0)))
}

/// A python that knows OR-Tools: the system's, or one that is made below `target` the first time.
fn python() -> Result<PathBuf> {
    let system = shell::which("python3").context("there is no python3")?;
    let folder = shell::target("tools")?.join("ortools");
    let own = folder.join("bin/python");
    let knows = |python: &Path| {
        shell::output(shell::command(python).args(["-c", "from ortools.sat.python import cp_model"])).is_ok()
    };
    if let Some(python) = [&system, &own].into_iter().find(|python| python.is_file() && knows(python)) {
        return Ok(python.clone());
    }
    shell::output(shell::command(&system).args(["-m", "venv"]).arg(&folder))
        .context("making a virtual environment")?;
    let install = ["-m", "pip", "install", "--quiet", "ortools"];
    shell::output(shell::command(&own).args(install)).context("installing ortools")?;
    Ok(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_peer_is_a_point() {
        assert_eq!(point("(30.1, 12.0, 1834800.0, 0.0)"), Some((12.0, 1_834_800.0)));
        assert_eq!(point("(30.1, 12.0, 0.0, 0.0)"), Some((12.0, 1.0)), "a logarithmic axis has no zero");
        assert_eq!(point("FEASIBLE 30200.0 bound 0.0 wall 3 cpu 6"), None);
    }
}
