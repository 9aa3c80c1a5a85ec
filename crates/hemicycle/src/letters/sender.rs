//! Sends what is to be sent, one letter after the other, on a thread of its own for each forum that has any.

use std::sync::{Arc, PoisonError};
use std::thread;
use std::time::Duration;

use jiff::Timestamp;
use platform::mail::{Courier, Trouble};

use super::journal::{How, Line};
use super::{Due, Letters, address_of, after, compose, concerned_by};
use crate::app::{App, forum_in};

/// Between two letters: most servers take some hundreds a minute from somebody whom they know.
const PAUSE: Duration = Duration::from_millis(200);
/// When no letter arrives at all, how long until the next try.
const LATER: Duration = Duration::from_secs(60);

/// Goes on where an earlier process has ended.
pub fn resume(app: &Arc<App>) {
    after::listen(app);
    for forum in app.names() {
        if !left(app, &forum).is_empty() {
            wake(app, &forum);
        }
    }
}

/// Lets the letters of a forum be sent, unless they are already.
pub fn wake(app: &Arc<App>, forum: &str) {
    let letters = app.letters();
    let mut working = letters.working.lock().unwrap_or_else(PoisonError::into_inner);
    if !working.insert(forum.to_owned()) {
        return;
    }
    let (app, name) = (Arc::clone(app), forum.to_owned());
    let begun = thread::Builder::new().name("letters".to_owned()).spawn(move || {
        loop {
            let all_went = about_programmes(&app, &name);
            {
                // Who asks for more from now on wakes another; who asked just before is seen here.
                let mut working = app.letters().working.lock().unwrap_or_else(PoisonError::into_inner);
                if left(&app, &name).is_empty() || app.letters().ends() {
                    working.remove(&name);
                    return;
                }
            }
            if !all_went {
                nap(app.letters(), LATER);
            }
        }
    });
    if let Err(error) = begun {
        tracing::error!("No letters can be sent: {error}");
        working.remove(forum);
    }
}

/// Who is still to be told of what. Whoever has no address is told by nobody.
fn left(app: &App, forum: &str) -> Vec<Due> {
    let (Ok(told), Ok(state)) = (app.letters().told(forum), app.state(forum)) else { return Vec::new() };
    let forum = forum_in(&state);
    let mut left = Vec::new();
    for (&(meeting, version), &asked) in &told.asked {
        let Some(programme) = forum.programme.meetings.get(&meeting) else { continue };
        let people = concerned_by(programme, version).into_keys();
        let to = people.filter(|person| address_of(forum, *person).is_some());
        left.extend(to.map(|to| Due { meeting, version, to, asked }));
    }
    left.retain(|due| !told.letters.contains_key(&(due.meeting, due.version, due.to)));
    left
}

/// Tries each letter of a forum once that is to be sent, and returns whether all of them went or never will; if not, there
/// is no use in going on at once.
pub fn work(app: &App, forum: &str) -> bool {
    about_programmes(app, forum) & after::work(app, forum)
}

fn about_programmes(app: &App, forum: &str) -> bool {
    let letters = app.letters();
    let courier = match app.gate().courier() {
        Ok(courier) => courier,
        Err(fault) => {
            tracing::error!("There is no post: {fault}");
            return false;
        }
    };
    let by_mail = app.gate().outbox().is_none();
    let mut all_went = true;
    for due in left(app, forum) {
        if letters.ends() {
            return false;
        }
        let how = match sent(app, forum, &courier, due) {
            Ok(how) => how,
            // One mailbox that is full keeps nobody else waiting.
            Err(Trouble::ForNow(why)) => {
                tracing::warn!("A letter about the programme of {forum} waits: {why}");
                all_went = false;
                continue;
            }
            Err(trouble) => {
                tracing::warn!("Letters about the programme of {forum} wait: {trouble}");
                return false;
            }
        };
        let Due { meeting, version, to: person, .. } = due;
        if let Err(error) = letters.note(forum, &Line::Told { meeting, version, person, how }) {
            // What cannot be noted would be sent again and again.
            tracing::error!(
                "Letters about the programme of {forum} are held back: the journal cannot be written: {error}"
            );
            return false;
        }
        if by_mail {
            thread::sleep(PAUSE);
        }
    }
    all_went
}

/// What becomes of a letter, unless it is to be tried again.
fn sent(app: &App, forum: &str, courier: &Courier, due: Due) -> Result<How, Trouble> {
    // There may be nothing to say to them any more.
    let Some(letter) = compose::letter(app, forum, due) else { return Ok(How::Refused) };
    if letter.until <= Timestamp::now() {
        return Ok(How::Late);
    }
    match courier.deliver(&letter) {
        Ok(()) => Ok(How::Sent),
        Err(Trouble::ForGood(_)) => Ok(How::Refused),
        Err(trouble) => Err(trouble),
    }
}

fn nap(letters: &Letters, long: Duration) {
    let step = Duration::from_millis(500);
    for _ in 0..long.as_millis() / step.as_millis() {
        if letters.ends() {
            return;
        }
        thread::sleep(step);
    }
}
