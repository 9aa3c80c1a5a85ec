//! Every format that an instance may come in, behind one face: recognised by its content, solved, scored and explained
//! alike. A format is one file here and one line in [`FORMATS`].

mod cosplib;
mod curriculum;
mod forum;
mod ietf;

use serde::Serialize;

use crate::constraints::Level;
use crate::problem::Problem;
use crate::search::{Cost, Outcome, Pace};

/// A format of instances.
#[derive(Debug)]
pub struct Format {
    /// Its name.
    pub name: &'static str,
    /// What it is, for people.
    pub about: &'static str,
    recognises: fn(&str) -> bool,
    read: fn(&str) -> Result<Box<dyn Puzzle>, Problem>,
}

/// All formats, in the order in which they are asked whether a text is theirs. The last one takes what is left.
pub const FORMATS: &[Format] = &[curriculum::FORMAT, ietf::FORMAT, cosplib::FORMAT, forum::FORMAT];

/// More than any instance is long. What is longer is refused before it is read.
pub const BYTES_MAX: usize = 64 << 20;

/// An instance, whatever its format. Solutions are texts in the format's own notation.
pub trait Puzzle: Send + Sync + std::fmt::Debug {
    /// How large it is, for people.
    fn size(&self) -> String;

    /// Searches from a seed, within the pace.
    fn solve(&self, seed: u64, pace: Pace<'_>) -> Outcome<String>;

    /// What a solution costs, term by term.
    fn tally(&self, solution: &str) -> Result<Tally, Problem>;

    /// A cost below which no solution lies.
    fn bound(&self) -> Cost {
        Cost::ZERO
    }

    /// The number of the session that is called so, by its name or its number.
    fn session(&self, name: &str) -> Option<usize>;

    /// What a session is called, and where it is.
    fn place(&self, solution: &str, session: usize) -> Result<String, Problem>;

    /// Where else a session could be and what that would change, the best first. `None` if the format does not say.
    fn elsewhere(&self, _solution: &str, _session: usize) -> Result<Option<Vec<Elsewhere>>, Problem> {
        Ok(None)
    }

    /// Which sessions a solution moves from their published places, and whom to tell; empty if the format knows no published places.
    fn moved(&self, _solution: &str) -> Result<Vec<String>, Problem> {
        Ok(vec![])
    }

    /// Demands that cannot all be met and none of which could be left out of the proof, in words, if the solution breaks
    /// some and such a set was found.
    fn conflict(&self, _solution: &str) -> Result<Option<Vec<String>>, Problem> {
        Ok(None)
    }
}

/// What a solution costs, term by term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// The sum of all terms.
    pub cost: Cost,
    /// Every term of the format, whether it is broken or not.
    pub terms: Vec<Term>,
    /// What no solution of the instance can avoid, and is not in the cost.
    pub notes: Vec<String>,
}

/// A constraint, and what a solution has against it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Term {
    /// Its name in the format.
    pub name: &'static str,
    /// What it counts, for people.
    pub about: &'static str,
    /// Whether it must hold.
    pub hard: bool,
    /// Its share of the cost.
    pub cost: i64,
    /// What is wrong, the worst first.
    pub facts: Vec<Fact>,
}

/// One thing that is wrong with a solution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// In words.
    pub words: String,
    /// Its share of the cost.
    pub cost: i64,
    /// The sessions that it is about, by their numbers.
    pub sessions: Vec<usize>,
}

/// Another place for a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Elsewhere {
    /// Where.
    pub place: String,
    /// By how much the cost would grow.
    pub change: Cost,
    /// Which terms grow or shrink, and by how much.
    pub reasons: Vec<(&'static str, i64)>,
}

impl Tally {
    fn new(terms: Vec<Term>) -> Self {
        let cost =
            terms.iter().map(|term| if term.hard { Cost::hard(term.cost) } else { Cost::soft(term.cost) });
        Self { cost: cost.sum(), terms, notes: vec![] }
    }
}

impl Term {
    /// A term whose cost is that of its facts.
    fn new(name: &'static str, about: &'static str, level: Level, mut facts: Vec<Fact>) -> Self {
        facts.sort_by_key(|fact| std::cmp::Reverse(fact.cost));
        let cost = facts.iter().map(|fact| fact.cost).sum();
        Self { name, about, hard: level == Level::Hard, cost, facts }
    }
}

/// The text of a file: UTF-8, with or without a mark at its beginning.
pub fn text_of(bytes: &[u8]) -> Result<&str, Problem> {
    if bytes.len() > BYTES_MAX {
        let message = format!("has {} bytes; at most {BYTES_MAX} are read", bytes.len());
        return Err(Problem::new(0, "file", message));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => {
            let before = &bytes[..error.valid_up_to()];
            let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
            let column = 1 + before.iter().rev().take_while(|&&byte| byte != b'\n').count();
            let message = "this byte is not UTF-8 text; save the file as UTF-8";
            Err(Problem::new(line, "file", message).column(column))
        }
    }
}

/// The format of a text, and the instance in it.
pub fn read(text: &str) -> Result<(&'static Format, Box<dyn Puzzle>), Problem> {
    if text.trim().is_empty() {
        return Err(Problem::new(0, "file", "is empty; it should hold an instance"));
    }
    let format = FORMATS.iter().find(|format| (format.recognises)(text)).expect("the last one takes all");
    Ok((format, (format.read)(text)?))
}

/// Whether an object of JSON has a member of this name, wherever; good enough to tell formats apart.
fn has_member(text: &str, name: &str) -> bool {
    let quoted = format!("\"{name}\"");
    text.match_indices(&quoted).any(|(at, _)| text[at + quoted.len()..].trim_start().starts_with(':'))
}

/// An outcome with its solution in the format's own notation.
fn written<S>(found: Outcome<S>, write: impl FnOnce(&S) -> String) -> Outcome<String> {
    Outcome { solution: write(&found.solution), cost: found.cost, steps: found.steps, seed: found.seed }
}

/// The number of the item that is called so, or whose number it is.
fn named<'a>(mut names: impl Iterator<Item = &'a str>, wanted: &str) -> Option<usize> {
    names.position(|name| name == wanted)
}
