//! Inputs that the fuzzers once tripped over, cut down to what matters.

use std::path::Path;

use crate::promises::{hold_for, hold_for_mapped_table};

#[test]
fn what_fuzzing_found_stays_fixed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/regressions");
    let mut found = 0;
    for (target, formats) in [
        ("schedule_xml", &["schedule-xml"][..]),
        ("schedule_json", &["schedule-json", "schedule2-json"]),
        ("csv", &["csv"]),
    ] {
        for entry in std::fs::read_dir(root.join(target)).expect("every target has a folder") {
            let bytes = std::fs::read(entry.expect("it can be listed").path()).expect("it can be read");
            formats.iter().for_each(|format| hold_for(format, &bytes));
            if target == "csv" {
                hold_for_mapped_table(&bytes);
            }
            found += 1;
        }
    }
    assert!(found > 0, "the folder of regressions has gone");
}
