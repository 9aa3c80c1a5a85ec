//! The tree speaks of the project only: no path of the machine it was written on, no host that packages came from;
//! and what is meant for one place stays in that place.

use crate::tidy::tree::Tree;
use crate::tidy::{Report, Rule};

pub(super) const RULE: Rule = Rule {
    name: "unsaid",
    about: "what only this machine or a test rig may say is said nowhere else",
    check,
};

/// What must not be said, and where it may be all the same. Spelt in halves, so that this file does not find itself.
const UNSAID: &[(&str, &[&str])] = &[
    (concat!("/wo", "rk/"), &[]),
    (concat!("/fa", "rm/"), &[]),
    (concat!("bash_", "jobs"), &[]),
    (concat!(".lib", "rary"), &[]),
    (concat!("/ro", "ot/"), &[]),
    (concat!("/ho", "me/"), &[]),
    // The optional data folder has its default beside the repository; only our errands look there by themselves.
    (concat!("../sha", "red"), &["xtask/"]),
    (concat!("crates", ".io"), &["Cargo.lock", "fuzz/Cargo.lock"]),
    (concat!("docs", ".rs/"), &[]),
    (concat!("npm", "js."), &[]),
    (concat!("py", "pi."), &[]),
    (concat!("deb.deb", "ian"), &[]),
    // The product never gives up what it promises; only the rig does that must notice it.
    (concat!("give_up_", "durability"), &["crates/platform/src/log/", "crates/platform/examples/powercut"]),
];

fn check(tree: &Tree, report: &mut Report) {
    for file in &tree.files {
        for (number, line) in file.text.lines().enumerate() {
            for (unsaid, may) in UNSAID {
                if line.contains(unsaid) && !may.iter().any(|place| file.path.starts_with(place)) {
                    report.find(&file.path, number + 1, format_args!("`{unsaid}`: this has no place here"));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machines_and_registries_are_not_spoken_of() {
        for (unsaid, may) in UNSAID {
            let text = format!("a\nsee {unsaid}x\n");
            assert_eq!(crate::tidy::findings(&RULE, &[("README.md", &text)]).len(), 1, "{unsaid}");
            for place in *may {
                assert!(crate::tidy::findings(&RULE, &[(*place, text.as_str())]).is_empty());
            }
        }
        assert!(crate::tidy::findings(&RULE, &[("README.md", "see crates/forum/src\n")]).is_empty());
    }
}
