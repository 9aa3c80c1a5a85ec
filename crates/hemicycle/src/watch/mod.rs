//! Watching the server: what it does is counted and logged, and whether it is well can be asked.
//!
//! Nothing here is about people. A request is known by the pattern of its address and by nothing that stands in it; who
//! asked, from where, for whom and with which words is neither counted nor logged.

mod door;
mod health;
mod metrics;
mod process;
mod requests;
mod text;

pub(crate) use door::Door;
pub(crate) use health::{asked, health};
pub(crate) use requests::{Requests, Underway};

use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};

/// Where whoever sends readers to this server asks whether it is well.
pub(crate) const HEALTH: &str = "/healthz";

/// What is watched of a server.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    /// Its requests.
    pub(crate) requests: Requests,
    /// Its connections.
    pub(crate) connections: Connections,
    /// It was asked to end.
    ending: AtomicBool,
}

/// What is counted of connections.
#[derive(Debug, Default)]
pub(crate) struct Connections {
    open: AtomicUsize,
    refused: AtomicU64,
}

impl Watch {
    /// From now on whoever asks for its health hears that it ends.
    pub(crate) fn ends(&self) {
        self.ending.store(true, Ordering::Relaxed);
    }
}

impl Connections {
    /// One more; as long as what is returned lives.
    pub(crate) fn open(&self) -> impl Drop + '_ {
        self.open.fetch_add(1, Ordering::Relaxed);
        Open(&self.open)
    }

    /// One was refused, because too many were open.
    pub(crate) fn refuse(&self) {
        self.refused.fetch_add(1, Ordering::Relaxed);
    }
}

/// Something that is counted as long as it lasts.
struct Open<'a>(&'a AtomicUsize);

impl Drop for Open<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests;
