use super::{Course, Curriculum, Instance, Room};
use crate::problem::Problem;
use std::collections::{BTreeMap, BTreeSet};

/// More than any timetable has; a file that asks for more is refused before memory is spent on it.
const MOST: usize = 20_000;
/// More lectures than this have no number of their own in the search.
const MOST_LECTURES: usize = 60_000;
/// Tables of courses, curricula or rooms by periods larger than this are refused.
const MOST_CELLS: usize = 50_000_000;

/// Reads an instance in the `.ctt` format.
pub fn read(text: &str) -> Result<Instance, Problem> {
    let mut tokens = Tokens::new(text);
    let name = tokens.header("Name:")?.1.to_string();
    let courses = tokens.header_number("Courses:", MOST)?;
    let rooms = tokens.header_number("Rooms:", MOST)?;
    let days = tokens.header_number("Days:", 366)?;
    let periods_per_day = tokens.header_number("Periods_per_day:", 1_000)?;
    let curricula = tokens.header_number("Curricula:", MOST)?;
    let constraints = tokens.header_number("Constraints:", MOST * 10)?;
    for (field, count) in [("Courses:", courses), ("Rooms:", rooms)] {
        let cells = count * days * periods_per_day;
        if cells > MOST_CELLS {
            let message =
                format!("{count} × {days} days × {periods_per_day} periods; at most {MOST_CELLS} are read");
            return Err(Problem::new(0, field, message));
        }
    }
    let mut instance =
        Instance { name, days, periods_per_day, courses: vec![], rooms: vec![], curricula: vec![] };
    let names = read_courses(&mut tokens, &mut instance, courses)?;
    read_rooms(&mut tokens, &mut instance, rooms)?;
    read_curricula(&mut tokens, &mut instance, curricula, &names)?;
    read_unavailabilities(&mut tokens, &mut instance, constraints, &names)?;
    check(&instance)?;
    Ok(instance)
}

fn read_courses<'a>(
    tokens: &mut Tokens<'a>,
    instance: &mut Instance,
    count: usize,
) -> Result<BTreeMap<&'a str, usize>, Problem> {
    tokens.expect("COURSES:")?;
    let mut names = BTreeMap::new();
    let mut teachers = BTreeMap::new();
    for index in 0..count {
        let (line, name) = tokens.next("course")?;
        if names.insert(name, index).is_some() {
            return Err(
                line.problem("course", format!("`{name}` is listed twice; give each course its own name"))
            );
        }
        let next = teachers.len();
        let teacher = *teachers.entry(tokens.next("teacher")?.1).or_insert(next);
        let (line, lectures) = tokens.number("lectures", MOST)?;
        if lectures == 0 {
            return Err(
                line.problem("lectures", format!("`{name}` has no lectures; give it one or leave it out"))
            );
        }
        let (_, working_days) = tokens.number("min_working_days", MOST)?;
        let (_, students) = tokens.number("students", 1_000_000)?;
        instance.courses.push(Course {
            name: name.to_string(),
            teacher,
            lectures,
            working_days,
            students: students as i64,
            unavailable: vec![],
            curricula: vec![],
        });
    }
    Ok(names)
}

fn read_rooms(tokens: &mut Tokens<'_>, instance: &mut Instance, count: usize) -> Result<(), Problem> {
    tokens.expect("ROOMS:")?;
    let mut names = BTreeSet::new();
    for _ in 0..count {
        let (line, name) = tokens.next("room")?;
        if !names.insert(name) {
            return Err(
                line.problem("room", format!("`{name}` is listed twice; give each room its own name"))
            );
        }
        let (_, seats) = tokens.number("capacity", 1_000_000)?;
        instance.rooms.push(Room { name: name.to_string(), seats: seats as i64 });
    }
    Ok(())
}

fn read_curricula(
    tokens: &mut Tokens<'_>,
    instance: &mut Instance,
    count: usize,
    names: &BTreeMap<&str, usize>,
) -> Result<(), Problem> {
    tokens.expect("CURRICULA:")?;
    for index in 0..count {
        let (_, name) = tokens.next("curriculum")?;
        let (_, size) = tokens.number("courses of the curriculum", MOST)?;
        let mut courses = Vec::new();
        for _ in 0..size {
            let (_, course) = tokens.known("course of the curriculum", names)?;
            if !courses.contains(&course) {
                courses.push(course);
                instance.courses[course].curricula.push(index);
            }
        }
        instance.curricula.push(Curriculum { name: name.to_string(), courses });
    }
    Ok(())
}

