//! axe-core, which reads a page as a screen reader would. It is fetched for the tests and never lies in the tree.

use std::path::PathBuf;

use anyhow::Result;

use crate::shell;

/// The path of `axe.min.js`.
pub(super) fn fetch() -> Result<PathBuf> {
    let folder = shell::target("tools")?;
    let script = folder.join("node_modules/axe-core/axe.min.js");
    if !script.is_file() {
        let npm = [
            "install",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--loglevel=error",
            "axe-core@4",
            "--prefix",
        ];
        shell::output(shell::command("npm").args(npm).arg(&folder))?;
    }
    Ok(script)
}
