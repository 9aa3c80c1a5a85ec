//! `cargo xtask shots`: pictures of the demo's pages, in every look, into `target/shots`.
//!
//! The browser tests know the pages, the looks and the browser; named a folder, one of them takes the pictures.

use std::process::ExitCode;

use anyhow::Result;

use crate::{shell, test};

pub(crate) const ABOUT: &str =
    "pictures of the demo's pages: wide and narrow, light and dark, in several languages";

pub(crate) fn run(_args: &[String]) -> Result<ExitCode> {
    let folder = shell::target("shots")?;
    let mut cargo = shell::cargo();
    cargo.args([
        "test",
        "--quiet",
        "--locked",
        "--workspace",
        "--test",
        "browser",
        "--",
        "--exact",
        "shots::shots",
    ]);
    cargo.env("HEMICYCLE_SHOTS", &folder).envs(test::browser_environment()?);
    shell::run(&mut cargo)?;
    let pictures = std::fs::read_dir(&folder)?.count();
    println!("{pictures} pictures in {}", folder.strip_prefix(shell::root()).unwrap_or(&folder).display());
    Ok(ExitCode::SUCCESS)
}
