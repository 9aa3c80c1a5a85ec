//! The fields that a new call asks: one line for each. What they are called and what helps to answer them are messages:
//! `ask-KEY`, `ask-KEY-help`, and for each option `ask-KEY-OPTION`.
//!
//! Sources: the proposal templates of the Internet Governance Forum (2013, 2015, hybrid fields of 2022, subthemes of
//! 2023, layouts of 2025), and the European dialogue's call for issues. Those of people (speakers, moderators, organisers)
//! are no fields but parts, which have facts of their own.

use super::{Choice, Condition, Field, FieldKind, Limit, Mode, Offer, Seen};
use crate::reference::session_types::{Applicant, SessionType};

/// On which page of the built-in form those who take part are entered.
pub const PEOPLE_STEP: u32 = 3;
/// How many pages the built-in form has.
pub const STEPS: u32 = 5;
/// The kind of what is submitted to a call for issues.
pub const ISSUE: &str = "issue";

/// What a built-in field takes.
#[derive(Clone, Copy, Debug)]
pub enum Takes {
    /// A line.
    Line,
    /// Some paragraphs.
    Prose,
    /// One of these.
    One(&'static [&'static str]),
    /// Any of these.
    Several(&'static [&'static str]),
    /// A whole number.
    Number,
    /// Yes or no.
    Truth,
    /// An address on the web.
    Address,
}

/// A built-in field.
#[derive(Clone, Copy, Debug)]
pub struct BuiltIn {
    /// Its name.
    pub key: &'static str,
    takes: Takes,
    required: bool,
    limit: Limit,
    only: &'static [&'static str],
    when: Option<(&'static str, &'static [&'static str])>,
    seen: Seen,
    step: u32,
    modes: &'static [Mode],
}

const SESSIONS: &[Mode] = &[Mode::Sessions];
const ISSUES: &[Mode] = &[Mode::Issues];
const BOTH: &[Mode] = &[Mode::Sessions, Mode::Issues];

/// The subthemes of 2023. Organisers put their own in their place.
const THEMES: &[&str] =
    &["ai", "fragmentation", "cybersecurity", "data", "divides", "governance", "rights", "sustainability"];
const FORMATS: &[&str] =
    &["round-table", "panel", "debate", "break-out-groups", "birds-of-a-feather", "flash", "other"];
const LAYOUTS: &[&str] = &["round-table", "theatre", "classroom", "u-shape"];
const GOALS: &[&str] =
    &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17"];
const CATEGORIES: &[&str] = &[
    "access-literacy",
    "ecosystem",
    "human-rights",
    "innovation",
    "media",
    "security",
    "technical",
    "cross-cutting",
];

/// Every built-in field, in the order of the form. A new one is a line here, and its messages.
#[rustfmt::skip] // one field per line
pub const FIELDS: &[BuiltIn] = &[
    field("title", Takes::Line, 1, Seen::Public, BOTH).required().characters(150),
    field("theme", Takes::One(THEMES), 1, Seen::Public, SESSIONS).required(),
    field("category", Takes::One(CATEGORIES), 1, Seen::Public, ISSUES).required(),
    field("policy-questions", Takes::Prose, 1, Seen::Public, SESSIONS).required().words(150),
    field("description", Takes::Prose, 1, Seen::Public, BOTH).required().words(250),
    field("launched", Takes::Line, 1, Seen::Public, SESSIONS).required().only(&["launch-award"]).characters(200),
    field("activities", Takes::Prose, 1, Seen::Reviewers, SESSIONS).required().only(&["open-forum"]).words(200),
    field("annual-report", Takes::Address, 1, Seen::Reviewers, SESSIONS).required().only(&["dynamic-coalition"]),
    field("outcomes", Takes::Prose, 1, Seen::Public, SESSIONS).words(150),
    field("format", Takes::One(FORMATS), 2, Seen::Public, SESSIONS).required(),
    field("background-paper", Takes::Address, 2, Seen::Reviewers, SESSIONS).required().when("format", &["panel"]),
    field("layout", Takes::One(LAYOUTS), 2, Seen::Public, SESSIONS).required(),
    field("duration", Takes::Number, 2, Seen::Public, SESSIONS).required(),
    field("format-reason", Takes::Prose, 2, Seen::Reviewers, SESSIONS).words(150),
    field("diversity", Takes::Prose, 3, Seen::Reviewers, SESSIONS).required().words(150),
    field("first-time", Takes::Truth, 3, Seen::Reviewers, SESSIONS).required(),
    field("country", Takes::Line, 1, Seen::Identity, ISSUES).characters(120),
    field("join-team", Takes::Truth, 1, Seen::Secretariat, ISSUES).required(),
    field("publish", Takes::Truth, 1, Seen::Secretariat, ISSUES).required(),
    field("hybrid", Takes::Prose, 4, Seen::Reviewers, SESSIONS).required().words(200),
    field("interaction", Takes::Prose, 4, Seen::Reviewers, SESSIONS).required().words(200),
    field("tools", Takes::Line, 4, Seen::Reviewers, SESSIONS).characters(300),
    field("goals", Takes::Several(GOALS), 5, Seen::Public, SESSIONS).required(),
    field("goals-reason", Takes::Prose, 5, Seen::Reviewers, SESSIONS).words(150),
    field("earlier", Takes::Truth, 5, Seen::Identity, SESSIONS).required(),
    field("earlier-session", Takes::Line, 5, Seen::Identity, SESSIONS).required().when("earlier", &["yes"]).characters(200),
    field("earlier-report", Takes::Address, 5, Seen::Identity, SESSIONS).when("earlier", &["yes"]),
    field("website", Takes::Address, 5, Seen::Identity, SESSIONS),
    field("notes", Takes::Prose, 5, Seen::Secretariat, SESSIONS).words(300),
];

const fn field(key: &'static str, takes: Takes, step: u32, seen: Seen, modes: &'static [Mode]) -> BuiltIn {
    let limit = Limit { words_least: None, words_most: None, characters_most: None };
    BuiltIn { key, takes, required: false, limit, only: &[], when: None, seen, step, modes }
}

impl BuiltIn {
    const fn required(self) -> BuiltIn {
        BuiltIn { required: true, ..self }
    }

    const fn words(self, most: u32) -> BuiltIn {
        BuiltIn { limit: Limit { words_most: Some(most), ..self.limit }, ..self }
    }

    const fn characters(self, most: u32) -> BuiltIn {
        BuiltIn { limit: Limit { characters_most: Some(most), ..self.limit }, ..self }
    }

    const fn only(self, kinds: &'static [&'static str]) -> BuiltIn {
        BuiltIn { only: kinds, ..self }
    }

    const fn when(self, field: &'static str, any_of: &'static [&'static str]) -> BuiltIn {
        BuiltIn { when: Some((field, any_of)), ..self }
    }

    /// The names of its options; none, if it takes no choice.
    pub fn choices(&self) -> &'static [&'static str] {
        match self.takes {
            Takes::One(keys) | Takes::Several(keys) => keys,
            _ => &[],
        }
    }

    /// Whether a new call of a mode asks it.
    pub fn is_for(&self, mode: Mode) -> bool {
        self.modes.contains(&mode)
    }

    /// The field as a call asks it.
    pub fn field(&self) -> Field {
        let owned = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
        let choices = |keys: &[&str]| {
            keys.iter().map(|key| Choice { key: (*key).to_owned(), said: Default::default() }).collect()
        };
        let kind = match self.takes {
            Takes::Line => FieldKind::Line,
            Takes::Prose => FieldKind::Prose,
            Takes::One(keys) => FieldKind::One(choices(keys)),
            Takes::Several(keys) => FieldKind::Several(choices(keys)),
            Takes::Number => FieldKind::Number,
            Takes::Truth => FieldKind::Truth,
            Takes::Address => FieldKind::Address,
        };
        Field {
            key: self.key.to_owned(),
            kind,
            label: Default::default(),
            help: Default::default(),
            required: self.required,
            limit: self.limit,
            only: owned(self.only),
            when: self
                .when
                .map(|(field, any_of)| Condition { field: field.to_owned(), any_of: owned(any_of) }),
            seen: self.seen,
            step: self.step,
        }
    }
}

