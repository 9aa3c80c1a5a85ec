//! Bad curricula.

use super::{Case, each_is_named};
use crate::formats::CURRICULUM;

const CASES: &[Case] = &[
    ("Courses: 3", "Courses: 0", 2, "Courses:", "at least 1"),
    ("Courses: 3", "Courses: -3", 2, "Courses:", "not a whole number"),
    ("Courses: 3", "Courses: 3.5", 2, "Courses:", "not a whole number"),
    ("Courses: 3", "Courses: three", 2, "Courses:", "not a whole number"),
    ("Courses: 3", "Courses: 999999999999", 2, "Courses:", "too large"),
    ("Courses: 3", "Courses: 99999999999999999999999", 2, "Courses:", "not a whole number"),
    ("Courses: 3", "Courses: 2", 12, "ROOMS:", "found `History`"),
    ("Courses: 3", "Courses: 4", 16, "min_working_days", "is a count above wrong?"),
    ("Courses: 3", "Kurse: 3", 2, "Courses:", "found `Kurse:`"),
    ("Rooms: 2", "Rooms: 0", 3, "Rooms:", "at least 1"),
    ("Rooms: 2", "Rooms: 9999999", 3, "Rooms:", "too large"),
    ("Rooms: 2", "Rooms: 1", 16, "CURRICULA:", "found `B`"),
    ("Days: 2", "Days: 0", 4, "Days:", "at least 1"),
    ("Days: 2", "Days: two", 4, "Days:", "not a whole number"),
    ("Days: 2", "Days: 4000000", 4, "Days:", "at most 366"),
    ("Periods_per_day: 2", "Periods_per_day: 0", 5, "Periods_per_day:", "at least 1"),
    ("Periods_per_day: 2", "Periods_per_day: 1001", 5, "Periods_per_day:", "at most"),
    ("Curricula: 1", "Curricula: 2", 22, "courses of the curriculum", "not a whole number"),
    ("Curricula: 1", "Curricula: -1", 6, "Curricula:", "not a whole number"),
    ("Constraints: 1", "Constraints: 0", 22, "END.", "found `Ethics`"),
    ("Constraints: 1", "Constraints: 2", 24, "course", "no course `END.`"),
    ("Constraints: 1", "Constraints: 888888888888", 7, "Constraints:", "too large"),
    ("Law anna 2 2 30", "Law anna 0 2 30", 10, "lectures", "no lectures"),
    ("Law anna 2 2 30", "Law anna -2 2 30", 10, "lectures", "not a whole number"),
    ("Law anna 2 2 30", "Law anna 2 2 many", 10, "students", "not a whole number"),
    ("Law anna 2 2 30", "Law anna 2 2 9999999", 10, "students", "too large"),
    ("Law anna 2 2 30", "Law anna 2 2", 11, "students", "not a whole number"),
    ("Law anna 2 2 30", "Law anna 9 2 30", 0, "COURSES", "11 lectures, but only 8 places"),
    ("Ethics boris 1 1 10", "Law boris 1 1 10", 11, "course", "listed twice"),
    ("Ethics boris 1 1 10", "Ethics boris 4 1 10", 0, "UNAVAILABILITY_CONSTRAINTS", "only 3 periods"),
    ("COURSES:", "COURSE:", 9, "COURSES:", "found `COURSE:`"),
    ("ROOMS:", "ROOM", 14, "ROOMS:", "found `ROOM`"),
    ("B 40", "A 40", 16, "room", "listed twice"),
    ("B 40", "B forty", 16, "capacity", "not a whole number"),
    ("B 40", "B -40", 16, "capacity", "not a whole number"),
    ("B 40", "B 99999999", 16, "capacity", "too large"),
    ("first 2 Law Ethics", "first 2 Law Ethik", 19, "course of the curriculum", "no course `Ethik`"),
    ("first 2 Law Ethics", "first 3 Law Ethics", 21, "course of the curriculum", "no course"),
    ("first 2 Law Ethics", "first 1 Law Ethics", 19, "UNAVAILABILITY_CONSTRAINTS:", "found `Ethics`"),
    ("first 2 Law Ethics", "first 99999999 Law", 19, "courses of the curriculum", "too large"),
    ("Ethics 0 0", "Ethik 0 0", 22, "course", "no course `Ethik`"),
    ("Ethics 0 0", "Ethics 2 0", 22, "period", "outside the week"),
    ("Ethics 0 0", "Ethics 0 7", 22, "period", "outside the week"),
    ("Ethics 0 0", "Ethics 0 -1", 22, "period", "not a whole number"),
    ("END.", "", 22, "END.", "cut off"),
    ("END.", "FIN", 24, "END.", "found `FIN`"),
];

#[test]
fn what_is_wrong_with_a_curriculum_is_named() {
    each_is_named(CURRICULUM, CASES);
}
