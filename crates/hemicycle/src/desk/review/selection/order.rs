//! Deciding a whole set: what is ticked is accepted; what becomes of the rest is said with its reason.

use std::collections::BTreeSet;

use forum::review::views::reviewable;
use forum::review::{Command as Review, DecisionState, Verdict};
use forum::{Command, ProposalId, Words};

use super::set;
use crate::desk::answer::Order;
use crate::desk::form::{Form, No};
use crate::desk::review::about::Reviewed;
use crate::site::Visit;

/// Reads the form.
pub(in crate::desk::review) fn read(visit: &Visit, form: &Form) -> Result<Order, No> {
    let of = Reviewed::of(visit).map_err(|_| No::NotFound)?;
    let rest = match (form.get("do"), form.get("rest")) {
        ("decide", "declined") => Some(Verdict::Declined),
        ("decide", "waiting") => Some(Verdict::Waiting),
        ("decide", _) => None,
        _ => return Err(No::NotFound),
    };
    match form.get("ask") {
        "look" => return Err(No::Elsewhere(set::address(&of, form, false))),
        "best" => return Err(No::Elsewhere(set::address(&of, form, true))),
        _ => {}
    }
    let ticked: BTreeSet<ProposalId> =
        form.all("in").filter_map(|id| id.parse().ok().map(ProposalId)).collect();
    let decisions = &visit.forum().review.decisions;
    let reasons: Vec<String> = form.all("reasons").map(str::to_owned).collect();
    let written = |name: &str| form.get(name).trim().replace("\r\n", "\n");
    let (note, accepted_note) = (written("note"), written("accepted_note"));
    let mut steps: Vec<Command> = Vec::new();
    for proposal in reviewable(visit.forum(), of.call.id) {
        let known = decisions.get(&proposal);
        // What was told stands.
        if known.is_some_and(|known| known.state == DecisionState::Released) {
            continue;
        }
        let is = |verdict, note: &str| {
            known.is_some_and(|known| {
                let written = known.note.as_ref().and_then(Words::text).unwrap_or_default();
                known.verdict == verdict && (note.is_empty() || written == note)
            })
        };
        if ticked.contains(&proposal) {
            if !is(Verdict::Accepted, &accepted_note) {
                let (reasons, note) = (Vec::new(), accepted_note.clone());
                steps.push(Review::Decide { proposal, verdict: Verdict::Accepted, reasons, note }.into());
            }
            continue;
        }
        let dropped = known.is_none_or(|known| known.verdict == Verdict::Accepted);
        match rest {
            Some(verdict) if dropped => {
                let (reasons, note) = (reasons.clone(), note.clone());
                steps.push(Review::Decide { proposal, verdict, reasons, note }.into());
            }
            None if known.is_some_and(|known| known.verdict == Verdict::Accepted) => {
                steps.push(Review::Undecide { proposal }.into());
            }
            _ => {}
        }
    }
    if steps.is_empty() {
        return Err(No::Elsewhere(of.to("selection")));
    }
    Ok(Order { command: Command::Together { since: None, steps }, to: Some(of.to("selection")), tell: None })
}
