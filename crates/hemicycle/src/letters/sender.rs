//! Sends what is to be sent, one letter after the other, on a thread of its own for each forum that has any.

use std::sync::{Arc, PoisonError};
use std::thread;
use std::time::Duration;

use forum::{MeetingId, PersonId};
use platform::mail::Trouble;

use super::journal::{How, Line};
use super::{Letters, address_of, compose, concerned_by};
use crate::app::{App, forum_in};

/// Between two letters: most servers take some hundreds a minute from somebody whom they know.
const PAUSE: Duration = Duration::from_millis(200);
/// When no letter arrives at all, how long until the next try.
const LATER: Duration = Duration::from_secs(60);

/// Goes on where an earlier process has ended.
pub fn resume(app: &Arc<App>) {
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
            work(&app, &name);
            // Who asks for more from now on wakes another; who asked just before is seen here.
            let mut working = app.letters().working.lock().unwrap_or_else(PoisonError::into_inner);
            if left(&app, &name).is_empty() || app.letters().ends() {
                working.remove(&name);
                return;
            }
        }
    });
    if let Err(error) = begun {
        tracing::error!("No letters can be sent: {error}");
        working.remove(forum);
    }
}

/// Who is still to be told of what. Whoever has no address is told by nobody.
fn left(app: &App, forum: &str) -> Vec<(MeetingId, u32, PersonId)> {
    let (Ok(told), Ok(state)) = (app.letters().told(forum), app.state(forum)) else { return Vec::new() };
    let forum = forum_in(&state);
    let mut left = Vec::new();
    for (meeting, version) in &told.asked {
        let Some(programme) = forum.programme.meetings.get(meeting) else { continue };
        let people = concerned_by(programme, *version).into_keys();
        let to = people.filter(|person| address_of(forum, *person).is_some());
        left.extend(to.map(|person| (*meeting, *version, person)));
    }
    left.retain(|letter| !told.letters.contains_key(letter));
    left
}

/// Sends all letters of a forum that are to be sent, and returns when there are no more or the process ends.
pub fn work(app: &App, forum: &str) {
    let letters = app.letters();
    let courier = match app.gate().courier() {
        Ok(courier) => courier,
        Err(fault) => return tracing::error!("There is no post: {fault}"),
    };
    let by_mail = app.gate().outbox().is_none();
    for (meeting, version, person) in left(app, forum) {
        if letters.ends() {
            return;
        }
        let how = match compose::letter(app, forum, meeting, version, person)
            .map(|letter| courier.deliver(&letter))
        {
            Some(Ok(())) => How::Sent,
            // There is nothing to say to them, or no letter will ever reach them.
            None | Some(Err(Trouble::ForGood(_))) => How::Refused,
            Some(Err(Trouble::ForNow(why) | Trouble::Down(why))) => {
                tracing::warn!("Letters about the programme of {forum} wait: {why}");
                return nap(letters, LATER);
            }
        };
        if let Err(error) = letters.note(forum, &Line::Told { meeting, version, person, how }) {
            // What cannot be noted would be sent again and again.
            tracing::error!(
                "Letters about the programme of {forum} are held back: the journal cannot be written: {error}"
            );
            return nap(letters, LATER);
        }
        if by_mail {
            thread::sleep(PAUSE);
        }
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
