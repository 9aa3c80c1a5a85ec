//! Any bytes into the reader of CSV, as proposed; and a mapping (the first line) with a table (the rest).
#![no_main]

#[path = "../../crates/interchange/tests/suite/promises.rs"]
mod promises;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    promises::hold_for("csv", bytes);
    promises::hold_for_mapped_table(bytes);
});
