//! Our own release binary as a bench starts it, and what the system says of its process.

use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::http;
use crate::shell;

/// A served folder of forums.
pub(super) struct Server {
    child: Child,
    /// `127.0.0.1:PORT`
    pub(super) host: String,
    /// From the start of the process to its first page.
    pub(super) cold: Duration,
}

impl Server {
    /// Serves a folder, and waits for the first good answer from a path.
    pub(super) fn start(program: &Path, data: &Path, path: &str) -> Result<Server> {
        // The port is free now; that somebody takes it before the server does is unlikely enough.
        let host = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
        let mut command = shell::command(program);
        command.args(["serve", "--listen", &host, "--data"]).arg(data).stdout(Stdio::null());
        command.env("HEMICYCLE_LOG", "error");
        let began = Instant::now();
        let child = command.spawn().context("starting the server")?;
        let mut server = Server { child, host, cold: Duration::ZERO };
        while http::get(&server.host, path).is_err() {
            ensure!(
                began.elapsed() < Duration::from_secs(60),
                "the server does not answer {path} with a page"
            );
            ensure!(server.child.try_wait()?.is_none(), "the server ended before it answered");
            std::thread::sleep(Duration::from_millis(1));
        }
        server.cold = began.elapsed();
        Ok(server)
    }

    /// The number of the process.
    pub(super) fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A folder under `target` with nothing in it.
pub(super) fn empty_folder(name: &str) -> Result<PathBuf> {
    let folder = shell::target(name)?;
    std::fs::remove_dir_all(&folder).with_context(|| format!("emptying {}", folder.display()))?;
    shell::target(name)
}

/// A forum that holds what one command says.
pub(super) fn forum(program: &Path, data: &Path, name: &str, command: &serde_json::Value) -> Result<()> {
    shell::output(shell::command(program).args(["begin", name, "--data"]).arg(data))?;
    let file = data.join("command.json");
    std::fs::write(&file, command.to_string())?;
    let mut give = shell::command(program);
    shell::output(give.arg("give").arg(&file).args(["--forum", name, "--data"]).arg(data))?;
    Ok(())
}

/// What the system says of a process.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Vitals {
    /// Memory in KiB: what is its own, and its share of what it has in common with others.
    pub(super) memory: u64,
    /// Open files.
    pub(super) files: u64,
    /// Threads.
    pub(super) threads: u64,
}

/// Reads them; `None` once the process is gone.
pub(super) fn vitals(id: u32) -> Option<Vitals> {
    let files = std::fs::read_dir(format!("/proc/{id}/fd")).ok()?.count() as u64;
    let threads = std::fs::read_dir(format!("/proc/{id}/task")).ok()?.count() as u64;
    Some(Vitals { memory: memory(id)?, files, threads })
}

fn memory(id: u32) -> Option<u64> {
    let rollup = std::fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

/// The memory of a process and of all its descendants, in KiB, and how many they are.
pub(super) fn memory_of_tree(root: u32) -> (u64, usize) {
    let parents: Vec<(u32, u32)> = std::fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let id: u32 = entry.ok()?.file_name().to_str()?.parse().ok()?;
            let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
            let parent = stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()?;
            Some((id, parent))
        })
        .collect();
    let mut family = vec![root];
    let mut next = 0;
    while let Some(parent) = family.get(next).copied() {
        family.extend(parents.iter().filter(|(_, of)| *of == parent).map(|(id, _)| *id));
        next += 1;
    }
    let memories: Vec<u64> = family.iter().filter_map(|id| memory(*id)).collect();
    (memories.iter().sum(), memories.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_has_memory_files_and_threads() {
        let own = vitals(std::process::id()).expect("this process is there");
        assert!(own.memory > 100 && own.files >= 3 && own.threads >= 1, "{own:?}");
        assert!(memory_of_tree(std::process::id()).1 >= 1);
        assert!(vitals(u32::MAX).is_none());
    }
}
