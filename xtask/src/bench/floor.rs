//! The floor: one queue for the room and the world. So far the protocol alone, without sockets.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};

use super::report::{Goal, Report, number};
use super::{Bench, Options};
use crate::shell;

pub(super) const BENCH: Bench =
    Bench { name: "floor", about: "what live rooms cost, beside a bare send; --only core", run };

/// A part of the bench, which can be asked for alone with `--only`.
type Part = (&'static str, fn(&mut Report) -> Result<()>);

const PARTS: &[Part] = &[("core", core)];

fn run(report: &mut Report, options: &Options) -> Result<()> {
    let only = options.only.as_deref();
    if let Some(stranger) = only.filter(|name| !PARTS.iter().any(|(part, _)| part == name)) {
        let names: Vec<&str> = PARTS.iter().map(|(name, _)| *name).collect();
        bail!("there is no part `{stranger}`; there are {}", names.join(", "));
    }
    PARTS
        .iter()
        .filter(|(name, _)| only.is_none_or(|only| only == *name))
        .try_for_each(|(_, part)| part(report))
}

/// The protocol by itself, which has to be cheap beside the `send` that it makes for.
fn core(report: &mut Report) -> Result<()> {
    let build = ["build", "--quiet", "--locked", "--release", "--package", "platform", "--example", "live"];
    shell::run(shell::cargo().args(build))?;
    let program = shell::target("release/examples")?.join("live");
    let mut said = String::new();
    for part in ["speed", "memory", "stalled"] {
        said += &shell::output(shell::command(&program).arg(part))?;
    }
    let values = read(&said)?;
    let value = |name: &str| values.get(name).copied().with_context(|| format!("the example says no {name}"));
    let rows = [
        ("one delta at a time to 10,000 in one room", "steady-ns"),
        ("the same in 12 rooms", "steady-rooms-ns"),
        ("with something of each one's own", "private-ns"),
        ("forty deltas at once, each of them", "burst-ns"),
        ("a bare send of one delta", "send-ns"),
    ];
    let row = |(what, name): &(&str, &str)| Ok(vec![(*what).to_owned(), number(value(name)?)]);
    let rows = rows.iter().map(row).collect::<Result<Vec<_>>>()?;
    report.table("the protocol without sockets, for each delivery", &["", "ns"], &rows);
    report.figure(
        "floor-core-over-send",
        value("steady-ns")? / value("send-ns")?,
        "times",
        Goal::AtMost(0.1),
    );
    report.figure(
        "floor-core-private-over-send",
        value("private-ns")? / value("send-ns")?,
        "times",
        Goal::AtMost(0.3),
    );
    report.figure("floor-core-follower", value("follower-bytes")?, "bytes", Goal::AtMost(512.0));
    // 1,000 followers stall; what grows is one offer and a snapshot for each room, however many they are.
    report.figure("floor-core-stalled-growth", value("stalled-growth-kib")?, "KiB", Goal::AtMost(256.0));
    Ok(())
}

/// Reads lines of a name and a value.
fn read(said: &str) -> Result<BTreeMap<&str, f64>> {
    let line = |line| {
        let (name, value): (&str, &str) =
            Option::context(str::split_once(line, ' '), "a line without a value")?;
        Ok((name, value.parse().with_context(|| format!("`{value}` is no number"))?))
    };
    said.lines().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_example_says_is_read_line_by_line() {
        let read = |said| read(said).map(|values| values.into_iter().collect::<Vec<_>>()).ok();
        assert_eq!(read("b 2\na 1.5\n"), Some(vec![("a", 1.5), ("b", 2.0)]));
        assert_eq!((read("a"), read("a x")), (None, None));
    }
}
