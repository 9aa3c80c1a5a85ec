//! At least so many speakers, and a moderator, on site.

use super::{Found, Ground, Rule, SESSIONS, at_least};
use crate::call::views::{speakers, standing};
use crate::people::{Attendance, Role};

pub(super) const SPEAKERS: Rule =
    Rule { key: "speakers-on-site", count: 2, only: &["workshop"], modes: SESSIONS, check: of_speakers };
pub(super) const MODERATOR: Rule =
    Rule { key: "moderator-on-site", count: 1, only: &["workshop"], modes: SESSIONS, check: of_moderators };

fn of_speakers(ground: &Ground<'_>, count: u32) -> Option<Found> {
    at_least(
        speakers(ground.proposal).filter(|part| part.attendance == Some(Attendance::OnSite)).count(),
        count,
    )
}

fn of_moderators(ground: &Ground<'_>, count: u32) -> Option<Found> {
    let leads =
        standing(ground.proposal).filter(|(_, part)| matches!(part.role, Role::Moderator | Role::Chair));
    at_least(leads.filter(|(_, part)| part.attendance == Some(Attendance::OnSite)).count(), count)
}
