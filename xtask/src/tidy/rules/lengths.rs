//! Files and functions stay short. What is already longer stands in `xtask/ratchet.txt` and may only shrink.

use std::collections::BTreeMap;

use crate::tidy::tree::Tree;
use crate::tidy::{Report, Rule};

pub(super) const RULE: Rule =
    Rule { name: "lengths", about: "files of at most 500 lines, functions of at most 60 (a ratchet)", check };

const FILE_LINES_MAX: usize = 500;
const FUNCTION_LINES_MAX: usize = 60;
const RATCHET: &str = "xtask/ratchet.txt";

fn check(tree: &Tree, report: &mut Report) {
    let mut exceptions = exceptions(tree, report);
    for file in
        tree.files.iter().filter(|file| [".rs", ".css", ".js"].iter().any(|end| file.path.ends_with(end)))
    {
        let lines = file.text.lines().count();
        hold(report, &mut exceptions, format!("file {}", file.path), 0, lines, FILE_LINES_MAX);
        for function in file.rust.iter().flat_map(|rust| rust.functions()) {
            let name = format!("function {} {}", file.path, function.name);
            hold(report, &mut exceptions, name, function.line, function.length, FUNCTION_LINES_MAX);
        }
    }
    for (what, (line, _)) in exceptions {
        report.find(RATCHET, line, format_args!("`{what}` is short enough now, or gone: remove the line"));
    }
}

/// The lines `file PATH N` and `function PATH NAME N`, with where they stand.
fn exceptions(tree: &Tree, report: &mut Report) -> BTreeMap<String, (usize, usize)> {
    let mut exceptions = BTreeMap::new();
    for (number, line) in tree.file(RATCHET).iter().flat_map(|file| file.text.lines().enumerate()) {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        match line.rsplit_once(' ').map(|(what, length)| (what, length.parse())) {
            Some((what, Ok(length))) => {
                exceptions.insert(what.to_owned(), (number + 1, length));
            }
            _ => report.find(RATCHET, number + 1, "write `file PATH N` or `function PATH NAME N`"),
        }
    }
    exceptions
}

fn hold(
    report: &mut Report,
    exceptions: &mut BTreeMap<String, (usize, usize)>,
    what: String,
    line: usize,
    length: usize,
    max: usize,
) {
    let path = what.split(' ').nth(1).unwrap_or_default().to_owned();
    match exceptions.get(&what) {
        _ if length <= max => {} // a left-over exception is reported at the end
        Some((at, allowed)) => {
            if length < *allowed {
                report.find(
                    RATCHET,
                    *at,
                    format_args!("`{what}` has only {length} lines now: lower its number"),
                );
            } else if length > *allowed {
                report.find(
                    &path,
                    line,
                    format_args!("`{what}` grew from {allowed} to {length} lines: split it"),
                );
            }
            exceptions.remove(&what);
        }
        None => report.find(
            &path,
            line,
            format_args!("`{what}` has {length} lines, {max} are the most: split it"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn function(lines: usize) -> String {
        format!("fn a() {{\n{}}}\n", "  b();\n".repeat(lines - 2))
    }

    #[test]
    fn functions_and_files_stay_short() {
        for (text, clean) in [
            (function(FUNCTION_LINES_MAX), true),
            (function(FUNCTION_LINES_MAX + 1), false),
            ("// a\n".repeat(FILE_LINES_MAX), true),
            ("// a\n".repeat(FILE_LINES_MAX + 1), false),
        ] {
            let found = crate::tidy::findings(&RULE, &[("crates/forum/src/a.rs", &text)]);
            assert_eq!(found.is_empty(), clean, "{found:?}");
        }
    }

    #[test]
    fn an_exception_may_only_shrink() {
        for (allowed, length, clean) in [(70, 70, true), (70, 71, false), (70, 69, false), (70, 10, false)] {
            let ratchet = format!("# exceptions\nfunction crates/forum/src/a.rs a {allowed}\n");
            let tree = [("crates/forum/src/a.rs", function(length)), (RATCHET, ratchet)];
            let tree: Vec<(&str, &str)> = tree.iter().map(|(path, text)| (*path, text.as_str())).collect();
            let found = crate::tidy::findings(&RULE, &tree);
            assert_eq!(found.is_empty(), clean, "{allowed} {length}: {found:?}");
        }
    }
}
