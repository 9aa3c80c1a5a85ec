//! The latest deltas of a room, encoded once and shared by all who follow it.

use std::collections::VecDeque;
use std::sync::Arc;

use super::mutants::{Mutant, lives};

/// Bytes as they go onto the wire, shared by all who get them.
pub type Frame = Arc<[u8]>;

/// Numbered frames without holes, of which the oldest are forgotten: a queue of the room, so that no follower needs one.
#[derive(Debug)]
pub(super) struct Ring {
    /// The number of the oldest frame that is there, or of the next one if there is none.
    first: u64,
    frames: VecDeque<Slot>,
    /// All bytes that ever went in.
    bytes: u64,
    len_max: usize,
    bytes_max: u64,
}

#[derive(Debug)]
struct Slot {
    frame: Frame,
    /// All bytes that went in before it, so that a backlog is measured by one subtraction.
    before: u64,
}

impl Ring {
    /// An empty ring whose first frame will have the number after `number`.
    pub(super) fn after(number: u64, len_max: usize, bytes_max: usize) -> Self {
        let bytes_max = bytes_max as u64;
        Self { first: number + 1, frames: VecDeque::new(), bytes: 0, len_max: len_max.max(1), bytes_max }
    }

    /// The number of the latest frame.
    pub(super) fn head(&self) -> u64 {
        self.first + self.frames.len() as u64 - 1
    }

    pub(super) fn push(&mut self, frame: Frame) {
        let before = self.bytes;
        self.bytes += frame.len() as u64;
        self.frames.push_back(Slot { frame, before });
        while self.frames.len() > self.len_max || self.held() > self.bytes_max {
            if self.frames.len() == 1
                || lives(Mutant::RingForgetsByCountOnly) && self.frames.len() <= self.len_max
            {
                break;
            }
            self.frames.pop_front();
            self.first += 1;
            if lives(Mutant::RingMiscountsWhenFull) && self.first.is_multiple_of(16) && self.frames.len() > 1
            {
                self.frames.pop_front();
            }
        }
    }

    /// Whether somebody who has everything up to `number` can go on from here.
    pub(super) fn continues(&self, number: u64) -> bool {
        number.saturating_add(1) >= self.first || lives(Mutant::RingAnswersWhatIsGone)
    }

    /// How many bytes follow after `number`.
    pub(super) fn bytes_after(&self, number: u64) -> u64 {
        self.slot(number.saturating_add(1)).map_or(0, |slot| self.bytes - slot.before)
    }

    /// The frame with this number, if it is there.
    pub(super) fn get(&self, number: u64) -> Option<&Frame> {
        let number = if lives(Mutant::RingAnswersWhatIsGone) { number.max(self.first) } else { number };
        self.slot(number).map(|slot| &slot.frame)
    }

    /// Puts another frame in place of one; its length may differ. Measured backlogs are then off by the difference, until
    /// the frame is forgotten.
    pub(super) fn replace(&mut self, number: u64, frame: Frame) {
        let place = number.checked_sub(self.first).and_then(|place| usize::try_from(place).ok());
        if let Some(slot) = place.and_then(|place| self.frames.get_mut(place)) {
            slot.frame = frame;
        }
    }

    /// How many frames are there.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.frames.len()
    }

    /// How many bytes are held.
    pub(super) fn held(&self) -> u64 {
        self.frames.front().map_or(0, |slot| self.bytes - slot.before)
    }

    fn slot(&self, number: u64) -> Option<&Slot> {
        let place = usize::try_from(number.checked_sub(self.first)?).ok()?;
        self.frames.get(place)
    }
}
