//! `cargo xtask shots`: screenshots of the demo's pages, by one command, into `target/shots`.

mod browser;
mod pages;

use std::process::ExitCode;

use anyhow::Result;

use crate::{demo, shell};
use browser::Browser;
pub(crate) use pages::DAY;
use pages::SHOTS;

pub(crate) const ABOUT: &str = "screenshots of the demo's pages; names of shots, --list";

/// One picture: a page as somebody sees it.
struct Shot {
    name: &'static str,
    /// The address in the demo.
    path: &'static str,
    /// The language of the interface.
    language: &'static str,
    /// In CSS pixels. Below 600 it is a phone, with a phone's sharpness.
    width: u32,
    dark: bool,
}

pub(crate) fn run(args: &[String]) -> Result<ExitCode> {
    if args.iter().any(|arg| arg == "--list") {
        for shot in SHOTS {
            let scheme = if shot.dark { "dark" } else { "light" };
            println!("{:<24} {:>5} {:<5} {} {}", shot.name, shot.width, scheme, shot.language, shot.path);
        }
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(stranger) = args.iter().find(|arg| SHOTS.iter().all(|shot| shot.name != **arg)) {
        anyhow::bail!("there is no shot `{stranger}`; --list names them");
    }
    let folder = shell::target("shots")?;
    let demo = demo::Demo::start(&demo::build()?, "demo")?;
    let browser = Browser::start()?;
    for shot in SHOTS.iter().filter(|shot| args.is_empty() || args.iter().any(|arg| arg == shot.name)) {
        let file = folder.join(format!("{}.png", shot.name));
        std::fs::write(&file, browser.shoot(&demo.address, shot)?)?;
        println!("{}", file.strip_prefix(shell::root()).unwrap_or(&file).display());
    }
    Ok(ExitCode::SUCCESS)
}
