//! Noticing appends of other nodes: a notification wakes, and a poll covers one that was lost.

use std::thread::sleep;
use std::time::{Duration, Instant};

use postgres::Client;
use postgres::fallible_iterator::FallibleIterator as _;

use super::{Address, fault};
use crate::log::{Fault, Tail};

/// How often to look without being woken.
const POLL: Duration = Duration::from_secs(1);

/// Listens on a connection of its own.
pub(super) struct Listener {
    address: Address,
    line: Option<Line>,
    /// The last act that was noticed.
    seen: i64,
    polled: Instant,
}

/// A connection that listens.
pub(super) struct Line {
    client: Client,
    log: i32,
}

impl Listener {
    pub(super) fn new(address: Address) -> Result<Self, Fault> {
        let mut line = Line::new(&address)?;
        let seen = line.last()?;
        Ok(Self { address, line: Some(line), seen, polled: Instant::now() })
    }

    #[cfg(test)]
    pub(super) fn client(&mut self) -> Option<&mut Client> {
        self.line.as_mut().map(|line| &mut line.client)
    }

    fn look(&mut self, timeout: Duration) -> Result<bool, Fault> {
        let (line, woken) = match &mut self.line {
            Some(line) => {
                let woken = line.listen(timeout)?;
                (line, woken)
            }
            // What happened while the line was dead, nobody told us: look at once.
            lost => (lost.insert(Line::new(&self.address)?), true),
        };
        if !woken && self.polled.elapsed() < POLL {
            return Ok(false);
        }
        let last = line.last()?;
        self.polled = Instant::now();
        Ok(std::mem::replace(&mut self.seen, last) != last)
    }
}

impl Tail for Listener {
    fn wait(&mut self, timeout: Duration) -> bool {
        match self.look(timeout) {
            Ok(new) => new,
            Err(fault) => {
                if self.line.take().is_some() {
                    tracing::warn!("the line to PostgreSQL is lost and will be made again: {fault}");
                }
                sleep(timeout);
                false
            }
        }
    }
}

impl Line {
    pub(super) fn new(address: &Address) -> Result<Self, Fault> {
        let mut client = address.connect()?;
        let log = address.number(&mut client)?;
        client.batch_execute("LISTEN act_log").map_err(|error| fault(error, "follow"))?;
        Ok(Self { client, log })
    }

    /// Waits for a notification about this log, at most so long.
    pub(super) fn listen(&mut self, timeout: Duration) -> Result<bool, Fault> {
        let log = self.log.to_string();
        let end = Instant::now() + timeout;
        let mut notifications = self.client.notifications();
        // What is already there first: a timeout of nothing would not look at it.
        let mut woken = false;
        let mut waiting = notifications.iter();
        while let Some(note) = waiting.next().map_err(|error| fault(error, "follow"))? {
            woken |= note.payload() == log;
        }
        drop(waiting);
        while !woken {
            let left = end.saturating_duration_since(Instant::now());
            let next = notifications.timeout_iter(left).next();
            match next.map_err(|error| fault(error, "follow"))? {
                Some(note) => woken = note.payload() == log,
                None => break,
            }
        }
        Ok(woken)
    }

    fn last(&mut self) -> Result<i64, Fault> {
        let row = self.client.query_one(super::LAST, &[&self.log]);
        row.and_then(|row| row.try_get(0)).map_err(|error| fault(error, "follow"))
    }
}
