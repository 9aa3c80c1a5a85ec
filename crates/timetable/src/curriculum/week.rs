use super::{Instance, Solution};
use crate::search::{Chance, Cost};

pub(super) const NOBODY: u16 = u16::MAX;

/// A complete timetable: every lecture has its own place (a room in a period), so that rooms never clash and
/// no lecture is ever missing. Counts are kept so that a change is priced without looking at the whole.
pub(super) struct Week<'a> {
    pub(super) instance: &'a Instance,
    pub(super) rooms: usize,
    pub(super) periods: usize,
    /// The course of each lecture, and its place `period × rooms + room`.
    pub(super) course: Vec<u16>,
    pub(super) place: Vec<u32>,
    /// The lecture in each place.
    pub(super) holder: Vec<u16>,
    /// Per course and period: lectures there that it must not meet (itself included), and 1 if it is barred.
    pub(super) clash: Vec<i32>,
    pub(super) rivals: Vec<Vec<u16>>,
    pub(super) rival: Vec<bool>,
    /// Per course and room: students without a seat.
    pub(super) unseated: Vec<i64>,
    /// Per course and day, and per course and room: how many of its lectures.
    pub(super) on_day: Vec<u16>,
    pub(super) days_used: Vec<i64>,
    pub(super) in_room: Vec<u16>,
    /// Per curriculum and period, with an empty period before and after every day.
    pub(super) attended: Vec<u16>,
    pub(super) padded: Vec<usize>,
    /// Where the rows of a course's curricula begin in `attended`: course c has `rows[first_row[c]..first_row[c + 1]]`.
    pub(super) rows: Vec<u32>,
    pub(super) first_row: Vec<usize>,
    /// Per course and period: whether it is not available then.
    pub(super) barred: Vec<bool>,
    /// The rooms from the smallest to the largest.
    pub(super) by_seats: Vec<usize>,
    /// The lectures of course c are those from `first_lecture[c]` to `first_lecture[c + 1]`.
    pub(super) first_lecture: Vec<usize>,
    pub(super) cost: Cost,
}

fn by_seats(instance: &Instance) -> Vec<usize> {
    let mut rooms: Vec<usize> = (0..instance.rooms.len()).collect();
    rooms.sort_by_key(|&room| instance.rooms[room].seats);
    rooms
}

fn first_lectures(instance: &Instance) -> Vec<usize> {
    let mut first = vec![0];
    for course in &instance.courses {
        first.push(first[first.len() - 1] + course.lectures);
    }
    first
}

impl<'a> Week<'a> {
    pub(super) fn new(instance: &'a Instance, seed: u64) -> Self {
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
        let (mut rows, mut first_row) = (vec![], vec![0]);
        for course in &instance.courses {
            let begins = |&curriculum: &usize| (curriculum * instance.days * (per_day + 2)) as u32;
            rows.extend(course.curricula.iter().map(begins));
            first_row.push(rows.len());
        }
        let mut week = Self {
            barred: clash.iter().map(|&clash| clash > 0).collect(),
            by_seats: by_seats(instance),
            first_lecture: first_lectures(instance),
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
            rows,
            first_row,
            cost: Cost::ZERO,
            course,
        };
        week.fill(seed);
        week
    }

    /// A first timetable: the courses with the fewest free periods first, each lecture where it clashes least.
    pub(super) fn fill(&mut self, seed: u64) {
        let mut chance = Chance::new(seed ^ 0x5eed);
        let mut order: Vec<usize> = (0..self.course.len()).collect();
        chance.shuffle(&mut order);
        let freedom = |course: &super::Course| self.periods - course.unavailable.len();
        order.sort_by_key(|&lecture| {
            let course = usize::from(self.course[lecture]);
            (freedom(&self.instance.courses[course]), usize::MAX - self.rivals[course].len())
        });
        let mut entered = 0;
        for lecture in order {
            let course = usize::from(self.course[lecture]);
            let free = (0..self.holder.len()).filter(|&place| self.holder[place] == NOBODY);
            let price = |place: &usize| {
                let (period, room) = (place / self.rooms, place % self.rooms);
                (self.clash[course * self.periods + period], self.unseated[course * self.rooms + room])
            };
            let place = free.min_by_key(price).expect("the reader refuses more lectures than places");
            entered += self.enter(lecture, place);
        }
        self.cost = self.full_cost(entered);
    }

    /// What the timetable costs, given what it cost in soft points to enter all lectures into an empty one.
    fn full_cost(&self, entered: i64) -> Cost {
        // Each pair of rivals in a period is seen from both sides. Two lectures of one course in one period are a missing
        // lecture to the scorer and a clash to us.
        let mut hard = 0;
        for (lecture, &place) in self.place.iter().enumerate() {
            let course = usize::from(self.course[lecture]);
            let at = course * self.periods + place as usize / self.rooms;
            hard += i64::from(self.clash[at]) - 1 + i64::from(self.barred[at]);
        }
        // An empty timetable lacks all days, and its courses have one room less than the one that is free of charge.
        let empty: i64 = self.instance.courses.iter().map(|course| 5 * course.working_days as i64 - 1).sum();
        Cost { hard: hard / 2, soft: empty + entered }
    }

