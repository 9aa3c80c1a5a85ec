//! Whoever reviews does not propose. Their organisations may.

use super::{BOTH, Found, Rule};
use crate::Forum;
use crate::call::views::organisers_of;
use crate::call::{Call, Proposal};
use crate::people::Office;

pub(super) const RULE: Rule =
    Rule { key: "no-proposals-by-reviewers", count: 0, only: &[], modes: BOTH, check };

fn check(forum: &Forum, _: &Call, proposal: &Proposal, _: u32) -> Option<Found> {
    let reviewers =
        organisers_of(proposal).into_iter().filter(|who| forum.people.holds(*who, Office::Reviewer));
    let name = |who| forum.people.persons.get(&who).map_or("", |person| person.name.or_empty()).to_owned();
    let about: Vec<String> = reviewers.map(name).collect();
    (!about.is_empty()).then_some(Found { have: about.len(), about })
}
