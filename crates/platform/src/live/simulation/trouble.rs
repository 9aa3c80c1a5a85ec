//! What goes wrong in one world, and how often.

use super::dice::Dice;
use super::node::Node;
use super::pipe::Manners;
use super::truth::KEYS;
use super::world::World;

/// The kinds of trouble that a seed has drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trouble {
    /// Events that a proxy loses, doubles or swaps, of a hundred.
    pub(super) mad: u64,
    /// Lines are cut, of a hundred steps.
    cuts: u64,
    /// Servers restart, of a hundred steps.
    restarts: u64,
    /// Readers stall, of a hundred steps.
    stalls: u64,
    /// Lines die without anybody noticing, of a hundred steps.
    deaths: u64,
    /// Whether a server does not notice that a reader has left.
    pub(super) unseen: bool,
    /// Lines are slow.
    slow: bool,
    /// Servers read the log late.
    late: bool,
    /// There are fewer seats than readers.
    pub(super) full: bool,
    /// Streams of the first reader never come through.
    blocked: bool,
    /// Polls that are lost, of a hundred.
    lost: u64,
    /// Much happens at once.
    busy: bool,
    /// Things are erased.
    erases: bool,
}

impl Trouble {
    pub(super) fn drawn(dice: &mut Dice) -> Self {
        let mut sometimes = |percent: u64, value: u64| if dice.percent(percent) { value } else { 0 };
        Self {
            mad: sometimes(25, 12),
            cuts: sometimes(40, 12),
            restarts: sometimes(50, 5),
            stalls: sometimes(40, 15),
            deaths: sometimes(20, 3),
            unseen: sometimes(30, 1) > 0,
            slow: sometimes(40, 1) > 0,
            late: sometimes(50, 1) > 0,
            full: sometimes(25, 1) > 0,
            blocked: sometimes(25, 1) > 0,
            lost: sometimes(30, 20),
            busy: sometimes(50, 1) > 0,
            erases: sometimes(25, 1) > 0,
        }
    }

    pub(super) fn end(&mut self) {
        let Self { blocked, .. } = *self;
        *self = Self {
            mad: 0,
            cuts: 0,
            restarts: 0,
            stalls: 0,
            deaths: 0,
            unseen: false,
            slow: false,
            late: false,
            full: self.full,
            blocked,
            lost: 0,
            busy: false,
            erases: false,
        };
    }

    pub(super) fn delay(&self, dice: &mut Dice) -> u64 {
        if self.slow { 50 + dice.below(2_000) } else { 1 + dice.below(50) }
    }

    pub(super) fn loses(&self, dice: &mut Dice) -> bool {
        dice.percent(self.lost)
    }

    pub(super) fn manners(&self, who: usize, dice: &mut Dice) -> Manners {
        let is_blocked = self.blocked && who == 0;
        if self.slow && dice.percent(60) {
            let (rate, room) = (30 + dice.index(200), 100 + dice.index(500));
            return Manners { delay: (20, 1_500), rate, room, mad: self.mad, is_blocked };
        }
        Manners { mad: self.mad, is_blocked, ..Manners::GOOD }
    }
}

impl World {
    /// What happens in one step, in the room and to the lines.
    pub(super) fn happen(&mut self) {
        let times = if self.trouble.busy { self.dice.below(8) } else { self.dice.below(3) };
        for _ in 0..times {
            self.happen_in_room();
        }
        for n in 0..self.nodes.len() {
            let unread = self.truth.log.len() - self.nodes[n].applied;
            let left =
                if self.trouble.late && self.dice.percent(60) { self.dice.index(unread + 1) } else { 0 };
            let upto = self.truth.log.len() - left;
            self.nodes[n].read(&self.truth, upto);
            if self.dice.percent(self.trouble.restarts) {
                self.restart(n);
            }
        }
        for who in 0..self.lines.len() {
            self.happen_to_line(who);
        }
    }

    fn happen_in_room(&mut self) {
        match self.dice.below(20) {
            0..9 => {
                let id = self.dice.next() >> 12;
                let length = if self.dice.percent(5) { 190 } else { self.dice.index(50) };
                self.truth.happen(id, "words ".repeat(length.div_ceil(6)));
            }
            9..14 => {
                let (key, change) = (self.dice.index(KEYS), 1 + self.dice.below(3));
                self.truth.count(key, i64::try_from(change).unwrap() - 1);
            }
            14..16 => {
                let person = 1 + self.dice.below(3);
                self.truth.give(person);
            }
            16 if self.trouble.erases && self.truth.head() > 0 => {
                let number = 1 + self.dice.below(self.truth.head());
                self.truth.erase(number);
                self.note(|_| format!("the words of {number} are erased"));
            }
            _ => {
                let (n, key) = (self.dice.index(self.nodes.len()), self.dice.index(KEYS));
                let value = self.now;
                self.nodes[n].say_latest(key, value);
            }
        }
    }

    /// A server ends, and another begins from the log.
    fn restart(&mut self, n: usize) {
        let politely = self.dice.percent(50);
        self.note(|_| {
            format!("server {n} restarts, {}", if politely { "with a farewell" } else { "killed" })
        });
        self.end_lines(n, politely);
        let behind = if self.trouble.late { self.dice.index(6) } else { 0 };
        let limits = self.nodes[n].gate_limits;
        self.nodes[n] = Node::start(&self.truth, limits, behind, &mut self.dice);
    }

    fn happen_to_line(&mut self, who: usize) {
        let is_cut = self.dice.percent(self.trouble.cuts);
        let (stalls, dies) = (self.dice.percent(self.trouble.stalls), self.dice.percent(self.trouble.deaths));
        let Some(line) = &mut self.lines[who] else { return };
        if stalls {
            line.pipe.is_stalled = !line.pipe.is_stalled;
        }
        if dies {
            line.pipe.is_dead = true;
            self.note(|_| format!("the line of reader {who} dies, unnoticed"));
        }
        if is_cut {
            self.note(|_| format!("the line of reader {who} is cut"));
            self.drop_line(who, self.trouble.unseen);
            let chance = self.dice.next();
            self.views[who].client.closed(self.now, chance);
        }
    }
}
