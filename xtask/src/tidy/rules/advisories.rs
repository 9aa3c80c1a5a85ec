//! Known holes in what we stand on, from a copy of the RustSec database: a folder or an archive, never the network.
//!
//! `HEMICYCLE_ADVISORIES` names it; else it is looked for in the optional data folder. Without one the rule says that
//! it looked at nothing.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::tidy::tree::Tree;
use crate::tidy::{Report, Rule};
use crate::{data, shell};

pub(super) const RULE: Rule = Rule {
    name: "advisories",
    about: "no dependency has a known hole (needs a copy of the RustSec database)",
    check,
};

/// Advisories that we live with, and why.
const LIVED_WITH: &[(&str, &str)] = &[];

fn check(tree: &Tree, report: &mut Report) {
    let Some(place) = database() else {
        report.note("skipped: no database; name its folder or archive in HEMICYCLE_ADVISORIES");
        return;
    };
    match unpacked(&place).and_then(|folder| compare(tree, &folder, report)) {
        Ok(read) => report.note(format!("{read} advisories held against the tree")),
        Err(fault) => report.find(&place.to_string_lossy(), 0, format_args!("cannot be read: {fault:#}")),
    }
}

fn database() -> Option<PathBuf> {
    let named = std::env::var_os("HEMICYCLE_ADVISORIES").map(PathBuf::from);
    named.or_else(|| data::find("data/trust/rustsec-advisory-db.tar.xz"))
}

fn unpacked(place: &Path) -> Result<PathBuf> {
    if place.is_dir() {
        return Ok(place.to_owned());
    }
    let folder = shell::target("tools/advisories")?;
    shell::output(shell::command("tar").arg("xf").arg(place).arg("-C").arg(&folder))?;
    Ok(folder)
}

fn compare(tree: &Tree, folder: &Path, report: &mut Report) -> Result<usize> {
    let mut read = 0;
    for package in tree.packages() {
        let (name, version) =
            (package["name"].as_str().unwrap_or_default(), package["version"].as_str().unwrap_or_default());
        let Ok(files) = std::fs::read_dir(folder.join("crates").join(name)) else { continue };
        for file in files {
            let path = file?.path();
            let text =
                std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            read += 1;
            if let Some(told) = concerns(&text, version) {
                tell(report, &format!("{name} {version}"), &told);
            }
        }
    }
    Ok(read)
}

fn tell(report: &mut Report, package: &str, told: &Advisory) {
    if let Some((_, why)) = LIVED_WITH.iter().find(|(id, _)| *id == told.id) {
        report.note(format!("{package}: {} is lived with: {why}", told.id));
    } else if told.is_notice {
        report.note(format!("{package}: {} is a notice: {}", told.id, told.title));
    } else {
        let remedy = "update it, do without it, or say in LIVED_WITH why it cannot hurt";
        report.find("Cargo.lock", 0, format_args!("{package}: {} {}: {remedy}", told.id, told.title));
    }
}

struct Advisory {
    id: String,
    title: String,
    /// "Unmaintained" and the like: worth knowing, no hole.
    is_notice: bool,
}

/// What an advisory says about this version, if it is about it at all.
fn concerns(text: &str, version: &str) -> Option<Advisory> {
    let safe = list(text, "patched").into_iter().chain(list(text, "unaffected"));
    if text.contains("\nwithdrawn = ") || safe.into_iter().any(|range| range_holds(&range, version)) {
        return None;
    }
    let value = |key: &str| text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
    Some(Advisory {
        id: value("id").unwrap_or_default().trim_matches('"').to_owned(),
        title: text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or_default().to_owned(),
        is_notice: value("informational").is_some_and(|kind| kind.trim_end() != "\"unsound\""),
    })
}

/// The strings of `key = ["…", "…"]`, over one line or several.
fn list(text: &str, key: &str) -> Vec<String> {
    let Some(at) = text.find(&format!("\n{key} = [")) else { return Vec::new() };
    let body = text[at..].split_once('[').map_or("", |(_, rest)| rest);
    let body = body.split_once(']').map_or(body, |(list, _)| list);
    body.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Whether a version lies in `>= 1.2.3, < 2.0.0` and the like.
fn range_holds(range: &str, version: &str) -> bool {
    let version = Version::read(version);
    range.split(',').all(|comparison| {
        let comparison = comparison.trim();
        let digits = comparison.find(|c: char| c.is_ascii_digit()).unwrap_or(comparison.len());
        let bound = Version::read(&comparison[digits..]);
        match comparison[..digits].trim() {
            ">=" => version >= bound,
            ">" => version > bound,
            "<=" => version <= bound,
            "<" => version < bound,
            "=" => version == bound,
            _ => version >= bound && version < bound.next_breaking(),
        }
    })
}

#[derive(Clone, Copy, PartialEq, PartialOrd)]
struct Version {
    numbers: [u64; 3],
    /// A pre-release comes before its release.
    is_release: bool,
}

impl Version {
    fn read(text: &str) -> Version {
        let text = text.split('+').next().unwrap_or_default();
        let (plain, pre) = text.split_once('-').map_or((text, ""), |(plain, pre)| (plain, pre));
        let mut numbers = [0; 3];
        for (place, number) in numbers.iter_mut().zip(plain.split('.')) {
            *place = number.trim().parse().unwrap_or(0);
        }
        Version { numbers, is_release: pre.is_empty() }
    }

    fn next_breaking(self) -> Version {
        let [major, minor, patch] = self.numbers;
        let numbers = match (major, minor) {
            (0, 0) => [0, 0, patch + 1],
            (0, _) => [0, minor + 1, 0],
            _ => [major + 1, 0, 0],
        };
        Version { numbers, is_release: true }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_outside_the_patched_ranges_is_concerned() {
        let advisory = "```toml\n[advisory]\nid = \"X-1\"\n\n[versions]\npatched = [\n  \">= 4.1.3\",\n  \"^3.3.2\",\n]\nunaffected = [\"< 1.0.0\"]\n```\n\n# A hole\n";
        for (version, concerned) in [
            ("4.1.2", true),
            ("4.1.3", false),
            ("4.1.3-rc.1", true),
            ("3.3.1", true),
            ("3.4.0", false),
            ("0.9.0", false),
            ("1.0.0", true),
        ] {
            assert_eq!(concerns(advisory, version).is_some(), concerned, "{version}");
        }
        assert!(concerns(&advisory.replace("id =", "withdrawn = \"2026-01-01\"\nid ="), "4.0.0").is_none());
    }

    #[test]
    fn a_hole_is_a_finding_and_a_notice_is_not() {
        let notice = "```toml\n[advisory]\nid = \"X-2\"\ninformational = \"unmaintained\"\n[versions]\npatched = []\n```\n# Gone\n";
        for (text, findings) in [(notice.to_owned(), 0), (notice.replace("unmaintained", "unsound"), 1)] {
            let mut report = Report::default();
            tell(&mut report, "a 1.0.0", &concerns(&text, "1.0.0").expect("it concerns every version"));
            assert_eq!((report.findings.len(), report.notes.len()), (findings, 1 - findings));
        }
    }
}
