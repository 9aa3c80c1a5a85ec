//! Clients that ask as fast as they are answered, and what they saw.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::sync::Barrier;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use super::http::{Connection, request};

/// Some connections that each make the same visit over and over: all of its requests in turn.
pub(super) struct Load<'a> {
    pub(super) host: &'a str,
    /// The paths of one visit.
    pub(super) visit: &'a [String],
    pub(super) connections: usize,
    /// Nobody begins another visit after this time; a visit that was begun is finished and counts.
    pub(super) time: Duration,
}

/// What came of a load.
#[derive(Default)]
pub(super) struct Measured {
    /// How long each visit took, in microseconds, sorted.
    took: Vec<u32>,
    /// Visits a second.
    pub(super) rate: f64,
    /// Bytes of the bodies of one visit, as they travelled.
    pub(super) bytes: u64,
    /// Answers other than 200, and connections that broke.
    pub(super) failures: usize,
}

impl Measured {
    /// The time within which this share of the visits was over, in milliseconds.
    pub(super) fn within(&self, share: f64) -> f64 {
        let last = self.took.len().saturating_sub(1);
        let place = (last as f64 * share).ceil() as usize;
        self.took.get(place.min(last)).map_or(f64::NAN, |micros| f64::from(*micros) / 1_000.0)
    }
}

/// Puts the load on the server. Every connection makes one visit before the clock starts.
pub(super) fn run(load: &Load<'_>) -> Result<Measured> {
    let requests: Vec<Vec<u8>> = load.visit.iter().map(|path| request(load.host, path)).collect();
    let ready = Barrier::new(load.connections);
    let began = Instant::now();
    let each = || -> (Measured, Instant) {
        let mut seen = Measured::default();
        let mut connection = Connection::open(load.host).ok();
        ready.wait();
        let end = Instant::now() + load.time;
        loop {
            let start = Instant::now();
            match visit(&mut connection, load.host, &requests) {
                Some(bytes) => {
                    seen.took.push(u32::try_from(start.elapsed().as_micros()).unwrap_or(u32::MAX));
                    seen.bytes = bytes;
                }
                None => seen.failures += 1,
            }
            if Instant::now() >= end {
                return (seen, Instant::now());
            }
        }
    };
    let seen: Vec<(Measured, Instant)> = std::thread::scope(|scope| {
        let clients: Vec<_> = (0..load.connections).map(|_| scope.spawn(each)).collect();
        clients.into_iter().map(|client| client.join().expect("a client does not panic")).collect()
    });
    let last = seen.iter().map(|(_, end)| *end).max().unwrap_or(began);
    let mut all = Measured::default();
    for (one, _) in seen {
        all.took.extend(one.took);
        all.bytes = all.bytes.max(one.bytes);
        all.failures += one.failures;
    }
    all.took.sort_unstable();
    ensure!(!all.took.is_empty(), "no visit to {} succeeded", load.visit.join(" "));
    all.rate = all.took.len() as f64 / (last - began).as_secs_f64();
    Ok(all)
}

/// One visit; `None` if anything in it failed. A connection that the server ends is opened again.
fn visit(connection: &mut Option<Connection>, host: &str, requests: &[Vec<u8>]) -> Option<u64> {
    let mut bytes = 0;
    for request in requests {
        if connection.is_none() {
            *connection = Connection::open(host).ok();
        }
        let seen = connection.as_mut()?.ask(request);
        let keeps = seen.as_ref().is_ok_and(|seen| !seen.closes);
        if !keeps {
            *connection = None;
        }
        bytes += seen.ok().filter(|seen| seen.status == 200)?.bytes;
    }
    Some(bytes)
}

/// Visits a second that these clients can make at a server that does nothing but say the same bytes again. The bench
/// itself must not be what is measured.
pub(super) fn ceiling(connections: usize, bytes: usize, time: Duration) -> Result<f64> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let host = listener.local_addr()?.to_string();
    let answer =
        [format!("HTTP/1.1 200 OK\r\nContent-Length: {bytes}\r\n\r\n").into_bytes(), vec![b'x'; bytes]];
    let answer = answer.concat();
    std::thread::scope(|scope| {
        let serving = scope.spawn(|| {
            std::thread::scope(|each| {
                for stream in listener.incoming().take(connections).flatten() {
                    let answer = &answer;
                    each.spawn(move || {
                        let _ = stream.set_nodelay(true);
                        let mut lines = BufReader::new(&stream).lines();
                        while let Some(Ok(line)) = lines.next() {
                            if line.is_empty() && (&stream).write_all(answer).is_err() {
                                return;
                            }
                        }
                    });
                }
            });
        });
        let measured = run(&Load { host: &host, visit: &["/".to_owned()], connections, time });
        let _ = serving.join();
        Ok(measured?.rate)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_the_visits_is_read_from_their_order() {
        let seen = Measured { took: (1..=100).map(|n| n * 1_000).collect(), ..Measured::default() };
        assert_eq!((seen.within(0.5), seen.within(0.99), seen.within(1.0)), (51.0, 100.0, 100.0));
        assert!(Measured::default().within(0.5).is_nan());
    }

    #[test]
    fn every_connection_counts_what_it_did() {
        let rate = ceiling(3, 100, Duration::from_millis(30)).expect("a load on our own responder");
        assert!(rate > 0.0);
    }
}
