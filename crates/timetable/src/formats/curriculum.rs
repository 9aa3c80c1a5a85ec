use super::{Fact, Format, Puzzle, Tally, Term, named, written};
use crate::constraints::Level::{self, Hard, Soft};
use crate::curriculum::{self, Instance, Solution};
use crate::problem::Problem;
use crate::search::{Outcome, Pace};

pub(super) const FORMAT: Format = Format {
    name: "ctt",
    about: "curriculum timetabling of ITC-2007, track 3, formulation UD2",
    recognises: |text| {
        text.split_whitespace().any(|word| word == "COURSES:") || text.trim_start().starts_with("Name:")
    },
    read: |text| Ok(Box::new(curriculum::read(text)?)),
};

impl Puzzle for Instance {
    fn size(&self) -> String {
        let lectures: usize = self.courses.iter().map(|course| course.lectures).sum();
        format!(
            "{lectures} lectures of {} courses, {} rooms, {} days of {} periods",
            self.courses.len(),
            self.rooms.len(),
            self.days,
            self.periods_per_day
        )
    }

    fn solve(&self, seed: u64, pace: Pace<'_>) -> Outcome<String> {
        written(curriculum::solve(self, seed, pace), |solution| curriculum::write_solution(self, solution))
    }

    fn tally(&self, solution: &str) -> Result<Tally, Problem> {
        let week = Week::new(self, &curriculum::read_solution(self, solution)?);
        Ok(Tally::new(
            TERMS
                .iter()
                .map(|(name, about, level, facts)| Term::new(name, about, *level, facts(&week)))
                .collect(),
        ))
    }

    fn session(&self, name: &str) -> Option<usize> {
        let by_name = named(self.courses.iter().map(|course| course.name.as_str()), name);
        by_name.or_else(|| name.parse().ok().filter(|&number: &usize| number < self.courses.len()))
    }

    fn place(&self, solution: &str, session: usize) -> Result<String, Problem> {
        let week = Week::new(self, &curriculum::read_solution(self, solution)?);
        let held =
            week.held[session].iter().enumerate().filter_map(|(period, room)| Some((period, (*room)?)));
        let places: Vec<String> = held
            .map(|(period, room)| format!("{} in {}", week.when(period), self.rooms[room].name))
            .collect();
        Ok(format!("{}: {}", self.courses[session].name, places.join("; ")))
    }
}

type Facts = fn(&Week<'_>) -> Vec<Fact>;

/// The terms of UD2.
const TERMS: &[(&str, &str, Level, Facts)] = &[
    ("lectures", "lectures missing or too many", Hard, lectures),
    ("conflicts", "courses with a teacher or students in common at the same time", Hard, conflicts),
    ("availability", "lectures when the course is not available", Hard, availability),
    ("room_occupancy", "lectures beyond the first in a room", Hard, room_occupancy),
    ("room_capacity", "students without a seat", Soft, room_capacity),
    ("min_working_days", "five for each day that a course is short of", Soft, working_days),
    (
        "curriculum_compactness",
        "two for each lecture with none of its curriculum beside it",
        Soft,
        compactness,
    ),
    ("room_stability", "rooms of a course beyond its first", Soft, room_stability),
];

/// A solution as the terms look at it.
struct Week<'a> {
    instance: &'a Instance,
    lectures: Vec<(usize, usize, usize)>,
    /// By course and period: the room.
    held: Vec<Vec<Option<usize>>>,
}

impl<'a> Week<'a> {
    fn new(instance: &'a Instance, solution: &Solution) -> Self {
        let mut held = vec![vec![None; instance.periods()]; instance.courses.len()];
        solution.lectures.iter().for_each(|&(course, room, period)| held[course][period] = Some(room));
        Self { instance, lectures: solution.lectures.clone(), held }
    }

    fn when(&self, period: usize) -> String {
        let per_day = self.instance.periods_per_day;
        format!("day {} period {}", period / per_day, period % per_day)
    }

    fn name(&self, course: usize) -> &str {
        &self.instance.courses[course].name
    }

    /// Facts about single courses, each with its words and cost.
    fn courses(&self, fact: impl Fn(usize, &[Option<usize>]) -> (i64, String)) -> Vec<Fact> {
        let all = self.held.iter().enumerate().map(|(course, held)| (course, fact(course, held)));
        let wrong = all.filter(|(_, (cost, _))| *cost != 0);
        wrong.map(|(course, (cost, words))| Fact { words, cost, sessions: vec![course] }).collect()
    }

