//! Any bytes into the reader of schedule XML.
#![no_main]

#[path = "../../crates/interchange/tests/suite/promises.rs"]
mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    promises::hold_for("schedule-xml", bytes);
});
