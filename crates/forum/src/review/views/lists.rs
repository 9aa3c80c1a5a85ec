//! What reviewers have before them, and how far they are.

use super::super::conflicts::Finder;
use super::super::{Conflict, Review};
use super::{is_current, is_reviewable, reviewers, submitted};
use crate::call::Proposal;
use crate::{CallId, Forum, PersonId, ProposalId};
use std::collections::BTreeMap;

/// How far a reviewer is with a proposal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum TaskState {
    /// Not begun.
    Open,
    /// Saved, and not submitted, or about an older text: it does not count yet.
    Saved,
    /// Submitted; it counts, and can still be changed.
    Submitted,
    /// They said that they have a conflict of interest.
    Conflict,
}

/// Something that a reviewer has before them.
#[derive(Clone, Copy, Debug)]
pub struct Task<'a> {
    /// The proposal.
    pub proposal: ProposalId,
    /// Its call.
    pub call: CallId,
    /// How far they are.
    pub state: TaskState,
    /// What they wrote, unless they have a conflict.
    pub review: Option<&'a Review>,
}

/// What a reviewer has before them, in the order of calls and of the numbers of proposals. A conflict that was found and
/// not declared is simply not there: to say more would say who stands behind a proposal.
pub fn my_list(forum: &Forum, reviewer: PersonId) -> Vec<Task<'_>> {
    let finder = Finder::of(forum, [reviewer]);
    let mut list = Vec::new();
    for call in forum.review.settings.keys() {
        let mut of_call: Vec<_> = submitted(forum, *call).filter(|one| is_reviewable(forum, one)).collect();
        of_call.sort_by_key(|one| (one.number, one.id));
        list.extend(of_call.into_iter().filter_map(|one| task(forum, &finder, reviewer, one)));
    }
    list
}

fn task<'a>(forum: &'a Forum, finder: &Finder<'_>, reviewer: PersonId, known: &Proposal) -> Option<Task<'a>> {
    let (proposal, call) = (known.id, known.call);
    let noted = forum.review.conflicts.get(&proposal).and_then(|noted| noted.get(&reviewer));
    if noted == Some(&Conflict::Declared) {
        return Some(Task { proposal, call, state: TaskState::Conflict, review: None });
    }
    let assigned = forum.review.assigned.get(&proposal).is_some_and(|all| all.contains(&reviewer));
    if !assigned || finder.conflicts(proposal).contains_key(&reviewer) {
        return None;
    }
    let review = forum.review.reviews.get(&proposal).and_then(|all| all.get(&reviewer)).map(AsRef::as_ref);
    let state = match review {
        None => TaskState::Open,
        Some(review) if review.submitted && is_current(known, review) => TaskState::Submitted,
        Some(_) => TaskState::Saved,
    };
    Some(Task { proposal, call, state, review })
}

/// How far a reviewer is with a call.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Progress {
    /// How many proposals they have, those with a conflict not counted.
    pub assigned: usize,
    /// How many of them they have begun and not submitted, or reviewed as an older text.
    pub saved: usize,
    /// How many of them they have submitted.
    pub submitted: usize,
    /// With how many proposals of the call they have a conflict, declared or found.
    pub conflicts: usize,
}

/// How far each reviewer is with a call. For the chair and the secretariat.
pub fn progress(forum: &Forum, call: CallId) -> BTreeMap<PersonId, Progress> {
    let review = &forum.review;
    let of_call: Vec<_> = submitted(forum, call).filter(|one| is_reviewable(forum, one)).collect();
    let assigned = of_call.iter().filter_map(|one| review.assigned.get(&one.id)).flatten().copied();
    let mut all: BTreeMap<PersonId, Progress> =
        reviewers(forum).into_iter().chain(assigned).map(|person| (person, Progress::default())).collect();
    let finder = Finder::of(forum, all.keys().copied());
    for known in &of_call {
        let proposal = known.id;
        let conflicts = finder.conflicts(proposal);
        conflicts.keys().for_each(|person| all.entry(*person).or_default().conflicts += 1);
        let assigned = review.assigned.get(&proposal).into_iter().flatten();
        for person in assigned {
            let written = review.reviews.get(&proposal).and_then(|all| all.get(person));
            // What was submitted before a conflict could be found still counts.
            let counts = written.map(|review| review.submitted && is_current(known, review));
            if conflicts.contains_key(person) && counts != Some(true) {
                continue;
            }
            let progress = all.entry(*person).or_default();
            progress.assigned += 1;
            progress.saved += usize::from(counts == Some(false));
            progress.submitted += usize::from(counts == Some(true));
        }
    }
    all
}
