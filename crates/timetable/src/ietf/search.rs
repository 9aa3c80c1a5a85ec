use super::{Scorer, Solution, rooms};
use crate::search::{Chance, Cost, Landscape, Outcome, Pace, Plan, anneal};

/// One overlap that must never be, in the search's single number: dearer than all that is merely priced.
const NEVER: i64 = 1 << 42;
/// How many of 1,000 changes are cycles of three, and chains of sessions that push each other.
const CYCLES: usize = 35;
const CHAINS: usize = 20;
const CHAIN_LENGTH: usize = 24;

/// Solves an instance from a seed, within the given pace.
///
/// The search is over frames only; rooms are a question of whether those of a frame seat its sessions, which is
/// answered by counting, and are given out at the end.
pub fn solve(scorer: &Scorer<'_>, seed: u64, pace: Pace<'_>) -> Outcome<Solution> {
    let mut week = Week::new(scorer, seed);
    let prices = scorer.instance.rules.iter().map(|rule| rule.penalty);
    let dearest = prices.filter(|&price| price <= 100_000).max().unwrap_or(1_000) as f64;
    let plan = Plan {
        start: dearest * 0.5,
        end: dearest * 0.004,
        reheat: dearest * 0.25,
        cycles: 6,
        from_best: false,
    };
    let found = anneal(&mut week, &plan, seed, pace);
    let solution = rooms::assign(scorer, &found.solution, seed);
    Outcome { cost: scorer.score(&solution).dynamic, solution, steps: found.steps, seed }
}

/// Every session in a frame, with the price of every other frame at hand.
struct Week<'a> {
    scorer: &'a Scorer<'a>,
    frame: Vec<usize>,
    /// The sessions of each frame, and where each stands in that list.
    members: Vec<Vec<usize>>,
    seat: Vec<usize>,
    slots_in: Vec<usize>,
    /// Both directions of each pair's price, and for each session those with whom it has one.
    weight: Vec<i64>,
    partners: Vec<Vec<(usize, i64)>>,
    overlapping: Vec<Vec<usize>>,
    /// Per session and frame: what it and its partners pay if it is there.
    there: Vec<i64>,
    /// Rooms by size: the class of each session, and per frame how many sessions and rooms are of a class or above.
    class: Vec<usize>,
    asked: Vec<Vec<i64>>,
    offered: Vec<Vec<i64>>,
    /// What depends on more than pairs: groups that meet more than once, wishes to be adjacent.
    ties: Vec<Tie>,
    ties_of: Vec<Vec<usize>>,
    /// What each tie and each frame's want of room costs at present: more than that no change can gain.
    tie_now: Vec<i64>,
    crowding_now: Vec<i64>,
    cost: i64,
}

enum Tie {
    Series(usize),
    Adjacent(usize),
}

impl<'a> Week<'a> {
    fn new(scorer: &'a Scorer<'a>, seed: u64) -> Self {
        let instance = scorer.instance;
        let (sessions, frames) = (instance.sessions.len(), instance.frames.len());
        let price = |a: usize, b: usize| scorer.pair[a][b].unwrap_or(NEVER);
        let both = |a: usize, b: usize| if a == b { 0 } else { price(a, b) + price(b, a) };
        let weight: Vec<i64> = (0..sessions * sessions).map(|n| both(n / sessions, n % sessions)).collect();
        let partners = (0..sessions)
            .map(|a| {
                (0..sessions).map(|b| (b, weight[a * sessions + b])).filter(|partner| partner.1 > 0).collect()
            })
            .collect();
        let overlapping = (0..frames)
            .map(|a| (0..frames).filter(|&b| scorer.overlap[a][b] || scorer.overlap[b][a]).collect())
            .collect();
        let mut week = Self {
            scorer,
            weight,
            partners,
            overlapping,
            frame: vec![usize::MAX; sessions],
            members: vec![vec![]; frames],
            seat: vec![0; sessions],
            slots_in: (0..frames)
                .map(|frame| instance.slots.iter().filter(|slot| slot.frame == frame).count())
                .collect(),
            there: scorer.in_frame.concat(),
            class: vec![],
            asked: vec![],
            offered: vec![],
            ties: vec![],
            ties_of: vec![vec![]; sessions],
            tie_now: vec![],
            crowding_now: vec![0; frames],
            cost: 0,
        };
        week.sort_rooms();
        week.tie();
        week.fill(seed);
        week
    }

