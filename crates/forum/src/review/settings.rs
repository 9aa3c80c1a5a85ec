//! How a call is reviewed.
//!
//! The built-in criteria are those that recur in the review forms of the Internet Governance Forum from 2017 to 2025, and
//! the reasons those for which its reviewers asked; a forum takes of them what it likes and adds its own.

use crate::call::{Gate, Said};
use crate::reference::groups::StakeholderGroup;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Something that is scored by itself.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its name in scores.
    pub key: String,
    /// What it is called; an empty one says what the catalogue of messages has for its key.
    #[serde(default, skip_serializing_if = "Said::is_empty")]
    pub title: Said,
    /// What to look at.
    #[serde(default, skip_serializing_if = "Said::is_empty")]
    pub help: Said,
    /// How much it counts, against the others.
    pub weight: u32,
}

/// A reason for a low score, a screening or a decision.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// Its name.
    pub key: String,
    /// What it says; an empty one says what the catalogue of messages has for its key.
    #[serde(default, skip_serializing_if = "Said::is_empty")]
    pub said: Said,
}

/// How a call is reviewed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ReviewSettings")]
pub struct Settings {
    /// What is scored, from 1 to 5 each.
    pub criteria: Vec<Criterion>,
    /// Reasons to choose from.
    pub reasons: Vec<Reason>,
    /// A score at or below this needs a reason.
    pub low: u8,
    /// How many reviewers each proposal gets.
    pub each: u32,
    /// How many of them at least from a stakeholder group.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub quotas: BTreeMap<StakeholderGroup, u32>,
    /// Most proposals for one reviewer; without it, as many as it takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u32>,
    /// Whether reviewers do not see who proposes and who takes part.
    pub blind: bool,
    /// Whether only what was screened and passed is reviewed and decided.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub screens: bool,
    /// When scores are given.
    pub gate: Gate,
    /// From this mean on (in hundredths of a point) a proposal is in the band of those to accept.
    pub accept: u32,
    /// Below this mean (in hundredths of a point) it is in the band of those to decline; between the two it is discussed.
    pub decline: u32,
    /// How many places there are to give.
    pub places: u32,
    /// Until when decisions can be appealed, if they can.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appeals: Option<jiff::Timestamp>,
}

/// The lowest score.
pub const SCORE_MIN: u8 = 1;
/// The highest score.
pub const SCORE_MAX: u8 = 5;

/// The names of the built-in criteria; the catalogue of messages says what they are called.
pub const CRITERIA: [&str; 6] =
    ["relevance", "policy-questions", "content", "diversity", "format", "participation"];

/// The names of the built-in reasons; the catalogue of messages says what they say.
pub const REASONS: [&str; 14] = [
    "off-topic",
    "unclear-question",
    "thin-content",
    "incomplete",
    "promotional",
    "not-diverse",
    "too-few-speakers",
    "speakers-unconfirmed",
    "format-unfit",
    "online-neglected",
    "report-missing",
    "duplicate",
    "no-place-left",
    "other",
];

impl Settings {
    /// What a forum begins with: every built-in criterion with the same weight, every built-in reason, three reviewers
    /// for each proposal, blind, after a screening.
    #[must_use]
    pub fn usual(gate: Gate) -> Settings {
        let criterion =
            |key: &str| Criterion { key: key.to_owned(), title: Said::new(), help: Said::new(), weight: 1 };
        Settings {
            criteria: CRITERIA.into_iter().map(criterion).collect(),
            reasons: REASONS.iter().map(|key| Reason { key: (*key).to_owned(), said: Said::new() }).collect(),
            low: 2,
            each: 3,
            quotas: BTreeMap::new(),
            most: None,
            blind: true,
            screens: true,
            gate,
            accept: 400,
            decline: 300,
            places: 80,
            appeals: None,
        }
    }

    /// The mean of some scores, each by the weight of its criterion; nothing where a criterion has none.
    #[must_use]
    pub fn mean(&self, scores: &BTreeMap<String, u8>) -> Option<f64> {
        let weights: u32 = self.criteria.iter().map(|criterion| criterion.weight).sum();
        let weigh = |criterion: &Criterion| {
            scores.get(&criterion.key).map(|score| f64::from(criterion.weight * u32::from(*score)))
        };
        let sum: f64 = self.criteria.iter().map(weigh).sum::<Option<f64>>()?;
        (weights > 0).then(|| sum / f64::from(weights))
    }

    /// Whether a name is that of one of the reasons.
    #[must_use]
    pub fn has_reason(&self, key: &str) -> bool {
        self.reasons.iter().any(|reason| reason.key == key)
    }
}
