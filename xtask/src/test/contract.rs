//! The tools that hold the server to the description of its API. They are fetched for the tests, into an environment of
//! their own, and never lie in the tree.

use std::path::PathBuf;

use anyhow::Result;

use crate::shell;

/// The tools and their editions: one makes requests of a description, the other checks the description itself.
const TOOLS: [&str; 2] = ["schemathesis==4.*", "openapi-spec-validator==0.*"];

/// The folder of their programs.
pub(super) fn fetch() -> Result<PathBuf> {
    let folder = shell::target("tools")?.join("contract");
    let programs = folder.join("bin");
    let there = ["schemathesis", "openapi-spec-validator"].iter().all(|name| programs.join(name).is_file());
    if !there {
        shell::output(shell::command("python3").args(["-m", "venv"]).arg(&folder))?;
        let pip = ["install", "--quiet", "--disable-pip-version-check"];
        shell::output(shell::command(programs.join("pip")).args(pip).args(TOOLS))?;
    }
    Ok(programs)
}
