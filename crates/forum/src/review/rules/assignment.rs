//! Who reviews what.

use super::{NAMED_MAX, at_most, reviewer as holds_office, settings_of, submitted};
use crate::review::conflicts::Finder;
use crate::review::{Act, views};
use crate::{CallId, Forum, PersonId, ProposalId, Refusal};
use std::collections::{BTreeMap, BTreeSet};

/// Most reviewers of one proposal, whatever the settings say.
const EACH_MAX: usize = 50;

/// Gives proposals their reviewers. What is as it was is left out of the act.
pub(super) fn assign(
    forum: &Forum,
    call: CallId,
    typed: &BTreeMap<ProposalId, Vec<PersonId>>,
) -> Result<Act, Refusal> {
    settings_of(forum, call)?;
    at_most("assigned", typed.len(), NAMED_MAX)?;
    let people: BTreeSet<PersonId> = typed.values().flatten().copied().collect();
    people.iter().try_for_each(|person| holds_office(forum, *person))?;
    let finder = Finder::of(forum, people);
    let mut assigned = BTreeMap::new();
    for (&proposal, reviewers) in typed {
        let known = submitted(forum, proposal)?;
        if known.call != call {
            return Err(Refusal::NoSuchProposal { proposal });
        }
        if !views::is_reviewable(forum, known) {
            return Err(Refusal::NotScreened { proposal });
        }
        at_most("assigned", reviewers.len(), EACH_MAX)?;
        let reviewers: BTreeSet<PersonId> = reviewers.iter().copied().collect();
        let conflicts = finder.conflicts(proposal);
        // Whoever has submitted stays until the desk notes what was found since.
        let counts: Vec<PersonId> =
            views::counted_of(forum, proposal).into_iter().map(|(who, _)| who).collect();
        let bars = |person: &&PersonId| conflicts.contains_key(person) && !counts.contains(person);
        if let Some(&person) = reviewers.iter().find(bars) {
            return Err(Refusal::InConflict { person, proposal });
        }
        let reviewers: Vec<PersonId> = reviewers.into_iter().collect();
        let old = forum.review.assigned.get(&proposal).map(Vec::as_slice).unwrap_or_default();
        if old != reviewers {
            assigned.insert(proposal, reviewers);
        }
    }
    match assigned.is_empty() {
        true => Err(Refusal::NothingChanged),
        false => Ok(Act::ReviewersAssigned { call, assigned }),
    }
}
