//! The demo, started for an errand: built, filled, served on a free port, and stopped when the errand is done.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use anyhow::{Context, Result};

use crate::shell;

/// A running demo.
pub(crate) struct Demo {
    child: Child,
    /// `http://127.0.0.1:PORT`
    pub(crate) address: String,
}

impl Demo {
    /// Starts a program's demo in a folder under `target`; the next start finds the forum there.
    pub(crate) fn start(program: &Path, folder: &str) -> Result<Demo> {
        Demo::start_with(program, &shell::target(folder)?, &[])
    }

    /// The same in any folder, with more to say about it.
    pub(crate) fn start_with(program: &Path, data: &Path, more: &[&str]) -> Result<Demo> {
        let mut command = shell::command(program);
        command
            .args(["demo", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .args(more)
            .stdout(Stdio::piped());
        let mut child = command.spawn().context("starting the demo")?;
        let mut said = BufReader::new(child.stdout.take().expect("it was piped")).lines();
        let address = said.by_ref().map_while(Result::ok).find_map(|line| {
            let at = line.find("http://")?;
            Some(line[at..].split(['/', ' ']).take(3).collect::<Vec<_>>().join("/"))
        });
        // Whatever else it says must not fill the pipe and stop it.
        std::thread::spawn(move || said.for_each(drop));
        let demo = Demo { child, address: address.unwrap_or_default() };
        anyhow::ensure!(!demo.address.is_empty(), "the demo ended before it said its address");
        Ok(demo)
    }
}

/// Builds the product as a newcomer runs it.
pub(crate) fn build() -> Result<PathBuf> {
    shell::run(shell::cargo().args(["build", "--quiet", "--locked", "--release", "--bin", "hemicycle"]))?;
    Ok(shell::target("release")?.join("hemicycle"))
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
