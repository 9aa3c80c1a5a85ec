//! What a call says of itself: what it asks for, until when, and how it will be decided.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the organisers say, by the tag of its language. Not [`crate::Words`]: it is the forum that speaks, and nobody in it.
pub type Said = BTreeMap<String, String>;

/// What a call gathers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Proposals of sessions, which compete for places.
    Sessions,
    /// Issues, of which none is rejected: they are put into clusters, and whoever submitted them becomes a team.
    Issues,
}

/// When something may be done.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// From when on.
    pub opens: Timestamp,
    /// Until when; at this instant it is closed.
    pub closes: Timestamp,
}

impl Gate {
    /// Whether it is open at a time.
    #[must_use]
    pub fn is_open(&self, now: Timestamp) -> bool {
        (self.opens..self.closes).contains(&now)
    }
}

/// A type of session that a call asks for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// The type.
    pub kind: String,
    /// How many minutes a session may last; one may choose among them.
    pub minutes: Vec<u32>,
    /// When it may be proposed, if not as the call says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gate: Option<Gate>,
    /// Most of them that one person submits; without it, as many as they like.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u32>,
}

/// What a call says of itself.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// Its title.
    pub title: Said,
    /// What it is about, in a few paragraphs.
    #[serde(default, skip_serializing_if = "Said::is_empty")]
    pub introduction: Said,
    /// How is decided what is accepted, and by whom.
    #[serde(default, skip_serializing_if = "Said::is_empty")]
    pub how_decided: Said,
    /// When proposals are taken.
    pub gate: Gate,
    /// By when everybody is told, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_by: Option<Timestamp>,
    /// Whether titles are public as soon as something is submitted, and organisers where the review is settled and not
    /// blind; counts always are.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub open: bool,
}
