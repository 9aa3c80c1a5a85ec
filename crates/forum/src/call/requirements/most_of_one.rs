//! At most so many proposals of one person, whoever of its organisers that is, and of one organisation.

use super::{BOTH, Found, Ground, Rule, SESSIONS};
use crate::call::views::organisations_of;

pub(super) const PERSON: Rule =
    Rule { key: "at-most-per-person", count: 3, only: &[], modes: BOTH, check: of_person };
pub(super) const ORGANISATION: Rule = Rule {
    key: "at-most-per-organisation",
    count: 3,
    only: &["workshop"],
    modes: SESSIONS,
    check: of_organisation,
};

fn of_person(ground: &Ground<'_>, count: u32) -> Option<Found> {
    let have = ground.others.of_person(ground.proposal);
    (have > count as usize).then_some(Found { have, about: Vec::new() })
}

fn of_organisation(ground: &Ground<'_>, count: u32) -> Option<Found> {
    let mut found = Found { have: 0, about: Vec::new() };
    for name in organisations_of(ground.forum, ground.proposal) {
        let have = ground.others.of_organisation(ground.proposal, &name);
        if have > count as usize {
            found.have = found.have.max(have);
            found.about.push(name);
        }
    }
    (!found.about.is_empty()).then_some(found)
}
