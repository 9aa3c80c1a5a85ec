//! `hemicycle give`: any command, as the API takes it.

use super::{Desk, in_words, say};
use crate::api::parse_command;
use crate::app::Where;
use anyhow::Context as _;
use platform::writer::Key;
use std::io::Read as _;
use std::path::PathBuf;

#[derive(clap::Args)]
pub(super) struct Args {
    /// File with the command as JSON; standard input if left out.
    file: Option<PathBuf>,
    /// Idempotency key: with the same key, the same command is done once. Fresh if left out.
    #[arg(long)]
    key: Option<String>,
    /// Forum.
    #[arg(long, value_name = "FORUM")]
    forum: String,
    #[command(flatten)]
    place: Where,
}

pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let bytes = match &args.file {
        Some(file) => std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?,
        None => {
            let mut bytes = Vec::new();
            std::io::stdin().read_to_end(&mut bytes).context("cannot read standard input")?;
            bytes
        }
    };
    let command = parse_command(&bytes).map_err(in_words)?;
    let desk = Desk::open(&args.place, &args.forum)?;
    let done = match &args.key {
        Some(key) => desk.give_as(Key::new(key)?, command)?,
        None => desk.give(command)?,
    };
    match (done.repeated, done.acts.is_empty()) {
        (true, _) => say("This had been done before; nothing changed."),
        (false, true) => say("There was nothing to do."),
        (false, false) if done.acts.end - done.acts.start == 1 => {
            say(&format!("Done: act {}.", done.acts.start))
        }
        (false, false) => say(&format!("Done: acts {} to {}.", done.acts.start, done.acts.end - 1)),
    }
    desk.app.stop();
    Ok(())
}
