//! Servers over one log, readers on bad lines, and everything that goes wrong between them; from one seed.
//!
//! Which kinds of trouble there are differs from seed to seed: a world in which everything breaks at once seldom gets far
//! (swarm testing: Groce, Zhang, Eide, Chen, Regehr, 2012).

use std::collections::{BTreeMap, VecDeque};
use std::fmt::Write as _;

use crate::live::{Asked, Do, Follower, GateLimits, Keep, Person, Room, Said, Shown, back_after};

use super::Held;
use super::dice::Dice;
use super::node::{LIMITS, Node, Served, witness};
use super::pipe::{Manners, Pipe};
use super::trouble::Trouble;
use super::truth::{KEYS, Truth};
use super::view::View;

const STEPS: u32 = 70;
/// In quiet times everybody catches up within so many steps of a second.
const QUIET_STEPS: u32 = 400;

pub(super) struct World {
    pub(super) dice: Dice,
    pub(super) now: u64,
    pub(super) truth: Truth,
    pub(super) nodes: Vec<Node>,
    pub(super) views: Vec<View>,
    /// The line of each reader, if there is one.
    pub(super) lines: Vec<Option<Line>>,
    /// Lines whose readers are gone, which their servers do not know yet.
    pub(super) orphans: Vec<Line>,
    polls: VecDeque<Polled>,
    /// What caches on the way keep, by address, and until when.
    cache: BTreeMap<String, (u64, Option<String>)>,
    /// How long readers were told to wait before coming back.
    backs: Vec<u64>,
    pub(super) trouble: Trouble,
    /// The last things that happened, if anybody wants to know.
    pub(super) trace: Option<VecDeque<String>>,
}

/// A line, with both its ends.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) node: usize,
    pub(super) pipe: Pipe,
    /// Nothing when the server has left.
    pub(super) served: Option<Served>,
    /// When the reader learns that the server has left.
    pub(super) ends: Option<u64>,
}

/// A poll on its way: first to a server, then back.
#[derive(Debug)]
struct Polled {
    at: u64,
    who: usize,
    poll: u64,
    asked: Asked,
    answer: Option<Option<String>>,
}

impl World {
    pub(super) fn new(seed: u64, traced: bool) -> Self {
        let mut dice = Dice(seed);
        let trouble = Trouble::drawn(&mut dice);
        let truth = Truth::new();
        let readers = 2 + dice.index(4);
        let seats = if trouble.full { 1 + dice.below(3) } else { 1 + readers as u64 };
        let gate = GateLimits {
            all_max: u32::try_from(seats).unwrap() + 1,
            kept_back: 1,
            room_max: 40,
            block_max: 40,
            joins_per_second: if trouble.full { 2 } else { 50 },
        };
        let count = 1 + dice.index(2);
        let nodes = (0..count).map(|_| Node::start(&truth, gate, 0, &mut dice)).collect();
        // Two lines of one person, some of others, and some of nobody known.
        let person = |n: usize| [Some(1), Some(2), Some(1), None, Some(3)][n % 5];
        Self {
            dice,
            now: 1_000,
            truth,
            nodes,
            views: (0..readers).map(|n| View::new(person(n))).collect(),
            lines: (0..readers).map(|_| None).collect(),
            orphans: Vec::new(),
            polls: VecDeque::new(),
            cache: BTreeMap::new(),
            backs: Vec::new(),
            trouble,
            trace: traced.then(VecDeque::new),
        }
    }

    pub(super) fn note(&mut self, what: impl FnOnce(&Self) -> String) {
        if self.trace.is_some() {
            let mut line = format!("{:>7} ms  ", self.now);
            // Writing to a string cannot fail.
            let _ = write!(line, "{}", what(self));
            if let Some(trace) = &mut self.trace {
                trace.push_back(line);
                if trace.len() > 60 {
                    trace.pop_front();
                }
            }
        }
    }

    /// Trouble first, then quiet, in which all must come to know everything.
    pub(super) fn run(&mut self) -> Held {
        for _ in 0..STEPS {
            self.now += 1 + self.dice.below(400);
            self.happen();
            self.step()?;
        }
        self.calm();
        let mut lacking = String::new();
        for _ in 0..QUIET_STEPS {
            self.now += 1_000;
            self.step()?;
            match self.lacking() {
                None => return self.back_spread(),
                Some(who) => lacking = who,
            }
        }
        Err(format!("in the end {lacking}"))
    }

    fn lacking(&self) -> Option<String> {
        let lacks = |(n, view): (usize, &View)| {
            let latest = self.lines[n].as_ref().map_or(0, |line| line.node);
            let what = view.lacks(&self.truth, &self.nodes[latest].latest)?;
            Some(format!("reader {n} {what}"))
        };
        self.views.iter().enumerate().find_map(lacks)
    }

