//! Whoever reviews does not propose. Their organisations may.

use super::{BOTH, Found, Ground, Rule};
use crate::call::views::organisers_of;
use crate::people::Office;

pub(super) const RULE: Rule =
    Rule { key: "no-proposals-by-reviewers", count: 0, only: &[], modes: BOTH, check };

fn check(ground: &Ground<'_>, _: u32) -> Option<Found> {
    let reviewers = organisers_of(ground.proposal)
        .into_iter()
        .filter(|who| ground.forum.people.holds(*who, Office::Reviewer));
    let name =
        |who| ground.forum.people.persons.get(&who).map_or("", |person| person.name.or_empty()).to_owned();
    let about: Vec<String> = reviewers.map(name).collect();
    (!about.is_empty()).then_some(Found { have: about.len(), about })
}
