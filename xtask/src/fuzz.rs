//! `cargo xtask fuzz`: throws what nobody would send at every parser.
//!
//! Each program in `fuzz/` is one target. First it replays what once broke something (`fuzz/regressions/TARGET/`) and
//! the files that the other tests read, then it invents more, led by the coverage, for a bounded time. The compiler
//! of the day is enough: the coverage flags are stable, and safe code needs no address sanitizer.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::shell;

pub(crate) const ABOUT: &str = "fuzzes every parser for a while; names of targets, --seconds N for each";

const MANIFEST: &str = "fuzz/Cargo.toml";
/// Good files of every kind: the shortest way to deep code.
const FIXTURES: &[&str] = &["crates/interchange/tests/fixtures", "crates/timetable/tests/fixtures"];
const SECONDS_DEFAULT: u64 = 60;
/// Longer than this for one input is a hang; more memory than this, a flood.
const LIMITS: &[&str] =
    &["-timeout=10", "-rss_limit_mb=2048", "-max_len=16384", "-print_final_stats=1", "-verbosity=0"];

/// What makes a program tell libFuzzer where it has been.
const COVERAGE: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Cdebug-assertions -Ccodegen-units=1";

pub(crate) fn run(args: &[String]) -> Result<ExitCode> {
    let (mut only, mut seconds) = (Vec::new(), SECONDS_DEFAULT);
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        match arg.as_str() {
            "--seconds" => {
                let number = rest.next().and_then(|number| number.parse().ok());
                seconds = number.context("--seconds wants a number")?;
            }
            _ => only.push(arg.as_str()),
        }
    }
    let (_, failed) = fuzz(&only, seconds)?;
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Fuzzes the named targets, or all; returns how many stood it and how many broke.
pub(crate) fn fuzz(only: &[&str], seconds: u64) -> Result<(usize, usize)> {
    let targets = targets()?;
    if let Some(stranger) = only.iter().find(|name| !targets.iter().any(|target| target == *name)) {
        bail!("there is no fuzz target `{stranger}`; there are {}", targets.join(", "));
    }
    let folder = shell::target("fuzz")?;
    // Naming the target keeps the flags away from build scripts and macros.
    let host = shell::host()?;
    let mut build = shell::cargo();
    build.args(["build", "--quiet", "--locked", "--release", "--manifest-path", MANIFEST, "--target", &host]);
    shell::run(build.env("CARGO_TARGET_DIR", &folder).env("RUSTFLAGS", COVERAGE))?;
    let programs = folder.join(host).join("release");
    let (mut stood, mut broke) = (0, 0);
    for target in targets.iter().filter(|target| only.is_empty() || only.contains(&target.as_str())) {
        println!("{target}: replays, then {seconds} s of its own");
        match attack(&programs.join(target), target, seconds) {
            Ok(()) => stood += 1,
            Err(fault) => {
                println!("{target}: {fault:#}\nmend it, and keep the input in fuzz/regressions/{target}/");
                broke += 1;
            }
        }
    }
    Ok((stood, broke))
}

fn attack(program: &Path, target: &str, seconds: u64) -> Result<()> {
    let found = shell::target(&format!("fuzz/corpus/{target}"))?;
    let broken = shell::target(&format!("fuzz/broken/{target}"))?;
    let mut command = shell::command(program);
    command.args(LIMITS).arg(format!("-max_total_time={seconds}"));
    command.arg(format!("-artifact_prefix={}/", broken.display())).arg(&found);
    let fuzz = shell::root().join("fuzz");
    let fixtures = FIXTURES.iter().map(|folder| shell::root().join(folder));
    for folder in fixtures.chain([fuzz.join("regressions").join(target)]) {
        command.args(folder.is_dir().then_some(folder));
    }
    let words = fuzz.join(format!("dictionaries/{target}.dict"));
    if words.is_file() {
        command.arg(format!("-dict={}", words.display()));
    }
    let said = command.output().with_context(|| format!("starting {}", program.display()))?;
    let stderr = String::from_utf8_lossy(&said.stderr);
    if !said.status.success() {
        bail!("ended with {}\n{stderr}", said.status);
    }
    let stat =
        |name: &str| stderr.lines().find_map(|line| line.strip_prefix(name)).unwrap_or("?").trim().to_owned();
    let (tried, fresh) = (stat("stat::number_of_executed_units:"), stat("stat::new_units_added:"));
    println!("{target}: {tried} inputs, {fresh} of them led to new code");
    Ok(())
}

/// The programs of the fuzz crate.
fn targets() -> Result<Vec<String>> {
    let args = ["metadata", "--format-version=1", "--no-deps", "--manifest-path", MANIFEST];
    let json = shell::output(shell::cargo().args(args))?;
    let metadata: Value = serde_json::from_str(&json).context("reading cargo metadata")?;
    let targets = metadata["packages"][0]["targets"].as_array().into_iter().flatten();
    let names =
        targets.filter(|target| target["kind"][0] == "bin").filter_map(|target| target["name"].as_str());
    Ok(names.map(str::to_owned).collect())
}
