//! Speakers of at least so many stakeholder groups, regional groups and genders. Who has not said counts for none.

use super::{Found, Ground, Rule, SESSIONS, at_least};
use crate::call::Part;
use crate::call::views::{Known, each_once, speakers};
use crate::reference::groups::Gender;
use std::collections::BTreeSet;

pub(super) const GROUPS: Rule =
    Rule { key: "at-least-groups", count: 3, only: &["workshop"], modes: SESSIONS, check: groups };
pub(super) const REGIONS: Rule =
    Rule { key: "at-least-regions", count: 2, only: &["workshop"], modes: SESSIONS, check: regions };
pub(super) const GENDERS: Rule =
    Rule { key: "at-least-genders", count: 2, only: &["workshop"], modes: SESSIONS, check: genders };

fn different<T: Ord>(ground: &Ground<'_>, of: impl Fn(&Part) -> Option<T>) -> usize {
    let said = speakers(ground.proposal).filter(|part| of(part).is_some());
    each_once(ground.forum, said).into_iter().filter_map(&of).collect::<BTreeSet<T>>().len()
}

fn groups(ground: &Ground<'_>, count: u32) -> Option<Found> {
    at_least(different(ground, |part| Known::of(ground.forum, ground.call, part).group), count)
}

fn regions(ground: &Ground<'_>, count: u32) -> Option<Found> {
    at_least(different(ground, |part| Known::of(ground.forum, ground.call, part).region), count)
}

fn genders(ground: &Ground<'_>, count: u32) -> Option<Found> {
    let said = |gender: Gender| (gender != Gender::NotSaid).then_some(gender);
    at_least(different(ground, |part| said(Known::of(ground.forum, ground.call, part).gender)), count)
}
