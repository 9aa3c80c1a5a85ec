//! The pure crates take time, chance and data as arguments: the same log gives the same state on any machine.

use super::PURE;
use crate::tidy::source::has_word;
use crate::tidy::tree::Tree;
use crate::tidy::{Report, Rule};

pub(super) const RULE: Rule =
    Rule { name: "pure-core", about: "no I/O, clock, chance, threads or async in the pure crates", check };

/// What reaches out of a pure crate, and what to do instead.
const REACHES_OUT: &[(&str, &[&str])] = &[
    (
        "take the data as an argument",
        &[
            "std::fs",
            "std::net",
            "std::env",
            "std::process",
            "io::stdin",
            "io::stdout",
            "io::stderr",
            "File::open",
            "File::create",
        ],
    ),
    ("return it to the caller, who may print", &["print!(", "println!(", "eprint!(", "eprintln!(", "dbg!("]),
    (
        "the time comes in with the context",
        &["SystemTime", "time::Instant", "Instant::now", "Timestamp::now", "Zoned::now", "TimeZone::system"],
    ),
    (
        "chance comes in as a seed or a fresh id",
        &[
            "rand::",
            "getrandom",
            "thread_rng",
            "RandomState",
            "std::collections::HashMap",
            "std::collections::HashSet",
        ],
    ),
    (
        "leave threads and waiting to the shell",
        &["std::thread", "async fn", "async move", ".await", "tokio", "static mut"],
    ),
];

fn check(tree: &Tree, report: &mut Report) {
    // An example is a small shell around its crate: it may read the file and look at the clock for it.
    let shipped = tree.files.iter().filter(|file| !file.path.contains("/examples/"));
    for file in shipped.filter(|file| file.krate().is_some_and(|krate| PURE.contains(&krate))) {
        for (number, line) in file.shipped_code().lines().enumerate() {
            for (remedy, names) in REACHES_OUT {
                for name in names.iter().filter(|name| has_word(line, name)) {
                    report.find(&file.path, number + 1, format_args!("`{name}` in a pure crate: {remedy}"));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pure_crate_reaches_for_nothing() {
        for (code, clean) in [
            ("let text = std::fs::read_to_string(path);", false),
            ("use std::time::Instant;", false),
            ("let now = jiff::Timestamp::now();", false),
            ("println!(\"{x}\");", false),
            ("pub async fn a() {}", false),
            ("use std::collections::HashMap;", false),
            ("use std::collections::BTreeMap;", true),
            ("// std::fs would be I/O", true),
            ("let s = \"std::fs\";", true),
            ("#[cfg(test)]\nmod tests { fn a() { std::fs::read(p); } }", true),
        ] {
            let found = crate::tidy::findings(&RULE, &[("crates/forum/src/a.rs", code)]);
            assert_eq!(found.is_empty(), clean, "{code}: {found:?}");
            assert!(crate::tidy::findings(&RULE, &[("crates/platform/src/a.rs", code)]).is_empty());
        }
    }
}
