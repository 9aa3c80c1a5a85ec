use super::{Instance, Solution};
use crate::search::{Chance, Cost, Landscape, Outcome, Pace, Plan, anneal};

/// What a hard violation weighs while the search is on its way: dear enough to go, cheap enough to pass through.
const HARD_WEIGHT: i64 = 120;
/// In how many of 64 draws the target is another lecture, not any place.
const SWAPS: usize = 27;
/// In how many of 64 draws only the room changes.
const ROOM_CHANGES: usize = 5;
/// No change of one or two lectures gains more than this in soft points; what is dearer is refused unseen.
const MOST_GAINED: i64 = 40;
const NOBODY: u16 = u16::MAX;

/// Solves an instance from a seed, within the given pace.
pub fn solve(instance: &Instance, seed: u64, pace: Pace<'_>) -> Outcome<Solution> {
    let mut week = Week::new(instance, seed);
    let plan = Plan { start: 12.0, end: 0.14, reheat: 2.0, cycles: 1, from_best: true };
    let Outcome { solution, cost, steps, seed } = anneal(&mut week, &plan, seed, pace);
    Outcome { solution: week.describe(&solution), cost, steps, seed }
}

/// A complete timetable: every lecture has its own place (a room in a period), so that rooms never clash and
/// no lecture is ever missing. Counts are kept so that a change is priced without looking at the whole.
struct Week<'a> {
    instance: &'a Instance,
    rooms: usize,
    periods: usize,
    /// The course of each lecture, and its place `period × rooms + room`.
    course: Vec<u16>,
    place: Vec<u32>,
    /// The lecture in each place.
    holder: Vec<u16>,
    /// Per course and period: lectures there that it must not meet (itself included), and 1 if it is barred.
    clash: Vec<i32>,
    rivals: Vec<Vec<u16>>,
    rival: Vec<bool>,
    /// Per course and room: students without a seat.
    unseated: Vec<i64>,
    /// Per course and day, and per course and room: how many of its lectures.
    on_day: Vec<u8>,
    days_used: Vec<i64>,
    in_room: Vec<u8>,
    /// Per curriculum and period, with an empty period before and after every day.
    attended: Vec<u8>,
    padded: Vec<usize>,
    stride: usize,
    cost: Cost,
}

impl<'a> Week<'a> {
    fn new(instance: &'a Instance, seed: u64) -> Self {
        let (courses, rooms, periods) = (instance.courses.len(), instance.rooms.len(), instance.periods());
        let rivals: Vec<Vec<u16>> = instance
            .conflicts()
            .iter()
            .enumerate()
            .map(|(own, list)| {
                std::iter::once(own).chain(list.iter().copied()).map(|rival| rival as u16).collect()
            })
            .collect();
        let mut rival = vec![false; courses * courses];
        let mut clash = vec![0; courses * periods];
        for (own, course) in instance.courses.iter().enumerate() {
            rivals[own].iter().for_each(|&other| rival[own * courses + usize::from(other)] = true);
            course.unavailable.iter().for_each(|&period| clash[own * periods + period] = 1);
        }
        let unseated = instance
            .courses
            .iter()
            .flat_map(|course| instance.rooms.iter().map(|room| (course.students - room.seats).max(0)))
            .collect();
        let course: Vec<u16> = instance
            .courses
            .iter()
            .enumerate()
            .flat_map(|(index, course)| std::iter::repeat_n(index as u16, course.lectures))
            .collect();
        let per_day = instance.periods_per_day;
        let mut week = Self {
            instance,
            rooms,
            periods,
            place: vec![0; course.len()],
            holder: vec![NOBODY; periods * rooms],
            clash,
            rivals,
            rival,
            unseated,
            on_day: vec![0; courses * instance.days],
            days_used: vec![0; courses],
            in_room: vec![0; courses * rooms],
            attended: vec![0; instance.curricula.len() * instance.days * (per_day + 2)],
            padded: (0..periods).map(|p| p / per_day * (per_day + 2) + p % per_day + 1).collect(),
            stride: instance.days * (per_day + 2),
            cost: Cost::ZERO,
            course,
        };
        week.fill(seed);
        week
    }

    /// A first timetable: the courses with the fewest free periods first, each lecture where it clashes least.
    fn fill(&mut self, seed: u64) {
        let mut chance = Chance::new(seed ^ 0x5eed);
        let mut order: Vec<usize> = (0..self.course.len()).collect();
        chance.shuffle(&mut order);
        let freedom = |course: &super::Course| self.periods - course.unavailable.len();
        order.sort_by_key(|&lecture| {
            let course = usize::from(self.course[lecture]);
            (freedom(&self.instance.courses[course]), usize::MAX - self.rivals[course].len())
        });
        self.holder.fill(NOBODY);
        for lecture in order {
            let course = usize::from(self.course[lecture]);
            let free = (0..self.holder.len()).filter(|&place| self.holder[place] == NOBODY);
            let price = |place: &usize| {
                let (period, room) = (place / self.rooms, place % self.rooms);
                (self.clash[course * self.periods + period], self.unseated[course * self.rooms + room])
            };
            let place = free.min_by_key(price).expect("the reader refuses more lectures than places");
            self.enter(lecture, place);
        }
        self.cost = self.full_cost();
    }

