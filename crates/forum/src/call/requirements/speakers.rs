//! At least so many speakers.

use super::{Found, Rule, SESSIONS, at_least};
use crate::Forum;
use crate::call::views::speakers;
use crate::call::{Call, Proposal};

pub(super) const RULE: Rule =
    Rule { key: "at-least-speakers", count: 3, only: &["workshop"], modes: SESSIONS, check };

fn check(_: &Forum, _: &Call, proposal: &Proposal, count: u32) -> Option<Found> {
    at_least(speakers(proposal).count(), count)
}
