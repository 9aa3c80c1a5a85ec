//! A call of a thousand proposals and sixty reviewers: who reviews what, the best balanced set, the page of the selection,
//! and whether the corrected ranking is nearer to the truth than the raw mean. The truth is planted: each reviewer is
//! harsh or lenient by so much, and what a proposal is worth is known.

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};

use super::http;
use super::report::{Goal, Report};
use super::server::{Server, empty_folder};
use super::{Bench, Options};
use crate::{demo, shell};

pub(super) const BENCH: Bench = Bench {
    name: "review",
    about: "a thousand proposals, sixty reviewers: assignment, balanced set, selection page, Kendall's tau",
    run,
};

const PROPOSALS: &str = "1000";
const REVIEWERS: &str = "60";
/// The pages that are asked for, by what they show.
const PAGES: [(&str, &str); 3] = [
    ("selection", "/bench/desk/calls/1/selection"),
    ("results", "/bench/desk/calls/1/results"),
    ("proposals", "/bench/desk/calls/1/proposals"),
];
/// How often each page is asked for.
const ROUNDS: usize = 51;

fn run(report: &mut Report, _: &Options) -> Result<()> {
    let example = ["build", "--quiet", "--locked", "--release", "--package", "hemicycle"];
    shell::run(shell::cargo().args(example).args(["--example", "bench_review"]))?;
    let product = demo::build()?;
    let folder = empty_folder("bench/review")?;
    let program = shell::target("release/examples")?.join("bench_review");
    let said = shell::output(shell::command(program).arg("fill").arg(&folder).args([PROPOSALS, REVIEWERS]))?;
    let value = |name: &str| -> Result<f64> {
        let line = said.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        line.and_then(|value| value.parse().ok()).with_context(|| format!("the program told no {name}"))
    };
    let rows = [
        ("who reviews what: eight each, two of four groups", "assign"),
        ("what the scores say, corrected, with intervals", "results"),
        ("the best balanced set of a hundred, fourteen targets", "balanced"),
    ];
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|(what, name)| Ok(vec![(*what).to_owned(), format!("{:.2} s", value(name)?)]))
        .collect::<Result<_>>()?;
    report.table("a thousand proposals, sixty reviewers", &["what", "took"], &rows);
    let pages = pages(&product, &folder)?;
    let shown = |(name, first, then): &(&str, f64, f64)| {
        vec![(*name).to_owned(), format!("{first:.1} ms"), format!("{then:.1} ms")]
    };
    report.table("pages", &["page", "first", "median"], &pages.iter().map(shown).collect::<Vec<_>>());
    report.figure("review-assignment", value("assign")?, "s", Goal::Below(2.0));
    report.figure("review-balanced-set-of-100", value("balanced")?, "s", Goal::Below(5.0));
    report.figure("review-selection-page", pages[0].2, "ms", Goal::Below(20.0));
    let (raw, corrected) = (value("raw")?, value("corrected")?);
    report.figure("review-tau-raw", raw, "tau", Goal::Below(corrected));
    report.figure("review-tau-corrected", corrected, "tau", Goal::AtLeast(raw + 0.05));
    Ok(())
}

/// For each page, milliseconds for the first answer and for the median of those that follow, over loopback.
fn pages(product: &Path, folder: &Path) -> Result<Vec<(&'static str, f64, f64)>> {
    let server = Server::start(product, folder, "/bench")?;
    let token = std::fs::read_to_string(folder.join("token")).context("the token of the folder")?;
    PAGES
        .iter()
        .map(|(name, path)| {
            let request = format!(
                "GET {path} HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\nAccept-Language: en\r\n\
                 Authorization: Bearer {}\r\n\r\n",
                server.host,
                token.trim()
            );
            let mut took = Vec::with_capacity(ROUNDS);
            for _ in 0..ROUNDS {
                let began = Instant::now();
                let answer = http::ask(&server.host, request.as_bytes())?;
                took.push(began.elapsed().as_secs_f64() * 1_000.0);
                anyhow::ensure!(answer.status() == 200, "{path} answers {}", answer.status());
            }
            let first = took.remove(0);
            took.sort_by(f64::total_cmp);
            Ok((*name, first, took[took.len() / 2]))
        })
        .collect()
}
