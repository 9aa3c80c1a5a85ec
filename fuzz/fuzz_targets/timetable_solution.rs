//! Any bytes as a solution of a small instance; the first byte says of which format.
#![no_main]

use std::sync::LazyLock;
use timetable::formats::{Puzzle, read};

#[path = "../../crates/timetable/tests/suite/promises.rs"]
#[allow(dead_code, reason = "each target uses its part")]
mod promises;

static PUZZLES: LazyLock<Vec<Box<dyn Puzzle>>> = LazyLock::new(|| {
    let files = [
        include_str!("../../crates/timetable/tests/fixtures/forum.json"),
        include_str!("../../crates/timetable/tests/fixtures/small.ctt"),
        include_str!("../../crates/timetable/tests/fixtures/ietf.json"),
        include_str!("../../crates/timetable/tests/fixtures/cosplib.json"),
    ];
    files.iter().map(|text| read(text).expect("a good file").1).collect()
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((which, rest)) = bytes.split_first() else { return };
    promises::hold_for_solution(&*PUZZLES[usize::from(*which) % PUZZLES.len()], rest);
});