    fn sort_rooms(&mut self) {
        let instance = self.scorer.instance;
        let mut sizes: Vec<i64> = instance.rooms.iter().map(|room| room.capacity).collect();
        sizes.sort_unstable();
        sizes.dedup();
        // The class of a session is the number of room sizes that are too small for it.
        let class = |seats: i64| sizes.partition_point(|&size| size < seats);
        self.class = self.scorer.attendees.iter().map(|&attendees| class(attendees)).collect();
        self.asked = vec![vec![0; sizes.len() + 1]; instance.frames.len()];
        self.offered = self.asked.clone();
        for slot in &instance.slots {
            let upto = class(instance.rooms[slot.room].capacity);
            (0..=upto).for_each(|class| self.offered[slot.frame][class] += 1);
        }
        // Who wants to share a room with a larger session needs a room that seats the larger one.
        for (session, others, _) in &self.scorer.adjacent {
            let smallest = others.iter().map(|&other| self.class[other]).min().unwrap_or(0);
            self.class[*session] = self.class[*session].max(smallest);
            if let [other] = others[..] {
                self.class[other] = self.class[other].max(self.class[*session]);
            }
        }
    }

    fn tie(&mut self) {
        for (index, series) in self.scorer.series.iter().enumerate() {
            series.iter().for_each(|&session| self.ties_of[session].push(self.ties.len()));
            self.ties.push(Tie::Series(index));
        }
        for (index, (session, others, _)) in self.scorer.adjacent.iter().enumerate() {
            self.ties_of[*session].push(self.ties.len());
            others
                .iter()
                .filter(|other| *other != session)
                .for_each(|&other| self.ties_of[other].push(self.ties.len()));
            self.ties.push(Tie::Adjacent(index));
        }
    }

    /// A first schedule: the sessions with the dearest conflicts first, each where it costs least.
    fn fill(&mut self, seed: u64) {
        let mut order: Vec<usize> = (0..self.frame.len()).collect();
        Chance::new(seed ^ 0x5eed).shuffle(&mut order);
        order.sort_by_key(|&session| {
            std::cmp::Reverse(self.partners[session].iter().map(|partner| partner.1 / 1_000).sum::<i64>())
        });
        let frames = self.members.len();
        for session in order {
            let room = (0..frames).filter(|&frame| self.members[frame].len() < self.slots_in[frame]);
            let price = |&frame: &usize| {
                self.there[session * frames + frame] + self.crowding(frame, None, Some(session))
            };
            let frame = room.min_by_key(price).expect("the reader refuses more sessions than slots");
            self.join(session, frame);
        }
        self.cost = self.full_cost();
    }

    fn full_cost(&mut self) -> i64 {
        self.tie_now = (0..self.ties.len()).map(|tie| self.tie_price(tie)).collect();
        self.crowding_now = (0..self.members.len()).map(|frame| self.crowding(frame, None, None)).collect();
        let frames = self.members.len();
        let own: i64 = (0..self.frame.len()).map(|s| self.scorer.in_frame[s][self.frame[s]]).sum();
        let both: i64 = (0..self.frame.len()).map(|s| self.there[s * frames + self.frame[s]]).sum();
        own + (both - own) / 2 + self.tie_now.iter().sum::<i64>() + self.crowding_now.iter().sum::<i64>()
    }

    fn tie_price(&self, tie: usize) -> i64 {
        match self.ties[tie] {
            Tie::Series(index) => self.scorer.series_price(&self.scorer.series[index], &self.frame),
            Tie::Adjacent(index) => {
                let (session, others, price) = &self.scorer.adjacent[index];
                let near = |other: usize| self.scorer.near[self.frame[*session]][self.frame[other]];
                if others.iter().any(|&other| other != *session && near(other)) { 0 } else { *price }
            }
        }
    }

    /// What it costs that the rooms of a frame are too small, if one session left and another came:
    /// by Hall's theorem the worst class of sessions that outnumbers the rooms for it.
    fn crowding(&self, frame: usize, leaves: Option<usize>, comes: Option<usize>) -> i64 {
        let (leaves, comes) = (leaves.map(|s| self.class[s]), comes.map(|s| self.class[s]));
        let at_least =
            |class: Option<usize>, size: usize| i64::from(class.is_some_and(|class| class >= size));
        let lacking =
            self.asked[frame].iter().zip(&self.offered[frame]).enumerate().map(|(size, (asked, offered))| {
                asked + at_least(comes, size) - at_least(leaves, size) - offered
            });
        self.scorer.instance.prices.session_requires_trim * lacking.max().unwrap_or(0).max(0)
    }