    /// No two readers of many are told to come back at the same moment.
    fn back_spread(&self) -> Held {
        let first = self.backs.first().copied().unwrap_or_default();
        if self.backs.len() >= 6 && self.backs.iter().all(|back| *back == first) {
            return Err(format!("all are told to come back after {first} ms"));
        }
        Ok(())
    }

    /// Everything moves on a little, and then everything is looked at.
    pub(super) fn step(&mut self) -> Held {
        for node in &mut self.nodes {
            node.tick(self.now)?;
        }
        self.serve_all()?;
        for who in 0..self.views.len() {
            self.arrive(who)?;
            self.act(who)?;
        }
        self.carry_polls()?;
        self.look()
    }

    fn look(&self) -> Held {
        for (n, node) in self.nodes.iter().enumerate() {
            let lines = self.lines.iter().flatten().chain(&self.orphans);
            let served = lines.filter(|line| line.node == n && line.served.is_some()).count();
            node.is_bounded(u32::try_from(served).unwrap())?;
            let (editions, said) = (self.truth.editions(node.applied), node.room.edition());
            if editions != said {
                return Err(format!("{editions} were erased, and the edition is {said}"));
            }
        }
        Ok(())
    }

    fn serve_all(&mut self) -> Held {
        let Self { lines, orphans, nodes, truth, dice, now, .. } = self;
        for line in lines.iter_mut().flatten().chain(orphans) {
            let Some(served) = &mut line.served else { continue };
            let node = &mut nodes[line.node];
            node.serve(served, &mut line.pipe, truth, *now, dice)?;
            if served.follower.is_gone(&LIMITS, *now)
                && let Some(served) = line.served.take()
            {
                node.gate.leave(served.seat);
                line.ends = Some(*now + 100);
            }
        }
        self.orphans.retain(|line| line.served.is_some());
        Ok(())
    }

    /// What comes down the line of a reader.
    fn arrive(&mut self, who: usize) -> Held {
        let Some(line) = &mut self.lines[who] else { return Ok(()) };
        let bytes = line.pipe.read(self.now, &mut self.dice);
        let (mut said, mut shown) = (Vec::new(), Vec::new());
        self.views[who].reader.take(&bytes, &mut |one, retry| said.push((one, retry)));
        let is_over =
            !line.pipe.is_dead && line.ends.is_some_and(|ends| self.now >= ends && line.pipe.held() == 0);
        if said.iter().any(|(one, _)| *one == Said::Unreadable) && self.trouble.mad == 0 {
            return Err(format!("reader {who} was given something unreadable"));
        }
        for (one, retry) in said {
            self.note(|_| format!("reader {who} hears {one:?}"));
            self.views[who].client.hear(one, retry, self.now, &mut |one| shown.push(one));
        }
        self.views[who].show(shown, &self.truth).map_err(|what| format!("reader {who} {what}"))?;
        if is_over {
            self.note(|_| format!("reader {who} sees the line end"));
            self.drop_line(who, false);
            let chance = self.dice.next();
            self.views[who].client.closed(self.now, chance);
        }
        Ok(())
    }

    /// The reader's end of a line is gone. Its server learns that at once, or only when nothing is taken any more.
    pub(super) fn drop_line(&mut self, who: usize, unseen: bool) {
        let Some(mut line) = self.lines[who].take() else { return };
        self.views[who].reader.cut();
        if unseen && line.served.is_some() {
            line.pipe.is_dead = true;
            self.orphans.push(line);
        } else if let Some(served) = line.served {
            self.nodes[line.node].gate.leave(served.seat);
        }
    }

    /// A reader does what its client says.
    fn act(&mut self, who: usize) -> Held {
        while let Some(todo) = {
            let chance = self.dice.next();
            self.views[who].client.next(self.now, chance)
        } {
            self.note(|_| format!("reader {who} does {todo:?}"));
            match todo {
                Do::Close => self.drop_line(who, self.trouble.unseen),
                Do::Open(asked) => self.open(who, &asked)?,
                Do::Poll(asked, poll) => {
                    let at = self.now + self.trouble.delay(&mut self.dice);
                    if !self.trouble.loses(&mut self.dice) {
                        self.polls.push_back(Polled { at, who, poll, asked, answer: None });
                    }
                }
            }
        }
        Ok(())
    }

