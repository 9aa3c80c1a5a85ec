//! Every path that a document names exists: the map must not lie.

use std::collections::BTreeSet;

use crate::tidy::tree::Tree;
use crate::tidy::{Report, Rule};

pub(super) const RULE: Rule =
    Rule { name: "doc-paths", about: "every path that a document names exists", check };

fn check(tree: &Tree, report: &mut Report) {
    let places = Places::of(&tree.paths);
    for file in tree.files.iter().filter(|file| file.path.ends_with(".md")) {
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut fenced = false;
        for (number, line) in file.text.lines().enumerate() {
            if line.trim_start().starts_with("```") {
                fenced = !fenced;
            }
            if fenced {
                continue;
            }
            let (links, spans) = (links(line), spans(line));
            let named = spans.into_iter().filter(|span| places.looks_like_path(span)).chain(links);
            for path in named.filter(|path| !places.exist(folder, path)) {
                report.find(
                    &file.path,
                    number + 1,
                    format_args!("`{path}` does not exist: correct it, or leave it out"),
                );
            }
        }
    }
}

/// What stands in backticks.
fn spans(line: &str) -> Vec<&str> {
    line.split('`').skip(1).step_by(2).collect()
}

/// The targets of links that stay inside the repository.
fn links(line: &str) -> Vec<&str> {
    line.match_indices("](")
        .filter_map(|(at, _)| line[at + 2..].split(')').next())
        .map(|target| target.split('#').next().unwrap_or_default())
        .filter(|target| !target.is_empty() && !target.contains("://") && !target.starts_with("mailto:"))
        .collect()
}

struct Places<'a> {
    paths: &'a BTreeSet<String>,
    /// The first steps of all paths that there are, shorthands included.
    firsts: BTreeSet<&'a str>,
}

impl<'a> Places<'a> {
    fn of(paths: &'a BTreeSet<String>) -> Places<'a> {
        let first = |path: &'a str| path.split('/').next().unwrap_or_default();
        let firsts =
            paths.iter().flat_map(|path| [first(path), first(path.strip_prefix("crates/").unwrap_or(path))]);
        Places { paths, firsts: firsts.collect() }
    }

    /// `crates/forum/src`, `forum/src/call/`, `README.md`: something of ours; not `/meetings/{id}` or `serde/derive`.
    fn looks_like_path(&self, span: &str) -> bool {
        let plain = |c: char| c.is_alphanumeric() || "/._-{},<>*…".contains(c);
        let generated = span.starts_with("target/");
        let file =
            [".md", ".rs", ".toml", ".ftl"].iter().any(|ending| span.ends_with(ending)) && span.len() > 4;
        let inside = span.split_once('/').is_some_and(|(first, _)| self.firsts.contains(first));
        span.chars().all(plain)
            && !generated
            && !span.starts_with('/')
            && (inside || file && !span.starts_with('.'))
    }

    /// As it stands, from the document's folder, inside `crates/`, or as the ending of any path (a bare `rules.rs`).
    fn exist(&self, folder: &str, named: &str) -> bool {
        let named = named.trim_end_matches('/').trim_start_matches("./");
        if named.is_empty() {
            return true;
        }
        alternatives(named).iter().all(|named| {
            let whole = [named.clone(), format!("crates/{named}"), format!("{folder}/{named}")];
            let ending = format!("/{named}");
            self.paths.iter().any(|path| {
                whole.iter().any(|pattern| fits(path, pattern))
                    || !named.contains('/') && path.ends_with(&ending)
            })
        })
    }
}

/// Words that recipes write for a name to be chosen.
const PLACEHOLDERS: &[&str] = &["NAME", "TARGET", "STAGE", "LANGUAGE"];

/// `a/{b,c}.rs` is `a/b.rs` and `a/c.rs`; `<stage>`, `NAME` and `…` stand for anything.
fn alternatives(named: &str) -> Vec<String> {
    if let Some((before, rest)) = named.split_once('{')
        && let Some((group, after)) = rest.split_once('}')
        && group.contains(',')
    {
        return group
            .split(',')
            .flat_map(|one| alternatives(&format!("{before}{}{after}", one.trim())))
            .collect();
    }
    let mut pattern = String::new();
    let mut inside = false;
    for c in named.chars() {
        match c {
            '<' | '{' => inside = true,
            '>' | '}' => (inside, pattern) = (false, pattern + "*"),
            '…' => pattern.push('*'),
            c if !inside => pattern.push(c),
            _ => {}
        }
    }
    vec![PLACEHOLDERS.iter().fold(pattern, |pattern, placeholder| pattern.replace(placeholder, "*"))]
}

/// Whether a path fits a pattern in which `*` stands for anything within one step.
fn fits(path: &str, pattern: &str) -> bool {
    let (path, pattern): (Vec<_>, Vec<_>) = (path.split('/').collect(), pattern.split('/').collect());
    path.len() == pattern.len() && path.iter().zip(&pattern).all(|(step, pattern)| step_fits(step, pattern))
}

fn step_fits(step: &str, pattern: &str) -> bool {
    match pattern.split_once('*') {
        None => step == pattern,
        Some((before, after)) => step.strip_prefix(before).is_some_and(|rest| {
            (0..=rest.len()).any(|at| rest.is_char_boundary(at) && step_fits(&rest[at..], after))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_names_only_paths_that_exist() {
        let files = [
            "crates/forum/src/call/rules.rs",
            "crates/forum/src/call/acts.rs",
            "locales/en/call.ftl",
            "docs/a.md",
        ];
        for (text, clean) in [
            ("`crates/forum/src/call/rules.rs` and `forum/src/call/`", true),
            ("`forum/src/<stage>/{acts,rules}.rs`", true),
            ("`locales/*/call.ftl` and `docs/NAME.md`", true),
            ("`rules.rs`", true),
            ("[the guide](docs/a.md#top) and [elsewhere](https://example.org/x)", true),
            ("`/meetings/{id}`, `serde/derive`, `cargo xtask test`", true),
            ("`crates/forum/src/call/field.rs`", false),
            ("`forum/src/<stage>/{acts,views}.rs`", false),
            ("`locales/*/floor.ftl`", false),
            ("`views.rs`", false),
            ("`locales/NAME.md`", false),
            ("[the guide](docs/b.md)", false),
            ("```\n`crates/forum/gone.rs`\n```", true),
        ] {
            let mut tree: Vec<(&str, &str)> = files.iter().map(|path| (*path, "")).collect();
            tree.push(("ARCHITECTURE.md", text));
            let found = crate::tidy::findings(&RULE, &tree);
            assert_eq!(found.is_empty(), clean, "{text}: {found:?}");
        }
    }
}
