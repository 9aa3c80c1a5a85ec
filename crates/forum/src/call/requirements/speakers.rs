//! At least so many speakers.

use super::{Found, Ground, Rule, SESSIONS, at_least};
use crate::call::views::{each_once, speakers};

pub(super) const RULE: Rule =
    Rule { key: "at-least-speakers", count: 3, only: &["workshop"], modes: SESSIONS, check };

fn check(ground: &Ground<'_>, count: u32) -> Option<Found> {
    at_least(each_once(ground.forum, speakers(ground.proposal)).len(), count)
}
