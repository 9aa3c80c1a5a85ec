//! The tree as the rules see it: every text file that git knows or would take, and what cargo says of the crates.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::source::Source;
use crate::shell;

/// A file of the repository.
pub(crate) struct File {
    /// From the repository's root, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
    /// Code, strings and comments told apart; only of Rust files.
    pub(crate) rust: Option<Source>,
}

impl File {
    fn new(path: &str, text: String) -> File {
        let rust = path.ends_with(".rs").then(|| Source::read(&text));
        File { path: path.to_owned(), text, rust }
    }

    /// The crate's name, if the file belongs to one in `crates/`.
    pub(crate) fn krate(&self) -> Option<&str> {
        self.path.strip_prefix("crates/")?.split('/').next()
    }

    /// The path inside the crate's `src`, if it lies there.
    pub(crate) fn in_src(&self) -> Option<&str> {
        self.path.strip_prefix("crates/")?.split_once('/')?.1.strip_prefix("src/")
    }

    /// Whether the whole file is a test.
    pub(crate) fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.contains("/tests/") || self.path.contains("/benches/")
    }

    /// Code that is shipped: strings, comments and tests are blanked out, lines stay where they are.
    pub(crate) fn shipped_code(&self) -> &str {
        match &self.rust {
            Some(source) if !self.is_test() => &source.shipped,
            _ => "",
        }
    }
}

/// All that the rules look at.
pub(crate) struct Tree {
    pub(crate) files: Vec<File>,
    /// Every path of the repository, folders included.
    pub(crate) paths: BTreeSet<String>,
    /// The answer of `cargo metadata`, or nothing in a planted tree.
    pub(crate) metadata: Value,
}

impl Tree {
    /// Reads the repository.
    pub(crate) fn read() -> Result<Tree> {
        let listing = shell::output(shell::command("git").args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ]))?;
        let mut files = Vec::new();
        for path in listing.split('\0').filter(|path| !path.is_empty()) {
            // A file that git still lists but that is gone, and one that is not text, have nothing to say.
            if let Ok(text) = std::fs::read_to_string(shell::root().join(path)) {
                files.push(File::new(path, text));
            }
        }
        let paths = with_folders(listing.split('\0').filter(|path| shell::root().join(path).exists()));
        Ok(Tree { files, paths, metadata: metadata()? })
    }

    /// A tree that a test has planted. A file named `metadata.json` stands for cargo's answer.
    #[cfg(test)]
    pub(crate) fn planted(files: &[(&str, &str)]) -> Tree {
        let metadata = files.iter().find(|(path, _)| *path == "metadata.json");
        Tree {
            files: files.iter().map(|(path, text)| File::new(path, (*text).to_owned())).collect(),
            paths: with_folders(files.iter().map(|(path, _)| *path)),
            metadata: metadata.map_or(Value::Null, |(_, text)| serde_json::from_str(text).expect("JSON")),
        }
    }

    pub(crate) fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// The packages that cargo knows: ours and all that they stand on.
    pub(crate) fn packages(&self) -> impl Iterator<Item = &Value> {
        self.metadata["packages"].as_array().into_iter().flatten()
    }
}

fn with_folders<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    paths
        .filter(|path| !path.is_empty())
        .flat_map(|path| Path::new(path).ancestors())
        .filter_map(|path| path.to_str().filter(|path| !path.is_empty()).map(str::to_owned))
        .collect()
}

/// Only this machine's platform: what other systems would need was never downloaded here.
fn metadata() -> Result<Value> {
    let host = shell::host()?;
    let json = shell::output(shell::cargo().args([
        "metadata",
        "--format-version=1",
        "--locked",
        "--filter-platform",
        &host,
    ]))?;
    serde_json::from_str(&json).context("reading cargo metadata")
}
