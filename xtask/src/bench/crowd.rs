//! Many clients in one thread, each with a timetable that it keeps however it is answered. A thread for each would
//! measure how long threads wait for a processor, not how long clients wait for the server.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::io::{ErrorKind, Read as _, Write as _};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use mio::event::Event;
use mio::net::TcpStream;
use mio::{Events, Interest, Poll, Token};

/// Some clients, and what they ask for.
pub(super) struct Crowd<'a> {
    pub(super) host: &'a str,
    pub(super) clients: usize,
    /// A client asks every so often; without this, as soon as it was answered.
    pub(super) pause: Option<Duration>,
    pub(super) time: Duration,
    /// The bytes of a request, by a number that is another one each time.
    pub(super) request: &'a dyn Fn(usize) -> Vec<u8>,
}

/// What some clients saw.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) done: usize,
    /// How long each refusal took, in microseconds, from the wish to its answer; sorted.
    pub(super) refused: Vec<u32>,
    /// Neither done nor refused as one should be: with 503 and `Retry-After`.
    pub(super) broken: usize,
    seconds: f64,
}

impl Seen {
    pub(super) fn asked(&self) -> usize {
        self.done + self.refused.len() + self.broken
    }

    pub(super) fn rate(&self, count: usize) -> f64 {
        count as f64 / self.seconds
    }

    /// The time within which this share of the refusals was there, in milliseconds.
    pub(super) fn within(&self, share: f64) -> f64 {
        let last = self.refused.len().saturating_sub(1);
        self.refused
            .get((last as f64 * share).ceil() as usize)
            .map_or(0.0, |micros| f64::from(*micros) / 1_000.0)
    }

    /// Counts one answer; `None` is one that did not come.
    fn count(&mut self, answer: Option<&[u8]>, took: Duration) {
        let head = answer
            .map(|bytes| String::from_utf8_lossy(&bytes[..bytes.len().min(1_024)]).to_ascii_lowercase());
        match head {
            Some(head) if head.starts_with("http/1.1 200 ") => self.done += 1,
            Some(head) if head.starts_with("http/1.1 503 ") && head.contains("\r\nretry-after: ") => {
                self.refused.push(u32::try_from(took.as_micros()).unwrap_or(u32::MAX));
            }
            _ => self.broken += 1,
        }
    }
}

/// One client. It has at most one request under way.
#[derive(Default)]
struct Client {
    stream: Option<TcpStream>,
    /// What is still to be sent, and when it was wished for.
    asking: Option<(Vec<u8>, Instant)>,
    /// What has come of the answer.
    heard: Vec<u8>,
}

/// Lets them ask until the time is over.
pub(super) fn run(crowd: &Crowd<'_>) -> Result<Seen> {
    let address: SocketAddr = crowd.host.parse().context("an address with a port")?;
    let mut poll = Poll::new()?;
    let mut events = Events::with_capacity(1_024);
    let (mut seen, mut turn) = (Seen::default(), 0);
    let begin = Instant::now();
    let mut clients: Vec<Client> = (0..crowd.clients).map(|_| Client::default()).collect();
    // They do not all come at the same instant.
    let spread = crowd.pause.unwrap_or(Duration::from_millis(50)) / u32::try_from(crowd.clients.max(1))?;
    let mut due: BinaryHeap<Reverse<(Instant, usize)>> =
        (0..crowd.clients).map(|number| Reverse((begin + spread * number as u32, number))).collect();
    while begin.elapsed() < crowd.time {
        let next = due.peek().map_or(crowd.time, |next| next.0.0.saturating_duration_since(Instant::now()));
        poll.poll(&mut events, Some(next.min(Duration::from_millis(50))))?;
        for event in &events {
            let number = event.token().0;
            let Some(wished) = clients[number].go_on(event, &mut seen) else { continue };
            let now = Instant::now();
            let next = crowd.pause.map_or(now, |pause| (wished + pause).max(now));
            due.push(Reverse((next, number)));
        }
        while due.peek().is_some_and(|next| next.0.0 <= Instant::now()) {
            let Some(Reverse((wished, number))) = due.pop() else { break };
            turn += 1;
            let wished = wished.max(Instant::now() - Duration::from_millis(1));
            clients[number].asking = Some(((crowd.request)(turn), wished));
            if clients[number].ask(&poll, address, number).is_err() {
                seen.broken += 1;
                due.push(Reverse((Instant::now() + spread.max(Duration::from_millis(1)), number)));
            }
        }
    }
    seen.seconds = begin.elapsed().as_secs_f64();
    seen.refused.sort_unstable();
    Ok(seen)
}

