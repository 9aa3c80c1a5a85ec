//! `hemicycle export`: a forum as plain tables in one SQLite file.

use super::{Desk, say};
use crate::app::{Where, forum_in};
use crate::tables::Exported;
use forum::Viewer;
use std::path::PathBuf;

#[derive(clap::Args)]
pub(super) struct Args {
    /// File to write; one that is there is not overwritten.
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    /// Forum to export.
    #[arg(long, value_name = "FORUM")]
    forum: String,
    /// Also what only the secretariat may see: drafts, all persons, addresses for mail, who registered.
    #[arg(long)]
    everything: bool,
    #[command(flatten)]
    place: Where,
}

pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let desk = Desk::open(&args.place, &args.forum)?;
    let state = desk.state()?;
    let viewer = if args.everything { Viewer::Secretariat } else { Viewer::Public };
    let exported =
        Exported { name: &args.forum, forum: forum_in(&state), seq: state.seq, at: state.at, viewer };
    for (table, rows) in exported.write(&args.to)? {
        say(&format!("{:<22} {rows:>7} rows  {}", table.name, table.about));
    }
    say(&format!("{} up to act {} is in {}", args.forum, state.seq, args.to.display()));
    if args.everything {
        say(
            "It holds addresses for mail and what people told the secretariat alone. Nothing that is erased in the \
             forum later is erased in this file: keep it as long as you need it, and delete it then.",
        );
    }
    Ok(())
}
