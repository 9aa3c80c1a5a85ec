//! The rules, one file each.

mod advisories;
mod crates;
mod doc_paths;
mod duplicates;
mod fetch;
mod leftovers;
mod lengths;
mod licences;
mod lockfile;
mod pure_core;
mod routes;
mod sql;
mod stage_order;
mod stage_words;
mod unsaid;

use super::Rule;

pub(crate) const RULES: &[Rule] = &[
    crates::RULE,
    stage_words::RULE,
    stage_order::RULE,
    pure_core::RULE,
    sql::RULE,
    routes::RULE,
    doc_paths::RULE,
    lengths::RULE,
    fetch::RULE,
    leftovers::RULE,
    unsaid::RULE,
    lockfile::RULE,
    licences::RULE,
    duplicates::RULE,
    advisories::RULE,
];

/// The crates that know no machine: no disk, no network, no clock, no chance.
const PURE: &[&str] = &["forum", "interchange", "timetable", "selection", "opinion", "search", "ledger"];

/// The stages, in the order of the way of a forum: a stage may name those before it.
const STAGES: &[&str] =
    &["series", "people", "call", "review", "programme", "floor", "outcome", "record", "contacts", "village"];
