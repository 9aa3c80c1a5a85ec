//! A server: a room and a gate, made of the log; and its ends of the lines.

use serde_json::{Map, Value};

use crate::live::{Busy, Follower, Gate, GateLimits, Limits, Offer, Person, Room, Seat};

use super::Held;
use super::dice::Dice;
use super::pipe::Pipe;
use super::truth::{Entry, Truth, name};
use super::witness::Witness;

/// Everything small, so that every limit is met again and again.
pub(super) const LIMITS: Limits = Limits {
    deltas_max: 24,
    bytes_max: 2_000,
    lag_bytes_max: 1_500,
    offer_bytes_max: 400,
    delta_bytes_max: 200,
    totals_every: 300,
    latest_every: 200,
    snapshot_deltas_max: 8,
    block: 4,
    poll_every: 800,
    beat_every: 3_000,
    stalled_max: 8_000,
};

/// Most that one offer may hold: its limit, a snapshot, and the three boards.
const OFFER_MAX: usize = LIMITS.offer_bytes_max + 700;

#[derive(Debug)]
pub(super) struct Node {
    pub(super) room: Room,
    pub(super) gate: Gate<u8, u8>,
    pub(super) gate_limits: GateLimits,
    /// How many entries of the log it has read.
    pub(super) applied: usize,
    /// From which number on it knows the deltas.
    pub(super) since: u64,
    offer: Offer,
    /// What it says as the latest.
    pub(super) latest: Map<String, Value>,
    published: (u64, u64),
}

/// The server's end of a line.
#[derive(Debug)]
pub(super) struct Served {
    pub(super) follower: Follower,
    pub(super) seat: Seat<u8, u8>,
    pub(super) witness: Witness,
}

impl Node {
    /// A server that starts: it takes the state from some place of the log, and tells its room what followed.
    pub(super) fn start(truth: &Truth, gate_limits: GateLimits, behind: usize, dice: &mut Dice) -> Self {
        let from = dice.index(truth.log.len() + 1);
        let start = truth.start(from);
        let since = start.number;
        let room = Room::new(1, dice.next() >> 12, &start, LIMITS);
        let mut node = Self {
            room,
            gate: Gate::new(gate_limits),
            gate_limits,
            applied: from,
            since,
            offer: Offer::default(),
            latest: Map::new(),
            published: (0, start.counted),
        };
        // What is private is made anew from the whole log.
        for entry in &truth.log[..from] {
            if let Entry::Own { person, value } = entry {
                node.room.own(*person, &name(0), &value.to_string());
            }
        }
        node.read(truth, truth.log.len().saturating_sub(behind).max(from));
        node
    }

    /// Reads on in the log.
    pub(super) fn read(&mut self, truth: &Truth, upto: usize) {
        for entry in truth.log.get(self.applied..upto).unwrap_or_default() {
            match *entry {
                Entry::Ordered { number } => {
                    self.room.happened(&truth.json(number));
                }
                Entry::Counted { key, total } => self.room.counted(&name(key), total),
                Entry::Own { person, value } => self.room.own(person, &name(0), &value.to_string()),
                Entry::Erased { number } => self.room.erased(number, &truth.json(number)),
            }
        }
        self.applied = self.applied.max(upto);
    }

    pub(super) fn say_latest(&mut self, key: usize, value: u64) {
        self.room.latest(&name(key), &value.to_string());
        self.latest.insert(name(key), value.into());
    }

    pub(super) fn tick(&mut self, now: u64) -> Held {
        self.room.tick(now);
        let (at, version) = self.published;
        if self.room.published() == version {
            return Ok(());
        }
        self.published = (now, self.room.published());
        if at > 0 && now < at + LIMITS.totals_every {
            return Err(format!("published totals {} ms after the last", now - at));
        }
        Ok(())
    }

    pub(super) fn join(&mut self, block: u8, now: u64, dice: &mut Dice) -> Result<Seat<u8, u8>, Busy> {
        self.gate.join(1, Some(block), false, now, dice.next())
    }

    /// Writes what there is to a line, as much as it takes.
    pub(super) fn serve(
        &mut self,
        served: &mut Served,
        pipe: &mut Pipe,
        truth: &Truth,
        now: u64,
        dice: &mut Dice,
    ) -> Held {
        let ahead = self.applied + dice.index(truth.log.len() - self.applied + 1);
        self.room.offer(&served.follower, now, &mut || truth.draw(ahead), &mut self.offer);
        let bytes = self.offer.bytes();
        if bytes.is_empty() {
            let (at, head) = (served.follower.position(), self.room.head());
            let lacks =
                at.after < head || at.after == head && (at.whole || at.totals < self.room.published());
            return if lacks { Err(format!("has nothing for who is at {at:?} of {head}")) } else { Ok(()) };
        }
        if bytes.len() > OFFER_MAX {
            return Err(format!("offered {} bytes at once", bytes.len()));
        }
        let taken = pipe.write(bytes, now, dice);
        served.witness.saw(&bytes[..taken], self.room.head(), truth)?;
        served.follower.wrote(&self.offer, taken, now);
        Ok(())
    }

    /// Memory stays within its limits, and seats are counted.
    pub(super) fn is_bounded(&self, lines: u32) -> Held {
        let (deltas, bytes, kept) = self.room.sizes();
        let room = (LIMITS.delta_bytes_max as u64).max(LIMITS.bytes_max as u64);
        if deltas > LIMITS.deltas_max || bytes > room || kept > 17 {
            return Err(format!("a room holds {deltas} deltas, {bytes} bytes and {kept} frames of values"));
        }
        if self.gate.all() != lines || lines > self.gate_limits.all_max - self.gate_limits.kept_back {
            return Err(format!("{} seats are taken by {lines} followers", self.gate.all()));
        }
        Ok(())
    }
}

/// Whose end of a line this is, at the server's.
pub(super) fn witness(follower: &Follower, person: Option<Person>, since: u64) -> Witness {
    Witness::new(follower.position(), person, since)
}
