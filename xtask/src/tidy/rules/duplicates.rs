//! Two versions of one crate are compiled twice and shipped twice. Reported, never refused: often it is not ours to mend.

use std::collections::BTreeMap;

use crate::tidy::tree::Tree;
use crate::tidy::{Report, Rule};

pub(super) const RULE: Rule = Rule {
    name: "duplicates",
    about: "crates that are in the tree in several versions (told, not refused)",
    check,
};

fn check(tree: &Tree, report: &mut Report) {
    // Cargo's answer lists packages for other platforms too; the resolved nodes are what is built here.
    let nodes = tree.metadata["resolve"]["nodes"].as_array();
    let built: Vec<&str> = nodes.into_iter().flatten().filter_map(|node| node["id"].as_str()).collect();
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in
        tree.packages().filter(|package| built.contains(&package["id"].as_str().unwrap_or_default()))
    {
        let (name, version) = (package["name"].as_str(), package["version"].as_str());
        versions.entry(name.unwrap_or_default()).or_default().push(version.unwrap_or_default());
    }
    for (name, versions) in versions.iter().filter(|(_, versions)| versions.len() > 1) {
        report.note(format!("{name}: {}", versions.join(", ")));
    }
    report.note(format!("{} crates in all", built.len()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_in_two_versions_is_told() {
        let metadata = r#"{"packages":[
            {"name":"a","version":"1.0.0","id":"a1"},{"name":"a","version":"2.0.0","id":"a2"},{"name":"b","version":"1.0.0","id":"b"}],
            "resolve":{"nodes":[{"id":"a1"},{"id":"a2"},{"id":"b"}]}}"#;
        let mut report = Report::default();
        check(&Tree::planted(&[("metadata.json", metadata)]), &mut report);
        assert_eq!(report.notes, ["a: 1.0.0, 2.0.0", "3 crates in all"]);
    }
}
