//! At most so many proposals of one person, and of one organisation.

use super::{BOTH, Found, Rule, SESSIONS};
use crate::call::views::organisations_of;
use crate::call::{Call, Proposal, Stage};
use crate::{Forum, fold};
use std::collections::BTreeMap;

pub(super) const PERSON: Rule =
    Rule { key: "at-most-per-person", count: 3, only: &[], modes: BOTH, check: of_person };
pub(super) const ORGANISATION: Rule = Rule {
    key: "at-most-per-organisation",
    count: 3,
    only: &["workshop"],
    modes: SESSIONS,
    check: of_organisation,
};

/// The other proposals that were submitted to the same call.
fn others<'a>(forum: &'a Forum, proposal: &'a Proposal) -> impl Iterator<Item = &'a Proposal> {
    let all = forum.call.proposals.values().map(std::convert::AsRef::as_ref);
    all.filter(|other: &&Proposal| {
        other.id != proposal.id && other.call == proposal.call && other.stage == Stage::Submitted
    })
}

fn of_person(forum: &Forum, _: &Call, proposal: &Proposal, count: u32) -> Option<Found> {
    let have = 1 + others(forum, proposal).filter(|other| other.by == proposal.by).count();
    (have > count as usize).then_some(Found { have, about: Vec::new() })
}

/// How many of the same kind the same person has submitted, with this one.
pub(super) fn of_kind(forum: &Forum, proposal: &Proposal) -> usize {
    let same = |other: &&Proposal| other.by == proposal.by && other.kind == proposal.kind;
    1 + others(forum, proposal).filter(same).count()
}

fn of_organisation(forum: &Forum, _: &Call, proposal: &Proposal, count: u32) -> Option<Found> {
    let own = organisations_of(forum, proposal);
    let mut counts: BTreeMap<String, usize> = own.iter().map(|name| (fold(name), 1)).collect();
    for other in others(forum, proposal) {
        for name in organisations_of(forum, other)
            .iter()
            .map(|name| fold(name))
            .collect::<std::collections::BTreeSet<_>>()
        {
            if let Some(count) = counts.get_mut(&name) {
                *count += 1;
            }
        }
    }
    let too_many = |name: &&String| counts.get(&fold(name)).is_some_and(|have| *have > count as usize);
    let about: Vec<String> = own.iter().filter(too_many).cloned().collect();
    let have = counts.into_values().max().unwrap_or_default();
    (!about.is_empty()).then_some(Found { have, about })
}
