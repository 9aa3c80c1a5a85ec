//! A backup that never ends: every log is followed by a thread of its own.

use super::super::say;
use super::folder;
use crate::keeping::{Kin, logs};
use platform::house::Place;
use platform::keeping::Until;
use platform::log::{Fault, Missing};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

/// How often to look for forums that were begun since.
const LOOK: Duration = Duration::from_secs(3);

/// Longest wait for something new; and the pause after a store could not be had.
const WAIT: Duration = Duration::from_secs(1);

/// Follows all logs until one cannot be followed any more; whatever was copied by then is durable.
pub(super) fn run(place: &Place, to: &Path, forums: &[String]) -> anyhow::Result<()> {
    let (gone_wrong, wrong) = channel();
    let mut followed = BTreeSet::new();
    let mut found = logs(place, forums)?;
    loop {
        for kin in found {
            if followed.insert(kin.to_string()) {
                start(kin, place.clone(), folder(to), gone_wrong.clone())?;
            }
        }
        match wrong.recv_timeout(LOOK) {
            Ok(fault) => return Err(fault),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {}
        }
        // A database that is away for a while is no reason to end; its followers are patient as well.
        found = logs(place, forums).unwrap_or_default();
    }
}

fn start(kin: Kin, from: Place, to: Place, gone_wrong: Sender<anyhow::Error>) -> anyhow::Result<()> {
    thread::Builder::new().name("backup".to_owned()).spawn(move || {
        loop {
            let fault = match follow(&kin, &from, &to) {
                Err(fault) => fault,
                Ok(never) => match never {},
            };
            if !fault.is_passing() {
                let _ = gone_wrong.send(anyhow::anyhow!("the backup of {kin} has ended: {fault}"));
                return;
            }
            tracing::warn!("The backup of {kin} waits: {fault}");
            thread::sleep(WAIT);
        }
    })?;
    Ok(())
}

fn follow(kin: &Kin, from: &Place, to: &Place) -> Result<std::convert::Infallible, Fault> {
    let mut source = kin.log(from, Missing::Refuse)?;
    // Followed first and read second, so that nothing is missed between the two.
    let mut tail = source.tail()?;
    let mut carrier = (kin.kept.carrier)(&mut *source, kin.log(to, Missing::Create)?)?;
    let carried = carrier.carry(&mut *source, Until::Now)?;
    say(&format!("{kin}: {carried} acts copied; following from act {}", carrier.standing().seq));
    loop {
        tail.wait(WAIT);
        let carried = carrier.carry(&mut *source, Until::Now)?;
        if carried > 0 {
            tracing::debug!("{kin}: {carried} acts copied");
        }
    }
}
