//! Rules for what is submitted: data with a reason, each a file with its check and a line in a list.

use super::Said;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A rule for what is submitted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Its name: one of [`REQUIREMENTS`].
    pub key: String,
    /// Its figure: at most or at least so many.
    #[serde(default)]
    pub count: u32,
    /// Why there is this rule; an empty one says what the catalogue of messages has for its name.
    #[serde(default)]
    pub reason: Said,
    /// The types of session for which it holds; without any, all.
    #[serde(default)]
    pub only: Vec<String>,
}