/// The types of session that a new call of a mode asks for: those for which somebody can apply.
pub fn offers(mode: Mode) -> Vec<Offer> {
    let offer = |kind: &str, minutes| Offer { kind: kind.to_owned(), minutes, gate: None, most: None };
    let applied_for = |kind: &SessionType| kind.facts().applicant != Applicant::ByInvitation;
    match mode {
        Mode::Issues => vec![offer(ISSUE, Vec::new())],
        Mode::Sessions => SessionType::ALL
            .into_iter()
            .filter(applied_for)
            .map(|kind| offer(kind.key(), kind.facts().minutes.iter().map(|n| u32::from(*n)).collect()))
            .collect(),
    }
}

/// The names of all messages that the built-in fields and rules ask for, so that a test can look for them.
pub fn messages() -> impl Iterator<Item = String> {
    let of_field = |field: &BuiltIn| {
        let own = [format!("ask-{}", field.key), format!("ask-{}-help", field.key)];
        let choices = field.choices().iter().map(|choice| format!("ask-{}-{choice}", field.key));
        own.into_iter().chain(choices).collect::<Vec<_>>()
    };
    let of_rule =
        |rule: &super::Rule| ["", "-reason", "-breach"].map(|end| format!("rule-{}{end}", rule.key));
    FIELDS.iter().flat_map(of_field).chain(super::REQUIREMENTS.iter().flat_map(of_rule))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_built_in_field_stands_once_and_depends_on_one_before_it() {
        let mut before = BTreeSet::new();
        for built_in in FIELDS {
            assert!(before.insert(built_in.key), "{} stands twice", built_in.key);
            assert!((1..=STEPS).contains(&built_in.step), "{} is on no page", built_in.key);
            let Some((field, any_of)) = built_in.when else { continue };
            let other = FIELDS.iter().find(|other| other.key == field && before.contains(field));
            let keys = match other.map(|other| other.takes) {
                Some(Takes::Truth) => &["yes", "no"][..],
                _ => other.map(BuiltIn::choices).unwrap_or_default(),
            };
            assert!(any_of.iter().all(|key| keys.contains(key)), "{} is never asked", built_in.key);
        }
    }

    #[test]
    fn each_mode_has_a_form_and_something_to_ask_for() {
        for mode in [Mode::Sessions, Mode::Issues] {
            assert!(FIELDS.iter().any(|field| field.is_for(mode) && field.key == "title"));
            assert!(!offers(mode).is_empty());
        }
    }
}
