//! A room: what happens in it, encoded once, for any number of followers.

use std::collections::BTreeMap;

use super::board::Board;
use super::follower::{Person, Position};
use super::limits::Limits;
use super::mutants::{Mutant, lives};
use super::ring::{Frame, Ring};
use super::wire::{self, About, Asked};

/// From where a room goes on when a server starts: what the log says up to there.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// How many ordered acts the room has had. Those that follow are told to the room one by one.
    pub number: u64,
    /// How many acts were counted.
    pub counted: u64,
    /// The totals at that time.
    pub totals: Vec<(String, i64)>,
    /// How often something in an old delta was erased.
    pub edition: u64,
}

/// The state of a room, as whoever knows the rules draws it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// After how many ordered acts. It may be ahead of what the room has been told, never behind.
    pub number: u64,
    /// What there is to know, as JSON.
    pub json: String,
}

/// One room. It is told what happens, and says what each follower has still to get; who the followers are it does not
/// know, so they cost it nothing.
#[derive(Debug)]
pub struct Room {
    pub(super) id: u64,
    /// Drawn when the server started: versions of the latest and of what is private mean something only under it.
    pub(super) boot: u64,
    pub(super) edition: u64,
    pub(super) limits: Limits,
    pub(super) ring: Ring,
    snapshot: Option<Snapshot>,
    pub(super) totals: Board,
    pub(super) latest: Board,
    pub(super) own: BTreeMap<Person, Board>,
    /// Counts everything that changes what is offered.
    pub(super) state: u64,
}

#[derive(Clone, Debug)]
pub(super) struct Snapshot {
    pub(super) number: u64,
    pub(super) frame: Frame,
}

impl Room {
    /// A room of a server that has just started, told apart from its others by `id`. `boot` is drawn at each start.
    #[must_use]
    pub fn new(id: u64, boot: u64, start: &Start, limits: Limits) -> Self {
        let again = u64::from(lives(Mutant::NumberReusedAfterRestart) && start.number > 0);
        let mut totals = Board::after(start.counted);
        for (key, total) in &start.totals {
            totals.found(key, &total.to_string());
        }
        Self {
            id,
            boot,
            edition: start.edition,
            limits,
            ring: Ring::after(start.number - again, limits.deltas_max, limits.bytes_max),
            snapshot: None,
            totals,
            latest: Board::default(),
            own: BTreeMap::new(),
            state: 0,
        }
    }

    /// The number of the latest ordered act.
    #[must_use]
    pub fn head(&self) -> u64 {
        self.ring.head()
    }

    /// How often something in an old delta was erased.
    #[must_use]
    pub fn edition(&self) -> u64 {
        self.edition
    }

    /// What it was made with.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The bytes that the room holds for those who follow it: its share of their memory.
    #[must_use]
    pub fn held(&self) -> u64 {
        self.ring.held() + self.snapshot.as_ref().map_or(0, |snapshot| snapshot.frame.len() as u64)
    }

    /// An ordered act happened: everybody gets it, in this order. It has the number that is returned. What is too long
    /// for a line makes its readers take a snapshot, so this cannot fail.
    pub fn happened(&mut self, json: &str) -> u64 {
        self.state += 1;
        let number = self.ring.head() + 1;
        self.ring.push(self.encoded(number, json));
        number
    }

    fn encoded(&self, number: u64, json: &str) -> Frame {
        let frame = wire::delta(number, json);
        if frame.len() > self.limits.delta_bytes_max { wire::again(number) } else { frame }
    }

    /// What an earlier act said is erased: who has not got it yet gets this instead, no snapshot of before is given any
    /// more, and no cache is asked for an answer of before. Those who have it are told by an act of its own.
    pub fn erased(&mut self, number: u64, json: &str) {
        self.state += 1;
        self.edition += u64::from(!lives(Mutant::EditionStays));
        self.snapshot = None;
        let frame = self.encoded(number, json);
        self.ring.replace(number, frame);
    }

    /// A total changed by an act that is counted: everybody gets the newest total, a few times a second.
    pub fn counted(&mut self, key: &str, total: i64) {
        self.totals.set(key, &total.to_string());
    }

    /// Something is as it is now, and nobody misses what it was before: everybody gets the newest, or what comes after it.
    pub fn latest(&mut self, key: &str, json: &str) {
        self.latest.set(key, json);
    }

    /// Something is one person's own: they alone get it, on all their lines.
    pub fn own(&mut self, person: Person, key: &str, json: &str) {
        self.state += 1;
        let board = self.own.entry(person).or_default();
        board.set(key, json);
        board.publish(0, 0);
    }