impl Client {
    /// Sends the request, on a new connection if there is none.
    fn ask(&mut self, poll: &Poll, address: SocketAddr, number: usize) -> std::io::Result<()> {
        self.heard.clear();
        if self.stream.is_none() {
            let mut stream = TcpStream::connect(address)?;
            poll.registry().register(&mut stream, Token(number), Interest::READABLE | Interest::WRITABLE)?;
            self.stream = Some(stream);
        } else {
            self.send();
        }
        Ok(())
    }

    /// Sends what is left to be sent. What goes wrong is found out by reading.
    fn send(&mut self) {
        let (Some(stream), Some((rest, _))) = (&mut self.stream, &mut self.asking) else { return };
        if let Ok(count) = stream.write(rest) {
            rest.drain(..count);
        }
    }

    /// Something happened on the connection. Says when the request was wished for that is over with this.
    fn go_on(&mut self, event: &Event, seen: &mut Seen) -> Option<Instant> {
        if event.is_writable() && self.asking.as_ref().is_some_and(|(rest, _)| !rest.is_empty()) {
            self.send();
        }
        let stream = self.stream.as_mut()?;
        let mut piece = [0; 16 * 1_024];
        let ended = loop {
            match stream.read(&mut piece) {
                Ok(0) => break true,
                Ok(count) => self.heard.extend_from_slice(&piece[..count]),
                Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::NotConnected) => {
                    break false;
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(_) => break true,
            }
        };
        let whole = is_whole(&self.heard);
        let closes = ended || (whole && says_close(&self.heard));
        let over = match (&self.asking, whole || ended) {
            (Some((_, wished)), true) => {
                seen.count(whole.then_some(self.heard.as_slice()), wished.elapsed());
                Some(*wished)
            }
            _ => None,
        };
        if over.is_some() {
            self.asking = None;
        }
        if closes {
            self.stream = None;
        }
        over
    }
}

fn head_of(heard: &[u8]) -> Option<(String, usize)> {
    let end = heard.windows(4).position(|four| four == b"\r\n\r\n")?;
    Some((String::from_utf8_lossy(&heard[..end]).to_ascii_lowercase(), end + 4))
}

/// Whether a whole answer is there.
fn is_whole(heard: &[u8]) -> bool {
    let Some((head, begin)) = head_of(heard) else { return false };
    let length =
        head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse::<usize>().ok());
    match length {
        Some(length) => heard.len() >= begin + length,
        None => heard.ends_with(b"\r\n0\r\n\r\n"),
    }
}

fn says_close(heard: &[u8]) -> bool {
    head_of(heard).is_some_and(|(head, _)| head.contains("\r\nconnection: close"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_told_from_refusals_and_faults() {
        let cases: [(&str, [usize; 3]); 4] = [
            ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab", [1, 0, 0]),
            (
                "HTTP/1.1 503 Busy\r\nRetry-After: 1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
                [0, 1, 0],
            ),
            ("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n", [0, 0, 1]),
            ("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab", [0, 0, 1]),
        ];
        for (answer, expected) in cases {
            let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
            let host = listener.local_addr().expect("it has one").to_string();
            let serving = std::thread::spawn(move || {
                let (mut stream, _) = listener.accept().expect("somebody comes");
                let _ = stream.read(&mut [0; 1_024]);
                let _ = stream.write_all(answer.as_bytes());
            });
            let request = |_| b"GET / HTTP/1.1\r\n\r\n".to_vec();
            // One request is all that this client has time for.
            let (pause, time) = (Some(Duration::from_secs(60)), Duration::from_millis(400));
            let seen =
                run(&Crowd { host: &host, clients: 1, pause, time, request: &request }).expect("it runs");
            serving.join().expect("it answered");
            assert_eq!([seen.done, seen.refused.len(), seen.broken], expected, "{answer}");
        }
    }
}
