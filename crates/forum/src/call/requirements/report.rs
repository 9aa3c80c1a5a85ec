//! Whoever held a session at an earlier meeting has filed its report: the answer gives the session and where the report is.

use super::{Found, Ground, Rule, SESSIONS};
use crate::call::views::{asked, chosen, text};

pub(super) const RULE: Rule =
    Rule { key: "earlier-report-filed", count: 0, only: &[], modes: SESSIONS, check };

fn check(ground: &Ground<'_>, _: u32) -> Option<Found> {
    let is_asked = asked(ground.call, ground.proposal).iter().any(|field| field.key == "earlier-report");
    let held = chosen(ground.proposal, "earlier").iter().any(|answer| answer == "yes");
    let filed =
        ["earlier-session", "earlier-report"].iter().all(|field| text(ground.proposal, field).is_some());
    (is_asked && held && !filed).then_some(Found { have: 0, about: Vec::new() })
}
