//! How good the timetable engine is: on public benchmarks beside published results and a general solver, and on
//! invented forums of every size. Every solution is confirmed by scorers that are not ours, where they are there.
//!
//! Budgets are processor time of each thread, so that a busy machine gives the same figures as an idle one.

mod anchors;
mod cbctt;
mod check;
mod cosplib;
mod cpsat;
mod forum;
mod ietf;
mod rig;

use anyhow::{Result, bail};

use super::report::Report;
use super::{Bench, Options};
use rig::Rig;

pub(super) const BENCH: Bench = Bench {
    name: "timetable",
    about: "programmes beside published results and a general solver; --only ietf|cosplib|cbctt|forum|resolve",
    run,
};

/// A part of the bench, which can be asked for alone with `--only`.
type Part = (&'static str, fn(&mut Report, &Options, &Rig) -> Result<()>);

/// All of it takes hours: [`cbctt`] alone is 14 instances, five seeds, three minutes each.
const PARTS: &[Part] = &[
    ("forum", forum::run),
    ("resolve", forum::resolve),
    ("ietf", ietf::run),
    ("cosplib", cosplib::run),
    ("cbctt", cbctt::run),
];

fn run(report: &mut Report, options: &Options) -> Result<()> {
    let only = options.only.as_deref();
    if let Some(stranger) = only.filter(|name| !PARTS.iter().any(|(part, _)| part == name)) {
        let names: Vec<&str> = PARTS.iter().map(|(name, _)| *name).collect();
        bail!("there is no part `{stranger}`; there are {}", names.join(", "));
    }
    let rig = Rig::build(report)?;
    for (_, part) in PARTS.iter().filter(|(name, _)| only.is_none_or(|only| only == *name)) {
        part(report, options, &rig)?;
    }
    Ok(())
}