    /// Forgets what is a person's own, when nothing of it means anything any more.
    pub fn own_nothing(&mut self, person: Person) {
        if let Some(board) = self.own.get_mut(&person) {
            self.state += 1;
            *board = Board::after(board.version() + 1);
        }
    }

    /// Lets time pass. Whether there is something new for followers.
    pub fn tick(&mut self, now: u64) -> bool {
        let totals = self.totals.publish(now, self.limits.totals_every);
        let latest = self.latest.publish(now, self.limits.latest_every);
        self.state += u64::from(totals || latest);
        totals || latest
    }

    /// Where somebody is who says this of themselves.
    #[must_use]
    pub fn locate(&self, asked: &Asked) -> Position {
        let same = asked.boot == self.boot;
        let of_boot = |version| if same { version } else { 0 };
        Position {
            after: asked.after,
            whole: asked.whole,
            totals: asked.totals,
            latest: of_boot(asked.latest),
            mine: of_boot(asked.mine),
        }
    }

    pub(super) fn about(&self) -> About {
        About { head: self.head(), boot: self.boot, every: self.limits.poll_every, edition: self.edition }
    }

    pub(super) fn hello(&self, back: u64) -> Frame {
        wire::hello(self.about(), back)
    }

    /// The last words to a follower: when to come back.
    #[must_use]
    pub fn farewell(back: u64) -> Frame {
        wire::bye(back)
    }

    /// Whether somebody cannot go on by deltas, or would be served longer with them than with the whole.
    pub(super) fn needs_snapshot(&self, at: Position) -> bool {
        if at.after > self.head() {
            return lives(Mutant::SnapshotBehindFollower);
        }
        let is_far = self.ring.bytes_after(at.after) > self.limits.lag_bytes_max;
        let is_wasteful = lives(Mutant::SnapshotForEveryone) && self.head() - at.after > 2;
        at.whole || at.after < self.head() && (!self.ring.continues(at.after) || is_far || is_wasteful)
    }

    /// A snapshot from which deltas go on, not older than `least`, shared by all who need one.
    pub(super) fn snapshot(&mut self, least: u64, draw: &mut dyn FnMut() -> Drawn) -> Snapshot {
        let head = self.head();
        let serves = |snapshot: &&Snapshot| {
            let goes_on = self.ring.continues(snapshot.number);
            let recent = snapshot.number + self.limits.snapshot_deltas_max > head;
            let near = self.ring.bytes_after(snapshot.number) <= self.limits.lag_bytes_max;
            let new_enough = snapshot.number >= least || lives(Mutant::SnapshotOfBefore);
            new_enough && (goes_on && recent && near || lives(Mutant::SnapshotKeptTooLong))
        };
        if let Some(snapshot) = self.snapshot.as_ref().filter(serves) {
            return snapshot.clone();
        }
        let drawn = draw();
        let mut number = drawn.number;
        number -= u64::from(lives(Mutant::SnapshotSaysOlder) && number > 0);
        number += u64::from(lives(Mutant::SnapshotSaysNewer));
        let snapshot = Snapshot { number, frame: wire::snapshot(number, &drawn.json) };
        self.snapshot = Some(snapshot.clone());
        snapshot
    }

    /// The JSON of a delta, if it is there.
    pub(super) fn delta(&self, number: u64) -> Option<&str> {
        self.ring.get(number).map(|frame| wire::json_of(frame))
    }

    pub(super) fn totals_json(&self, from: u64) -> Option<String> {
        let is_new = from < self.totals.published();
        is_new.then(|| wire::values_json(self.head(), from, self.totals.version(), &self.totals.json(from)))
    }

    pub(super) fn latest_json(&self, from: u64) -> Option<String> {
        let is_new = from < self.latest.published();
        is_new.then(|| wire::values_json(self.head(), from, self.latest.version(), &self.latest.json(from)))
    }

    pub(super) fn own_json(&self, person: Option<Person>, from: u64) -> Option<String> {
        let board = self.own.get(&person?)?;
        let is_new = from < board.version();
        is_new.then(|| wire::values_json(self.head(), 0, board.version(), &board.json(0)))
    }

    /// What is held, to be compared with the limits: deltas, bytes of them, kept frames.
    #[cfg(test)]
    pub(super) fn sizes(&self) -> (usize, u64, usize) {
        (self.ring.len(), self.ring.held(), self.totals.kept().max(self.latest.kept()))
    }

    /// The version of the totals that was published last.
    #[cfg(test)]
    pub(super) fn published(&self) -> u64 {
        self.totals.published()
    }
}
