//! What may be seen of a review, and by whom.
//!
//! A reviewer sees what is theirs; the chair and the secretariat see everything, names of reviewers included, but the
//! chair nothing of a proposal in which they have an interest; the organisers see, once the decision is released, what
//! all scores say together, in an order that tells nothing of who or when.

mod access;
mod lists;
mod summary;

pub use access::{
    Reviews, decides, decision, has_interest, is_asked, is_panel, is_told, merges, reviews_of, screening,
};
pub use lists::{Progress, Task, TaskState, my_list, progress};
pub use summary::{Summary, counted, counted_of};

pub use super::conflicts::{conflict, conflicts, found};

use super::{Decision, DecisionState, Merge, Review, Screening, Verdict};
use crate::call::{Proposal, Stage};
use crate::people::Office;
use crate::{CallId, Forum, PersonId, ProposalId};
use jiff::Timestamp;
use std::sync::Arc;

/// Those who hold the office of a reviewer, by id.
pub fn reviewers(forum: &Forum) -> Vec<PersonId> {
    let offices = forum.people.offices.iter();
    offices.filter(|(_, held)| held.contains(&Office::Reviewer)).map(|(person, _)| *person).collect()
}

/// The proposals of a call that were submitted and stand.
pub(super) fn submitted(forum: &Forum, call: CallId) -> impl Iterator<Item = &Arc<Proposal>> {
    let proposals = forum.call.proposals.values();
    proposals.filter(move |one| one.call == call && one.stage == Stage::Submitted)
}

/// The proposals of a call that go to reviewers, in the order of their numbers.
pub fn reviewable(forum: &Forum, call: CallId) -> Vec<ProposalId> {
    let mut proposals: Vec<_> = submitted(forum, call).filter(|one| is_reviewable(forum, one)).collect();
    proposals.sort_by_key(|one| (one.number, one.id));
    proposals.into_iter().map(|one| one.id).collect()
}

/// Whether a proposal goes to reviewers, and can be decided: it was submitted and, where the forum screens, passed as it
/// is now.
pub fn is_reviewable(forum: &Forum, proposal: &Proposal) -> bool {
    let Some(settings) = forum.review.settings.get(&proposal.call) else { return false };
    if proposal.stage != Stage::Submitted {
        return false;
    }
    match current_screening(forum, proposal).map(|screened| screened.outcome) {
        Some(outcome) => outcome == Screening::Passed,
        None => !settings.screens,
    }
}

/// What was found of a proposal as it is now; what was found before it was submitted again says nothing of it.
pub fn current_screening<'a>(forum: &'a Forum, proposal: &Proposal) -> Option<&'a super::Screened> {
    let screened = forum.review.screened.get(&proposal.id)?;
    let submitted_since = proposal.submitted.is_some_and(|submitted| submitted > screened.at);
    (!submitted_since).then_some(screened.as_ref())
}

/// Whether a review is about a proposal as it is now; what was written before it was submitted again says nothing of it.
pub fn is_current(proposal: &Proposal, review: &Review) -> bool {
    proposal.submitted.is_none_or(|submitted| submitted <= review.at)
}

/// Whether a proposal is before its reviewers, so that its organisers do not change it any more: somebody was given it to
/// review, or scores are given. Until nobody was, what the secretariat has sent back may be mended to its date.
pub fn is_under_review(forum: &Forum, proposal: &Proposal, now: Timestamp) -> bool {
    let review = &forum.review;
    let given = review.assigned.get(&proposal.id).is_some_and(|reviewers| !reviewers.is_empty());
    let sent_back = proposal.until.is_some_and(|until| now < until);
    let opened = review.settings.get(&proposal.call).is_some_and(|settings| settings.gate.opens <= now);
    given || review.decisions.contains_key(&proposal.id) || (opened && !sent_back)
}

/// Whether every team has said yes.
pub fn is_agreed(merge: &Merge) -> bool {
    let mut all = std::iter::once(&merge.into).chain(&merge.from);
    all.all(|proposal| merge.answers.get(proposal) == Some(&true))
}

/// Whether the teams have agreed that a proposal joins another.
pub fn may_be_merged(forum: &Forum, proposal: ProposalId) -> bool {
    forum.review.merges.values().any(|merge| merge.from.contains(&proposal) && is_agreed(merge))
}

/// The proposals that have joined another: agreed by all teams and decided. Their people are people of that one.
pub fn absorbed(forum: &Forum, into: ProposalId) -> Vec<ProposalId> {
    let agreed = forum.review.merges.values().filter(|merge| merge.into == into && is_agreed(merge));
    let is_merged = |proposal: &ProposalId| {
        forum.review.decisions.get(proposal).is_some_and(|decision| decision.verdict == Verdict::Merged)
    };
    let mut all: Vec<ProposalId> =
        agreed.flat_map(|merge| merge.from.iter().copied()).filter(is_merged).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The proposal that another has joined.
pub fn joined(forum: &Forum, from: ProposalId) -> Option<ProposalId> {
    let mut agreed =
        forum.review.merges.values().filter(|merge| merge.from.contains(&from) && is_agreed(merge));
    agreed.next_back().map(|merge| merge.into).filter(|into| absorbed(forum, *into).contains(&from))
}

/// Whether a decision stands for good: it is released, and no appeal has been found right since.
pub fn stands(forum: &Forum, proposal: ProposalId, decision: &Decision) -> bool {
    let upheld = forum.review.appeals.get(&proposal).is_some_and(|appeal| {
        let right = appeal.answer.as_ref().is_some_and(|(upheld, _)| *upheld);
        right && appeal.answered.is_some_and(|answered| answered > decision.seq)
    });
    decision.state == DecisionState::Released && !upheld
}

/// The accepted proposals of a call whose decision is released, in the order of their numbers.
pub fn accepted(forum: &Forum, call: CallId) -> Vec<ProposalId> {
    let released = |id| forum.released(id) == Some(Verdict::Accepted);
    let mut accepted: Vec<_> = submitted(forum, call).filter(|one| released(one.id)).collect();
    accepted.sort_by_key(|one| (one.number, one.id));
    accepted.into_iter().map(|one| one.id).collect()
}