    fn full_cost(&self) -> Cost {
        let score = super::score(self.instance, &self.describe_all());
        // Two lectures of one course in one period are a missing lecture to the scorer and a clash to us: both count one
        // unless there are three, so the search keeps its own count.
        let mut hard = 0;
        for (lecture, &place) in self.place.iter().enumerate() {
            let course = usize::from(self.course[lecture]);
            let period = place as usize / self.rooms;
            let barred = i64::from(self.instance.courses[course].unavailable.contains(&period));
            hard += i64::from(self.clash[course * self.periods + period]) - 1 - barred + 2 * barred;
        }
        Cost { hard: hard / 2, soft: score.cost().soft }
    }

    fn describe_all(&self) -> Solution {
        self.describe(&self.place)
    }

    fn describe(&self, places: &[u32]) -> Solution {
        let lectures = places.iter().zip(&self.course).map(|(&place, &course)| {
            (usize::from(course), place as usize % self.rooms, place as usize / self.rooms)
        });
        Solution { lectures: lectures.collect() }
    }

    /// Puts a lecture into a place: the counts of clashes and the holder. (`soft_in` and `soft_out` keep the others.)
    fn occupy(&mut self, lecture: usize, place: usize) {
        self.place[lecture] = place as u32;
        self.holder[place] = lecture as u16;
    }

    fn shift_clashes(&mut self, course: usize, from: usize, to: usize) {
        for &rival in &self.rivals[course] {
            let row = usize::from(rival) * self.periods;
            self.clash[row + from] -= 1;
            self.clash[row + to] += 1;
        }
    }

    fn enter(&mut self, lecture: usize, place: usize) {
        let course = usize::from(self.course[lecture]);
        let period = place / self.rooms;
        self.occupy(lecture, place);
        for &rival in &self.rivals[course] {
            self.clash[usize::from(rival) * self.periods + period] += 1;
        }
        self.soft_in(course, period);
        self.in_room[course * self.rooms + place % self.rooms] += 1;
    }

    /// Takes a lecture of the course out of a period, as far as days and curricula go; says what that costs.
    fn soft_out(&mut self, course: usize, period: usize) -> i64 {
        let mut lone = 0;
        for &curriculum in &self.instance.courses[course].curricula {
            let at = curriculum * self.stride + self.padded[period];
            let (before, after) = (self.attended[at - 1], self.attended[at + 1]);
            self.attended[at] -= 1;
            if before == 0 && after == 0 {
                lone -= 1;
            } else if self.attended[at] == 0 {
                if before > 0 && self.attended[at - 2] == 0 {
                    lone += i64::from(before);
                }
                if after > 0 && self.attended[at + 2] == 0 {
                    lone += i64::from(after);
                }
            }
        }
        2 * lone + self.leave_day(course, period)
    }

    /// The reverse of [`Week::soft_out`].
    fn soft_in(&mut self, course: usize, period: usize) -> i64 {
        let mut lone = 0;
        for &curriculum in &self.instance.courses[course].curricula {
            let at = curriculum * self.stride + self.padded[period];
            let (before, after) = (self.attended[at - 1], self.attended[at + 1]);
            self.attended[at] += 1;
            if before == 0 && after == 0 {
                lone += 1;
            } else if self.attended[at] == 1 {
                if before > 0 && self.attended[at - 2] == 0 {
                    lone -= i64::from(before);
                }
                if after > 0 && self.attended[at + 2] == 0 {
                    lone -= i64::from(after);
                }
            }
        }
        2 * lone + self.join_day(course, period)
    }

    fn leave_day(&mut self, course: usize, period: usize) -> i64 {
        let day = course * self.instance.days + period / self.instance.periods_per_day;
        self.on_day[day] -= 1;
        if self.on_day[day] > 0 {
            return 0;
        }
        self.days_used[course] -= 1;
        5 * i64::from(self.days_used[course] < self.instance.courses[course].working_days as i64)
    }

    fn join_day(&mut self, course: usize, period: usize) -> i64 {
        let day = course * self.instance.days + period / self.instance.periods_per_day;
        self.on_day[day] += 1;
        if self.on_day[day] > 1 {
            return 0;
        }
        self.days_used[course] += 1;
        -5 * i64::from(self.days_used[course] <= self.instance.courses[course].working_days as i64)
    }

