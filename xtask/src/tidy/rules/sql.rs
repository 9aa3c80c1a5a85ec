//! SQL lies in the log's two stores and nowhere else: there are no projections and no queries to tune.

use crate::tidy::tree::Tree;
use crate::tidy::{Report, Rule};

pub(super) const RULE: Rule = Rule { name: "sql", about: "SQL stands only in the log's stores", check };

/// The stores, and the book of tables that is written for others and never asked.
const STORES: &[&str] =
    &["crates/platform/src/log/sqlite", "crates/platform/src/log/postgres", "crates/platform/src/book.rs"];

/// How statements begin, and a word that must follow for it to be one and not a sentence.
const STATEMENTS: &[(&str, &str)] = &[
    ("select ", " from "),
    ("insert ", "into "),
    ("update ", " set "),
    ("delete ", "from "),
    ("create table", ""),
    ("create index", ""),
    ("create unique index", ""),
    ("alter table", ""),
    ("drop table", ""),
    ("pragma ", ""),
];

fn check(tree: &Tree, report: &mut Report) {
    for file in tree.files.iter().filter(|file| !file.is_test()) {
        // Tests may look into a store's tables from outside; so may a rig that has a peer to run.
        let is_rig = file.path.contains("/examples/") || file.path.starts_with("xtask/");
        let Some(rust) = file.rust.as_ref().filter(|_| !is_rig) else { continue };
        if STORES.iter().any(|store| file.path.starts_with(store)) {
            continue;
        }
        for (number, line) in rust.strings.lines().enumerate() {
            if is_statement(line) {
                report.find(
                    &file.path,
                    number + 1,
                    "SQL outside the log's stores: ask the log, or read the state",
                );
            }
        }
    }
}

fn is_statement(line: &str) -> bool {
    let line = line.to_lowercase();
    line.split('"').any(|text| {
        let text = text.trim_start();
        STATEMENTS.iter().any(|(begin, then)| {
            text.strip_prefix(begin).is_some_and(|rest| format!(" {rest}").contains(then))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sql_stands_only_in_the_stores() {
        for (code, clean) in [
            ("db.execute(\"INSERT INTO acts VALUES (?1)\")", false),
            ("let q = \"select seq from acts\";", false),
            ("db.execute(\"pragma journal_mode = wal\")", false),
            ("let help = \"Select the rooms\";", true),
            ("let help = \"Update the programme\";", true),
            ("// SELECT seq FROM acts", true),
        ] {
            let found = crate::tidy::findings(&RULE, &[("crates/hemicycle/src/a.rs", code)]);
            assert_eq!(found.is_empty(), clean, "{code}");
            for store in ["crates/platform/src/log/sqlite.rs", "crates/platform/src/log/postgres/read.rs"] {
                assert!(crate::tidy::findings(&RULE, &[(store, code)]).is_empty());
            }
        }
    }
}
