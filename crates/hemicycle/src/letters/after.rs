//! Letters after acts of the call and the review: looked for in the log, each sent once.
//!
//! The journal says up to which act all letters have left. What this node was told to do since, and at its start what
//! the log holds beyond that, is read again and held against the letters that the journal has. So a server that is
//! killed between an act and its letter sends it when it is back.

use std::ops::Range;
use std::sync::{Arc, PoisonError};
use std::thread;
use std::time::Duration;

use forum::{Forum, Seq};
use jiff::Timestamp;
use platform::log::Record;
use platform::mail::{Courier, Trouble};
use platform::writer::Machine as _;

use super::journal::{How, Line};
use super::owed::{Owed, owed};
use super::{Letters, written};
use crate::app::{App, forum_in};
use crate::machine::ForumMachine;

/// How long until what did not leave is tried again, if nobody asks for more before.
const LATER: Duration = Duration::from_secs(60);
/// Acts that are read at a time.
const CHUNK: usize = 1_000;

/// Takes up what an earlier process left, and listens from now on.
pub(super) fn listen(app: &Arc<App>) {
    for name in app.names() {
        take_up(app, &name);
    }
    let listening = Arc::clone(app);
    let begun = thread::Builder::new().name("letters-after".to_owned()).spawn(move || {
        while !listening.letters().ends() {
            for name in listening.letters().with_acts() {
                work(&listening, &name);
            }
            listening.letters().wait(LATER);
        }
    });
    if let Err(error) = begun {
        tracing::error!("No letters can be sent after what is done: {error}");
    }
}

/// Notes what the log of a forum holds beyond the journal. A forum without a journal owes nothing: what happened in it
/// happened before there were such letters.
pub(super) fn take_up(app: &App, name: &str) {
    let (Ok(told), Ok(state)) = (app.letters().told(name), app.state(name)) else { return };
    let last = forum_in(&state).seq();
    match told.upto {
        Some(upto) if upto < last => app.letters().heard(name, upto + 1..last + 1),
        Some(_) => {}
        None => note(app.letters(), name, &Line::Upto { act: last }),
    }
}

/// Sends the letters after all acts that were heard of, and returns whether none is left.
pub(super) fn work(app: &App, name: &str) -> bool {
    let letters = app.letters();
    let Ok(courier) = app.gate().courier() else { return false };
    let ranges = letters.acts_of(name);
    let mut all_went = true;
    for range in &ranges {
        match after(app, name, &courier, range.clone()) {
            Some(true) => letters.done(name, range),
            Some(false) => all_went = false,
            None => return false,
        }
    }
    if all_went && let Some(last) = ranges.iter().map(|range| range.end).max() {
        note(letters, name, &Line::Upto { act: last - 1 });
    }
    all_went
}

/// Sends the letters after these acts: whether all went or never will; nothing, if there is no use in going on now.
fn after(app: &App, name: &str, courier: &Courier, acts: Range<Seq>) -> Option<bool> {
    let mut all_went = true;
    let mut next = acts.start;
    while next < acts.end {
        let limit = CHUNK.min(usize::try_from(acts.end - next).unwrap_or(CHUNK));
        let records = app.read(name, next, limit).ok()?;
        let state = app.state(name).ok()?;
        let told = app.letters().told(name).ok()?;
        next = records.last()?.seq + 1;
        let due = records.iter().flat_map(|record| owed_by(forum_in(&state), record));
        for (due, at) in due.filter(|(due, _)| !told.written.contains_key(due)) {
            if app.letters().ends() {
                return None;
            }
            match sent(app, name, courier, due, at) {
                Ok(how) => note(app.letters(), name, &Line::Written { letter: due, how }),
                // One mailbox that is full keeps nobody else waiting.
                Err(Trouble::ForNow(why)) => {
                    tracing::warn!("A letter of {name} waits: {why}");
                    all_went = false;
                }
                Err(trouble) => {
                    tracing::warn!("Letters of {name} wait: {trouble}");
                    return None;
                }
            }
        }
    }
    Some(all_went)
}

/// The letters that an act owes, and when it was done.
fn owed_by(forum: &Forum, record: &Record) -> Vec<(Owed, Timestamp)> {
    match ForumMachine::decode(record) {
        Ok(envelope) => {
            let due = owed(forum, record.seq, &envelope.act).into_iter();
            due.map(|due| (due, envelope.at)).collect()
        }
        Err(fault) => {
            tracing::error!("No letters after act {}: {fault}", record.seq);
            Vec::new()
        }
    }
}

/// What becomes of a letter, unless it is to be tried again.
fn sent(app: &App, name: &str, courier: &Courier, due: Owed, at: Timestamp) -> Result<How, Trouble> {
    // Whoever was away for long, or takes over what others did long ago, does not write about it now.
    let until = at.checked_add(written::LASTS).unwrap_or(Timestamp::MAX);
    if until <= Timestamp::now() {
        tracing::warn!("A letter of {name} after act {} is too old to be sent", due.act);
        return Ok(How::Late);
    }
    // There may be nothing to say to them any more, or nowhere to say it.
    let Some(letter) = written::letter(app, name, due, until) else { return Ok(How::Refused) };
    match courier.deliver(&letter) {
        Ok(()) => Ok(How::Sent),
        Err(Trouble::ForGood(_)) => Ok(How::Refused),
        Err(trouble) => Err(trouble),
    }
}

/// What cannot be noted is sent again when the server starts again, under the same Message-ID.
fn note(letters: &Letters, name: &str, line: &Line) {
    if let Err(error) = letters.note(name, line) {
        tracing::error!("The journal of letters of {name} cannot be written: {error}");
    }
}

impl Letters {
    /// Notes that acts may owe letters, and wakes whoever sends them.
    pub(super) fn heard(&self, name: &str, acts: Range<Seq>) {
        let mut own = self.acts.lock().unwrap_or_else(PoisonError::into_inner);
        own.entry(name.to_owned()).or_default().push(acts);
        self.bell.notify_all();
    }

    /// The forums of which acts were heard.
    fn with_acts(&self) -> Vec<String> {
        self.acts.lock().unwrap_or_else(PoisonError::into_inner).keys().cloned().collect()
    }

    fn acts_of(&self, name: &str) -> Vec<Range<Seq>> {
        let acts = self.acts.lock().unwrap_or_else(PoisonError::into_inner);
        acts.get(name).cloned().unwrap_or_default()
    }

    fn done(&self, name: &str, range: &Range<Seq>) {
        let mut acts = self.acts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = acts.get_mut(name) {
            own.retain(|one| one != range);
            if own.is_empty() {
                acts.remove(name);
            }
        }
    }

    /// Waits until there is something to send, or for so long.
    fn wait(&self, long: Duration) {
        let acts = self.acts.lock().unwrap_or_else(PoisonError::into_inner);
        // What did not leave the last time is still there: only who hears of more is woken before the time.
        if acts.is_empty() {
            drop(self.bell.wait_timeout_while(acts, long, |acts| acts.is_empty() && !self.ends()));
        } else {
            drop(self.bell.wait_timeout(acts, long));
        }
    }
}
