//! The peer: started by its own scripts from the data folder, stopped when the bench is done.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::bench::http;
use crate::bench::server::memory_of_tree;
use crate::{data, shell};

/// Where the peers are installed, unless `PEERS` says otherwise; the same as in their scripts.
const INSTALLED: &str = "/tmp/hemicycle-peers";

/// The scripts, copied to where they may write beside themselves.
pub(super) struct Scripts {
    folder: PathBuf,
    installed: PathBuf,
}

impl Scripts {
    /// Finds them in the data folder.
    pub(super) fn find() -> Result<Scripts> {
        let source = data::find("peers").context("there is no data folder with `peers` in it")?;
        let folder = shell::target("bench/peers")?;
        for entry in std::fs::read_dir(&source)? {
            let path = entry?.path();
            let name = path.file_name().context("a file without a name")?;
            std::fs::copy(&path, folder.join(name)).with_context(|| format!("copying {}", path.display()))?;
        }
        let installed = std::env::var_os("PEERS").map_or_else(|| PathBuf::from(INSTALLED), PathBuf::from);
        Ok(Scripts { folder, installed })
    }

    /// The synthetic forum that is loaded into everybody; always the same.
    pub(super) fn fixture(&self) -> Result<Value> {
        let file = self.folder.join("igf-fixture.json");
        if !file.exists() {
            let script = self.folder.join("gen_fixture.py");
            shell::output(shell::command("python3").arg(script).arg(&file))?;
        }
        Ok(serde_json::from_slice(&std::fs::read(&file)?)?)
    }

    fn bash(&self, line: &str) -> Result<String> {
        let mut bash = shell::command("bash");
        bash.args(["-c", line]).current_dir(&self.folder).env("PEERS", &self.installed);
        // Servers that go on in the background would keep a pipe open for ever.
        let log = std::fs::File::create(self.folder.join("log"))?;
        bash.stdout(log.try_clone()?).stderr(log);
        let done = bash.status().context("starting bash")?;
        let said = std::fs::read_to_string(self.folder.join("log"))?;
        ensure!(done.success(), "`{line}` ended with {done}\n{}", said.trim_end());
        Ok(said)
    }

    fn process(&self, file: &str) -> Option<u32> {
        std::fs::read_to_string(self.installed.join(file)).ok()?.lines().next()?.trim().parse().ok()
    }
}

/// pretalx with all that it needs: its web server, its worker, PostgreSQL and Redis.
pub(super) struct Pretalx {
    scripts: Scripts,
    /// Whether PostgreSQL and Redis ran before, and so go on.
    services_were_there: bool,
}

/// The processes of pretalx, by the files that name them.
const PROCESSES: &[&str] =
    &["pretalx/gunicorn.pid", "pretalx/celery.pid", "pg/data/postmaster.pid", "redis/pid"];

impl Pretalx {
    pub(super) const HOST: &str = "127.0.0.1:8345";
    /// The page of the programme, and the data that it loads: one visit.
    pub(super) const PROGRAMME: &[&str] = &["/igf2026/schedule/", "/igf2026/schedule/widgets/schedule.json"];
    pub(super) const PEOPLE: &[&str] = &["/igf2026/speaker/"];
    /// Its exports, by the ending of ours.
    pub(super) const EXPORTS: &[(&str, &str)] = &[
        ("ics", "/igf2026/schedule.ics"),
        ("xml", "/igf2026/schedule.xml"),
        ("json", "/igf2026/schedule.json"),
    ];

    /// Starts it. Installing takes minutes and fetches packages, so that is left to whoever wants the comparison.
    pub(super) fn start(scripts: Scripts) -> Result<Pretalx> {
        let venv = scripts.installed.join("pretalx/venv/bin/gunicorn");
        ensure!(
            venv.exists(),
            "pretalx is not installed in {}; `bash run-pretalx.sh install` and then `data`, among the peers' scripts \
             of the data folder, do it (as root, with PostgreSQL 15 and Python 3.13)",
            scripts.installed.display()
        );
        let redis = scripts.process("redis/pid");
        let services_were_there = redis.is_some_and(|id| Path::new(&format!("/proc/{id}")).exists());
        let pretalx = Pretalx { scripts, services_were_there };
        pretalx.scripts.bash("bash run-pretalx.sh serve")?;
        for path in Pretalx::PROGRAMME.iter().chain(Pretalx::PEOPLE) {
            http::get(Pretalx::HOST, path).context("pretalx runs, but has not the fixture (`data`)")?;
        }
        Ok(pretalx)
    }

    /// Memory of all its processes together, in KiB, and how many they are.
    pub(super) fn memory(&self) -> (u64, usize) {
        let trees = PROCESSES.iter().filter_map(|file| self.scripts.process(file)).map(memory_of_tree);
        trees.fold((0, 0), |(memory, count), (more, processes)| (memory + more, count + processes))
    }
}

impl Drop for Pretalx {
    fn drop(&mut self) {
        let services = if self.services_were_there { "" } else { "; . ./common.sh; services_down" };
        if let Err(trouble) = self.scripts.bash(&format!("bash run-pretalx.sh stop{services}")) {
            println!("pretalx could not be stopped: {trouble:#}");
        }
    }
}