    fn crowding_change(&self, frame: usize, leaves: Option<usize>, comes: Option<usize>) -> i64 {
        if let (Some(leaves), Some(comes)) = (leaves, comes)
            && self.class[leaves] == self.class[comes]
        {
            return 0;
        }
        self.crowding(frame, leaves, comes) - self.crowding_now[frame]
    }

    fn join(&mut self, session: usize, frame: usize) {
        self.frame[session] = frame;
        self.seat[session] = self.members[frame].len();
        self.members[frame].push(session);
        self.account(session, frame, 1);
    }

    fn leave(&mut self, session: usize) {
        let frame = self.frame[session];
        let seat = self.seat[session];
        self.members[frame].swap_remove(seat);
        if let Some(&moved) = self.members[frame].get(seat) {
            self.seat[moved] = seat;
        }
        self.account(session, frame, -1);
    }

    fn account(&mut self, session: usize, frame: usize, sign: i64) {
        let frames = self.members.len();
        for &(partner, weight) in &self.partners[session] {
            for &overlapping in &self.overlapping[frame] {
                self.there[partner * frames + overlapping] += sign * weight;
            }
        }
        self.asked[frame][..=self.class[session]].iter_mut().for_each(|asked| *asked += sign);
    }

    fn there(&self, session: usize, frame: usize) -> i64 {
        self.there[session * self.members.len() + frame]
    }

    /// What the ties of these sessions cost more if they were in those frames.
    fn tie_change(&mut self, moved: &[(usize, usize)]) -> i64 {
        if moved.iter().all(|&(session, _)| self.ties_of[session].is_empty()) {
            return 0;
        }
        let old: Vec<usize> = moved.iter().map(|&(session, _)| self.frame[session]).collect();
        moved.iter().for_each(|&(session, frame)| self.frame[session] = frame);
        let ties = self.ties_among(moved);
        let change = ties.iter().map(|&tie| self.tie_price(tie) - self.tie_now[tie]).sum();
        moved.iter().zip(old).for_each(|(&(session, _), frame)| self.frame[session] = frame);
        change
    }

    fn ties_among(&self, moved: &[(usize, usize)]) -> Vec<usize> {
        let ties = moved.iter().flat_map(|&(session, _)| self.ties_of[session].iter().copied());
        let mut ties: Vec<usize> = ties.collect();
        ties.sort_unstable();
        ties.dedup();
        ties
    }

    /// More than a change can gain beside the pairs' prices.
    fn slack(&self, session: usize) -> i64 {
        let ties = self.ties_of[session].iter().map(|&tie| self.tie_now[tie]);
        ties.sum::<i64>() + self.crowding_now[self.frame[session]]
    }

    /// Makes a change whose price is known.
    fn make(&mut self, moved: &[(usize, usize)], change: i64) {
        let touched: Vec<usize> = moved.iter().flat_map(|&(session, to)| [self.frame[session], to]).collect();
        moved.iter().for_each(|&(session, _)| self.leave(session));
        moved.iter().for_each(|&(session, to)| self.join(session, to));
        for frame in touched {
            self.crowding_now[frame] = self.crowding(frame, None, None);
        }
        for tie in self.ties_among(moved) {
            self.tie_now[tie] = self.tie_price(tie);
        }
        self.cost += change;
    }

    fn shift(&mut self, session: usize, to: usize, limit: i64) -> bool {
        let from = self.frame[session];
        if from == to {
            return true;
        }
        let mut change = self.there(session, to) - self.there(session, from);
        if change > limit + self.slack(session) {
            return false;
        }
        change +=
            self.crowding_change(from, Some(session), None) + self.crowding_change(to, None, Some(session));
        change += self.tie_change(&[(session, to)]);
        if change > limit {
            return false;
        }
        self.make(&[(session, to)], change);
        true
    }

    fn exchange(&mut self, one: usize, other: usize, limit: i64) -> bool {
        let (from, to) = (self.frame[one], self.frame[other]);
        let mut change =
            self.there(one, to) - self.there(one, from) + self.there(other, from) - self.there(other, to);
        // Each was counted where the other no longer is; if the frames overlap, they still meet.
        if !self.overlapping[from].contains(&to) {
            change -= 2 * self.weight[one * self.frame.len() + other];
        }
        if change > limit + self.slack(one) + self.slack(other) {
            return false;
        }
        change += self.crowding_change(from, Some(one), Some(other))
            + self.crowding_change(to, Some(other), Some(one));
        change += self.tie_change(&[(one, to), (other, from)]);
        if change > limit {
            return false;
        }
        self.make(&[(one, to), (other, from)], change);
        true
    }

