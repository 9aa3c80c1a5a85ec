//! What a first visit to a day of the programme costs on a poor line: requests, and bytes as they travel.

use anyhow::{Context as _, Result, bail};

use super::http::{self, Answer};
use super::report::{Goal, Report};
use super::{Bench, Options};
use crate::demo::{self, Demo};
use crate::{shell, test};

pub(super) const BENCH: Bench =
    Bench { name: "page", about: "what the first visit to a day of the programme loads, compressed", run };

/// A full day of the demo's programme: the page that most people come for.
const DAY: &str = "/igf/meetings/kyoto-2023/programme/2023-10-09";

/// 14 KB is what a server may send before the first acknowledgement: ten packets of a fresh connection.
pub(super) const BYTES_MAX: f64 = 14.0 * 1024.0;

/// What a first visit loads.
pub(super) struct Weight {
    /// Of all bodies, as they travelled.
    pub(super) bytes: usize,
    rows: Vec<Vec<String>>,
    /// The page itself, before compression.
    whole: usize,
}

fn run(report: &mut Report, _: &Options) -> Result<()> {
    let demo = Demo::start(&demo::build()?, "demo")?;
    let weight = weigh(demo.address.trim_start_matches("http://"), DAY)?;
    report.table("the first visit", &["address", "type", "coding", "bytes", "with headers"], &weight.rows);
    println!("  the page itself is {} bytes before compression", weight.whole);
    report.figure("page-first-visit-bytes", weight.bytes as f64, "bytes", Goal::AtMost(BYTES_MAX));
    report.figure("page-first-visit-requests", weight.rows.len() as f64, "requests", Goal::AtMost(2.0));
    match slow_line() {
        Ok(seconds) => report.figure("page-slow-line-first-content", seconds, "s", Goal::AtMost(5.0)),
        Err(why) => report.skip("the slow line", format!("{why:#}")),
    }
    Ok(())
}

/// Seconds until a browser on a line of 280 kbit/s and 800 ms shows the day. The browser tests know how to ask it.
fn slow_line() -> Result<f64> {
    let test = ["test", "--quiet", "--locked", "--package", "hemicycle", "--test", "browser", "--"];
    let mut cargo = shell::cargo();
    cargo.args(test).args(["--nocapture", "slow_line::on_a_slow_line_a_day_is_there"]);
    let output = cargo.envs(test::browser_environment()?).output()?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let seconds = said.lines().find_map(|line| {
        let rest = line.split_once("slow-line first-content ")?.1;
        rest.split(' ').next()?.parse().ok()
    });
    seconds.with_context(|| format!("the browser told no time:\n{}", said.trim_end()))
}

/// Fetches a page and everything that a browser fetches with it.
pub(super) fn weigh(host: &str, path: &str) -> Result<Weight> {
    let page = http::get(host, path)?;
    let html = http::text(&page)?;
    let mut weight = Weight { bytes: page.body.len(), rows: vec![row(path, &page)], whole: html.len() };
    for address in loaded(&html) {
        if !address.starts_with('/') {
            bail!("the page {path} loads {address}, which is not ours");
        }
        let part = http::get(host, &address)?;
        weight.rows.push(row(&address, &part));
        weight.bytes += part.body.len();
    }
    Ok(weight)
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
}
