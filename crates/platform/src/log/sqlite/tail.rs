//! Noticing appends of other connections and processes.

use std::thread::sleep;
use std::time::{Duration, Instant};

use rusqlite::Connection;

use super::fault;
use crate::log::{Fault, Tail};

/// How often to look. SQLite answers from shared memory in microseconds.
const POLL: Duration = Duration::from_millis(25);

/// Polls the counter that SQLite raises for a connection whenever another one has committed.
pub(super) struct DataVersion {
    connection: Connection,
    seen: i64,
}

impl DataVersion {
    pub(super) fn new(connection: Connection) -> Result<Self, Fault> {
        let mut tail = Self { connection, seen: 0 };
        tail.seen = tail.version().map_err(|error| fault(error, "follow"))?;
        Ok(tail)
    }

    fn version(&self) -> rusqlite::Result<i64> {
        self.connection.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))
    }
}

impl Tail for DataVersion {
    fn wait(&mut self, timeout: Duration) -> bool {
        let end = Instant::now() + timeout;
        loop {
            match self.version() {
                Ok(version) if version == self.seen => {}
                Ok(version) => {
                    self.seen = version;
                    return true;
                }
                // Whoever reads on will meet the same error and can say more about it.
                Err(_) => {
                    sleep(POLL);
                    return true;
                }
            }
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            sleep(left.min(POLL));
        }
    }
}
