//! The reader's side of the protocol, as a state machine without a line: the page's script does the same.
//!
//! It trusts nobody on the way. Whatever is lost, doubled, reordered or torn, it notices by numbers, and comes back with
//! where it is; after a while without success it asks for a snapshot; and where no stream comes through, it polls.

use serde_json::{Map, Value};

use super::follower::Position;
use super::mutants::{Mutant, lives};
use super::reader::{Answer, Beat, Delta, Hello, Said, Snapshot, Values};
use super::wire::Asked;

/// A stream that says nothing for so long is dead: the server beats every 20 to 30 seconds.
const SILENCE_MS: u64 = 70_000;
/// A stream that does not greet within this time does not come through: some proxies keep a stream until it ends.
const GREETING_MS: u64 = 15_000;
/// A poll without an answer for so long is lost.
const ANSWER_MS: u64 = 20_000;
/// So many streams in a row that do not come through, and it polls.
const STREAMS_TRIED_MAX: u32 = 3;
/// After so long it tries a stream again.
const POLL_FOR_MS: u64 = 300_000;
/// So many holes in a row at the same place, and it asks for a snapshot.
const HOLES_MAX: u32 = 3;
/// A server may be behind another for a moment. One that stays behind us for so long has forgotten something, say
/// because an older backup was restored: then what it says counts.
const AHEAD_MS: u64 = 30_000;
/// The longest pause between two attempts.
const PAUSE_MAX_MS: u64 = 60_000;
/// While nothing happens a poll waits up to so many times longer than the server said.
const IDLE_POLLS_MAX: u64 = 6;

/// What the client wants done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Do {
    /// Open a stream there.
    Open(Asked),
    /// Ask this, as the poll with this number.
    Poll(Asked, u64),
    /// Close the stream, or give up the poll.
    Close,
}

/// What the reader gets to see.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// This happened next.
    Delta(u64, Value),
    /// Forget what was shown; this is how things are.
    Snapshot(u64, Value),
    /// These totals are new; `true`: and there are no others.
    Totals(Map<String, Value>, bool),
    /// Likewise the latest.
    Latest(Map<String, Value>, bool),
    /// What is the reader's own, all of it.
    Mine(Map<String, Value>),
}

/// A client, in one room.
#[derive(Debug)]
pub struct Client {
    state: State,
    /// Whether its reader is known to the server, and may have something of their own.
    own: bool,
    /// The number of the last act that is shown.
    shown: Option<u64>,
    /// Whether only a snapshot will do, and one of at least this number.
    wants_snapshot: bool,
    least: u64,
    totals: u64,
    boot: u64,
    latest: u64,
    mine: u64,
    edition: u64,
    /// Attempts in a row that failed.
    failed: u32,
    /// Holes in a row without a delta between them.
    holes: u32,
    /// How long the server wants us to wait, should the line break.
    back: u64,
    every: u64,
    idle_polls: u64,
    /// Ask for deltas only, at an address that all have in common.
    catches_up: bool,
    polls_until: u64,
    polls: u64,
    ahead_since: Option<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Waiting {
        until: u64,
    },
    Opening {
        since: u64,
    },
    Open {
        heard: u64,
    },
    Asking {
        since: u64,
    },
    /// The line is to be closed, and then waited for.
    Closing {
        until: u64,
    },
}

impl Default for Client {
    fn default() -> Self {
        Self {
            state: State::Waiting { until: 0 },
            own: false,
            shown: None,
            wants_snapshot: true,
            least: 0,
            totals: 0,
            boot: 0,
            latest: 0,
            mine: 0,
            edition: 0,
            failed: 0,
            holes: 0,
            back: 1_000,
            every: 5_000,
            idle_polls: 0,
            catches_up: false,
            polls_until: 0,
            polls: 0,
            ahead_since: None,
        }
    }
}

impl Client {
    /// A client that knows nothing yet; `own`: whose reader is known to the server.
    #[must_use]
    pub fn new(own: bool) -> Self {
        Self { own, ..Self::default() }
    }

    /// How far it has got.
    #[must_use]
    pub fn position(&self) -> Position {
        let Self { shown, wants_snapshot: whole, totals, latest, mine, .. } = *self;
        Position { after: shown.unwrap_or_default(), whole, totals, latest, mine }
    }

    /// Whether it has everything that it knows of and a line that works.
    #[must_use]
    pub fn is_live(&self) -> bool {
        matches!(self.state, State::Open { .. }) && !self.wants_snapshot
    }

    /// Where it is, as it says it to a server.
    #[must_use]
    pub fn asks(&self) -> Asked {
        let Self { wants_snapshot: whole, own, totals, boot, latest, mine, edition, .. } = *self;
        let shown = self.shown.unwrap_or_default();
        let after = if whole { shown.max(self.least) } else { shown };
        if self.catches_up && !whole {
            return Asked { after, edition, ..Asked::default() };
        }
        Asked { after, whole, own, totals, boot, latest, mine, edition }
    }

