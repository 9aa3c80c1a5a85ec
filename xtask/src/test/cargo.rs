//! Cargo's part: formatting, lints, and the runner of the tests (nextest where it is there, else cargo's own).

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context, Result};
use serde_json::Value;

use super::tally::Tally;
use crate::shell;

pub(super) const FMT: &[&str] = &["fmt", "--all", "--check"];
/// The fuzz targets are a workspace of their own.
pub(super) const FMT_FUZZ: &[&str] = &["fmt", "--manifest-path", "fuzz/Cargo.toml", "--check"];
pub(super) const CLIPPY: &[&str] =
    &["clippy", "--quiet", "--locked", "--workspace", "--all-targets", "--", "--deny", "warnings"];

/// Runs a check that counts as one test.
pub(super) fn check(args: &[&str]) -> Result<Tally> {
    match shell::run(cargo().args(args)) {
        Ok(()) => Ok(Tally { passed: 1, failed: 0 }),
        Err(fault) => {
            println!("{fault:#}");
            Ok(Tally { passed: 0, failed: 1 })
        }
    }
}

/// Which tests to run.
#[derive(Default)]
pub(super) struct Targets {
    /// The tests inside the libraries and programs.
    pub(super) units: bool,
    /// Targets in `tests/`, by name.
    pub(super) suites: Vec<String>,
    /// Only tests with this in their name.
    pub(super) only: Option<&'static str>,
    /// No tests with this in their name.
    pub(super) skip: Option<&'static str>,
}

/// The targets in any crate's `tests/` that are wanted.
pub(super) fn targets(wanted: impl Fn(&str) -> bool) -> Result<Targets> {
    let json =
        shell::output(shell::cargo().args(["metadata", "--format-version=1", "--locked", "--no-deps"]))?;
    let metadata: Value = serde_json::from_str(&json).context("reading cargo metadata")?;
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let targets = packages.flat_map(|package| package["targets"].as_array().into_iter().flatten());
    let is_test = |target: &&Value| target["kind"][0] == "test";
    let names = targets.filter(is_test).filter_map(|target| target["name"].as_str());
    Ok(Targets {
        suites: names.filter(|name| wanted(name)).map(str::to_owned).collect(),
        ..Targets::default()
    })
}

/// Runs tests and counts them.
pub(super) fn tests(targets: &Targets, environment: &[(&str, String)]) -> Result<Tally> {
    if !targets.units && targets.suites.is_empty() {
        anyhow::bail!("there is no test target of that name in the tree");
    }
    let mut command = cargo();
    if shell::which("cargo-nextest").is_some() {
        command.args(["nextest", "run", "--no-fail-fast", "--status-level=slow"]);
    } else {
        command.args(["test", "--no-fail-fast"]);
    }
    command.args(["--locked", "--workspace"]);
    if targets.units {
        command.args(["--lib", "--bins"]);
    }
    for suite in &targets.suites {
        command.args(["--test", suite]);
    }
    command.args(targets.only);
    if let Some(skip) = targets.skip {
        command.args(["--", "--skip", skip]);
    }
    command.envs(environment.iter().map(|(key, value)| (key, value)));
    let (tally, ok) = watched(&mut command)?;
    // A build that fails, or a runner that dies, is no test that failed, but must not pass for success.
    let unsaid = usize::from(!ok && tally.failed == 0);
    Ok(Tally { failed: tally.failed + unsaid, ..tally })
}

/// Incremental builds pay off only where someone edits.
fn cargo() -> Command {
    let mut command = shell::cargo();
    if shell::is_ci() {
        command.env("CARGO_INCREMENTAL", "0");
    }
    command
}

/// Runs it, passes on what it says, and counts the tests it speaks of.
fn watched(command: &mut Command) -> Result<(Tally, bool)> {
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().context("starting cargo")?;
    let stdout = child.stdout.take().expect("it was piped");
    let stderr = child.stderr.take().expect("it was piped");
    let other = thread::spawn(move || pass_on(stderr));
    let mut tally = pass_on(stdout);
    tally += other.join().expect("reading lines does not panic");
    Ok((tally, child.wait()?.success()))
}

fn pass_on(stream: impl Read) -> Tally {
    let mut tally = Tally::default();
    for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line);
        // Whoever reads us may have gone; the tests go on all the same.
        let _ = writeln!(std::io::stdout(), "{line}");
        if let Some(more) = Tally::read(&line) {
            tally += more;
        }
    }
    tally
}
