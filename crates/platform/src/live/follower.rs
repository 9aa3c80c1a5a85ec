//! A follower: where somebody is in a room, and nothing else.

use std::sync::Arc;

use super::limits::Limits;
use super::mutants::{Mutant, lives};
use super::ring::Frame;
use super::room::Room;

/// Whoever a follower is, if it is known; the product knows who is meant.
pub type Person = u64;

/// How far somebody has got.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// The number of the last delta.
    pub after: u64,
    /// Whether they need a snapshot, not older than that.
    pub whole: bool,
    /// Up to which version the totals are known.
    pub totals: u64,
    /// Up to which version the latest is known.
    pub latest: u64,
    /// Up to which version what is their own is known.
    pub mine: u64,
}

/// One line out of a room: a cursor into the room's ring, not a queue of its own.
///
/// However long its reader stalls, it holds at most the one frame of which a part was written, and that is shared with
/// all who got the same.
#[derive(Debug)]
pub struct Follower {
    pub(super) at: Position,
    pub(super) person: Option<Person>,
    /// What remains of a frame that was written in part.
    pub(super) rest: Option<Rest>,
    /// When to say where it is, if nothing else was said until then.
    beat_at: u64,
    beat_every: u32,
    /// Since when it has taken nothing though something waited; nothing if it takes all that comes.
    stuck_since: Option<u64>,
}

/// What remains to be written of a frame.
#[derive(Clone, Debug)]
pub(super) struct Rest {
    pub(super) frame: Frame,
    pub(super) from: usize,
    /// Where the follower is once it is written.
    pub(super) then: Position,
}

impl Follower {
    /// A follower who joins a room: first it is greeted, with how long to wait before coming back, should this line
    /// break (from [`back_after`](super::back_after)).
    #[must_use]
    pub fn join(room: &Room, at: Position, person: Option<Person>, back: u64, now: u64, chance: u64) -> Self {
        let usual = room.limits().beat_every;
        let every = usual + chance % (usual / 2).max(1);
        let beat_every = u32::try_from(every).unwrap_or(u32::MAX);
        let rest = Rest { frame: room.hello(back), from: 0, then: at };
        Self { at, person, rest: Some(rest), beat_at: now + every, beat_every, stuck_since: None }
    }

    /// Where it is: what was written to it whole.
    #[must_use]
    pub fn position(&self) -> Position {
        self.at
    }

    pub(super) fn is_beat_due(&self, now: u64) -> bool {
        now >= self.beat_at
    }

    /// When it has to be looked at again though nothing happens in the room.
    #[must_use]
    pub fn beat_at(&self) -> u64 {
        self.beat_at
    }

    /// Takes down how many bytes of an offer its line took.
    pub fn wrote(&mut self, offer: &Offer, bytes: usize, now: u64) {
        if bytes < offer.bytes.len() {
            self.stuck_since = if bytes == 0 { self.stuck_since.or(Some(now)) } else { Some(now) };
        } else {
            self.stuck_since = None;
        }
        if bytes == 0 {
            return;
        }
        self.beat_at = now + u64::from(self.beat_every);
        self.rest = None;
        let mut start = 0;
        for mark in &offer.marks {
            if bytes < mark.end {
                if bytes > start {
                    self.rest_of(mark, bytes - start);
                }
                return;
            }
            self.at = mark.then;
            start = mark.end;
        }
    }

    fn rest_of(&mut self, mark: &Mark, written: usize) {
        if lives(Mutant::CursorPastHalfFrame) {
            self.at = mark.then;
            return;
        }
        let from = if lives(Mutant::RestFromItsBeginning) { 0 } else { mark.from + written };
        self.rest = Some(Rest { frame: Arc::clone(&mark.frame), from, then: mark.then });
    }

    /// Whether nobody seems to read any more: end the line; who comes back resumes.
    #[must_use]
    pub fn is_gone(&self, limits: &Limits, now: u64) -> bool {
        self.stuck_since.is_some_and(|since| now >= since + limits.stalled_max)
    }

    /// Whether a frame may begin now, such as a farewell, without tearing another.
    #[must_use]
    pub fn is_between_frames(&self) -> bool {
        self.rest.is_none()
    }
}

/// What a room has for a follower, to be written at once: everything that has piled up, up to a limit.
///
/// One offer serves all followers of a thread, one after the other. It is made anew only when the next one is not where
/// the one before was, so that a thousand followers at the head of a room cost one encoding and one copy.
#[derive(Debug, Default)]
pub struct Offer {
    pub(super) bytes: Vec<u8>,
    pub(super) marks: Vec<Mark>,
    /// For whom it was made, if others may have it too.
    pub(super) made_for: Option<MadeFor>,
    made: u64,
}

/// What an offer depends on, if nothing of it is one person's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MadeFor {
    pub(super) room: u64,
    pub(super) state: u64,
    pub(super) at: Position,
}

/// Where a frame in an offer ends.
#[derive(Debug)]
pub(super) struct Mark {
    end: usize,
    then: Position,
    frame: Frame,
    /// Where in the frame the offer begins: behind what was written before.
    from: usize,
}

impl Offer {
    /// What is to be written, now.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How often it was made anew; for all others it was there already.
    #[must_use]
    pub fn made(&self) -> u64 {
        self.made
    }

    #[cfg(test)]
    pub(super) fn frame(&self, n: usize) -> &Frame {
        &self.marks[n].frame
    }

    pub(super) fn clear(&mut self) {
        self.bytes.clear();
        self.marks.clear();
        self.made_for = None;
        self.made += 1;
    }

    pub(super) fn add(&mut self, frame: &Frame, from: usize, then: Position) {
        self.bytes.extend_from_slice(frame.get(from..).unwrap_or_default());
        self.marks.push(Mark { end: self.bytes.len(), then, frame: Arc::clone(frame), from });
    }
}
