//! Dependencies point one way: the engines know nobody, `forum` and `platform` meet only in `hemicycle`.

use serde_json::Value;

use crate::tidy::tree::Tree;
use crate::tidy::{Report, Rule};

pub(super) const RULE: Rule =
    Rule { name: "crates", about: "a crate knows only the crates that the design lets it know", check };

/// Our crates, and which of ours each may know.
const OURS: &[(&str, &[&str])] = &[
    ("timetable", &[]),
    ("selection", &[]),
    ("print", &[]),
    ("opinion", &[]),
    ("search", &[]),
    ("ledger", &[]),
    ("interchange", &[]),
    ("forum", &["timetable", "selection", "opinion", "search", "ledger"]),
    ("platform", &["search", "ledger"]),
    (
        "hemicycle",
        &[
            "forum",
            "platform",
            "interchange",
            "timetable",
            "selection",
            "print",
            "opinion",
            "search",
            "ledger",
        ],
    ),
    ("xtask", &[]),
];

/// What a pure crate may stand on: data, its encodings and arithmetic. None of these does I/O by itself.
const PURE_MAY_USE: &[&str] = &[
    "csv",
    "imbl",
    "jiff",
    "quick-xml",
    "schemars",
    "serde",
    "serde_json",
    "sha2",
    "thiserror",
    "unicode-normalization",
    "unicode-segmentation",
];

fn check(tree: &Tree, report: &mut Report) {
    let ours = tree.packages().filter(|package| package["source"].is_null());
    for package in ours {
        let name = text(&package["name"]);
        let Some((_, may_know)) = OURS.iter().find(|(known, _)| *known == name) else {
            let place = "xtask/src/tidy/rules/crates.rs";
            report.find(place, 0, format_args!("say in OURS whom the new crate `{name}` may know"));
            continue;
        };
        let manifest = manifest_of(name);
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let other = text(&dependency["name"]);
            let shipped = dependency["kind"].is_null();
            if OURS.iter().any(|(known, _)| *known == other) {
                if !may_know.contains(&other) {
                    report.find(
                        &manifest,
                        0,
                        format_args!("`{name}` may not know `{other}`; let them meet in `hemicycle`"),
                    );
                }
            } else if shipped && super::PURE.contains(&name) && !PURE_MAY_USE.contains(&other) {
                let remedy = "take the value as an argument, or add a crate without I/O to PURE_MAY_USE";
                report.find(
                    &manifest,
                    0,
                    format_args!("`{name}` is pure and may not stand on `{other}`: {remedy}"),
                );
            }
        }
    }
}

fn manifest_of(name: &str) -> String {
    if name == "xtask" { "xtask/Cargo.toml".to_owned() } else { format!("crates/{name}/Cargo.toml") }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(package: &str, dependency: &str) -> Vec<String> {
        let metadata = format!(
            r#"{{"packages":[{{"name":"{package}","source":null,"dependencies":[{{"name":"{dependency}","kind":null}}]}}]}}"#
        );
        crate::tidy::findings(&RULE, &[("metadata.json", &metadata)])
    }

    #[test]
    fn a_crate_may_know_only_whom_the_design_names() {
        for (package, dependency, allowed) in [
            ("hemicycle", "forum", true),
            ("hemicycle", "axum", true),
            ("forum", "timetable", true),
            ("forum", "serde", true),
            ("platform", "forum", false),
            ("forum", "platform", false),
            ("interchange", "forum", false),
            ("forum", "tokio", false),
            ("stranger", "serde", false),
        ] {
            assert_eq!(found(package, dependency).is_empty(), allowed, "{package} knows {dependency}");
        }
    }
}