    /// What it costs that a lecture of the course goes from one room to another: seats and stability.
    fn room_price(&self, course: usize, from: usize, to: usize) -> i64 {
        if from == to {
            return 0;
        }
        let row = course * self.rooms;
        let (leaves, enters) = (self.in_room[row + from] == 1, self.in_room[row + to] == 0);
        self.unseated[row + to] - self.unseated[row + from] + i64::from(enters) - i64::from(leaves)
    }

    fn shift_room(&mut self, course: usize, from: usize, to: usize) {
        self.in_room[course * self.rooms + from] -= 1;
        self.in_room[course * self.rooms + to] += 1;
    }

    fn clashes(&self, course: usize, period: usize) -> i64 {
        i64::from(self.clash[course * self.periods + period])
    }

    fn relocate(&mut self, lecture: usize, to: usize, limit: i64) -> bool {
        let course = usize::from(self.course[lecture]);
        let from = self.place[lecture] as usize;
        let (p, r, q, s) = (from / self.rooms, from % self.rooms, to / self.rooms, to % self.rooms);
        let hard = if p == q { 0 } else { self.clashes(course, q) - self.clashes(course, p) + 1 };
        let rooms = self.room_price(course, r, s);
        if hard * HARD_WEIGHT + rooms > limit + MOST_GAINED {
            return false;
        }
        let mut soft = rooms;
        if p != q {
            soft += self.soft_out(course, p);
            soft += self.soft_in(course, q);
            if hard * HARD_WEIGHT + soft > limit {
                self.soft_out(course, q);
                self.soft_in(course, p);
                return false;
            }
            self.shift_clashes(course, p, q);
        } else if soft > limit {
            return false;
        }
        self.shift_room(course, r, s);
        self.holder[from] = NOBODY;
        self.occupy(lecture, to);
        self.cost += Cost { hard, soft };
        true
    }

    fn exchange(&mut self, one: usize, other: usize, limit: i64) -> bool {
        let (a, b) = (usize::from(self.course[one]), usize::from(self.course[other]));
        if a == b {
            return false;
        }
        let (from, to) = (self.place[one] as usize, self.place[other] as usize);
        let (p, r, q, s) = (from / self.rooms, from % self.rooms, to / self.rooms, to % self.rooms);
        let mut hard = 0;
        if p != q {
            let each_other = 2 * i64::from(self.rival[a * self.instance.courses.len() + b]);
            hard = self.clashes(a, q) - self.clashes(a, p) + self.clashes(b, p) - self.clashes(b, q) + 2
                - each_other;
        }
        let rooms = self.room_price(a, r, s) + self.room_price(b, s, r);
        if hard * HARD_WEIGHT + rooms > limit + MOST_GAINED {
            return false;
        }
        let mut soft = rooms;
        if p != q {
            soft += self.soft_out(a, p) + self.soft_out(b, q) + self.soft_in(a, q) + self.soft_in(b, p);
            if hard * HARD_WEIGHT + soft > limit {
                self.soft_out(b, p);
                self.soft_out(a, q);
                self.soft_in(b, q);
                self.soft_in(a, p);
                return false;
            }
            self.shift_clashes(a, p, q);
            self.shift_clashes(b, q, p);
        } else if soft > limit {
            return false;
        }
        self.shift_room(a, r, s);
        self.shift_room(b, s, r);
        self.occupy(one, to);
        self.occupy(other, from);
        self.cost += Cost { hard, soft };
        true
    }
}

impl Landscape for Week<'_> {
    type Solution = Vec<u32>;

    fn cost(&self) -> Cost {
        self.cost
    }

    fn step(&mut self, chance: &mut Chance, limit: i64) -> bool {
        let lecture = chance.below(self.place.len());
        let kind = chance.below(64);
        let here = self.place[lecture] as usize;
        let to = if kind < SWAPS {
            self.place[chance.below(self.place.len())] as usize
        } else if kind < SWAPS + ROOM_CHANGES {
            here / self.rooms * self.rooms + chance.below(self.rooms)
        } else {
            chance.below(self.holder.len())
        };
        match self.holder[to] {
            _ if to == here => false,
            NOBODY => self.relocate(lecture, to, limit),
            other => self.exchange(lecture, usize::from(other), limit),
        }
    }

    fn solution(&self) -> Vec<u32> {
        self.place.clone()
    }

    fn restore(&mut self, solution: &Vec<u32>) {
        for lecture in 0..solution.len() {
            let course = usize::from(self.course[lecture]);
            let place = self.place[lecture] as usize;
            let period = place / self.rooms;
            for &rival in &self.rivals[course] {
                self.clash[usize::from(rival) * self.periods + period] -= 1;
            }
            self.soft_out(course, period);
            self.in_room[course * self.rooms + place % self.rooms] -= 1;
        }
        self.holder.fill(NOBODY);
        for (lecture, &place) in solution.iter().enumerate() {
            self.enter(lecture, place as usize);
        }
        self.cost = self.full_cost();
    }
}
