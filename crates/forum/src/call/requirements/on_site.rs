//! At least so many speakers, and a moderator, on site.

use super::{Found, Rule, SESSIONS, at_least};
use crate::Forum;
use crate::call::views::{speakers, standing};
use crate::call::{Call, Proposal};
use crate::people::{Attendance, Role};

pub(super) const SPEAKERS: Rule =
    Rule { key: "speakers-on-site", count: 2, only: &["workshop"], modes: SESSIONS, check: of_speakers };
pub(super) const MODERATOR: Rule =
    Rule { key: "moderator-on-site", count: 1, only: &["workshop"], modes: SESSIONS, check: of_moderators };

fn of_speakers(_: &Forum, _: &Call, proposal: &Proposal, count: u32) -> Option<Found> {
    at_least(speakers(proposal).filter(|part| part.attendance == Some(Attendance::OnSite)).count(), count)
}

fn of_moderators(_: &Forum, _: &Call, proposal: &Proposal, count: u32) -> Option<Found> {
    let leads = standing(proposal).filter(|(_, part)| matches!(part.role, Role::Moderator | Role::Chair));
    at_least(leads.filter(|(_, part)| part.attendance == Some(Attendance::OnSite)).count(), count)
}
