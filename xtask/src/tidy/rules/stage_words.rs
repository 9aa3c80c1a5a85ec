//! `platform` is what a chess club would need too: it does not speak of what only forums have.

use crate::tidy::source;
use crate::tidy::tree::Tree;
use crate::tidy::{Report, Rule};

pub(super) const RULE: Rule =
    Rule { name: "stage-words", about: "no word of the forum's stages occurs in crates/platform", check };

/// Words that only a forum uses. "Session", "record", "call", "room" and "review" mean something to machinery too.
const WORDS: &[&str] = &[
    "proposal",
    "reviewer",
    "programme",
    "floor",
    "speaker",
    "rapporteur",
    "moderator",
    "delegation",
    "delegations",
    "stakeholder",
    "amendment",
    "endorsement",
    "plenary",
    "village",
    "booth",
];

fn check(tree: &Tree, report: &mut Report) {
    for file in tree.files.iter().filter(|file| file.krate() == Some("platform")) {
        for (number, line) in file.text.lines().enumerate() {
            for word in WORDS.iter().filter(|word| speaks_of(line, word)) {
                let remedy = "name the machinery, not its use, or move this to crates/hemicycle";
                report.find(&file.path, number + 1, format_args!("`{word}` in platform: {remedy}"));
            }
        }
    }
}

fn speaks_of(line: &str, word: &str) -> bool {
    source::words(line).into_iter().any(|(start, name)| {
        // `x.floor()` is arithmetic.
        let rounds = name == "floor" && line.chars().nth(start + name.len()) == Some('(');
        !rounds && parts(name).iter().any(|part| part == word || part.strip_suffix('s') == Some(word))
    })
}

/// `ProposalSubmitted` and `proposal_submitted` are both "proposal" and "submitted".
fn parts(name: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for c in name.chars() {
        if c == '_' || c.is_uppercase() {
            parts.push(String::new());
        }
        if c != '_' {
            parts.last_mut().expect("never empty").extend(c.to_lowercase());
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_platform_does_not_speak_of_a_forum() {
        for (line, clean) in [
            ("fn proposal_count() {}", false),
            ("struct ProposalForm;", false),
            ("// a list of proposals", false),
            ("let text = \"the floor is open\";", false),
            ("let low = x.floor();", true),
            ("let session = sign_in();", true),
            ("let proposed = 1;", true),
        ] {
            let found = crate::tidy::findings(&RULE, &[("crates/platform/src/a.rs", line)]);
            assert_eq!(found.is_empty(), clean, "{line}");
            assert!(crate::tidy::findings(&RULE, &[("crates/hemicycle/src/a.rs", line)]).is_empty());
        }
    }
}
