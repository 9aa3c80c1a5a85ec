//! What a bench says: tables while it runs, then what it skipped, then its figures, one line each.

use std::fmt;

use anyhow::{Context, Result};

use super::chart::Chart;
use crate::shell;

/// Which side of its goal a figure should be on.
#[derive(Clone, Copy)]
pub(super) enum Goal {
    AtLeast(f64),
    AtMost(f64),
    Below(f64),
}

/// Collects what is said at the end.
pub(super) struct Report {
    bench: &'static str,
    figures: Vec<String>,
    skipped: Vec<String>,
}

impl Report {
    pub(super) fn new(bench: &'static str) -> Report {
        Report { bench, figures: Vec::new(), skipped: Vec::new() }
    }

    /// Prints a table: the first column to the left, numbers to the right.
    pub(super) fn table(&self, title: &str, head: &[&str], rows: &[Vec<String>]) {
        println!("\n{title}");
        let width = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
            cells.chain([head[column].chars().count()]).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..head.len()).map(width).collect();
        let line = |cells: &mut dyn Iterator<Item = &str>| {
            let cells = cells.zip(&widths).enumerate();
            let cell = |(place, (cell, width)): (usize, (&str, &usize))| match place {
                0 => format!("{cell:<width$}"),
                _ => format!("{cell:>width$}"),
            };
            println!("  {}", cells.map(cell).collect::<Vec<_>>().join("  ").trim_end());
        };
        line(&mut head.iter().copied());
        for row in rows {
            line(&mut row.iter().map(String::as_str));
        }
    }

    /// A figure and its goal. Names and units are single words.
    pub(super) fn figure(&mut self, name: &str, value: f64, unit: &str, goal: Goal) {
        self.figures.push(figure(name, value, unit, goal));
    }

    /// What was not measured, and why.
    pub(super) fn skip(&mut self, what: &str, why: impl fmt::Display) {
        self.skipped.push(format!("skipped {what}: {why}"));
    }

    /// Writes the curve to `target/bench/BENCH.svg`.
    pub(super) fn draw(&self, chart: &Chart<'_>) -> Result<()> {
        self.draw_as(self.bench, chart)
    }

    /// Writes a curve to `target/bench/NAME.svg`, where a bench has several.
    pub(super) fn draw_as(&self, name: &str, chart: &Chart<'_>) -> Result<()> {
        let path = shell::target("bench")?.join(format!("{name}.svg"));
        std::fs::write(&path, chart.svg()).with_context(|| format!("writing {}", path.display()))?;
        println!("\ndrawn: {}", path.strip_prefix(shell::root()).unwrap_or(&path).display());
        Ok(())
    }

    pub(super) fn conclude(&self) {
        println!();
        for line in self.skipped.iter().chain(&self.figures) {
            println!("{line}");
        }
    }
}

fn figure(name: &str, value: f64, unit: &str, goal: Goal) -> String {
    let (op, bound, holds) = match goal {
        Goal::AtLeast(bound) => (">=", bound, value >= bound),
        Goal::AtMost(bound) => ("<=", bound, value <= bound),
        Goal::Below(bound) => ("<", bound, value < bound),
    };
    let verdict = if holds { "holds" } else { "falls-short" };
    format!("figure {name} {} {unit} goal {op} {} {verdict}", number(value), number(bound))
}

/// A number with as many digits as mean something.
pub(super) fn number(value: f64) -> String {
    match value.abs() {
        _ if value.fract() == 0.0 => format!("{value:.0}"),
        100.0.. => format!("{value:.0}"),
        1.0.. => format!("{value:.2}"),
        _ => format!("{value:.4}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_one_line_that_says_whether_it_holds() {
        for (value, goal, line) in [
            (23_456.7, Goal::AtLeast(20_000.0), "figure f 23457 /s goal >= 20000 holds"),
            (19_999.0, Goal::AtLeast(20_000.0), "figure f 19999 /s goal >= 20000 falls-short"),
            (2.0, Goal::AtMost(2.0), "figure f 2 /s goal <= 2 holds"),
            (2.5, Goal::Below(3.0), "figure f 2.50 /s goal < 3 holds"),
            (3.0, Goal::Below(3.0), "figure f 3 /s goal < 3 falls-short"),
        ] {
            assert_eq!(figure("f", value, "/s", goal), line);
        }
    }
}