    fn rooms(&self, held: &[Option<usize>]) -> Vec<usize> {
        let mut rooms: Vec<usize> = held.iter().flatten().copied().collect();
        rooms.sort_unstable();
        rooms.dedup();
        rooms
    }
}

fn lectures(week: &Week<'_>) -> Vec<Fact> {
    week.courses(|course, held| {
        let (placed, wanted) = (held.iter().flatten().count(), week.instance.courses[course].lectures);
        (wanted.abs_diff(placed) as i64, format!("{} has {placed} of {wanted} lectures", week.name(course)))
    })
}

fn conflicts(week: &Week<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (one, rivals) in week.instance.conflicts().iter().enumerate() {
        for &other in rivals.iter().filter(|&&other| other > one) {
            for period in 0..week.instance.periods() {
                if week.held[one][period].is_some() && week.held[other][period].is_some() {
                    let words =
                        format!("{} and {} on {}", week.name(one), week.name(other), week.when(period));
                    facts.push(Fact { words, cost: 1, sessions: vec![one, other] });
                }
            }
        }
    }
    facts
}

fn availability(week: &Week<'_>) -> Vec<Fact> {
    week.courses(|course, held| {
        let barred = &week.instance.courses[course].unavailable;
        let wrong: Vec<usize> =
            (0..held.len()).filter(|period| held[*period].is_some() && barred.contains(period)).collect();
        let when: Vec<String> = wrong.iter().map(|&period| week.when(period)).collect();
        (wrong.len() as i64, format!("{} on {}", week.name(course), when.join(", ")))
    })
}

fn room_occupancy(week: &Week<'_>) -> Vec<Fact> {
    let mut cells: Vec<(usize, usize, usize)> =
        week.lectures.iter().map(|&(course, room, period)| (period, room, course)).collect();
    cells.sort_unstable();
    let shared = cells.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).filter(|cell| cell.len() > 1);
    shared
        .map(|cell| {
            let names: Vec<&str> = cell.iter().map(|&(.., course)| week.name(course)).collect();
            let room = &week.instance.rooms[cell[0].1].name;
            Fact {
                words: format!("{} in {room} on {}", names.join(", "), week.when(cell[0].0)),
                cost: cell.len() as i64 - 1,
                sessions: cell.iter().map(|&(.., course)| course).collect(),
            }
        })
        .collect()
}

fn room_capacity(week: &Week<'_>) -> Vec<Fact> {
    week.courses(|course, held| {
        let short =
            |room: usize| (week.instance.courses[course].students - week.instance.rooms[room].seats).max(0);
        let cost = held.iter().flatten().map(|&room| short(room)).sum();
        let rooms: Vec<String> = week
            .rooms(held)
            .into_iter()
            .filter(|&room| short(room) > 0)
            .map(|room| format!("{} lacks {} seats", week.instance.rooms[room].name, short(room)))
            .collect();
        (cost, format!("{}: {}", week.name(course), rooms.join(", ")))
    })
}

fn working_days(week: &Week<'_>) -> Vec<Fact> {
    week.courses(|course, held| {
        let days =
            held.chunks(week.instance.periods_per_day).filter(|day| day.iter().any(Option::is_some)).count();
        let wanted = week.instance.courses[course].working_days;
        (
            5 * wanted.saturating_sub(days) as i64,
            format!("{} is on {days} days, not {wanted}", week.name(course)),
        )
    })
}

fn compactness(week: &Week<'_>) -> Vec<Fact> {
    let per_day = week.instance.periods_per_day;
    let mut facts = Vec::new();
    for curriculum in &week.instance.curricula {
        let at = |period: usize| {
            curriculum.courses.iter().filter(move |&&course| week.held[course][period].is_some())
        };
        for period in 0..week.instance.periods() {
            let (first, last) = (period % per_day == 0, period % per_day == per_day - 1);
            let alone =
                (first || at(period - 1).next().is_none()) && (last || at(period + 1).next().is_none());
            for &course in at(period).filter(|_| alone) {
                let words = format!("{} of {} on {}", week.name(course), curriculum.name, week.when(period));
                facts.push(Fact { words, cost: 2, sessions: vec![course] });
            }
        }
    }
    facts
}

fn room_stability(week: &Week<'_>) -> Vec<Fact> {
    week.courses(|course, held| {
        let rooms = week.rooms(held);
        let names: Vec<&str> = rooms.iter().map(|&room| week.instance.rooms[room].name.as_str()).collect();
        ((rooms.len() as i64 - 1).max(0), format!("{} is in {}", week.name(course), names.join(", ")))
    })
}
