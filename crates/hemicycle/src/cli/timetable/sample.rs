//! `hemicycle timetable sample`

use crate::cli::say;
use anyhow::Context as _;
use std::path::PathBuf;
use timetable::{model, sample};

#[derive(clap::Args)]
pub(super) struct Args {
    /// Sessions.
    #[arg(long, default_value_t = 300, value_parser = range(2, 10_000))]
    sessions: u64,
    /// Rooms; one for 25 sessions if left out.
    #[arg(long, value_parser = range(1, 1_000))]
    rooms: Option<u64>,
    /// Days.
    #[arg(long, default_value_t = 5, value_parser = range(1, 30))]
    days: u64,
    /// People with a part in a session; ten for three sessions if left out.
    #[arg(long, value_parser = range(1, 100_000))]
    people: Option<u64>,
    /// The same seed and sizes give the same forum.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// File; written to the terminal if left out.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

fn range(from: u64, to: u64) -> clap::builder::RangedU64ValueParser {
    clap::value_parser!(u64).range(from..=to)
}

pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let number = |number: u64| usize::try_from(number).expect("the ranges are small");
    let size = sample::Size {
        sessions: number(args.sessions),
        rooms: number(args.rooms.unwrap_or(args.sessions.div_ceil(25))),
        days: number(args.days),
        people: number(args.people.unwrap_or(args.sessions * 10 / 3)),
    };
    let text = model::write(&sample::forum(size, args.seed));
    match &args.out {
        Some(out) => std::fs::write(out, text).with_context(|| format!("cannot write {}", out.display())),
        None => {
            say(text.trim_end());
            Ok(())
        }
    }
}
