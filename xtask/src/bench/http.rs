//! HTTP/1.1 as benches need it: one request as a browser makes it, and a connection that asks again and again at next to
//! no cost, so that the server is what is measured.

use std::io::{self, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// Longest wait for the next bytes; a peer under load may take a minute.
const WAIT_MAX: Duration = Duration::from_secs(180);

/// An answer as it travelled.
pub(super) struct Answer {
    pub(super) head: String,
    pub(super) body: Vec<u8>,
}

impl Answer {
    pub(super) fn header(&self, name: &str) -> &str {
        let line = self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then_some(value.trim())
        });
        line.unwrap_or("-")
    }

    pub(super) fn status(&self) -> u16 {
        self.head.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or_default()
    }
}

/// The bytes of a request for a page, as a browser asks that can read gzip and nothing newer.
pub(super) fn request(host: &str, path: &str) -> Vec<u8> {
    format!(
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: Mozilla/5.0 (bench)\r\nAccept: text/html,*/*\r\n\
         Accept-Encoding: gzip\r\nAccept-Language: en\r\n\r\n"
    )
    .into_bytes()
}

/// One request on a connection of its own, which must be answered with 200.
pub(super) fn get(host: &str, path: &str) -> Result<Answer> {
    let answer = ask(host, &request(host, path)).with_context(|| format!("asking for {path}"))?;
    if answer.status() != 200 {
        bail!("{path} answers {}", answer.head.lines().next().unwrap_or_default());
    }
    Ok(answer)
}

/// Any request on a connection of its own, and whatever is answered.
pub(super) fn ask(host: &str, request: &[u8]) -> Result<Answer> {
    let mut connection = Connection::open(host)?;
    let mut body = Vec::new();
    let seen = connection.ask_into(request, Some(&mut body))?;
    Ok(Answer { head: seen.head, body })
}

/// What is known of an answer whose body nobody keeps.
pub(super) struct Seen {
    pub(super) status: u16,
    /// Bytes of the body as they travelled.
    pub(super) bytes: u64,
    /// Whether the server hangs up after it.
    pub(super) closes: bool,
    /// Its head.
    head: String,
}

/// A connection that is kept for many requests, one after the other.
pub(super) struct Connection {
    stream: TcpStream,
    /// What has come and is not used up yet.
    buffer: Vec<u8>,
}

impl Connection {
    pub(super) fn open(host: &str) -> io::Result<Connection> {
        let stream = TcpStream::connect(host)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(WAIT_MAX))?;
        Ok(Connection { stream, buffer: Vec::with_capacity(64 * 1024) })
    }

    /// Asks and reads the whole answer, whose body is only counted.
    pub(super) fn ask(&mut self, request: &[u8]) -> io::Result<Seen> {
        self.ask_into(request, None)
    }

    fn ask_into(&mut self, request: &[u8], mut body: Option<&mut Vec<u8>>) -> io::Result<Seen> {
        // A server that refuses may have hung up already; its answer is still there to read.
        let sent = self.stream.write_all(request);
        let end = match self.head_end() {
            Ok(end) => end,
            Err(error) => return Err(sent.err().unwrap_or(error)),
        };
        let head = String::from_utf8_lossy(&self.buffer[..end]).into_owned();
        self.buffer.drain(..end + 4);
        let mut seen = Seen { status: 0, bytes: 0, closes: false, head: String::new() };
        let (mut length, mut chunked) = (None, false);
        for (number, line) in head.lines().enumerate() {
            let Some((name, value)) = line.split_once(':').filter(|_| number > 0) else {
                seen.status = line.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or_default();
                continue;
            };
            match value.trim() {
                value if name.eq_ignore_ascii_case("content-length") => length = value.parse().ok(),
                value if name.eq_ignore_ascii_case("transfer-encoding") => {
                    chunked = value.contains("chunked")
                }
                value if name.eq_ignore_ascii_case("connection") => seen.closes = value.contains("close"),
                _ => {}
            }
        }
        seen.bytes = match length {
            _ if chunked => self.chunks(&mut body)?,
            Some(length) => self.take(length, &mut body)?,
            None if seen.status == 304 || seen.status == 204 => 0,
            None => self.rest(&mut body)?,
        };
        seen.head = head;
        Ok(seen)
    }

    /// Reads more into the buffer.
    fn more(&mut self) -> io::Result<()> {
        let mut piece = [0; 32 * 1024];
        match self.stream.read(&mut piece)? {
            0 => Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the server hung up in the middle")),
            count => {
                self.buffer.extend_from_slice(&piece[..count]);
                Ok(())
            }
        }
    }

    /// Where the blank line begins that ends a head.
    fn head_end(&mut self) -> io::Result<usize> {
        let mut from = 0;
        loop {
            let found = self.buffer[from..].windows(4).position(|four| four == b"\r\n\r\n");
            if let Some(end) = found {
                return Ok(from + end);
            }
            from = self.buffer.len().saturating_sub(3);
            self.more()?;
        }
    }

    /// Uses up so many bytes.
    fn take(&mut self, count: u64, body: &mut Option<&mut Vec<u8>>) -> io::Result<u64> {
        let mut missing = usize::try_from(count).unwrap_or(usize::MAX);
        loop {
            let here = missing.min(self.buffer.len());
            if let Some(body) = body {
                body.extend_from_slice(&self.buffer[..here]);
            }
            self.buffer.drain(..here);
            missing -= here;
            if missing == 0 {
                return Ok(count);
            }
            self.more()?;
        }
    }

    fn chunks(&mut self, body: &mut Option<&mut Vec<u8>>) -> io::Result<u64> {
        let mut bytes = 0;
        loop {
            let line = loop {
                match self.buffer.windows(2).position(|two| two == b"\r\n") {
                    Some(end) => break end,
                    None => self.more()?,
                }
            };
            let size = std::str::from_utf8(&self.buffer[..line]).ok();
            let size = size.and_then(|size| u64::from_str_radix(size.trim(), 16).ok());
            let size = size.ok_or_else(|| io::Error::other("a chunk without a size"))?;
            self.buffer.drain(..line + 2);
            bytes += self.take(size, body)?;
            self.take(2, &mut None)?;
            if size == 0 {
                return Ok(bytes);
            }
        }
    }

    /// Everything until the server hangs up.
    fn rest(&mut self, body: &mut Option<&mut Vec<u8>>) -> io::Result<u64> {
        while self.more().is_ok() {}
        self.take(self.buffer.len() as u64, body)
    }
}

/// The text of an answer; gzip is the coding that every browser and every Debian knows.
pub(super) fn text(answer: &Answer) -> Result<String> {
    match answer.header("content-encoding") {
        "-" => Ok(String::from_utf8(answer.body.clone())?),
        "gzip" => {
            let mut gzip = crate::shell::command("gzip");
            gzip.args(["--decompress", "--stdout"])
                .stdin(std::process::Stdio::piped())
                .stdout(std::process::Stdio::piped());
            let mut child = gzip.spawn().context("starting gzip")?;
            let mut input = child.stdin.take().expect("it was piped");
            let body = answer.body.clone();
            let writing = std::thread::spawn(move || input.write_all(&body));
            let output = child.wait_with_output()?;
            let _ = writing.join();
            Ok(String::from_utf8(output.stdout)?)
        }
        other => bail!("this bench does not read {other}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A server that gives one connection these bytes.
    fn says(bytes: &'static [u8]) -> String {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("it has one").to_string();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().expect("somebody comes");
            let _ = stream.read(&mut [0; 1024]);
            let _ = stream.write_all(bytes);
        });
        address
    }

    #[test]
    fn bodies_are_read_whole_however_their_end_is_told() {
        for bytes in [
            b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabcde".as_slice(),
            b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
            b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nabcde",
        ] {
            let host = says(bytes);
            assert_eq!(get(&host, "/").expect("an answer").body, b"abcde");
        }
        assert!(get(&says(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"), "/").is_err());
        assert!(get(&says(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"), "/").is_err());
    }
}
