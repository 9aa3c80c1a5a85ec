//! Deciding a whole set: what is ticked is accepted; what becomes of the rest is said with its reason.

use std::collections::BTreeSet;

use forum::review::views::reviewable;
use forum::review::{Command as Review, DecisionState, Verdict};
use forum::{Command, Forum, ProposalId, Words};

use super::set;
use super::stood::changed;
use crate::desk::answer::Order;
use crate::desk::form::{Form, No};
use crate::desk::review::about::Reviewed;
use crate::desk::review::shown::{Shown, code_of};
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
    let seen: BTreeSet<ProposalId> = Shown::decidable(visit, of.call.id).iter().map(|one| one.id).collect();
    let mut all = reviewable(visit.forum(), of.call.id);
    all.retain(|proposal| seen.contains(proposal));
    let changed = changed(visit.forum(), form.get("shown"), &all);
    if !changed.is_empty() {
        let codes: Vec<String> = changed.iter().map(|id| code_of(visit, *id)).collect();
        return Err(No::DecidedMeanwhile(codes.join(", ")));
    }
    let steps = steps(visit.forum(), form, rest, all);
    if steps.is_empty() {
        return Err(No::Elsewhere(of.to("selection")));
    }
    // Whatever happens between this and the acts has the form read anew, so that nothing is overwritten unseen.
    let command = Command::Together { since: Some(visit.forum().seq()), steps };
    Ok(Order { command, to: Some(of.to("selection")), tell: None })
}

/// What makes the decisions about all of these what the form says: one command for each that differs.
fn steps(forum: &Forum, form: &Form, rest: Option<Verdict>, all: Vec<ProposalId>) -> Vec<Command> {
    let ticked: BTreeSet<ProposalId> =
        form.all("in").filter_map(|id| id.parse().ok().map(ProposalId)).collect();
    let decisions = &forum.review.decisions;
    let reasons: Vec<String> = form.all("reasons").map(str::to_owned).collect();
    let written = |name: &str| form.get(name).trim().replace("\r\n", "\n");
    let (note, accepted_note) = (written("note"), written("accepted_note"));
    let mut steps: Vec<Command> = Vec::new();
    for proposal in all {
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
    steps
}
