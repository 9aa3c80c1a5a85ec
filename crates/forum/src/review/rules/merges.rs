//! Proposals that become one: suggested by the chair, done only if every team says yes.

use super::{at_most, settings_of, submitted};
use crate::context::Scribe;
use crate::review::{Act, DecisionState, Merge, Verdict, views};
use crate::text::optional_prose;
use crate::{Context, Forum, MergeId, ProposalId, Refusal};
use std::collections::BTreeSet;

/// Most proposals that join another at once.
const FROM_MAX: usize = 20;

/// Suggests that proposals become one.
pub(super) fn suggest(
    forum: &Forum,
    into: ProposalId,
    from: &[ProposalId],
    note: &str,
    context: &Context,
) -> Result<Act, Refusal> {
    let call = submitted(forum, into)?.call;
    settings_of(forum, call)?;
    if from.is_empty() {
        return Err(Refusal::Empty { field: "proposals".into() });
    }
    at_most("proposals", from.len(), FROM_MAX)?;
    let mut named = BTreeSet::from([into]);
    for &proposal in from {
        if submitted(forum, proposal)?.call != call || !named.insert(proposal) {
            return Err(Refusal::MergeUnfit { proposal });
        }
    }
    let mut from = from.to_vec();
    from.sort_unstable();
    check(forum, into, &from)?;
    let mut others = forum.review.merges.values();
    if others.any(|merge| merge.into == into && merge.from == from) {
        return Err(Refusal::NothingChanged);
    }
    let note = optional_prose("note", note)?.map(|text| Scribe::new(context).words(text));
    let id = MergeId::after(forum.review.merges.keys().next_back());
    Ok(Act::MergeSuggested { id, into, from, note })
}

/// Whether these can still become one: none is merged elsewhere, and nothing that was released would change.
fn check(forum: &Forum, into: ProposalId, from: &[ProposalId]) -> Result<(), Refusal> {
    for &proposal in from {
        let decision = forum.review.decisions.get(&proposal);
        match decision.map(|decision| (decision.state, decision.verdict)) {
            Some((DecisionState::Released, _)) => return Err(Refusal::DecisionStands { proposal }),
            Some((_, Verdict::Merged)) => return Err(Refusal::MergeUnfit { proposal }),
            _ => {}
        }
        // What others join cannot itself join something: its people would be carried on without their consent.
        if !views::absorbed(forum, proposal).is_empty() {
            return Err(Refusal::MergeUnfit { proposal });
        }
    }
    let decision = forum.review.decisions.get(&into);
    match decision.map(|decision| (decision.state, decision.verdict)) {
        Some((_, Verdict::Merged)) => Err(Refusal::MergeUnfit { proposal: into }),
        Some((DecisionState::Released, verdict)) if verdict != Verdict::Accepted => {
            Err(Refusal::DecisionStands { proposal: into })
        }
        _ => Ok(()),
    }
}

/// Answers for one of the teams. The last yes is the decision that the others are merged.
pub(super) fn answer(
    forum: &Forum,
    id: MergeId,
    proposal: ProposalId,
    agrees: bool,
) -> Result<Vec<Act>, Refusal> {
    let unknown = Refusal::NoSuchMerge;
    let merge = forum.review.merges.get(&id).filter(|merge| names(merge, proposal)).ok_or(unknown)?;
    if views::is_agreed(merge) {
        return Err(Refusal::MergeSettled);
    }
    if merge.answers.get(&proposal) == Some(&agrees) {
        return Err(Refusal::NothingChanged);
    }
    submitted(forum, proposal)?;
    let mut acts = vec![Act::MergeAnswered { merge: id, proposal, agrees }];
    let mut then = Merge::clone(merge);
    then.answers.insert(proposal, agrees);
    if views::is_agreed(&then) {
        submitted(forum, merge.into)?;
        merge.from.iter().try_for_each(|from| submitted(forum, *from).map(drop))?;
        check(forum, merge.into, &merge.from)?;
        acts.extend(merge.from.iter().map(|from| Act::DecisionTaken {
            proposal: *from,
            verdict: Verdict::Merged,
            reasons: vec![],
            note: None,
        }));
    }
    Ok(acts)
}

fn names(merge: &Merge, proposal: ProposalId) -> bool {
    merge.into == proposal || merge.from.contains(&proposal)
}
