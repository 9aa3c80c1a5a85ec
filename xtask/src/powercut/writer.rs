//! The program under the knife, and what it has acknowledged.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::shell;

/// Builds the program and says where it is.
pub(super) fn build() -> Result<PathBuf> {
    // The whole workspace's features, so that nothing is built a second time for this alone.
    shell::run(shell::cargo().args([
        "build",
        "--quiet",
        "--locked",
        "--workspace",
        "--example",
        "powercut",
    ]))?;
    Ok(shell::target("debug/examples")?.join("powercut"))
}

/// The last number of each client.
#[derive(Clone, Default)]
pub(super) struct Reached(BTreeMap<u64, u64>);

impl Reached {
    /// Reads lines of `CLIENT NUMBER`.
    pub(super) fn read(text: &str) -> Option<Reached> {
        let mut reached = Reached::default();
        text.lines().try_for_each(|line| reached.take(line))?;
        Some(reached)
    }

    fn take(&mut self, line: &str) -> Option<()> {
        let (client, number) = line.split_once(' ')?;
        self.0.insert(client.parse().ok()?, number.parse().ok()?);
        Some(())
    }

    /// How many of these the other does not reach.
    pub(super) fn missing_from(&self, found: &Reached) -> u64 {
        self.0.iter().map(|(client, number)| number.saturating_sub(*found.0.get(client).unwrap_or(&0))).sum()
    }

    pub(super) fn sum(&self) -> u64 {
        self.0.values().sum()
    }
}

/// The running program.
pub(super) struct Writer {
    child: Mutex<Child>,
    acknowledged: Arc<Mutex<Reached>>,
}

impl Writer {
    /// Starts it and waits for its first acknowledgements.
    pub(super) fn start(program: &Path, log: &Path, careless: bool) -> Result<Writer> {
        let mut command = shell::command(program);
        command.arg("write").arg(log).args(careless.then_some("careless")).stdout(Stdio::piped());
        let mut child = command.spawn().context("starting the writer")?;
        let pipe = BufReader::new(child.stdout.take().expect("it was piped"));
        let acknowledged = Arc::new(Mutex::new(Reached::default()));
        let seen = Arc::clone(&acknowledged);
        std::thread::spawn(move || {
            for line in pipe.lines().map_while(Result::ok) {
                seen.lock().expect("nobody panics holding it").take(&line);
            }
        });
        let writer = Writer { child: Mutex::new(child), acknowledged };
        let start = Instant::now();
        while writer.acknowledged().sum() == 0 {
            writer.check_alive()?;
            if start.elapsed() > Duration::from_secs(30) {
                bail!("the writer acknowledged nothing in 30 seconds");
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        Ok(writer)
    }

    /// All that it has acknowledged so far, as far as we have heard.
    pub(super) fn acknowledged(&self) -> Reached {
        self.acknowledged.lock().expect("nobody panics holding it").clone()
    }

    /// A writer that died proves nothing.
    pub(super) fn check_alive(&self) -> Result<()> {
        if let Some(status) = self.child.lock().expect("nobody panics holding it").try_wait()? {
            bail!("the writer ended by itself with {status}");
        }
        Ok(())
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        if let Ok(child) = self.child.get_mut() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Reads a log that a cut has left, and says how far it reaches.
pub(super) fn check(program: &Path, log: &Path) -> Result<Reached> {
    if !log.exists() {
        return Ok(Reached::default()); // its very name was lost, and everything with it
    }
    let said = shell::output(shell::command(program).arg("check").arg(log))?;
    Reached::read(&said).with_context(|| format!("the reader said: {said}"))
}
