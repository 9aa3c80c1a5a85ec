//! `hemicycle check`: is every log whole, and does it make what it made?

use super::say;
use crate::app::Where;
use crate::keeping::{Kin, hex, logs};
use anyhow::bail;
use platform::house::Place;
use platform::log::Missing;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Forums to check; without any, all. A server may be running meanwhile.
    #[arg(value_name = "FORUM")]
    forums: Vec<String>,
    #[command(flatten)]
    place: Where,
}

pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let place = args.place.store();
    let mut found = 0;
    for kin in logs(&place, &args.forums)? {
        found += look(&place, &kin)?;
    }
    match found {
        0 => Ok(()),
        _ => bail!("{found} findings: see docs/operations.md, “When a log is damaged”"),
    }
}

/// Says what is found in a log, and counts it.
fn look(place: &Place, kin: &Kin) -> anyhow::Result<usize> {
    let mut log = match kin.log(place, Missing::Refuse) {
        Ok(log) => log,
        Err(fault) if fault.is_passing() => return Err(fault.into()),
        Err(fault) => {
            say(&format!("{kin}: cannot be opened\n  FOUND {fault}"));
            return Ok(1);
        }
    };
    let checked = (kin.kept.check)(&mut *log).map_err(|fault| fault.about(&kin.to_string()))?;
    let standing = checked.standing;
    say(&format!("{kin}: {} acts, {} texts, {} erased", standing.seq, checked.texts, checked.erased));
    if standing.seq > 0 {
        say(&format!("  last act   {:.0}", standing.at));
    }
    for finding in &checked.findings {
        say(&format!("  FOUND      {finding}"));
    }
    for remark in &checked.remarks {
        say(&format!("  remark     {remark}"));
    }
    if checked.findings.is_empty() {
        say(&format!("  state      {}\n  all is well", hex(&standing.digest)));
    }
    Ok(checked.findings.len())
}
