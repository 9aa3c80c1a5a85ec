/// A course: lectures by one teacher to one audience.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// Its name in the file.
    pub name: String,
    /// Index of the teacher; teachers of the same name are the same person.
    pub teacher: usize,
    /// How many lectures it has.
    pub lectures: usize,
    /// Over how many days they should be spread at least.
    pub working_days: usize,
    /// How many students attend.
    pub students: i64,
    /// Periods in which it cannot be held, counted through all days.
    pub unavailable: Vec<usize>,
    /// Curricula that it belongs to.
    pub curricula: Vec<usize>,
}

/// A room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// Its name in the file.
    pub name: String,
    /// How many seats it has.
    pub seats: i64,
}

/// Courses with students in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curriculum {
    /// Its name in the file.
    pub name: String,
    /// Its courses.
    pub courses: Vec<usize>,
}

/// A curriculum timetabling problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    /// Its name.
    pub name: String,
    /// How many days the week has.
    pub days: usize,
    /// How many periods a day has.
    pub periods_per_day: usize,
    /// The courses.
    pub courses: Vec<Course>,
    /// The rooms.
    pub rooms: Vec<Room>,
    /// The curricula.
    pub curricula: Vec<Curriculum>,
}

impl Instance {
    /// How many periods the week has.
    pub fn periods(&self) -> usize {
        self.days * self.periods_per_day
    }

    /// For every course those that may not be held at the same time: one teacher, or a curriculum in common.
    pub fn conflicts(&self) -> Vec<Vec<usize>> {
        let shares = |a: &Course, b: &Course| {
            a.teacher == b.teacher || a.curricula.iter().any(|curriculum| b.curricula.contains(curriculum))
        };
        let courses = &self.courses;
        let rivals =
            |a: usize| (0..courses.len()).filter(move |&b| a != b && shares(&courses[a], &courses[b]));
        (0..courses.len()).map(|course| rivals(course).collect()).collect()
    }
}
