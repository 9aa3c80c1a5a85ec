//! At least so many speakers, and a moderator, on site.

use super::{Found, Ground, Rule, SESSIONS, at_least};
use crate::call::Part;
use crate::call::views::{each_once, speakers, standing};
use crate::people::{Attendance, Role};

pub(super) const SPEAKERS: Rule =
    Rule { key: "speakers-on-site", count: 2, only: &["workshop"], modes: SESSIONS, check: of_speakers };
pub(super) const MODERATOR: Rule =
    Rule { key: "moderator-on-site", count: 1, only: &["workshop"], modes: SESSIONS, check: of_moderators };

fn of_speakers(ground: &Ground<'_>, count: u32) -> Option<Found> {
    on_site(ground, speakers(ground.proposal), count)
}

fn of_moderators(ground: &Ground<'_>, count: u32) -> Option<Found> {
    let parts = standing(ground.proposal).map(|(_, part)| part);
    on_site(ground, parts.filter(|part| matches!(part.role, Role::Moderator | Role::Chair)), count)
}

fn on_site<'a>(ground: &Ground<'_>, parts: impl Iterator<Item = &'a Part>, count: u32) -> Option<Found> {
    let there = parts.filter(|part| part.attendance == Some(Attendance::OnSite));
    at_least(each_once(ground.forum, there).len(), count)
}
