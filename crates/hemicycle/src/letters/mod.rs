//! Letters: about a programme, to everybody whom a published version concerns; and after acts of the call and the review,
//! to whom they matter (`after`). One each, once.
//!
//! ```text
//!   publishing ──ask──▶ journal ──who is left?──▶ compose ──▶ courier ──arrived──▶ journal
//! ```
//!
//! Whom letters have reached lies in a journal beside the forums, `letters/NAME.jsonl` in the folder of data: a line for
//! each wish and each letter, synced before the next. A server that is killed goes on where it was; the one letter that
//! was on its way may come twice, and then with the same Message-ID, by which mail programs know it. A letter is of use for
//! three days after the wish. Where several nodes serve one database, the node that was asked sends.

mod after;
mod compose;
pub mod decided;
mod journal;
mod owed;
mod sender;
#[cfg(test)]
mod tests;
mod written;

pub use journal::{How, Told};
pub use owed::{About, Owed, Whom};
pub use sender::{resume, wake, work};

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};

use forum::programme::views::changes;
use forum::programme::{Programme, Session, Version, concerned};
use forum::{Command, Forum, MeetingId, PersonId, Seq};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// The journals of an installation, and who works on them.
pub struct Letters {
    folder: PathBuf,
    /// The forums for which a thread is at work.
    working: Mutex<BTreeSet<String>>,
    /// One at a time writes to a journal.
    writing: Mutex<()>,
    /// Acts of forums that this node did, and that may owe letters.
    acts: Mutex<BTreeMap<String, Vec<Range<Seq>>>>,
    /// Rung when there are more of them.
    bell: Condvar,
    ends: AtomicBool,
}

impl Letters {
    /// The journals in the folder of the forums.
    pub fn in_folder(data: &std::path::Path) -> Letters {
        Letters {
            folder: data.join("letters"),
            working: Mutex::default(),
            writing: Mutex::default(),
            acts: Mutex::default(),
            bell: Condvar::new(),
            ends: AtomicBool::new(false),
        }
    }

    /// Wishes that everybody be told whom a version concerns.
    ///
    /// # Errors
    /// If the journal cannot be written.
    pub fn ask(&self, forum: &str, meeting: MeetingId, version: u32) -> std::io::Result<()> {
        self.note(forum, &journal::Line::Ask { meeting, version, at: Some(Timestamp::now()) })
    }

    /// What the journal of a forum says.
    ///
    /// # Errors
    /// If it is there and cannot be read.
    pub fn told(&self, forum: &str) -> std::io::Result<Told> {
        journal::read(&self.folder, forum)
    }

    fn note(&self, forum: &str, line: &journal::Line) -> std::io::Result<()> {
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        journal::append(&self.folder, forum, line)
    }

    /// Notes that a command was done, for the letters that its acts may owe.
    pub fn follow(&self, forum: &str, command: &Command, acts: &Range<Seq>) {
        if owed::may_owe(command) && !acts.is_empty() {
            self.heard(forum, acts.clone());
        }
    }

    /// Sends no more letters; the one on its way arrives.
    pub fn stop(&self) {
        self.ends.store(true, Ordering::Relaxed);
        self.bell.notify_all();
    }

    fn ends(&self) -> bool {
        self.ends.load(Ordering::Relaxed)
    }
}

/// A letter that is to be written.
#[derive(Clone, Copy, Debug)]
struct Due {
    meeting: MeetingId,
    version: u32,
    to: PersonId,
    /// When it was wished for, if the journal says so.
    asked: Option<Timestamp>,
}

/// Whom a version concerns, and with which sessions; of the first version everybody with a part in it.
pub fn concerned_by(programme: &Programme, version: u32) -> BTreeMap<PersonId, Vec<Arc<Session>>> {
    let Some((earlier, version)) = pair(programme, version) else { return BTreeMap::new() };
    concerned(&changes(&earlier, &version))
}

/// A version and the one before it, which of the first is an empty one.
fn pair(programme: &Programme, version: u32) -> Option<(Arc<Version>, Arc<Version>)> {
    let find = |number| programme.versions.iter().find(|version| version.number == number).cloned();
    let empty = || Arc::new(Programme::default().as_version());
    Some((version.checked_sub(1).and_then(find).unwrap_or_else(empty), find(version)?))
}

/// The address of somebody, if letters can reach them.
pub fn address_of(forum: &Forum, person: PersonId) -> Option<&str> {
    let address = forum.people.persons.get(&person)?.email.as_ref()?.text()?;
    platform::mail::is_address(address).then_some(address)
}
