//! Every dependency comes from the one registry: no git, no second index, nothing patched in.

use crate::tidy::tree::Tree;
use crate::tidy::{Report, Rule};

pub(super) const RULE: Rule =
    Rule { name: "lockfile", about: "every dependency comes from the one registry", check };

fn check(tree: &Tree, report: &mut Report) {
    for file in tree.files.iter().filter(|file| file.path.ends_with("Cargo.lock")) {
        let mut first: Option<&str> = None;
        for (number, line) in file.text.lines().enumerate() {
            let Some(source) = line.strip_prefix("source = ") else { continue };
            if !source.starts_with("\"registry+") {
                report.find(
                    &file.path,
                    number + 1,
                    format_args!("{source} is no registry: depend on a published crate"),
                );
            } else if *first.get_or_insert(source) != source {
                report.find(&file.path, number + 1, format_args!("{source} is a second registry: use one"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dependencies_come_from_one_registry() {
        for (lock, clean) in [
            ("source = \"registry+a\"\nsource = \"registry+a\"\n", true),
            ("source = \"registry+a\"\nsource = \"registry+b\"\n", false),
            ("source = \"git+https://example.org/x\"\n", false),
        ] {
            assert_eq!(crate::tidy::findings(&RULE, &[("Cargo.lock", lock)]).is_empty(), clean, "{lock}");
        }
    }
}