fn read_unavailabilities(
    tokens: &mut Tokens<'_>,
    instance: &mut Instance,
    count: usize,
    names: &BTreeMap<&str, usize>,
) -> Result<(), Problem> {
    tokens.expect("UNAVAILABILITY_CONSTRAINTS:")?;
    for _ in 0..count {
        let (_, course) = tokens.known("course", names)?;
        let (line, day) = tokens.number("day", MOST)?;
        let (_, period) = tokens.number("period", MOST)?;
        if day >= instance.days || period >= instance.periods_per_day {
            let message = format!("day {day}, period {period} lies outside the week; both count from 0");
            return Err(line.problem("period", message));
        }
        instance.courses[course].unavailable.push(day * instance.periods_per_day + period);
    }
    tokens.expect("END.")
}

/// Whether everything can be placed at all, by counting.
fn check(instance: &Instance) -> Result<(), Problem> {
    let lectures: usize = instance.courses.iter().map(|course| course.lectures).sum();
    let cells = instance.periods() * instance.rooms.len();
    let (courses, periods) = (instance.courses.len(), instance.periods());
    let tables = [courses * courses, courses * periods, instance.curricula.len() * periods, cells];
    if lectures > MOST_LECTURES || tables.into_iter().any(|size| size > MOST_CELLS) {
        let message = format!(
            "{courses} courses with {lectures} lectures in {periods} periods are more than a search can hold; split the instance"
        );
        return Err(Problem::new(0, "COURSES", message));
    }
    if lectures > cells {
        let message =
            format!("{lectures} lectures, but only {cells} places (rooms × periods); add rooms or periods");
        return Err(Problem::new(0, "COURSES", message));
    }
    for course in &instance.courses {
        let mut blocked = course.unavailable.clone();
        blocked.sort_unstable();
        blocked.dedup();
        let free = instance.periods() - blocked.len();
        if course.lectures > free {
            let message = format!(
                "`{}` has {} lectures and only {free} periods in which it is free",
                course.name, course.lectures
            );
            return Err(Problem::new(0, "UNAVAILABILITY_CONSTRAINTS", message));
        }
    }
    Ok(())
}

/// Where a word stands.
#[derive(Clone, Copy)]
struct Spot {
    line: usize,
    column: usize,
}

impl Spot {
    fn problem(self, field: &str, message: impl Into<String>) -> Problem {
        Problem::new(self.line, field, message).column(self.column)
    }
}

/// The words of a file, each with its place.
struct Tokens<'a> {
    words: Box<dyn Iterator<Item = (Spot, &'a str)> + 'a>,
    last: Spot,
}

impl<'a> Tokens<'a> {
    fn new(text: &'a str) -> Self {
        let words = text.lines().enumerate().flat_map(|(n, line)| {
            let column = |word: &str| 1 + word.as_ptr().addr() - line.as_ptr().addr();
            line.split_whitespace().map(move |word| (Spot { line: n + 1, column: column(word) }, word))
        });
        Self { words: Box::new(words), last: Spot { line: 1, column: 1 } }
    }

    fn next(&mut self, field: &str) -> Result<(Spot, &'a str), Problem> {
        let found = self.words.next();
        let (line, word) = found.ok_or_else(|| {
            self.last.problem(field, "the file ends here; is it cut off, or is a count too large?")
        })?;
        self.last = line;
        Ok((line, word))
    }

    fn expect(&mut self, keyword: &str) -> Result<(), Problem> {
        let (line, word) = self.next(keyword)?;
        if word == keyword {
            return Ok(());
        }
        let message = format!(
            "expected `{keyword}`, found `{word}`; does a count in the header disagree with the list?"
        );
        Err(line.problem(keyword, message))
    }

    fn header(&mut self, keyword: &str) -> Result<(Spot, &'a str), Problem> {
        self.expect(keyword)?;
        self.next(keyword)
    }

    fn header_number(&mut self, keyword: &str, most: usize) -> Result<usize, Problem> {
        self.expect(keyword)?;
        let (line, number) = self.number(keyword, most)?;
        if number == 0 && !matches!(keyword, "Curricula:" | "Constraints:") {
            return Err(line.problem(keyword, "must be at least 1"));
        }
        Ok(number)
    }

    fn number(&mut self, field: &str, most: usize) -> Result<(Spot, usize), Problem> {
        let (line, word) = self.next(field)?;
        match word.parse::<usize>() {
            Ok(number) if number <= most => Ok((line, number)),
            Ok(_) => Err(line.problem(field, format!("`{word}` is too large; at most {most}"))),
            Err(_) => {
                Err(line.problem(field, format!("`{word}` is not a whole number; is a count above wrong?")))
            }
        }
    }

    fn known(&mut self, field: &str, names: &BTreeMap<&str, usize>) -> Result<(Spot, usize), Problem> {
        let (line, word) = self.next(field)?;
        let index = names.get(word).copied();
        let unknown = || line.problem(field, format!("there is no course `{word}` in the list of courses"));
        index.map(|index| (line, index)).ok_or_else(unknown)
    }
}
