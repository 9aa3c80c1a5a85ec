//! Nothing is left for later in the tree: no marker, no stub, no switched-off test, no lint silenced without a reason.

use crate::tidy::source::has_word;
use crate::tidy::tree::Tree;
use crate::tidy::{Report, Rule};

pub(super) const RULE: Rule =
    Rule { name: "leftovers", about: "no marker, stub, ignored test or unexplained lint exception", check };

/// Spelt in halves, so that this file does not find itself.
const MARKERS: &[&str] =
    &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X"), concat!("HA", "CK")];
const STUBS: &[&str] = &["todo!(", "unimplemented!(", "dbg!(", "#[ignore"];
const WRITTEN_BY_US: &[&str] = &[".rs", ".md", ".toml", ".ftl", ".css", ".js", ".yml", ".txt"];

fn check(tree: &Tree, report: &mut Report) {
    let mut silenced_in_all = 0;
    for file in &tree.files {
        if !WRITTEN_BY_US.iter().any(|ending| file.path.ends_with(ending)) {
            continue;
        }
        for (number, line) in file.text.lines().enumerate() {
            for marker in MARKERS.iter().filter(|marker| has_word(line, marker)) {
                report.find(
                    &file.path,
                    number + 1,
                    format_args!("{marker}: do it, or write it down as an issue"),
                );
            }
        }
        let Some(rust) = &file.rust else { continue };
        let lines: Vec<&str> = rust.code.lines().collect();
        for (number, line) in lines.iter().enumerate() {
            for stub in STUBS.iter().filter(|stub| has_word(line, stub)) {
                report.find(
                    &file.path,
                    number + 1,
                    format_args!("`{stub}` is no code: write it, or leave the place out"),
                );
            }
            let silenced =
                ["#[allow(", "#![allow(", "#[expect(", "#![expect("].iter().any(|at| line.contains(at));
            silenced_in_all += usize::from(silenced);
            let attribute = lines[number..].iter().take_while(|line| !line.contains(")]")).count();
            let end = (number + attribute).min(lines.len() - 1);
            if silenced && !lines[number..=end].iter().any(|line| has_word(line, "reason")) {
                report.find(
                    &file.path,
                    number + 1,
                    "a silenced lint needs `reason = \"…\"` (and rather `expect` than `allow`)",
                );
            }
        }
    }
    report.note(format!("{silenced_in_all} lints are silenced, each with its reason"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_for_later() {
        let marker = format!("// {}: later", MARKERS[0]);
        for (code, clean) in [
            (marker.as_str(), false),
            ("fn a() { todo!() }", false),
            ("fn a() { dbg!(x); }", false),
            ("#[ignore]\nfn a() {}", false),
            ("#[allow(dead_code)]\nfn a() {}", false),
            ("#[expect(\n    dead_code,\n    reason = \"used by the next stage\"\n)]\nfn a() {}", true),
            ("let s = \"todo!(\";", true),
        ] {
            let found = crate::tidy::findings(&RULE, &[("crates/forum/src/a.rs", code)]);
            assert_eq!(found.is_empty(), clean, "{code}: {found:?}");
        }
    }
}