    /// What is to be done now, if anything. Ask again until there is nothing.
    pub fn next(&mut self, now: u64, chance: u64) -> Option<Do> {
        let polls = now < self.polls_until;
        match self.state {
            State::Closing { until } => {
                self.state = State::Waiting { until };
                return Some(Do::Close);
            }
            State::Waiting { until } if now >= until && polls => {
                self.state = State::Asking { since: now };
                self.polls += 1;
                return Some(Do::Poll(self.asks(), self.polls));
            }
            State::Waiting { until } if now >= until => {
                self.state = State::Opening { since: now };
                self.catches_up = false;
                return Some(Do::Open(self.asks()));
            }
            _ => {}
        }
        let dead = match self.state {
            State::Opening { since } => now >= since + GREETING_MS,
            State::Open { heard } => now >= heard + SILENCE_MS && !lives(Mutant::SilenceUnnoticed),
            State::Asking { since } => now >= since + ANSWER_MS,
            State::Waiting { .. } | State::Closing { .. } => false,
        };
        dead.then(|| {
            self.pause_after_failure(now, chance);
            Do::Close
        })
    }

    /// When to ask [`next`](Self::next) again at the latest, though nothing was heard.
    #[must_use]
    pub fn wakes(&self) -> u64 {
        match self.state {
            State::Waiting { until } => until,
            State::Closing { .. } => 0,
            State::Opening { since } => since + GREETING_MS,
            State::Open { heard } => heard + SILENCE_MS,
            State::Asking { since } => since + ANSWER_MS,
        }
    }

    /// The stream could not be opened, or ended.
    pub fn closed(&mut self, now: u64, chance: u64) {
        match self.state {
            // The server said when to come back; spread out already.
            State::Open { .. } => self.state = State::Waiting { until: now + self.back },
            State::Opening { .. } | State::Asking { .. } => self.pause_after_failure(now, chance),
            State::Waiting { .. } | State::Closing { .. } => {}
        }
    }

    /// The server is full: 503, with so many seconds in `Retry-After`. A stream is refused sooner than a poll.
    pub fn refused(&mut self, retry_after: u64, now: u64, chance: u64) {
        let wait = retry_after * 1_000;
        if matches!(self.state, State::Opening { .. }) && !lives(Mutant::PollsNever) {
            self.polls_until = now + wait;
            self.state = State::Waiting { until: now + chance % 1_000 };
        } else {
            self.state = State::Waiting { until: now + wait + chance % 1_000 };
        }
    }

    /// An attempt failed: a pause that grows, of which half is left to chance (full jitter would let some come at once).
    fn pause_after_failure(&mut self, now: u64, chance: u64) {
        let is_poll = matches!(self.state, State::Asking { .. });
        self.failed = self.failed.saturating_add(1);
        let pause = (self.back.max(500) << self.failed.min(6)).min(PAUSE_MAX_MS);
        self.state = State::Waiting { until: now + pause / 2 + chance % (pause / 2 + 1) };
        if !is_poll && self.failed >= STREAMS_TRIED_MAX && !lives(Mutant::PollsNever) {
            self.polls_until = now + POLL_FOR_MS;
        }
    }

    /// Something came down the stream, with how long to wait should it break.
    pub fn hear(&mut self, said: Said, retry: Option<u64>, now: u64, show: &mut dyn FnMut(Shown)) {
        self.back = retry.unwrap_or(self.back);
        match self.state {
            // Who is not greeted does not know which server speaks.
            State::Opening { .. } if !matches!(said, Said::Hello(_)) && !lives(Mutant::GreetingUnneeded) => {
                return self.hole(now);
            }
            State::Opening { .. } | State::Open { .. } => self.state = State::Open { heard: now },
            State::Waiting { .. } | State::Asking { .. } | State::Closing { .. } => return,
        }
        match said {
            Said::Hello(Hello { head, boot, every, e }) => {
                self.failed = 0;
                self.every = every;
                self.edition = e;
                self.meet(&boot, show);
                self.compare_head(head, now);
            }
            Said::Delta(delta) => self.take_delta(delta, now, show),
            Said::Snapshot(snapshot) => self.take_snapshot(snapshot, show),
            Said::Totals(values) => self.take_totals(values, now, show),
            Said::Latest(values) => self.take_latest(values, now, show),
            Said::Mine(values) => self.take_mine(values, show),
            Said::Beat(beat) => self.take_beat(beat, now),
            Said::Bye(bye) => {
                self.back = bye.back;
                self.state = State::Closing { until: now + bye.back };
            }
            Said::Unreadable => self.hole(now),
        }
    }

