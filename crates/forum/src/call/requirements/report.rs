//! Whoever held a session at an earlier meeting has filed its report: the answer gives the session and where the report is.

use super::{Found, Rule, SESSIONS};
use crate::Forum;
use crate::call::views::{asked, chosen, text};
use crate::call::{Call, Proposal};

pub(super) const RULE: Rule =
    Rule { key: "earlier-report-filed", count: 0, only: &[], modes: SESSIONS, check };

fn check(_: &Forum, call: &Call, proposal: &Proposal, _: u32) -> Option<Found> {
    let is_asked = asked(call, proposal).iter().any(|field| field.key == "earlier-report");
    let held = chosen(proposal, "earlier").iter().any(|answer| answer == "yes");
    let filed = ["earlier-session", "earlier-report"].iter().all(|field| text(proposal, field).is_some());
    (is_asked && held && !filed).then_some(Found { have: 0, about: Vec::new() })
}
