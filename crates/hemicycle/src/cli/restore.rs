//! `hemicycle restore`: from a backup to a new folder, as it was at some moment.

use super::backup::{folder, into_file};
use super::say;
use crate::app::make_private;
use crate::keeping::{Kin, hex, logs};
use anyhow::{Context as _, bail};
use jiff::Timestamp;
use platform::house::Place;
use platform::keeping::{Carry, Until, erased_in};
use platform::log::{Log, Missing, SqliteLog};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub(super) struct Args {
    /// Folder of a backup, or one file in it.
    #[arg(value_name = "BACKUP")]
    from: PathBuf,
    /// Folder to restore to; what is there already is not overwritten.
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
    /// Forum to restore; without it, all.
    #[arg(long, value_name = "FORUM")]
    forum: Option<String>,
    /// Restore what was done up to this time, like 2026-10-12T09:00:00Z.
    #[arg(long, value_name = "TIME", conflicts_with = "act")]
    until: Option<Timestamp>,
    /// Restore the acts of one forum up to this one; its sign-ins up to the time of that act.
    #[arg(long, value_name = "NUMBER", requires = "forum")]
    act: Option<u64>,
    /// Restore who was signed in, too. A session or token that was ended since is open again then; without it,
    /// everybody signs in anew.
    #[arg(long)]
    with_sign_ins: bool,
    /// Newer copy of the same logs: texts that are erased there are erased in what is restored.
    #[arg(long, value_name = "DIR")]
    erasures_from: Option<PathBuf>,
}

pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let (from, forums) = meant(args)?;
    make_private(&args.to).with_context(|| format!("cannot make the folder {}", args.to.display()))?;
    let mut found = logs(&from, &forums)?;
    found.retain(|kin| kin.is_forum() || args.with_sign_ins);
    for kin in &found {
        let file = args.to.join(kin.file());
        if file.exists() {
            bail!("{} is there already, and is not overwritten; choose another folder", file.display());
        }
    }
    for kin in &found {
        restore(args, &from, kin).with_context(|| format!("cannot restore {kin}"))?;
    }
    say(&format!("Restored to {}. Look at it with: hemicycle serve --data {0}", args.to.display()));
    Ok(())
}

/// The folder that is meant, and the forums in it.
fn meant(args: &Args) -> anyhow::Result<(Place, Vec<String>)> {
    let mut forums: Vec<String> = args.forum.iter().cloned().collect();
    if !args.from.is_file() {
        return Ok((folder(&args.from), forums));
    }
    let name = args.from.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    match &args.forum {
        Some(forum) if forum != name => bail!("{} holds {name}, not {forum}", args.from.display()),
        Some(_) => {}
        None => forums.push(name.to_owned()),
    }
    let folder = args.from.parent().filter(|folder| !folder.as_os_str().is_empty());
    Ok((Place::Folder(folder.unwrap_or(Path::new(".")).to_path_buf()), forums))
}

fn restore(args: &Args, from: &Place, kin: &Kin) -> anyhow::Result<()> {
    let until = match (args.until, args.act) {
        (Some(time), _) => Until::Time(time),
        (None, Some(act)) if kin.is_forum() => Until::Act(act),
        (None, Some(act)) => Until::Time(time_of(from, &kin.name, act)?),
        (None, None) => Until::Now,
    };
    let mut told = Vec::new();
    let standing = into_file(kin, &args.to.join(kin.file()), |part| {
        let mut source = kin.log(from, Missing::Refuse)?;
        let target = Box::new(SqliteLog::open(part, Missing::Create)?);
        let mut carrier = (kin.kept.carrier)(&mut *source, target)?;
        carrier.carry(&mut *source, until)?;
        told = erasures(args, kin, &mut *source, &mut *carrier)?;
        Ok(carrier.standing())
    })?;
    say(&format!(
        "{kin}: restored to act {} of {:.0}\n  state      {}",
        standing.seq,
        standing.at,
        hex(&standing.digest)
    ));
    told.iter().for_each(|line| say(line));
    Ok(())
}

/// A text that was erased once must not come back: says what is known, and erases what another copy knows.
fn erasures(
    args: &Args,
    kin: &Kin,
    source: &mut dyn Log,
    carrier: &mut dyn Carry,
) -> anyhow::Result<Vec<String>> {
    let mut told = Vec::new();
    let later = carrier.erased_later(source)?;
    if later > 0 {
        told.push(format!(
            "  erased     the texts of {later} acts were erased after that moment; they stay erased"
        ));
    }
    match &args.erasures_from {
        Some(newer) => {
            let last = carrier.standing().seq;
            let digest = source.read_some(last.max(1), 1)?.first().map(|record| record.digest);
            let mut newer = kin.log(&folder(newer), Missing::Refuse)?;
            let gone = erased_in(&mut *newer, last, digest.unwrap_or_default())?;
            let erased = carrier.erase(&gone)?;
            told.push(format!("  erased     the texts of {erased} acts, as in the newer copy"));
        }
        None => told.push(
            "  remark     what was erased after this backup was made is not known here: erase it again, or name a newer \
             copy with --erasures-from"
                .to_owned(),
        ),
    }
    Ok(told)
}

/// When an act of a forum was decided.
fn time_of(from: &Place, forum: &str, act: u64) -> anyhow::Result<Timestamp> {
    let found = logs(from, &[forum.to_owned()])?
        .into_iter()
        .find(Kin::is_forum)
        .context("it has no log of its own")?;
    let mut log = found.log(from, Missing::Refuse)?;
    // Beyond the last act is as good as the last.
    let record = log.read_some(act.max(1), 1)?;
    let Some(record) = record.first() else { return Ok(Timestamp::MAX) };
    Ok(found.time_of(record)?)
}
