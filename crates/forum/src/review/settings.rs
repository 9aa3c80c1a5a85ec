//! How a call is reviewed.

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
    #[serde(default)]
    pub title: Said,
    /// What to look at.
    #[serde(default)]
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
    #[serde(default)]
    pub said: Said,
}

/// How a call is reviewed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
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
    #[serde(default)]
    pub quotas: BTreeMap<StakeholderGroup, u32>,
    /// Most proposals for one reviewer; without it, as many as it takes.
    #[serde(default)]
    pub most: Option<u32>,
    /// Whether reviewers do not see who proposes and who takes part.
    pub blind: bool,
    /// When scores are given.
    pub gate: Gate,
    /// From this mean on (in hundredths of a point) a proposal is in the band of those to accept.
    pub accept: u32,
    /// Below this mean (in hundredths of a point) it is in the band of those to decline; between the two it is discussed.
    pub decline: u32,
    /// How many places there are to give.
    pub places: u32,
    /// Until when decisions can be appealed, if they can.
    #[serde(default)]
    pub appeals: Option<jiff::Timestamp>,
}
