//! `hemicycle health`: is the server here well? For containers and scripts, which may have nothing else to ask with.

use super::say;
use crate::config::Config;
use crate::watch::HEALTH;
use anyhow::{Context as _, bail};
use std::io::{Read as _, Write as _};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::time::Duration;

/// Longest wait for the answer.
const PATIENCE: Duration = Duration::from_secs(3);

/// Longest answer: it is a word.
const ANSWER_MAX: u64 = 4_096;

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    config: Config,
}

pub(super) fn run(args: &Args) -> anyhow::Result<()> {
    let address = reachable(args.config.listen);
    let answer = ask(address).with_context(|| format!("no server answers at {address}"))?;
    let said = answer.split("\r\n\r\n").nth(1).unwrap_or_default().trim().to_owned();
    if !answer.starts_with("HTTP/1.1 200 ") {
        bail!("the server at {address} is not well: {said}");
    }
    say(&said);
    Ok(())
}

/// Where a server that listens to everybody can be reached from here.
fn reachable(listen: SocketAddr) -> SocketAddr {
    let here = match listen.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(here, listen.port())
}

fn ask(address: SocketAddr) -> std::io::Result<String> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(stream, "GET {HEALTH} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.take(ANSWER_MAX).read_to_string(&mut answer)?;
    Ok(answer)
}
