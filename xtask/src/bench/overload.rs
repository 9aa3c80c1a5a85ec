//! Ten times more than the server can do: what it still does, and how fast it refuses the rest.
//!
//! Every request carries a choice of zone of its own, so that no page can be kept from one reader for another: what is
//! asked for is work. The clients of the overload keep to their timetable, however they are answered.

use std::sync::Barrier;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use super::http::Connection;
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
    let server = Server::start(&program, &data, PATHS[0])?;
    let before = server::vitals(server.id()).unwrap_or_default();
    crowd(&server.host, CLIENTS, None, time / 4);
    let peak = crowd(&server.host, CLIENTS, None, time);
    ensure!(peak.done > 0, "the server did nothing at its peak");
    let clients = CLIENTS * TIMES;
    let pause = Duration::from_secs_f64(CLIENTS as f64 / peak.rate(peak.done));
    let over = crowd(&server.host, clients, Some(pause), time);
    let after = server::vitals(server.id()).unwrap_or_default();
    let again = crowd(&server.host, CLIENTS, None, time / 2);
    let row = |name: &str, clients: usize, crowd: &Crowd| {
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
    println!(
        "  asked in the overload: {offered:.1} times the peak; the clients share the machine with the server"
    );
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

/// What some clients saw.
#[derive(Default)]
struct Crowd {
    done: usize,
    /// How long each refusal took, in microseconds, from the wish to its answer; sorted.
    refused: Vec<u32>,
    /// Neither done nor refused as one should be: with 503 and `Retry-After`.
    broken: usize,
    seconds: f64,
}

impl Crowd {
    fn asked(&self) -> usize {
        self.done + self.refused.len() + self.broken
    }

    fn rate(&self, count: usize) -> f64 {
        count as f64 / self.seconds
    }

    /// The time within which this share of the refusals was there, in milliseconds.
    fn within(&self, share: f64) -> f64 {
        let last = self.refused.len().saturating_sub(1);
        self.refused
            .get((last as f64 * share).ceil() as usize)
            .map_or(0.0, |micros| f64::from(*micros) / 1_000.0)
    }
}

/// Lets so many clients ask: each as soon as it is answered, or every so often whether it likes the answer or not.
fn crowd(host: &str, clients: usize, pause: Option<Duration>, time: Duration) -> Crowd {
    let ready = Barrier::new(clients);
    let client = |number: usize| {
        let mut seen = Crowd::default();
        let mut connection = None;
        ready.wait();
        let start = Instant::now();
        // They do not all come at the same instant.
        let mut next =
            start + pause.map_or(Duration::ZERO, |pause| pause.mul_f64(number as f64 / clients as f64));
        for turn in number.. {
            let now = Instant::now();
            if now >= start + time || next >= start + time {
                break;
            }
            std::thread::sleep(next.saturating_duration_since(now));
            seen.count(&mut connection, host, turn);
            next = pause.map_or_else(Instant::now, |pause| next + pause);
        }
        seen.seconds = start.elapsed().as_secs_f64();
        seen
    };
    let client = &client;
    let seen: Vec<Crowd> = std::thread::scope(|scope| {
        let spawn = |number| {
            let builder = std::thread::Builder::new().stack_size(256 * 1024);
            builder.spawn_scoped(scope, move || client(number)).expect("the machine has threads enough")
        };
        let clients: Vec<_> = (0..clients).map(spawn).collect();
        clients.into_iter().map(|client| client.join().expect("a client does not panic")).collect()
    });
    let mut all = Crowd::default();
    for one in seen {
        all.done += one.done;
        all.broken += one.broken;
        all.refused.extend(one.refused);
        all.seconds = all.seconds.max(one.seconds);
    }
    all.refused.sort_unstable();
    all
}

impl Crowd {
    /// One request, and what became of it.
    fn count(&mut self, connection: &mut Option<Connection>, host: &str, turn: usize) {
        let wished = Instant::now();
        if connection.is_none() {
            *connection = Connection::open(host).ok();
        }
        let Some(open) = connection.as_mut() else {
            self.broken += 1;
            return;
        };
        let seen = open.ask(&request(host, turn));
        if !seen.as_ref().is_ok_and(|seen| !seen.closes) {
            *connection = None;
        }
        match seen {
            Ok(seen) if seen.status == 200 => self.done += 1,
            Ok(seen) if seen.status == 503 && seen.says("retry-after") => {
                self.refused.push(u32::try_from(wished.elapsed().as_micros()).unwrap_or(u32::MAX));
            }
            _ => self.broken += 1,
        }
    }
}

fn request(host: &str, turn: usize) -> Vec<u8> {
    let (path, zone) = (PATHS[turn % PATHS.len()], ZONES[turn / PATHS.len() % ZONES.len()]);
    format!(
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: text/html\r\nAccept-Encoding: gzip\r\nCookie: zone={zone}\r\n\r\n"
    )
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_are_told_from_faults_by_what_they_say() {
        for (answer, done, refused, broken) in [
            ("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 1, 0, 0),
            ("HTTP/1.1 503 Busy\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n", 0, 1, 0),
            ("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n", 0, 0, 1),
            ("", 0, 0, 1),
        ] {
            let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
            let host = listener.local_addr().expect("it has one").to_string();
            let serving = std::thread::spawn(move || {
                use std::io::{Read as _, Write as _};
                let (mut stream, _) = listener.accept().expect("somebody comes");
                let _ = stream.read(&mut [0; 1024]);
                let _ = stream.write_all(answer.as_bytes());
            });
            let mut seen = Crowd::default();
            seen.count(&mut None, &host, 0);
            serving.join().expect("it answered");
            assert_eq!((seen.done, seen.refused.len(), seen.broken), (done, refused, broken), "{answer}");
        }
    }
}
