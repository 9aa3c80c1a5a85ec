//! The desk of a call: what is asked for and until when, what came in, and what becomes of it.
//!
//! ```text
//!   calls ─▶ a call ─┬─ fields, rules      what is asked, and what must hold
//!                    ├─ proposals ─▶ one   everything about it, screening, leave to be late
//!                    ├─ clusters ─▶ teams  issues that belong together (second mode)
//!                    └─ sessions           what was accepted, as sessions of the programme
//! ```

pub mod api;
pub mod clusters;
pub mod doors;
pub(in crate::desk) mod fields;
pub(in crate::desk) mod list;
pub(in crate::desk) mod one;
pub(in crate::desk) mod order;
pub(in crate::desk) mod proposal;
pub mod proposals;
pub(in crate::desk) mod rules;
pub mod sessions;
mod todo;

use std::sync::Arc;

use forum::call::{Call, Mode, Proposal, Stage};
use forum::series::Meeting;
use forum::{CallId, Forum};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use platform::languages::Locale;

use crate::call::said;
use crate::site::content::{name, tagged};
use crate::site::visit::venue;
use crate::site::ways::{may_open, way};
use crate::site::{NotFound, Visit};

pub(super) use sessions::{SYSTEM as PROPOSAL, TEAM_SYSTEM as TEAM};
pub(super) use todo::todo;

/// A call with its meeting, as every page of the desk about it needs them.
pub(in crate::desk) struct OneCall<'a> {
    pub(in crate::desk) visit: &'a Visit,
    pub(in crate::desk) call: &'a Arc<Call>,
    pub(in crate::desk) meeting: &'a Arc<Meeting>,
}

impl<'a> OneCall<'a> {
    /// The call that the address names.
    pub(in crate::desk) fn of(visit: &'a Visit) -> Result<OneCall<'a>, NotFound> {
        OneCall::with(visit, exact(visit.part("call")).map(CallId).ok_or(NotFound)?)
    }

    /// A call by its id.
    pub(in crate::desk) fn with(visit: &'a Visit, call: CallId) -> Result<OneCall<'a>, NotFound> {
        let call = visit.forum().call.calls.get(&call).ok_or(NotFound)?;
        let meeting = visit.forum().series.meetings.get(&call.meeting).ok_or(NotFound)?;
        Ok(OneCall { visit, call, meeting })
    }

    /// An address of the desk within the call.
    pub(in crate::desk) fn to(&self, rest: &str) -> String {
        match rest {
            "" => self.visit.to(format!("desk/calls/{}", self.call.id)),
            rest => self.visit.to(format!("desk/calls/{}/{rest}", self.call.id)),
        }
    }

    /// The zone of the venue.
    pub(in crate::desk) fn zone(&self) -> TimeZone {
        venue(self.meeting)
    }

    /// What was proposed to it, drafts included.
    pub(in crate::desk) fn proposals(&self) -> impl Iterator<Item = &'a Arc<Proposal>> {
        proposals(self.visit.forum(), self.call.id)
    }

    /// The line above the title of each page: where else one can go.
    pub(in crate::desk) fn ways(&self) -> Markup {
        let (visit, lang) = (self.visit, self.visit.lang());
        let (title, tag) = said::title(self.call, lang);
        let sessions = self.call.mode == Mode::Sessions;
        let ways = [
            (true, "", lang.text("calls-about")),
            (true, "fields", lang.text("calls-fields")),
            (true, "rules", lang.text("calls-rules")),
            (sessions, "proposals", lang.text("calls-proposals")),
            (!sessions, "proposals", lang.text("calls-issues")),
            (!sessions, "clusters", lang.text("calls-clusters")),
            (sessions, "review", lang.text("calls-review")),
            (sessions, "assignment", lang.text("calls-assignment")),
            (sessions, "results", lang.text("calls-results")),
            (sessions, "selection", lang.text("calls-selection")),
            (sessions, "decisions", lang.text("calls-decisions")),
            (sessions, "appeals", lang.text("calls-appeals")),
            (true, "sessions", lang.text("calls-sessions")),
        ];
        let shown = |to: &str| is_there(to) && may_open(visit, to);
        html! {
            p.over { (way(visit, &visit.to("desk/calls"), &html! { (lang.text("calls-title")) })) " · " (name(&self.meeting.title, lang)) " · " (tagged(title, tag, lang)) }
            nav.ways aria-label=(lang.text("calls-one")) {
                @for (_, rest, text) in ways.iter().filter(|(fits, rest, _)| *fits && shown(&self.to(rest))) {
                    @let here = visit.reader.here.split('?').next() == Some(self.to(rest).as_str());
                    a href=(self.to(rest)) aria-current=[here.then_some("page")] { (text) }
                }
            }
        }
    }

    /// A point in time by the venue's clock, and in UTC.
    pub(in crate::desk) fn moment(&self, at: Timestamp) -> Markup {
        moment(at, &self.zone(), self.visit.lang())
    }
}

/// Whether there is such a page at all; others are built beside these.
fn is_there(address: &str) -> bool {
    crate::site::ways::row_of(crate::routes::Verb::Get, address).is_some()
}

/// A number as an address writes it: `7`, not `+7` or `07`.
pub(in crate::desk) fn exact(part: &str) -> Option<u32> {
    part.parse().ok().filter(|number: &u32| number.to_string() == part)
}

/// What was proposed to a call, drafts included, in the order in which it was begun.
pub(in crate::desk) fn proposals(forum: &Forum, call: CallId) -> impl Iterator<Item = &Arc<Proposal>> {
    forum.call.proposals.values().filter(move |proposal| proposal.call == call)
}

/// A point in time by the clock of a zone, and in UTC where that is another.
pub(in crate::desk) fn moment(at: Timestamp, zone: &TimeZone, lang: &Locale) -> Markup {
    let utc = zone.to_offset(at) != jiff::tz::Offset::UTC;
    html! {
        (lang.moment(at, zone))
        @if utc { " · " small { (lang.moment(at, &TimeZone::UTC)) } }
    }
}

/// How far something is, in a word.
pub(in crate::desk) fn stage(stage: Stage, lang: &Locale) -> String {
    match stage {
        Stage::Draft => lang.text("calls-stage-draft"),
        Stage::Submitted => lang.text("calls-stage-submitted"),
        Stage::Withdrawn => lang.text("calls-stage-withdrawn"),
        Stage::Erased => lang.text("calls-stage-erased"),
    }
}
