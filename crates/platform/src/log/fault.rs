//! How a log fails.

use std::error::Error;
use std::fmt;

/// Something that should not happen did: in words, with its cause.
#[derive(Debug)]
pub struct Fault {
    what: String,
    source: Option<Box<dyn Error + Send + Sync>>,
    passing: bool,
}

impl Fault {
    /// A fault without a deeper cause. Say what happened and what to do about it.
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), source: None, passing: false }
    }

    /// A fault that another error caused.
    pub fn caused(what: impl Into<String>, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { what: what.into(), source: Some(source.into()), passing: false }
    }

    /// The same fault, said of something by name.
    #[must_use]
    pub fn about(self, name: &str) -> Self {
        Self { what: format!("{name}: {}", self.what), ..self }
    }

    /// The same fault, known to heal by itself or by somebody else: a lost connection, a store that is held.
    #[must_use]
    pub fn passing(self) -> Self {
        Self { passing: true, ..self }
    }

    /// True: try again later. False: the process must stop.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        self.passing
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        // The cause belongs into the sentence: these messages end in a terminal or a system's journal.
        match &self.source {
            Some(source) => write!(f, ": {source}"),
            None => Ok(()),
        }
    }
}

impl Error for Fault {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        // Display has already said it; a source here would print it twice.
        None
    }
}

/// Why an append did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum AppendError {
    /// Somebody else appended first: read what is new, decide again, append again.
    #[error("another process appended to this log first")]
    Behind,
    /// No room on the disk. Nothing was written; it heals as soon as there is room again.
    #[error("the disk is full: {0}")]
    Full(Fault),
    /// The store cannot be had now: its connection is lost, or another process holds it for too long. Try again
    /// later, and read first: the batch may have arrived.
    #[error("the database cannot be reached: {0}")]
    Unreachable(Fault),
    /// The disk or the store failed in a way that no retry heals. A failed fsync may have thrown away what was
    /// to be written, so the process must stop and start again from what really is on the disk.
    #[error("the log failed and the process must stop: {0}")]
    Broken(Fault),
}
