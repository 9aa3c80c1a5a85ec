//! Ten times more than the server can do: what it still does, and how fast it refuses the rest.
//!
//! Every request carries a choice of zone of its own, so that no page can be kept from one reader for another: what is
//! asked for is work. The clients of the overload keep to their timetable, however they are answered. They have a
//! processor of their own, in all measurements alike: what they need must not be taken for what the refusals cost.

use std::time::Duration;

use anyhow::{Result, ensure};

use super::apart::Apart;
use super::crowd::{self, Crowd, Seen};
use super::report::{Goal, Report, number};
use super::server::{self, Server};
use super::{Bench, Options};
use crate::demo;

pub(super) const BENCH: Bench = Bench {
    name: "overload",
    about: "ten times the load of the peak: what is done, and how the rest is refused",
    run,
};

/// Connections at which the peak is measured; below what makes the server refuse anybody.
const CLIENTS: usize = 100;
const TIMES: usize = 10;
/// Pages that readers ask for, the day most of all.
const PATHS: [&str; 6] = [
    "/igf/meetings/kyoto-2023/programme/2023-10-09",
    "/igf/meetings/kyoto-2023/programme/2023-10-10?view=list",
    "/igf/meetings/kyoto-2023/programme/2023-10-11",
    "/igf/people?page=2",
    "/igf/people/40",
    "/igf/search?q=access",
];
const ZONES: [&str; 5] =
    ["Africa/Nairobi", "America/Lima", "Asia/Jakarta", "Europe/Lisbon", "Pacific/Auckland"];

fn run(report: &mut Report, options: &Options) -> Result<()> {
    let time = options.span(Duration::from_secs(10));
    let program = demo::build()?;
    let data = server::empty_folder("bench/overload")?;
    drop(demo::Demo::start_with(&program, &data, &["--people", "1300", "--sessions", "302"])?);
    let apart = Apart::begin()?;
    let server = Server::start(&program, &data, PATHS[0])?;
    apart.clients()?;
    let before = server::vitals(server.id()).unwrap_or_default();
    let crowd = |clients, pause, time| {
        let request = |turn| request(&server.host, turn);
        crowd::run(&Crowd { host: &server.host, clients, pause, time, request: &request })
    };
    crowd(CLIENTS, None, time / 4)?;
    let peak = crowd(CLIENTS, None, time)?;
    ensure!(peak.done > 0, "the server did nothing at its peak");
    let clients = CLIENTS * TIMES;
    let pause = Duration::from_secs_f64(CLIENTS as f64 / peak.rate(peak.done));
    let over = crowd(clients, Some(pause), time)?;
    let after = server::vitals(server.id()).unwrap_or_default();
    let again = crowd(CLIENTS, None, time / 2)?;
    let row = |name: &str, clients: usize, crowd: &Seen| {
        let mut cells = vec![name.to_owned(), clients.to_string()];
        cells.extend(
            [crowd.asked(), crowd.done, crowd.refused.len()].map(|count| number(crowd.rate(count).round())),
        );
        cells.extend([crowd.within(0.5), crowd.within(0.99)].map(|ms| format!("{ms:.1}")));
        cells.push(crowd.broken.to_string());
        cells
    };
    let rows =
        [row("peak", CLIENTS, &peak), row("overload", clients, &over), row("peak again", CLIENTS, &again)];
    let head = ["load", "clients", "asked/s", "done/s", "refused/s", "refused p50 ms", "p99 ms", "broken"];
    report.table("requests a second; how long a refusal took", &head, &rows);
    println!(
        "  memory {} MiB before, {} MiB at the end of the overload",
        before.memory >> 10,
        after.memory >> 10
    );
    let offered = over.rate(over.asked()) / peak.rate(peak.done);
    println!("  asked in the overload: {offered:.1} times the peak; {}", apart.said());
    report.figure(
        "overload-goodput-of-peak",
        over.rate(over.done) / peak.rate(peak.done),
        "times",
        Goal::AtLeast(0.8),
    );
    report.figure("overload-refused-within", over.within(0.99), "ms", Goal::AtMost(50.0));
    report.figure("overload-broken", over.broken as f64, "answers", Goal::AtMost(0.0));
    report.figure(
        "overload-recovered-to-peak",
        again.rate(again.done) / peak.rate(peak.done),
        "times",
        Goal::AtLeast(0.8),
    );
    Ok(())
}

fn request(host: &str, turn: usize) -> Vec<u8> {
    let (path, zone) = (PATHS[turn % PATHS.len()], ZONES[turn / PATHS.len() % ZONES.len()]);
    format!(
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: text/html\r\nAccept-Encoding: gzip\r\nCookie: zone={zone}\r\n\r\n"
    )
    .into_bytes()
}
