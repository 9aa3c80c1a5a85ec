//! A stage may name the stages before it, never one after it. What must flow back goes through an act.

use super::STAGES;
use crate::tidy::source;
use crate::tidy::tree::{File, Tree};
use crate::tidy::{Report, Rule};

pub(super) const RULE: Rule =
    Rule { name: "stage-order", about: "a stage names only stages before it", check };

fn check(tree: &Tree, report: &mut Report) {
    for file in tree.files.iter().filter(|file| matches!(file.krate(), Some("forum" | "hemicycle"))) {
        let Some(own) = stage_of(file) else { continue };
        let code = file.shipped_code();
        for (byte, root) in roots(code) {
            for name in named_after(&code[byte + root.len()..]) {
                let Some(later) = STAGES.iter().position(|stage| *stage == name).filter(|stage| *stage > own)
                else {
                    continue;
                };
                let line = code[..byte].matches('\n').count() + 1;
                let (own, later) = (STAGES[own], STAGES[later]);
                let remedy = "move it there, or let it flow back through an act";
                report.find(
                    &file.path,
                    line,
                    format_args!("`{own}` comes before `{later}` and may not name it: {remedy}"),
                );
            }
        }
    }
}

/// Which stage's folder (or file) this is.
fn stage_of(file: &File) -> Option<usize> {
    let first = file.in_src()?.split('/').next()?;
    STAGES.iter().position(|stage| *stage == first.strip_suffix(".rs").unwrap_or(first))
}

/// Where paths start that can reach another stage.
fn roots(code: &str) -> Vec<(usize, &'static str)> {
    ["crate::", "super::super::"]
        .into_iter()
        .flat_map(|root| code.match_indices(root).map(move |(at, _)| (at, root)))
        .filter(|(at, _)| !code[..*at].ends_with(source::is_word))
        .collect()
}

/// The names right after the root: one, or those of a `{…}` group.
fn named_after(rest: &str) -> Vec<&str> {
    let Some(group) = rest.strip_prefix('{') else {
        return source::words(rest).first().map(|(_, word)| *word).into_iter().collect();
    };
    let (mut depth, mut names, mut fresh) = (1, Vec::new(), true);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' => fresh = true,
            c if fresh && depth == 1 && source::is_word(c) => {
                names.extend(source::words(&group[at..]).first().map(|(_, word)| *word));
                fresh = false;
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_names_only_stages_before_it() {
        for (path, code, clean) in [
            ("crates/forum/src/review/rules.rs", "use crate::call::Proposal;", true),
            ("crates/forum/src/call/rules.rs", "use crate::review::Score;", false),
            ("crates/forum/src/call/rules.rs", "use super::super::floor::Queue;", false),
            (
                "crates/forum/src/call/rules.rs",
                "use crate::{\n people::{Person, review},\n floor::Queue,\n};",
                false,
            ),
            ("crates/forum/src/call/rules.rs", "use crate::{people::{Person, review}, words::Words};", true),
            ("crates/hemicycle/src/people/pages.rs", "fn a() { crate::programme::pages::b() }", false),
            ("crates/hemicycle/src/people/pages.rs", "// crate::programme::pages", true),
            ("crates/hemicycle/src/router.rs", "use crate::village::pages;", true),
            ("crates/forum/src/people.rs", "use crate::call::Proposal;", false),
            ("crates/forum/src/call/a.rs", "#[cfg(test)]\nmod tests { use crate::floor::Queue; }", true),
        ] {
            let found = crate::tidy::findings(&RULE, &[(path, code)]);
            assert_eq!(found.is_empty(), clean, "{path}: {code}: {found:?}");
        }
    }
}
