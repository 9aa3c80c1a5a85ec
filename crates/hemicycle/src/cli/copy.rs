//! `hemicycle copy`: all logs into another store: to PostgreSQL, and back.

use super::say;
use crate::app::{Where, make_private};
use crate::keeping::{Kin, hex, logs};
use anyhow::{Context as _, bail};
use platform::house::Place;
use platform::keeping::Until;
use platform::log::Missing;

#[derive(clap::Args)]
pub(super) struct Args {
    /// Where to copy to: postgres://user:password@host/name, or a folder.
    #[arg(long, value_name = "URL|DIR")]
    to: String,
    /// Where to copy from; without it, what --data and --database say.
    #[arg(long, value_name = "URL|DIR")]
    from: Option<String>,
    /// Forum to copy; without it, all.
    #[arg(long, value_name = "FORUM")]
    forum: Option<String>,
    /// Go on with a copy that was interrupted, or bring an older one up to date.
    #[arg(long)]
    resume: bool,
    #[command(flatten)]
    place: Where,
}

pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let from = args.from.as_deref().map_or_else(|| args.place.store(), place);
    let to = place(&args.to);
    if let Place::Folder(folder) = &to {
        make_private(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    let forums: Vec<String> = args.forum.iter().cloned().collect();
    let found = logs(&from, &forums)?;
    // All are looked at before the first is touched.
    for kin in &found {
        if !args.resume && !is_empty(kin, &to)? {
            bail!(
                "{kin} has acts there already, and nothing was copied; to go on with an interrupted copy add --resume"
            );
        }
    }
    for kin in &found {
        copy(kin, &from, &to).with_context(|| format!("cannot copy {kin}"))?;
    }
    say(
        "What is written to the old place from now on is not in the new one: end the server before, or add --resume after.",
    );
    Ok(())
}

fn place(text: &str) -> Place {
    if text.contains("://") { Place::Postgres(text.to_owned()) } else { Place::Folder(text.into()) }
}

fn is_empty(kin: &Kin, to: &Place) -> anyhow::Result<bool> {
    if !to.names(kin.kept.kind)?.contains(&kin.name) {
        return Ok(true);
    }
    Ok(kin.log(to, Missing::Refuse)?.read_some(1, 1)?.is_empty())
}

/// Copies, reads both ends again, and compares what they make.
fn copy(kin: &Kin, from: &Place, to: &Place) -> anyhow::Result<()> {
    let mut source = kin.log(from, Missing::Refuse)?;
    let mut carrier = (kin.kept.carrier)(&mut *source, kin.log(to, Missing::Create)?)?;
    let carried = carrier.carry(&mut *source, Until::Now)?;
    let standing = carrier.standing();
    drop(carrier);
    let here = (kin.kept.replay_to)(&mut *source, standing.seq)?;
    let there = (kin.kept.replay_to)(&mut *kin.log(to, Missing::Refuse)?, standing.seq)?;
    say(&format!(
        "{kin}: {carried} acts copied, {} in all\n  state here   {}\n  state there  {}",
        standing.seq,
        hex(&here.digest),
        hex(&there.digest)
    ));
    if here != there {
        bail!("the two ends differ; do not use the copy");
    }
    Ok(())
}
