//! At least so many speakers were asked and mean to come.

use super::{Found, Ground, Rule, SESSIONS, at_least};
use crate::call::views::{each_once, speakers};

pub(super) const RULE: Rule =
    Rule { key: "confirmed-speakers", count: 3, only: &["workshop"], modes: SESSIONS, check };

fn check(ground: &Ground<'_>, count: u32) -> Option<Found> {
    let confirmed = speakers(ground.proposal).filter(|part| part.confirmed || part.agrees == Some(true));
    at_least(each_once(ground.forum, confirmed).len(), count)
}