    /// Moves several sessions one after the other, and back again if the sum is dearer than the limit.
    fn together(&mut self, moved: &[(usize, usize)], limit: i64) -> bool {
        let before = self.cost;
        let back: Vec<(usize, usize)> =
            moved.iter().map(|&(session, _)| (session, self.frame[session])).collect();
        moved.iter().for_each(|&(session, to)| {
            self.shift(session, to, i64::MAX / 4);
        });
        let fits = moved.iter().all(|&(_, to)| self.members[to].len() <= self.slots_in[to]);
        if fits && self.cost - before <= limit {
            return true;
        }
        back.iter().rev().for_each(|&(session, to)| {
            self.shift(session, to, i64::MAX / 4);
        });
        false
    }

    /// Three sessions in a circle.
    fn circle(&mut self, chance: &mut Chance, limit: i64) -> bool {
        let three: [usize; 3] = std::array::from_fn(|_| chance.below(self.frame.len()));
        let [a, b, c] = three.map(|session| self.frame[session]);
        if a == b || b == c || a == c {
            return false;
        }
        self.together(&[(three[0], b), (three[1], c), (three[2], a)], limit)
    }

    /// A session goes to another frame, those who cannot be there with it go the other way, and so on;
    /// then sessions at random fill up the frame that has lost more.
    fn chain(&mut self, chance: &mut Chance, limit: i64) -> bool {
        let first = chance.below(self.frame.len());
        let (here, there) = (self.frame[first], chance.below(self.members.len()));
        if here == there {
            return false;
        }
        let mut chain = vec![first];
        let mut next = 0;
        while let Some(&session) = chain.get(next) {
            next += 1;
            let opposite = if self.frame[session] == here { there } else { here };
            for &rival in &self.members[opposite] {
                if self.weight[session * self.frame.len() + rival]
                    >= self.scorer.instance.prices.area_overlapping_in_area
                    && !chain.contains(&rival)
                {
                    chain.push(rival);
                }
            }
            if chain.len() > CHAIN_LENGTH {
                return false;
            }
        }
        let mut balance = [self.members[here].len(), self.members[there].len()].map(|n| n as i64);
        for &session in &chain {
            let sign = if self.frame[session] == here { 1 } else { -1 };
            balance[0] -= sign;
            balance[1] += sign;
        }
        for (side, frame) in [(0, here), (1, there)] {
            let mut tries = 0;
            while balance[side] > self.slots_in[frame] as i64 && tries < 20 {
                tries += 1;
                let Some(&session) = chance.pick(&self.members[frame]) else { break };
                if !chain.contains(&session) {
                    chain.push(session);
                    balance[side] -= 1;
                    balance[1 - side] += 1;
                }
            }
        }
        let swap = |session: usize| (session, if self.frame[session] == here { there } else { here });
        let moved: Vec<_> = chain.iter().map(|&session| swap(session)).collect();
        self.together(&moved, limit)
    }
}

impl Landscape for Week<'_> {
    type Solution = Vec<usize>;

    fn cost(&self) -> Cost {
        Cost { hard: self.cost / NEVER, soft: self.cost % NEVER }
    }

    fn step(&mut self, chance: &mut Chance, limit: i64) -> bool {
        match chance.below(1_000) {
            kind if kind < CYCLES => return self.circle(chance, limit),
            kind if kind < CYCLES + CHAINS => return self.chain(chance, limit),
            _ => {}
        }
        let session = chance.below(self.frame.len());
        let to = chance.below(self.members.len());
        if to == self.frame[session] {
            return false;
        }
        let place = chance.below(self.slots_in[to].max(1));
        match self.members[to].get(place) {
            Some(&other) => self.exchange(session, other, limit),
            None => self.shift(session, to, limit),
        }
    }

    fn solution(&self) -> Vec<usize> {
        self.frame.clone()
    }

    fn restore(&mut self, solution: &Vec<usize>) {
        (0..solution.len()).for_each(|session| self.leave(session));
        solution.iter().enumerate().for_each(|(session, &frame)| self.join(session, frame));
        self.cost = self.full_cost();
    }
}
