use super::Instance;
use crate::problem::Problem;
use std::fmt::Write;

/// Where each lecture is held: course, room, period (counted through all days).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Solution {
    /// One entry per lecture.
    pub lectures: Vec<(usize, usize, usize)>,
}

/// Reads lines `course room day period`. Of entries that repeat a course in a period the first counts.
pub fn read_solution(instance: &Instance, text: &str) -> Result<Solution, Problem> {
    let mut solution = Solution::default();
    for (line, words) in text.lines().enumerate().map(|(n, line)| (n + 1, line.split_whitespace())) {
        let words: Vec<&str> = words.collect();
        let [course, room, day, period] = words[..] else {
            if words.is_empty() {
                continue;
            }
            let message = format!("expected `course room day period`, found {} words", words.len());
            return Err(Problem::new(line, "line", message));
        };
        let unknown =
            |what: &str, name: &str| Problem::new(line, what, format!("`{name}` is not in the instance"));
        let found = instance.courses.iter().position(|known| known.name == course);
        let course = found.ok_or_else(|| unknown("course", course))?;
        let found = instance.rooms.iter().position(|known| known.name == room);
        let room = found.ok_or_else(|| unknown("room", room))?;
        let within = |what: &str, word: &str, end: usize| match word.parse::<usize>() {
            Ok(number) if number < end => Ok(number),
            _ => Err(Problem::new(line, what, format!("`{word}` is not a number below {end}"))),
        };
        let day = within("day", day, instance.days)?;
        let period = day * instance.periods_per_day + within("period", period, instance.periods_per_day)?;
        if !solution.lectures.iter().any(|&(c, _, p)| (c, p) == (course, period)) {
            solution.lectures.push((course, room, period));
        }
    }
    Ok(solution)
}

/// Writes lines `course room day period`.
pub fn write_solution(instance: &Instance, solution: &Solution) -> String {
    let mut text = String::new();
    for &(course, room, period) in &solution.lectures {
        let (day, period) = (period / instance.periods_per_day, period % instance.periods_per_day);
        let (course, room) = (&instance.courses[course].name, &instance.rooms[room].name);
        writeln!(text, "{course} {room} {day} {period}").expect("writing to a string cannot fail");
    }
    text
}
