//! Lists that are read page by page: in the order of ids, from after the last one that the reader has.

use super::data::Ask;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Most entries in one answer, and how many there are if nothing is said.
const MOST: u32 = 500;
const USUAL: u32 = 100;

/// From where to read a list, and how much of it.
#[derive(Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Only entries with a greater id: the last one that you have.
    #[serde(default)]
    pub after: u32,
    /// How many entries at most.
    #[serde(default)]
    pub limit: Limit,
}

/// How many entries at most.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "u32", into = "u32")]
#[schemars(inline)]
pub struct Limit(#[schemars(range(min = 1, max = 500))] u32);

impl Default for Limit {
    fn default() -> Limit {
        Limit(USUAL)
    }
}

impl From<Limit> for u32 {
    fn from(limit: Limit) -> u32 {
        limit.0
    }
}

impl TryFrom<u32> for Limit {
    type Error = String;

    fn try_from(limit: u32) -> Result<Limit, String> {
        match limit {
            1..=MOST => Ok(Limit(limit)),
            _ => Err(format!("a number from 1 to {MOST} is expected")),
        }
    }
}

/// A page of a list.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "{T}List")]
pub struct List<T> {
    /// The entries, in the order of their ids.
    items: Vec<T>,
    /// How many entries there are on all pages together.
    total: usize,
    /// The address of the next page; `null` on the last. The header `Link` names it, too.
    next: Option<String>,
}

impl<T> List<T> {
    /// The page of a list that was asked for; all entries are given in the order of their ids.
    pub fn page<I>(
        ask: &Ask,
        part: Part,
        all: Vec<I>,
        id: impl Fn(&I) -> u32,
        entry: impl Fn(&I) -> T,
    ) -> List<T> {
        let from = all.partition_point(|one| id(one) <= part.after);
        let rest = &all[from..];
        let shown = &rest[..rest.len().min(part.limit.0 as usize)];
        let more = shown.len() < rest.len();
        let next = shown.last().filter(|_| more).map(|last| ask.after(id(last)));
        List { items: shown.iter().map(entry).collect(), total: all.len(), next }
    }

    /// The address of the next page.
    pub fn next(&self) -> Option<&str> {
        self.next.as_deref()
    }
}
