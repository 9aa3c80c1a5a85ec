//! What a first visit to a day of the programme costs on a poor line: requests, and bytes as they travel.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::Bench;
use super::report::{Goal, Report};
use crate::demo::{self, Demo};

pub(super) const BENCH: Bench =
    Bench { name: "page", about: "what the first visit to a day of the programme loads, compressed", run };

/// A full day of the demo's programme: the page that most people come for.
const DAY: &str = "/igf/meetings/kyoto-2023/programme/2023-10-09";

/// 14 KB is what a server may send before the first acknowledgement: ten packets of a fresh connection.
const BYTES_MAX: f64 = 14.0 * 1024.0;

fn run(report: &mut Report) -> Result<()> {
    let demo = Demo::start(&demo::build()?, "demo")?;
    let host = demo.address.trim_start_matches("http://");
    let page = get(host, DAY)?;
    let html = decompressed(&page)?;
    let mut rows = vec![row(DAY, &page)];
    let (mut bytes, mut requests) = (page.body.len(), 1.0);
    for address in loaded(&html) {
        if !address.starts_with('/') {
            bail!("the page loads {address}, which is not ours");
        }
        let part = get(host, &address)?;
        rows.push(row(&address, &part));
        (bytes, requests) = (bytes + part.body.len(), requests + 1.0);
    }
    report.table("the first visit", &["address", "type", "coding", "bytes", "with headers"], &rows);
    println!("  the page itself is {} bytes before compression", html.len());
    report.figure("page-first-visit-bytes", bytes as f64, "bytes", Goal::AtMost(BYTES_MAX));
    report.figure("page-first-visit-requests", requests, "requests", Goal::AtMost(2.0));
    Ok(())
}

struct Answer {
    head: String,
    /// As it travelled.
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        let line = self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then_some(value.trim())
        });
        line.unwrap_or("-")
    }
}

fn row(address: &str, answer: &Answer) -> Vec<String> {
    let bytes = answer.body.len();
    let with_head = bytes + answer.head.len() + 4;
    let kind = answer.header("content-type").split(';').next().unwrap_or_default().to_owned();
    vec![
        address.to_owned(),
        kind,
        answer.header("content-encoding").to_owned(),
        bytes.to_string(),
        with_head.to_string(),
    ]
}

/// One request as a browser makes it, on a connection of its own.
fn get(host: &str, path: &str) -> Result<Answer> {
    let mut stream = TcpStream::connect(host)?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let ask = format!(
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nAccept: text/html,*/*\r\n\
         Accept-Encoding: gzip, deflate, br, zstd\r\nAccept-Language: en\r\n\r\n"
    );
    stream.write_all(ask.as_bytes())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let end = answer
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .context("an answer without an end of its head")?;
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    if !head.starts_with("HTTP/1.1 200") {
        bail!("{path} answers {}", head.lines().next().unwrap_or_default());
    }
    let body = answer.split_off(end + 4);
    let chunked = head.to_ascii_lowercase().contains("transfer-encoding: chunked");
    Ok(Answer { head, body: if chunked { unchunked(&body)? } else { body } })
}

fn unchunked(mut rest: &[u8]) -> Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let line = rest.windows(2).position(|two| two == b"\r\n").context("a chunk without a size")?;
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..line])?.trim(), 16)?;
        if size == 0 {
            return Ok(body);
        }
        let chunk = rest.get(line + 2..line + 2 + size).context("a chunk that is too short")?;
        body.extend_from_slice(chunk);
        rest = &rest[line + 4 + size..];
    }
}

/// The page's text; gzip is the coding that every browser and every Debian knows.
fn decompressed(answer: &Answer) -> Result<String> {
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

/// What a browser fetches for this page without being asked: styles, scripts, pictures, icons.
fn loaded(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for tag in html.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
        let (name, attributes) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
        let value = |wanted: &str| {
            let (_, rest) = attributes.split_once(&format!("{wanted}=\""))?;
            rest.split('"').next()
        };
        let address = match name {
            "link"
                if ["stylesheet", "icon", "preload", "modulepreload", "manifest"]
                    .iter()
                    .any(|rel| value("rel").is_some_and(|rels| rels.split(' ').any(|one| one == *rel))) =>
            {
                value("href")
            }
            "script" | "img" | "iframe" | "source" | "video" | "audio" | "embed" => value("src"),
            _ => None,
        };
        found.extend(
            address
                .filter(|address| !address.starts_with("data:"))
                .map(|address| address.replace("&amp;", "&")),
        );
    }
    found.sort();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_browser_fetches_by_itself_is_found() {
        let html = r#"<link rel="stylesheet" href="/a.css"><link rel="icon" href="data:x"><link rel="alternate" href="/f">
            <script src="/b.js" defer></script><img alt="" src="/c.png"><img src="/c.png"><a href="/d">d</a>"#;
        assert_eq!(loaded(html), ["/a.css", "/b.js", "/c.png"]);
    }

    #[test]
    fn chunks_are_put_together() {
        assert_eq!(unchunked(b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n").expect("it is whole"), b"abcde");
        assert!(unchunked(b"9\r\nabc").is_err());
    }
}
