//! Any bytes into both readers of schedule JSON.
#![no_main]

#[path = "../../crates/interchange/tests/suite/promises.rs"]
mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    promises::hold_for("schedule-json", bytes);
    promises::hold_for("schedule2-json", bytes);
});
