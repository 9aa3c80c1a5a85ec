//! Any bytes as an instance of the timetable engine, of whatever format they look like.
#![no_main]

#[path = "../../crates/timetable/tests/suite/promises.rs"]
#[allow(dead_code, reason = "each target uses its part")]
mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promises::hold_for_instance(bytes));
