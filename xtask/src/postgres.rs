//! A PostgreSQL of our own: made for one run on a loopback port, stopped and removed after it.

use std::net::TcpListener;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::shell;

/// A running server with its data in a folder of its own.
pub(crate) struct Cluster {
    folder: PathBuf,
    server: Child,
    address: String,
}

/// A program of PostgreSQL: Debian keeps them off the path, one folder per version.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut found: Vec<PathBuf> = versions
        .flatten()
        .map(|version| version.path().join("bin").join(name))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    found.pop().or_else(|| shell::which(name))
}

impl Cluster {
    /// Makes and starts one, and waits until it answers.
    pub(crate) fn start() -> Result<Cluster> {
        let folder = std::env::temp_dir().join(format!("hemicycle-postgres-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        if shell::is_root() {
            shell::output(shell::command("chown").arg("postgres").arg(&folder))?;
        }
        let data = folder.join("data");
        let initdb =
            ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--pgdata"];
        shell::output(as_owner(&folder, "initdb")?.args(initdb).arg(&data))?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut server = as_owner(&folder, "postgres")?;
        server.arg("-D").arg(&data).args(["-h", "127.0.0.1", "-p", &port.to_string()]);
        server.args(["-c", "unix_socket_directories=", "-c", "max_connections=200"]);
        let log = std::fs::File::create(folder.join("server.log"))?;
        let server = server.stdout(log.try_clone()?).stderr(log).spawn().context("starting PostgreSQL")?;
        let address = format!("postgres://postgres@127.0.0.1:{port}/postgres");
        let mut cluster = Cluster { folder, server, address };
        cluster.wait_until_ready(port)?;
        Ok(cluster)
    }

    /// What to connect to.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Makes an empty database and says how to reach it.
    pub(crate) fn database(&self, name: &str) -> Result<String> {
        let psql = program("psql").context("PostgreSQL has no psql")?;
        let make = format!("CREATE DATABASE {name}");
        shell::output(shell::command(psql).args([
            "--no-psqlrc",
            "--quiet",
            "--command",
            &make,
            &self.address,
        ]))?;
        let server = self.address.rsplit_once('/').map_or("", |(server, _)| server);
        Ok(format!("{server}/{name}"))
    }

    fn wait_until_ready(&mut self, port: u16) -> Result<()> {
        let pg_isready = program("pg_isready").context("PostgreSQL has no pg_isready")?;
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(60) {
            let mut ask = shell::command(&pg_isready);
            ask.args(["-h", "127.0.0.1", "-p", &port.to_string()]).stdout(Stdio::null());
            if ask.status()?.success() {
                return Ok(());
            }
            if self.server.try_wait()?.is_some() {
                break;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        let log = std::fs::read_to_string(self.folder.join("server.log")).unwrap_or_default();
        bail!("PostgreSQL does not start:\n{log}")
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // SIGINT is PostgreSQL's fast shutdown; SIGKILL would leave its shared memory behind.
        let pid = self.server.id().to_string();
        let _ = shell::command("kill").args(["-INT", &pid]).status();
        let _ = self.server.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// PostgreSQL refuses to run as root: as root it runs as the owner of the folder.
fn as_owner(folder: &Path, name: &str) -> Result<Command> {
    let program = program(name).with_context(|| format!("PostgreSQL has no {name}"))?;
    let mut command = shell::command(program);
    command.current_dir(folder);
    if shell::is_root() {
        use std::os::unix::process::CommandExt;
        let owner = std::fs::metadata(folder)?;
        command.uid(owner.uid()).gid(owner.gid());
    }
    Ok(command)
}
