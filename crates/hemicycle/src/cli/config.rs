//! `hemicycle config`: what holds, and who said so.

use super::say;
use crate::config::{Config, KEYS, Key};

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    config: Config,
}

pub(super) fn run(args: &Args) {
    for key in KEYS {
        say(&line(&args.config, key));
    }
}

/// As it would stand in a file; passwords are left out.
fn line(config: &Config, key: &Key) -> String {
    let origin = config.origin(key.name).of(key);
    match config.shown(key) {
        Some(text) => format!("{:<42} # {origin}", format!("{} = {text:?}", key.name)),
        None => format!("# {} is not set", key.name),
    }
}
