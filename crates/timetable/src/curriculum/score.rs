use super::{Instance, Solution};
use crate::search::Cost;

/// The terms of UD2, each as the official validator counts it (soft ones with their weight).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    /// Lectures missing or too many.
    pub lectures: i64,
    /// Pairs of conflicting courses in one period.
    pub conflicts: i64,
    /// Lectures in periods in which the course is not available.
    pub availability: i64,
    /// Lectures beyond the first in a room and period.
    pub room_occupancy: i64,
    /// Students without a seat.
    pub room_capacity: i64,
    /// Five for each day that a course is short of.
    pub working_days: i64,
    /// Two for each lecture of a curriculum with no other next to it.
    pub compactness: i64,
    /// One for each room of a course beyond its first.
    pub room_stability: i64,
}

impl Score {
    /// Hard terms and soft terms.
    pub fn cost(&self) -> Cost {
        Cost {
            hard: self.lectures + self.conflicts + self.availability + self.room_occupancy,
            soft: self.room_capacity + self.working_days + self.compactness + self.room_stability,
        }
    }
}

/// What a solution costs, from scratch.
pub fn score(instance: &Instance, solution: &Solution) -> Score {
    let periods = instance.periods();
    let mut held = vec![vec![None; periods]; instance.courses.len()];
    let mut occupied = vec![vec![0; instance.rooms.len()]; periods];
    let mut score = Score::default();
    for &(course, room, period) in &solution.lectures {
        // A second lecture of a course in one period is left out, and so missing.
        if held[course][period].is_none() {
            held[course][period] = Some(room);
            occupied[period][room] += 1;
        }
    }
    score.room_occupancy = occupied.iter().flatten().map(|&lectures: &i64| (lectures - 1).max(0)).sum();
    for (course, rivals) in instance.conflicts().iter().enumerate() {
        for &rival in rivals.iter().filter(|&&rival| rival > course) {
            let both = (0..periods).filter(|&p| held[course][p].is_some() && held[rival][p].is_some());
            score.conflicts += both.count() as i64;
        }
    }
    for (course, held) in instance.courses.iter().zip(&held) {
        let rooms: Vec<usize> = held.iter().flatten().copied().collect();
        score.lectures += (course.lectures as i64 - rooms.len() as i64).abs();
        let barred = (0..periods).filter(|p| held[*p].is_some() && course.unavailable.contains(p));
        score.availability += barred.count() as i64;
        score.room_capacity +=
            rooms.iter().map(|&room| (course.students - instance.rooms[room].seats).max(0)).sum::<i64>();
        let days =
            held.chunks(instance.periods_per_day).filter(|day| day.iter().any(Option::is_some)).count();
        score.working_days += 5 * (course.working_days as i64 - days as i64).max(0);
        score.room_stability += (distinct(rooms) as i64 - 1).max(0);
    }
    for curriculum in &instance.curricula {
        let mut lectures = vec![0; periods];
        for &course in &curriculum.courses {
            (0..periods).filter(|&p| held[course][p].is_some()).for_each(|p| lectures[p] += 1);
        }
        for day in lectures.chunks(instance.periods_per_day) {
            let empty = |p: Option<usize>| p.and_then(|p| day.get(p)).is_none_or(|&lectures| lectures == 0);
            let alone = (0..day.len()).filter(|&p| empty(p.checked_sub(1)) && empty(Some(p + 1)));
            score.compactness += 2 * alone.map(|p| day[p]).sum::<i64>();
        }
    }
    score
}

fn distinct(mut items: Vec<usize>) -> usize {
    items.sort_unstable();
    items.dedup();
    items.len()
}