    /// An answer to a poll came; nothing: nothing is new. Answers to polls that were given up are passed over.
    pub fn answered(&mut self, poll: u64, answer: Option<Answer>, now: u64, show: &mut dyn FnMut(Shown)) {
        if !matches!(self.state, State::Asking { .. }) || poll != self.polls {
            return;
        }
        self.failed = 0;
        let caught_up = std::mem::take(&mut self.catches_up);
        self.idle_polls = if answer.is_some() { 0 } else { (self.idle_polls + 1).min(IDLE_POLLS_MAX - 1) };
        let Some(answer) = answer else {
            let wait = if caught_up { 0 } else { self.every * (1 + self.idle_polls) };
            self.state = State::Waiting { until: now + wait };
            return;
        };
        self.every = answer.every.unwrap_or(self.every);
        self.edition = answer.e;
        let wait = if answer.more { 0 } else { self.every };
        self.state = State::Waiting { until: now + wait };
        self.catches_up = answer.more;
        answer.boot.iter().for_each(|boot| self.meet(boot, show));
        answer.snapshot.into_iter().for_each(|snapshot| self.take_snapshot(snapshot, show));
        answer.deltas.into_iter().for_each(|delta| self.take_delta(delta, now, show));
        answer.totals.into_iter().for_each(|values| self.take_totals(values, now, show));
        answer.latest.into_iter().for_each(|values| self.take_latest(values, now, show));
        answer.mine.into_iter().for_each(|values| self.take_mine(values, show));
        answer.head.iter().for_each(|head| self.compare_head(*head, now));
    }

    /// What another start of a server, or another server, says is latest or one's own is not to be compared by version.
    fn meet(&mut self, boot: &str, show: &mut dyn FnMut(Shown)) {
        let boot = u64::from_str_radix(boot, 16).unwrap_or_default();
        if boot != self.boot && !lives(Mutant::NewBootUnnoticed) {
            (self.boot, self.latest, self.mine) = (boot, 0, 0);
            show(Shown::Latest(Map::new(), true));
            show(Shown::Mine(Map::new()));
        }
        self.boot = boot;
    }

    fn take_delta(&mut self, delta: Delta, now: u64, show: &mut dyn FnMut(Shown)) {
        let Some(shown) = self.shown.filter(|_| !self.wants_snapshot) else { return self.hole(now) };
        if delta.n <= shown && !lives(Mutant::NoDoubleCheck) {
            return;
        }
        if delta.n > shown + 1 && !lives(Mutant::NoHoleCheck) {
            return self.hole(now);
        }
        if delta.again {
            (self.wants_snapshot, self.least) = (true, delta.n);
            return self.hole(now);
        }
        self.shown = Some(delta.n);
        self.holes = 0;
        self.ahead_since = None;
        show(Shown::Delta(delta.n, delta.c));
    }

    fn take_snapshot(&mut self, snapshot: Snapshot, show: &mut dyn FnMut(Shown)) {
        let is_old =
            self.shown.is_some_and(|shown| snapshot.n < shown || snapshot.n == shown && !self.wants_snapshot);
        if is_old && !lives(Mutant::OlderSnapshotTaken) {
            return;
        }
        self.shown = Some(snapshot.n);
        self.wants_snapshot = false;
        self.holes = 0;
        show(Shown::Snapshot(snapshot.n, snapshot.c));
    }

    fn take_totals(&mut self, values: Values, now: u64, show: &mut dyn FnMut(Shown)) {
        let is_early = self.shown.is_none_or(|shown| values.at > shown);
        let has_hole = values.from > self.totals && !lives(Mutant::TotalsHoleUnseen);
        if is_early || has_hole {
            return self.hole(now);
        }
        if values.upto > self.totals {
            self.totals = values.upto;
            show(Shown::Totals(values.c, values.from == 0 || lives(Mutant::TotalsForAll)));
        }
    }

    fn take_latest(&mut self, values: Values, now: u64, show: &mut dyn FnMut(Shown)) {
        if values.from > self.latest {
            return self.hole(now);
        }
        if values.upto > self.latest {
            self.latest = values.upto;
            show(Shown::Latest(values.c, values.from == 0));
        }
    }

    fn take_mine(&mut self, values: Values, show: &mut dyn FnMut(Shown)) {
        if values.upto > self.mine {
            self.mine = values.upto;
            show(Shown::Mine(values.c));
        }
    }

    fn take_beat(&mut self, beat: Beat, now: u64) {
        let shown = self.shown.unwrap_or_default();
        let lacks = beat.after > shown
            || beat.totals > self.totals
            || beat.latest > self.latest
            || beat.mine > self.mine;
        if lacks && !lives(Mutant::BeatUnread) {
            return self.hole(now);
        }
        self.compare_head(beat.head, now);
    }

    /// A server that stays behind us for long has forgotten something, and is right.
    fn compare_head(&mut self, head: u64, now: u64) {
        if self.shown.is_none_or(|shown| shown <= head) {
            self.ahead_since = None;
        } else if now >= *self.ahead_since.get_or_insert(now) + AHEAD_MS {
            let Self { own, back, every, polls, polls_until, .. } = *self;
            let state = State::Closing { until: now };
            *self = Self { state, own, back, every, polls, polls_until, ..Self::default() };
        }
    }

    /// Something is missing, or cannot be read: come back with where we are.
    fn hole(&mut self, now: u64) {
        self.holes += 1;
        if self.holes > HOLES_MAX {
            (self.wants_snapshot, self.totals, self.latest, self.mine) = (true, 0, 0, 0);
        }
        let until = now + if self.holes == 1 { 0 } else { self.back };
        self.state = match self.state {
            State::Opening { .. } | State::Open { .. } => State::Closing { until },
            State::Waiting { .. } | State::Asking { .. } | State::Closing { .. } => State::Waiting { until },
        };
    }
}
