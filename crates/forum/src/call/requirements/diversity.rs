//! Speakers of at least so many stakeholder groups, regional groups and genders. Who has not said counts for none.

use super::{Found, Rule, SESSIONS, at_least};
use crate::Forum;
use crate::call::views::{Known, speakers};
use crate::call::{Call, Part, Proposal};
use crate::reference::groups::Gender;
use std::collections::BTreeSet;

pub(super) const GROUPS: Rule =
    Rule { key: "at-least-groups", count: 3, only: &["workshop"], modes: SESSIONS, check: groups };
pub(super) const REGIONS: Rule =
    Rule { key: "at-least-regions", count: 2, only: &["workshop"], modes: SESSIONS, check: regions };
pub(super) const GENDERS: Rule =
    Rule { key: "at-least-genders", count: 2, only: &["workshop"], modes: SESSIONS, check: genders };

fn different<T: Ord>(proposal: &Proposal, of: impl Fn(&Part) -> Option<T>) -> usize {
    speakers(proposal).filter_map(of).collect::<BTreeSet<T>>().len()
}

fn groups(forum: &Forum, call: &Call, proposal: &Proposal, count: u32) -> Option<Found> {
    at_least(different(proposal, |part| Known::of(forum, call, part).group), count)
}

fn regions(forum: &Forum, call: &Call, proposal: &Proposal, count: u32) -> Option<Found> {
    at_least(different(proposal, |part| Known::of(forum, call, part).region), count)
}

fn genders(forum: &Forum, call: &Call, proposal: &Proposal, count: u32) -> Option<Found> {
    let said = |gender: Gender| (gender != Gender::NotSaid).then_some(gender);
    at_least(different(proposal, |part| said(Known::of(forum, call, part).gender)), count)
}
