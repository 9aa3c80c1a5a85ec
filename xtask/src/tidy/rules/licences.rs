//! The licences of all that we stand on must let anyone run, change and pass on the whole.

use crate::tidy::tree::Tree;
use crate::tidy::{Report, Rule};

pub(super) const RULE: Rule = Rule {
    name: "licences",
    about: "every dependency has a licence that lets the whole be passed on",
    check,
};

const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "MPL-2.0+",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

fn check(tree: &Tree, report: &mut Report) {
    for package in tree.packages() {
        let name = package["name"].as_str().unwrap_or_default();
        match package["license"].as_str() {
            Some(licence) if is_allowed(licence) => {}
            Some(licence) => {
                report.find(
                    "Cargo.lock",
                    0,
                    format_args!("`{name}` is under {licence}: do without it, or allow it in ALLOWED"),
                );
            }
            None => report.find("Cargo.lock", 0, format_args!("`{name}` names no licence: do without it")),
        }
    }
}

/// An expression of names, AND, OR and parentheses; an old `/` is an OR, a WITH only adds permissions.
fn is_allowed(expression: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut tokens: Vec<&str> = spaced.split_whitespace().rev().collect();
    let allowed = either(&mut tokens);
    allowed && tokens.is_empty()
}

fn either(tokens: &mut Vec<&str>) -> bool {
    let mut allowed = both(tokens);
    while tokens.last() == Some(&"OR") {
        tokens.pop();
        allowed |= both(tokens);
    }
    allowed
}

fn both(tokens: &mut Vec<&str>) -> bool {
    let mut allowed = one(tokens);
    while tokens.last() == Some(&"AND") {
        tokens.pop();
        allowed &= one(tokens);
    }
    allowed
}

fn one(tokens: &mut Vec<&str>) -> bool {
    let allowed = match tokens.pop() {
        Some("(") => {
            let inner = either(tokens);
            tokens.pop() == Some(")") && inner
        }
        Some(name) => ALLOWED.contains(&name),
        None => false,
    };
    if tokens.last() == Some(&"WITH") {
        tokens.pop();
        tokens.pop();
    }
    allowed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_must_let_the_whole_be_passed_on() {
        for (licence, clean) in [
            ("MIT", true),
            ("MIT OR GPL-3.0-only", true),
            ("MIT/Apache-2.0", true),
            ("(MIT OR GPL-2.0-only) AND Unicode-3.0", true),
            ("Apache-2.0 WITH LLVM-exception OR GPL-2.0-only", true),
            ("GPL-3.0-only", false),
            ("MIT AND GPL-3.0-only", false),
            ("(MIT", false),
        ] {
            let metadata = format!(r#"{{"packages":[{{"name":"a","license":"{licence}"}}]}}"#);
            let found = crate::tidy::findings(&RULE, &[("metadata.json", &metadata)]);
            assert_eq!(found.is_empty(), clean, "{licence}");
        }
        assert!(
            !crate::tidy::findings(&RULE, &[("metadata.json", r#"{"packages":[{"name":"a"}]}"#)]).is_empty()
        );
    }
}
