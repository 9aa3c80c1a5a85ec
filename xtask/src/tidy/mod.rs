//! `cargo xtask tidy`: the rules of the tree, read from the tree.
//!
//! A rule is one file in `rules/` and one line in [`RULES`]. It says what is wrong, where, and what to do. The rules
//! read text, not syntax: they can be fooled by someone who wants to, and are not meant for that someone.

mod rules;
mod source;
mod tree;

use std::process::ExitCode;

use anyhow::Result;

pub(crate) use rules::RULES;
use tree::Tree;

pub(crate) const ABOUT: &str =
    "the rules of the tree: who may know whom, lengths, paths in documents, licences, …";

/// One rule of the tree.
pub(crate) struct Rule {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    check: fn(&Tree, &mut Report),
}

/// What a rule has to say.
#[derive(Default)]
pub(crate) struct Report {
    /// What breaks the rule.
    findings: Vec<String>,
    /// What is worth knowing and breaks nothing.
    notes: Vec<String>,
}

impl Report {
    /// Something at a line (counted from 1; 0 means the file as a whole) breaks the rule.
    fn find(&mut self, path: &str, line: usize, what: impl std::fmt::Display) {
        let place = if line == 0 { path.to_owned() } else { format!("{path}:{line}") };
        self.findings.push(format!("{place}: {what}"));
    }

    fn note(&mut self, what: impl Into<String>) {
        self.notes.push(what.into());
    }
}

/// `tidy [RULE…]`: all rules, or those named.
pub(crate) fn run(args: &[String]) -> Result<ExitCode> {
    if args.iter().any(|arg| arg == "--list") {
        for rule in RULES {
            println!("{:<14} {}", rule.name, rule.about);
        }
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(stranger) = args.iter().find(|arg| RULES.iter().all(|rule| rule.name != **arg)) {
        anyhow::bail!("there is no rule `{stranger}`; `cargo xtask tidy --list` names them");
    }
    let (_, broken) = check(|rule| args.is_empty() || args.iter().any(|arg| arg == rule.name))?;
    Ok(if broken == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Holds the chosen rules against the tree; returns how many held and how many are broken.
pub(crate) fn check(chosen: impl Fn(&Rule) -> bool) -> Result<(usize, usize)> {
    let tree = Tree::read()?;
    let (mut held, mut broken) = (0, 0);
    for rule in RULES.iter().filter(|rule| chosen(rule)) {
        let mut report = Report::default();
        (rule.check)(&tree, &mut report);
        let ok = report.findings.is_empty();
        println!("{} {:<14} {}", if ok { "holds " } else { "BROKEN" }, rule.name, rule.about);
        for line in report.findings.iter().chain(&report.notes) {
            println!("         {line}");
        }
        if ok { held += 1 } else { broken += 1 }
    }
    Ok((held, broken))
}

/// For the rules' own tests: what a rule finds in a planted tree.
#[cfg(test)]
fn findings(rule: &Rule, files: &[(&str, &str)]) -> Vec<String> {
    let mut report = Report::default();
    (rule.check)(&Tree::planted(files), &mut report);
    report.findings
}
