//! The fields of a form: what is asked, of whom, how long an answer may be, and who reads it.

use super::Said;
use crate::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What kind of answer a field takes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// A line.
    Line,
    /// Some paragraphs.
    Prose,
    /// One of some options.
    One(Vec<Choice>),
    /// Any of some options.
    Several(Vec<Choice>),
    /// A whole number.
    Number,
    /// Yes or no.
    Truth,
    /// An address on the web.
    Address,
}

/// Something to choose.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Its name in answers; it stays when what is said changes.
    pub key: String,
    /// What it says; an empty one says what the catalogue of messages has for it.
    #[serde(default, skip_serializing_if = "Said::is_empty")]
    pub said: Said,
}

/// How long an answer may be.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Limit {
    /// Fewest words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words_least: Option<u32>,
    /// Most words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words_most: Option<u32>,
    /// Most characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub characters_most: Option<u32>,
}

impl Limit {
    /// Whether an answer may be as long or short as one likes.
    pub fn is_none(&self) -> bool {
        *self == Limit::default()
    }
}

/// On which other answer it depends whether a field is asked at all.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The other field.
    pub field: String,
    /// One of these was chosen there.
    pub any_of: Vec<String>,
}

/// Who reads the answer, besides those who organise the proposal and the secretariat.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    /// Reviewers, and everybody once it is accepted and released.
    Public,
    /// Reviewers.
    Reviewers,
    /// Reviewers, but not where the review is blind: it says who stands behind the proposal.
    Identity,
    /// Nobody else.
    Secretariat,
}

/// A field of a form.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name in answers: a word of the built-in catalogue, or one of the forum's own.
    pub key: String,
    /// What it takes.
    pub kind: FieldKind,
    /// What it is called; an empty one says what the catalogue of messages has for its key.
    #[serde(default, skip_serializing_if = "Said::is_empty")]
    pub label: Said,
    /// What helps to answer it.
    #[serde(default, skip_serializing_if = "Said::is_empty")]
    pub help: Said,
    /// Whether a proposal without it cannot be submitted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// How long an answer may be.
    #[serde(default, skip_serializing_if = "Limit::is_none")]
    pub limit: Limit,
    /// The types of session that are asked; without any, all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<String>,
    /// When it is asked; without it, always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Who reads it.
    pub seen: Seen,
    /// On which page of the form it stands, from 1.
    pub step: u32,
}

/// What was answered. Whatever was typed is kept, right or wrong.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// What was typed.
    Text(Words),
    /// What was chosen: keys of options; `yes` or `no` for a field that takes one of them.
    Chosen(Vec<String>),
}
