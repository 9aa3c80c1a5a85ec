//! `cargo xtask powercut`: cuts the power under the log, at block level, and looks at what is left.
//!
//! A copy of a mounted disk's image, taken at any instant, holds what a disk holds after a power cut: what was not
//! synced is not in it. So: a program appends to a log on a small ext4 disk and says what was acknowledged; now and
//! then the disk's image is copied in no time (a reflink), the copy is mounted (its journal is replayed), the log is
//! opened, and every act acknowledged *before* the copy must be there, once, in order.
//!
//! With the log as it is, no cut may lose anything. Then the same with a log that syncs too late: if that loses
//! nothing, the rig cannot see what it is there to see, and fails.
//!
//! What it models is the loss of the page cache, not a drive that lies about its own cache.

mod disk;
mod writer;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;

use disk::Disk;
use writer::Writer;

pub(crate) const ABOUT: &str = "power cuts under the log, at block level (root, loop devices, XFS)";

/// One series of cuts and what is expected of it.
struct Series {
    name: &'static str,
    careless: bool,
    cuts: u32,
}

const SERIES: &[Series] = &[
    Series { name: "synchronous=FULL, as the product writes", careless: false, cuts: 50 },
    Series { name: "synchronous=NORMAL, to see that the rig notices", careless: true, cuts: 10 },
];

/// What a series showed.
#[derive(Default)]
struct Outcome {
    acknowledged: u64,
    cuts_with_loss: u32,
    lost_max: u64,
    /// Logs that could not be read, or held something twice or out of order.
    damaged: Vec<String>,
}

pub(crate) fn run(_args: &[String]) -> Result<ExitCode> {
    let (_, failed) = rig()?;
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs both series; returns how many showed what they must, and how many did not.
pub(crate) fn rig() -> Result<(usize, usize)> {
    let program = writer::build()?;
    let (mut passed, mut failed) = (0, 0);
    for series in SERIES {
        let start = Instant::now();
        let outcome = cut(series, &program)?;
        let lost = outcome.cuts_with_loss > 0;
        let holds = outcome.damaged.is_empty() && lost == series.careless;
        println!(
            "{} {}: {} cuts, {} acts acknowledged, {} cuts lost some, at most {} acts, {} logs damaged, {:.0} s",
            if holds { "holds " } else { "BROKEN" },
            series.name,
            series.cuts,
            outcome.acknowledged,
            outcome.cuts_with_loss,
            outcome.lost_max,
            outcome.damaged.len(),
            start.elapsed().as_secs_f64(),
        );
        outcome.damaged.iter().for_each(|damage| println!("       {damage}"));
        if holds { passed += 1 } else { failed += 1 }
    }
    Ok((passed, failed))
}

fn cut(series: &Series, program: &std::path::Path) -> Result<Outcome> {
    let disk = Disk::make()?;
    let writer = Writer::start(program, &disk.folder().join("acts.log"), series.careless)?;
    let mut outcome = Outcome::default();
    for number in 0..series.cuts {
        // Pauses of many lengths, so that cuts fall into every phase of a commit and of a checkpoint.
        std::thread::sleep(Duration::from_millis(20 + u64::from(number) * 37 % 230));
        writer.check_alive()?;
        let acknowledged = writer.acknowledged();
        let left = disk.cut(|folder| writer::check(program, &folder.join("acts.log")))?;
        match left {
            Ok(found) => {
                let lost = acknowledged.missing_from(&found);
                outcome.cuts_with_loss += u32::from(lost > 0);
                outcome.lost_max = outcome.lost_max.max(lost);
            }
            Err(damage) => outcome.damaged.push(format!("cut {number}: {damage:#}")),
        }
    }
    outcome.acknowledged = writer.acknowledged().sum();
    Ok(outcome)
}

#[cfg(test)]
mod tests {
    use super::writer::Reached;

    #[test]
    fn what_was_acknowledged_and_is_not_there_counts_as_lost() {
        let reached = |text: &str| Reached::read(text).expect("it is a list of clients and numbers");
        for (acknowledged, found, lost) in [
            ("0 5\n1 7\n", "0 5\n1 7\n", 0),
            ("0 5\n1 7\n", "0 6\n1 9\n", 0),
            ("0 5\n1 7\n", "0 2\n1 9\n", 3),
            ("0 5\n1 7\n", "", 12),
        ] {
            assert_eq!(reached(acknowledged).missing_from(&reached(found)), lost, "{acknowledged} {found}");
        }
        assert!(Reached::read("0 x\n").is_none());
    }
}
