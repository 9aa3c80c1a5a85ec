//! What was decided about a call, for everybody: how many, by which criteria, for which reasons, and how balanced. No score
//! of a single reviewer, and no number of so few that it is about each of them.

mod figures;
mod page;

use crate::api::data::{Ask, Data, Nothing};
use crate::problem::Problem;
use schemars::JsonSchema;
use serde::Serialize;

pub(super) use figures::{Decided, Line};
pub(super) use page::page;

/// `GET /api/{forum}/calls/{call}/decided`
pub struct WasDecided;

/// What was decided about the proposals of a call. A number that is `null` is of so few that it is not told, or would tell
/// such a number.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Decided")]
pub struct DecidedData {
    /// How many proposals were submitted and stand.
    submitted: usize,
    /// How many of them were reviewed.
    reviewed: usize,
    /// How many reviews count.
    reviews: usize,
    /// How many became what: `accepted`, `waiting`, `declined`, `merged`.
    verdicts: Vec<DecidedLine>,
    /// How many proposals have a mean of which half point, from 1 on.
    means: Vec<DecidedLine>,
    /// How often which reason was given for a decision.
    reasons: Vec<DecidedLine>,
    /// By group, region, gender, first time, theme and kind: how many were submitted, and accepted.
    balance: Vec<DecidedBalance>,
}

/// How many there are of something.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "DecidedLine")]
struct DecidedLine {
    /// Of what.
    key: String,
    /// How many.
    count: Option<usize>,
}

/// How many were submitted of something, and accepted.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "DecidedBalance")]
struct DecidedBalance {
    /// In which respect.
    dimension: &'static str,
    /// Of what.
    key: String,
    /// How many were submitted.
    submitted: Option<usize>,
    /// How many were accepted.
    accepted: Option<usize>,
}

impl Data for WasDecided {
    type Query = Nothing;
    type Answer = DecidedData;
    const ABOUT: &'static str =
        "What was decided about the proposals of a call, once it is released: counts, reasons, balance.";

    fn answer(ask: &Ask, _: Nothing) -> Result<DecidedData, Problem> {
        let call = super::api::call(ask)?;
        let decided = Decided::of(&ask.app, &ask.name, ask.forum(), call).ok_or(Problem::NotFound)?;
        let lines = |lines: &[Line]| -> Vec<DecidedLine> {
            let line = |line: &Line| DecidedLine { key: line.key.clone(), count: line.count };
            lines.iter().map(line).collect()
        };
        let balance = decided.balance.iter().flat_map(|(dimension, rows)| {
            rows.iter().map(|row| DecidedBalance {
                dimension: dimension.key(),
                key: row.key.clone(),
                submitted: row.submitted,
                accepted: row.accepted,
            })
        });
        Ok(DecidedData {
            submitted: decided.submitted,
            reviewed: decided.reviewed,
            reviews: decided.reviews,
            verdicts: lines(&decided.verdicts),
            means: lines(&decided.means),
            reasons: lines(&decided.reasons),
            balance: balance.collect(),
        })
    }
}