    fn open(&mut self, who: usize, asked: &Asked) -> Held {
        let (n, now) = (self.dice.index(self.nodes.len()), self.now);
        let seat = match self.nodes[n].join(u8::try_from(who).unwrap(), now, &mut self.dice) {
            Ok(seat) => seat,
            Err(busy) if busy.retry_after == 0 => return Err("turned away without a time".to_owned()),
            Err(busy) => {
                let chance = self.dice.next();
                self.views[who].client.refused(busy.retry_after, now, chance);
                return Ok(());
            }
        };
        let (node, person) = (&mut self.nodes[n], self.views[who].person);
        // As it goes over the line, half of it in the header.
        let by_header = !asked.whole && self.dice.percent(50);
        let id = by_header.then(|| asked.after.to_string());
        let asked = Asked::read(&asked.query(), id.as_deref());
        let back = back_after(node.gate.all(), &node.gate_limits, self.dice.next());
        self.backs.push(back);
        let at = node.room.locate(&asked);
        let follower = Follower::join(&node.room, at, person, back, now, self.dice.next());
        let witness = witness(&follower, person, node.since);
        let manners: Manners = self.trouble.manners(who, &mut self.dice);
        let served = Some(Served { follower, seat, witness });
        let line = Line { node: n, pipe: Pipe::new(manners), served, ends: None };
        self.lines[who] = Some(line);
        Ok(())
    }

    /// Polls travel up, are answered by a cache or a server, and travel down.
    fn carry_polls(&mut self) -> Held {
        for _ in 0..self.polls.len() {
            let Some(polled) = self.polls.pop_front() else { break };
            if polled.at > self.now {
                self.polls.push_back(polled);
                continue;
            }
            let Polled { who, poll, asked, answer, .. } = polled;
            let Some(answer) = answer else {
                let answer = self.answer(who, &asked)?;
                let at = self.now + self.trouble.delay(&mut self.dice);
                if !self.trouble.loses(&mut self.dice) {
                    self.polls.push_back(Polled { at, who, poll, asked, answer: Some(answer) });
                }
                continue;
            };
            self.note(|_| format!("reader {who} is answered {answer:?}"));
            let read = answer.map(|json| serde_json::from_str(&json)).transpose();
            let read = read.map_err(|error| format!("an answer cannot be read: {error}"))?;
            let mut shown: Vec<Shown> = Vec::new();
            self.views[who].client.answered(poll, read, self.now, &mut |one| shown.push(one));
            self.views[who].show(shown, &self.truth).map_err(|what| format!("reader {who} {what}"))?;
        }
        Ok(())
    }

    fn answer(&mut self, who: usize, asked: &Asked) -> Result<Option<String>, String> {
        let n = self.dice.index(self.nodes.len());
        let ahead = self.nodes[n].applied + self.dice.index(self.truth.log.len() - self.nodes[n].applied + 1);
        let (query, person): (String, Option<Person>) = (asked.query(), self.views[who].person);
        let (node, truth) = (&mut self.nodes[n], &self.truth);
        let is_current = node.room.edition() == truth.editions(truth.log.len());
        let made = node.room.poll(&Asked::read(&query, None), person, &mut || truth.draw(ahead));
        if made.json.as_ref().is_some_and(|json| is_current && truth.is_betrayed_by(json)) {
            return Err(format!("an answer to {query} tells what was erased"));
        }
        let kept = self.cache.get(&query).filter(|(until, _)| *until > self.now);
        if let Some((until, kept)) = kept {
            if *until == u64::MAX && is_current && made.keep == Keep::Forever && *kept != made.json {
                return Err(format!("{query} was to be the same for ever: {kept:?} became {:?}", made.json));
            }
            return Ok(kept.clone());
        }
        let until = match made.keep {
            Keep::Forever => u64::MAX,
            Keep::Shortly => self.now + 1_000,
            Keep::Nobody => return Ok(made.json),
        };
        self.cache.insert(query, (until, made.json.clone()));
        Ok(made.json)
    }

    /// No more trouble: all servers know all, all lines are sane.
    fn calm(&mut self) {
        self.note(|_| "now all is quiet".to_owned());
        self.trouble.end();
        let upto = self.truth.log.len();
        for node in &mut self.nodes {
            node.read(&self.truth, upto);
            for key in 0..KEYS {
                node.say_latest(key, 1_000_000);
            }
        }
        for line in self.lines.iter_mut().flatten() {
            let is_dead = line.pipe.is_dead;
            line.pipe.is_stalled = false;
            line.pipe.manners = Manners { is_blocked: line.pipe.manners.is_blocked, ..Manners::GOOD };
            line.pipe.is_dead = is_dead;
        }
    }

    /// Ends all lines of a server, with a farewell to those who can hear it, or without.
    pub(super) fn end_lines(&mut self, n: usize, politely: bool) {
        let (now, node) = (self.now, &self.nodes[n]);
        let mut backs = Vec::new();
        for line in self.lines.iter_mut().flatten().chain(&mut self.orphans).filter(|line| line.node == n) {
            let Some(served) = line.served.take() else { continue };
            let back = back_after(node.gate.all(), &node.gate_limits, self.dice.next());
            if politely && served.follower.is_between_frames() {
                backs.push(back);
                line.pipe.write_whole(&Room::farewell(back), now);
            }
            line.ends = Some(now + self.dice.below(300));
            // The process ends, and its seats with it.
            drop(served);
        }
        self.orphans.retain(|line| line.served.is_some());
        self.backs.extend(backs);
    }
}
