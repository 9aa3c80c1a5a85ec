//! How many tests passed and failed, read from what the test runners say at their end.

use std::ops::AddAssign;

/// Tests that passed and tests that failed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl From<(usize, usize)> for Tally {
    fn from((passed, failed): (usize, usize)) -> Tally {
        Tally { passed, failed }
    }
}

impl Tally {
    /// Reads a closing line of nextest (`Summary [ 0.1s] 3 tests run: 2 passed, 1 failed, 0 skipped`) or of cargo's own
    /// runner (`test result: ok. 2 passed; 0 failed; …`); any other line says nothing.
    pub(crate) fn read(line: &str) -> Option<Tally> {
        let counts = match line.trim_start().strip_prefix("test result:") {
            Some(rest) => rest.split_once(". ")?.1,
            None if line.trim_start().starts_with("Summary [") => line.split_once(" run: ")?.1,
            None => return None,
        };
        let mut tally = Tally::default();
        for count in counts.split([',', ';']) {
            let mut words = count.split_whitespace();
            let Some(number) = words.next().and_then(|word| word.parse::<usize>().ok()) else { continue };
            match words.next() {
                Some("passed") => tally.passed += number,
                Some("failed" | "timed" | "exec") => tally.failed += number,
                _ => {}
            }
        }
        Some(tally)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_of_both_runners_are_read() {
        for (line, expected) in [
            ("     Summary [   0.120s] 12 tests run: 12 passed, 0 skipped", Some((12, 0))),
            (
                "     Summary [   9.120s] 5/6 tests run: 2 passed (1 slow), 1 failed, 1 timed out, 1 exec failed, 1 skipped",
                Some((2, 3)),
            ),
            ("     Summary [   0.001s] 1 test run: 0 passed, 1 failed, 3 skipped", Some((0, 1))),
            (
                "test result: ok. 19 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
                Some((19, 0)),
            ),
            ("test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out", Some((1, 2))),
            ("test tally::tests::a ... ok", None),
        ] {
            let expected = expected.map(|(passed, failed)| Tally { passed, failed });
            assert_eq!(Tally::read(line), expected, "{line}");
        }
    }
}