    pub(super) fn describe(&self, places: &[u32]) -> Solution {
        let lectures = places.iter().zip(&self.course).map(|(&place, &course)| {
            (usize::from(course), place as usize % self.rooms, place as usize / self.rooms)
        });
        Solution { lectures: lectures.collect() }
    }

    /// Puts a lecture into a place: the counts of clashes and the holder. (`soft_in` and `soft_out` keep the others.)
    pub(super) fn occupy(&mut self, lecture: usize, place: usize) {
        self.place[lecture] = place as u32;
        self.holder[place] = lecture as u16;
    }

    pub(super) fn shift_clashes(&mut self, course: usize, from: usize, to: usize) {
        for &rival in &self.rivals[course] {
            let row = usize::from(rival) * self.periods;
            self.clash[row + from] -= 1;
            self.clash[row + to] += 1;
        }
    }

    /// Puts a lecture into an empty place of a timetable that lacks it; says what that costs in soft points.
    fn enter(&mut self, lecture: usize, place: usize) -> i64 {
        let course = usize::from(self.course[lecture]);
        let period = place / self.rooms;
        self.occupy(lecture, place);
        for &rival in &self.rivals[course] {
            self.clash[usize::from(rival) * self.periods + period] += 1;
        }
        self.soft_in(course, period) + self.enter_room(course, place % self.rooms)
    }

    /// Takes a lecture of the course out of a period, as far as days and curricula go; says what that costs.
    pub(super) fn soft_out(&mut self, course: usize, period: usize) -> i64 {
        let mut lone = 0;
        for row in self.first_row[course]..self.first_row[course + 1] {
            let at = self.rows[row] as usize + self.padded[period];
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
    pub(super) fn soft_in(&mut self, course: usize, period: usize) -> i64 {
        let mut lone = 0;
        for row in self.first_row[course]..self.first_row[course + 1] {
            let at = self.rows[row] as usize + self.padded[period];
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

    pub(super) fn leave_day(&mut self, course: usize, period: usize) -> i64 {
        let day = course * self.instance.days + period / self.instance.periods_per_day;
        self.on_day[day] -= 1;
        if self.on_day[day] > 0 {
            return 0;
        }
        self.days_used[course] -= 1;
        5 * i64::from(self.days_used[course] < self.instance.courses[course].working_days as i64)
    }

    pub(super) fn join_day(&mut self, course: usize, period: usize) -> i64 {
        let day = course * self.instance.days + period / self.instance.periods_per_day;
        self.on_day[day] += 1;
        if self.on_day[day] > 1 {
            return 0;
        }
        self.days_used[course] += 1;
        -5 * i64::from(self.days_used[course] <= self.instance.courses[course].working_days as i64)
    }

    /// Whether the course is held on fewer days than it should be.
    pub(super) fn lacks_days(&self, course: usize) -> bool {
        self.days_used[course] < self.instance.courses[course].working_days as i64
    }

    pub(super) fn meets_on_day_of(&self, course: usize, period: usize) -> bool {
        self.on_day[course * self.instance.days + period / self.instance.periods_per_day] > 0
    }

    /// Takes a lecture of the course out of a room, as far as seats and stability go; says what that costs.
    pub(super) fn leave_room(&mut self, course: usize, room: usize) -> i64 {
        let at = course * self.rooms + room;
        self.in_room[at] -= 1;
        -self.unseated[at] - i64::from(self.in_room[at] == 0)
    }

    /// The reverse of [`Week::leave_room`].
    pub(super) fn enter_room(&mut self, course: usize, room: usize) -> i64 {
        let at = course * self.rooms + room;
        self.in_room[at] += 1;
        self.unseated[at] + i64::from(self.in_room[at] == 1)
    }

    /// What it costs that a lecture of the course goes from one room to another: seats and stability.
    pub(super) fn room_price(&self, course: usize, from: usize, to: usize) -> i64 {
        if from == to {
            return 0;
        }
        let row = course * self.rooms;
        let (leaves, enters) = (self.in_room[row + from] == 1, self.in_room[row + to] == 0);
        self.unseated[row + to] - self.unseated[row + from] + i64::from(enters) - i64::from(leaves)
    }

    pub(super) fn shift_room(&mut self, course: usize, from: usize, to: usize) {
        self.in_room[course * self.rooms + from] -= 1;
        self.in_room[course * self.rooms + to] += 1;
    }

    pub(super) fn clashes(&self, course: usize, period: usize) -> i64 {
        i64::from(self.clash[course * self.periods + period])
    }

    /// Goes back to a timetable, and counts everything anew.
    pub(super) fn restore(&mut self, solution: &[u32]) {
        for lecture in 0..solution.len() {
            let course = usize::from(self.course[lecture]);
            let place = self.place[lecture] as usize;
            let period = place / self.rooms;
            for &rival in &self.rivals[course] {
                self.clash[usize::from(rival) * self.periods + period] -= 1;
            }
            self.soft_out(course, period);
            self.leave_room(course, place % self.rooms);
        }
        self.holder.fill(NOBODY);
        let entered = solution.iter().enumerate().map(|(n, &place)| self.enter(n, place as usize)).sum();
        self.cost = self.full_cost(entered);
    }
}
