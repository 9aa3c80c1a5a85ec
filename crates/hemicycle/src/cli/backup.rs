//! `hemicycle backup`: a copy of every log, made while the server runs.

mod follow;

use super::say;
use crate::app::{Where, make_private};
use crate::keeping::{Kin, hex, logs};
use anyhow::{Context as _, bail};
use platform::house::Place;
use platform::keeping::{Standing, Until};
use platform::log::{Missing, Seq, SqliteLog};
use std::fs;
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub(super) struct Args {
    /// Folder for the backup, one file for each log; what is there already is not overwritten.
    #[arg(value_name = "DIR")]
    to: PathBuf,
    /// Forum to copy; without it, all.
    #[arg(long, value_name = "FORUM")]
    forum: Option<String>,
    /// Go on for ever: whatever is written from now on is in the backup within a second. Goes on where it ended.
    #[arg(long)]
    follow: bool,
    #[command(flatten)]
    place: Where,
}

pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let place = args.place.store();
    make_private(&args.to).with_context(|| format!("cannot make the folder {}", args.to.display()))?;
    let forums: Vec<String> = args.forum.iter().cloned().collect();
    if args.follow {
        return follow::run(&place, &args.to, &forums);
    }
    for kin in logs(&place, &forums)? {
        let file = args.to.join(kin.file());
        if file.exists() {
            bail!("{} is there already, and is not overwritten; choose a new folder", file.display());
        }
        let standing = into_file(&kin, &file, |part| {
            let mut source = kin.log(&place, Missing::Refuse)?;
            let target = Box::new(SqliteLog::open(part, Missing::Create)?);
            let mut carrier = (kin.kept.carrier)(&mut *source, target)?;
            carrier.carry(&mut *source, Until::Now)?;
            Ok(carrier.standing())
        })?;
        say(&format!(
            "{kin}: {} acts in {}\n  state      {}",
            standing.seq,
            file.display(),
            hex(&standing.digest)
        ));
    }
    Ok(())
}

/// Fills a file beside, reads it back, and only then gives it its name: what has the name is whole.
pub(super) fn into_file(
    kin: &Kin,
    file: &Path,
    fill: impl FnOnce(&Path) -> anyhow::Result<Standing>,
) -> anyhow::Result<Standing> {
    let part = beside(file);
    remove(&part).with_context(|| format!("cannot remove {}, left by an earlier try", part.display()))?;
    let filled = fill(&part).and_then(|standing| {
        let read = (kin.kept.replay_to)(&mut SqliteLog::open(&part, Missing::Refuse)?, Seq::MAX)?;
        if read != standing {
            bail!("{kin}: what was written to {} reads differently", part.display());
        }
        Ok(standing)
    });
    match filled {
        Ok(standing) => {
            fs::rename(&part, file).with_context(|| format!("cannot make {}", file.display()))?;
            keep_names(file)?;
            Ok(standing)
        }
        Err(error) => {
            // The half that is there would only take room; why it is only half is what must be said.
            let _ = remove(&part);
            Err(error.context(format!("{kin}: nothing was kept in {}", file.display())))
        }
    }
}

fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".part");
    name.into()
}

/// Removes a log's file with those that SQLite puts beside it while it is open.
fn remove(file: &Path) -> std::io::Result<()> {
    for ending in ["", "-wal", "-shm"] {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        match fs::remove_file(PathBuf::from(name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// A new name must survive a power cut as well as what it names.
fn keep_names(file: &Path) -> anyhow::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if cfg!(unix) {
        fs::File::open(folder)?.sync_all().with_context(|| format!("cannot keep {}", folder.display()))?;
    }
    Ok(())
}

/// Logs in a folder, as a place.
pub(super) fn folder(path: &Path) -> Place {
    Place::Folder(path.to_path_buf())
}
