//! Names and titles as they are compared: the same letters may be written in several ways.

use unicode_normalization::UnicodeNormalization as _;

/// As the forum keeps it: composed letters, single spaces.
pub(super) fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}

/// The same without regard to capitals.
pub(super) fn folded(text: &str) -> String {
    tidy(text).to_lowercase()
}
