//! `cargo xtask test`: all tests and all that they need, as named tiers in order.
//!
//! A tier is one entry in [`TIERS`]. What it needs from the machine is one entry in `needs.rs`; on Debian as root that
//! is installed, elsewhere it is named and the tier is left out, loudly. With `CI=true` nothing may be left out.

mod axe;
mod cargo;
mod contract;
mod needs;
mod tally;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::{data, fuzz, postgres, powercut, shell, tidy};
use needs::Need;
pub(crate) use needs::browser_environment;
use tally::Tally;

pub(crate) const ABOUT: &str = "all tests and all that they need; --list, --only TIER (may be repeated)";

/// A part of the tests that runs, is timed and is counted by itself.
struct Tier {
    name: &'static str,
    about: &'static str,
    /// Without these the tier is left out.
    needs: &'static [&'static Need],
    run: fn(&Stage) -> Result<Tally>,
}

/// In this order: what is cheap and fails often comes first.
///
/// A test with `postgres` in its name belongs to `stores`.
/// A test target (a file or folder in some crate's `tests/`) that is named like a tier belongs to that tier; all other
/// tests are in `unit`.
const TIERS: &[Tier] = &[
    Tier {
        name: "tidy",
        about: "the rules of the tree",
        needs: &[],
        run: |_| tidy::check(|_| true).map(Tally::from),
    },
    Tier { name: "fmt", about: "every file is formatted", needs: &[], run: run_fmt },
    Tier { name: "clippy", about: "no lint complains", needs: &[], run: |_| cargo::check(cargo::CLIPPY) },
    Tier { name: "unit", about: "all tests that no other tier names", needs: &[], run: run_unit },
    Tier {
        name: "stores",
        about: "the log on a PostgreSQL of our own",
        needs: &[&needs::POSTGRES],
        run: run_stores,
    },
    Tier {
        name: "crash",
        about: "kill -9 of the real binary under load, on both stores",
        needs: &[&needs::POSTGRES],
        run: Stage::suite,
    },
    Tier {
        name: "powercut",
        about: "power cuts under the log lose nothing, and would be noticed if they did",
        needs: &[&needs::LOOP_DISKS],
        run: |_| powercut::rig().map(Tally::from),
    },
    Tier {
        name: "browser",
        about: "pages in real Chromium, with axe-core",
        needs: &[&needs::CHROMIUM, &needs::NPM],
        run: run_browser,
    },
    Tier {
        name: "contract",
        about: "the server does what the description of its API says, and nothing else",
        needs: &[&needs::PYTHON],
        run: run_contract,
    },
    Tier {
        name: "fuzz",
        about: "every parser stands its seeds and a short attack",
        needs: &[&needs::CPP],
        run: |_| fuzz::fuzz(&[], FUZZ_SECONDS).map(Tally::from),
    },
];

/// What tests that ask PostgreSQL have in their names (their module's will do).
const OF_POSTGRES: &str = "postgres";

/// Long enough to replay all seeds and try some tens of thousands of inputs; `cargo xtask fuzz` takes its time.
const FUZZ_SECONDS: u64 = 10;

/// What a tier may use while it runs.
struct Stage {
    tier: &'static Tier,
    /// The address of the PostgreSQL that was started for this run, if there is one.
    postgres: Option<String>,
}

impl Stage {
    /// Runs the test targets that are named like the tier.
    fn suite(&self) -> Result<Tally> {
        cargo::tests(&cargo::targets(|name| name == self.tier.name)?, &self.environment())
    }

    /// What the tests find in their environment.
    fn environment(&self) -> Vec<(&'static str, String)> {
        let data = data::folder().map(|folder| ("HEMICYCLE_DATA_FOLDER", folder.display().to_string()));
        let postgres = self.postgres.clone().map(|address| ("HEMICYCLE_TEST_POSTGRES", address));
        data.into_iter().chain(postgres).collect()
    }
}

fn run_fmt(_: &Stage) -> Result<Tally> {
    let mut tally = cargo::check(cargo::FMT)?;
    tally += cargo::check(cargo::FMT_FUZZ)?;
    Ok(tally)
}

/// Whether a test target belongs to no tier by its name.
fn no_tier(target: &str) -> bool {
    TIERS.iter().all(|tier| tier.name != target)
}

fn run_unit(stage: &Stage) -> Result<Tally> {
    let targets = cargo::targets(no_tier)?;
    cargo::tests(&cargo::Targets { units: true, skip: Some(OF_POSTGRES), ..targets }, &stage.environment())
}

fn run_stores(stage: &Stage) -> Result<Tally> {
    let targets = cargo::targets(no_tier)?;
    cargo::tests(&cargo::Targets { units: true, only: Some(OF_POSTGRES), ..targets }, &stage.environment())
}

fn run_browser(stage: &Stage) -> Result<Tally> {
    let mut environment = stage.environment();
    environment.extend(needs::browser_environment()?);
    environment.push(("HEMICYCLE_TEST_AXE", axe::fetch()?.display().to_string()));
    cargo::tests(&cargo::targets(|name| name == stage.tier.name)?, &environment)
}

fn run_contract(stage: &Stage) -> Result<Tally> {
    let mut environment = stage.environment();
    environment.push(("HEMICYCLE_TEST_CONTRACT_TOOLS", contract::fetch()?.display().to_string()));
    cargo::tests(&cargo::targets(|name| name == stage.tier.name)?, &environment)
}

/// How a tier ended.
enum End {
    Ran(Tally, Duration),
    LeftOut(String),
}

/// `test [--list] [--only TIER]…`
pub(crate) fn run(args: &[String]) -> Result<ExitCode> {
    let chosen = choose(args)?;
    if args.iter().any(|arg| arg == "--list") {
        for tier in &chosen {
            println!("{:<9} {}", tier.name, tier.about);
        }
        return Ok(ExitCode::SUCCESS);
    }
    let lacking = needs::prepare(chosen.iter().flat_map(|tier| tier.needs.iter().copied()));
    let wants_postgres =
        chosen.iter().any(|tier| tier.needs.iter().any(|need| need.name == needs::POSTGRES.name));
    let cluster =
        if wants_postgres && needs::POSTGRES.is_met() { Some(postgres::Cluster::start()?) } else { None };
    let mut ends = Vec::new();
    for tier in chosen {
        let missing: Vec<_> =
            tier.needs.iter().filter(|need| lacking.contains(&need.name)).map(|need| need.name).collect();
        let end = if missing.is_empty() {
            let postgres = cluster.as_ref().map(|cluster| cluster.address().to_owned());
            run_tier(&Stage { tier, postgres })
        } else {
            End::LeftOut(missing.join(", "))
        };
        ends.push((tier, end));
    }
    drop(cluster);
    Ok(conclude(&ends))
}

fn choose(args: &[String]) -> Result<Vec<&'static Tier>> {
    let mut only = Vec::new();
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        match (arg.as_str(), rest.len()) {
            ("--list", _) => {}
            ("--only", 1..) => only.extend(rest.next()),
            _ => bail!("`{arg}` is not understood; try --list or --only TIER"),
        }
    }
    if let Some(stranger) = only.iter().find(|name| TIERS.iter().all(|tier| tier.name != ***name)) {
        bail!("there is no tier `{stranger}`; --list names them");
    }
    Ok(TIERS.iter().filter(|tier| only.is_empty() || only.iter().any(|name| *name == tier.name)).collect())
}

fn run_tier(stage: &Stage) -> End {
    println!("\n──── {}: {}", stage.tier.name, stage.tier.about);
    let start = Instant::now();
    let tally = (stage.tier.run)(stage).unwrap_or_else(|fault| {
        println!("{}: {fault:#}", stage.tier.name);
        Tally { passed: 0, failed: 1 }
    });
    End::Ran(tally, start.elapsed())
}

/// The closing table, what was left out, and the line that machines read.
fn conclude(ends: &[(&Tier, End)]) -> ExitCode {
    println!("\n──── all tiers (a check such as a rule of tidy counts as one test)");
    let (mut sum, mut left_out) = (Tally::default(), 0);
    for (tier, end) in ends {
        match end {
            End::Ran(tally, took) => {
                sum += *tally;
                println!(
                    "{:<9} {:>5} passed {:>4} failed {:>7.1} s",
                    tier.name,
                    tally.passed,
                    tally.failed,
                    took.as_secs_f64()
                );
            }
            End::LeftOut(missing) => {
                left_out += 1;
                println!("{:<9} LEFT OUT: this machine has no {missing}", tier.name);
            }
        }
    }
    if left_out > 0 {
        println!("\nNOT EVERYTHING WAS TESTED: {left_out} of {} tiers were left out, see above.", ends.len());
        if shell::is_ci() {
            println!("With CI=true nothing may be left out: that is a failure.");
            sum.failed += left_out;
        }
    }
    println!("\n{} passed, {} failed", sum.passed, sum.failed);
    if sum.failed == 0 && sum.passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(args: &[&str]) -> Result<Vec<&'static str>> {
        let args: Vec<String> = args.iter().map(ToString::to_string).collect();
        Ok(choose(&args)?.into_iter().map(|tier| tier.name).collect())
    }

    #[test]
    fn tiers_run_in_their_own_order_whatever_was_asked() {
        let all: Vec<&str> = TIERS.iter().map(|tier| tier.name).collect();
        assert_eq!(names(&[]).expect("no arguments are fine"), all);
        assert_eq!(names(&["--only", "unit", "--only", "tidy"]).expect("both exist"), ["tidy", "unit"]);
        for wrong in [&["--only"][..], &["--only", "units"], &["unit"]] {
            assert!(names(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn what_fails_or_tests_nothing_is_no_success() {
        let end = |passed, failed| vec![(&TIERS[0], End::Ran(Tally { passed, failed }, Duration::ZERO))];
        for (ends, succeeds) in [(end(2, 0), true), (end(2, 1), false), (end(0, 0), false), (vec![], false)] {
            assert_eq!(conclude(&ends) == ExitCode::SUCCESS, succeeds);
        }
    }
}
