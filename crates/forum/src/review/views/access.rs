//! Who sees what of one proposal's review.

use super::super::conflicts::standing;
use super::super::{Decision, Merge, Review, Screened};
use super::{Summary, counted_of};
use crate::access::Access;
use crate::call::views::organises;
use crate::call::{Proposal, Stage};
use crate::{Forum, MergeId, PersonId, ProposalId, Viewer};
use std::sync::Arc;

/// What a viewer sees of the reviews of a proposal.
#[derive(Clone, Debug)]
pub enum Reviews<'a> {
    /// All of them, by reviewer, with whether each counts. For the chair and the secretariat.
    All(Vec<(PersonId, &'a Review, bool)>),
    /// The viewer's own.
    Own(&'a Review),
    /// What they say together. For the organisers, after the decision was released.
    Summary(Summary<'a>),
}

/// What a viewer may see of the reviews of a proposal; `None` for those who may see nothing, and where there is nothing.
pub fn reviews_of(forum: &Forum, viewer: Viewer, proposal: ProposalId) -> Option<Reviews<'_>> {
    let known = forum.call.proposals.get(&proposal).filter(|known| known.stage != Stage::Erased)?;
    let reviews = forum.review.reviews.get(&proposal);
    if is_panel(forum, viewer, proposal) {
        let counted: Vec<PersonId> = counted_of(forum, proposal).into_iter().map(|(who, _)| who).collect();
        let all = reviews.into_iter().flatten();
        return Some(Reviews::All(
            all.map(|(who, one)| (*who, one.as_ref(), counted.contains(who))).collect(),
        ));
    }
    let Viewer::Person(person) = viewer else { return None };
    if let Some(own) = reviews.and_then(|reviews| reviews.get(&person)) {
        return Some(Reviews::Own(own));
    }
    let told = organises(known, person) && decision(forum, viewer, proposal).is_some();
    told.then(|| Summary::of(forum, known)).flatten().map(Reviews::Summary)
}

/// Whether a viewer sees everything of a proposal's review: the secretariat does, and a chair who has no interest in it.
pub fn is_panel(forum: &Forum, viewer: Viewer, proposal: ProposalId) -> bool {
    let chairs =
        |person| viewer.access(forum).contains(Access::Chair) && !has_interest(forum, person, proposal);
    viewer.runs(forum) || matches!(viewer, Viewer::Person(person) if chairs(person))
}

/// Whether somebody takes part in a proposal, or has noted a conflict of interest with it.
pub fn has_interest(forum: &Forum, person: PersonId, proposal: ProposalId) -> bool {
    let stands = |known: &Arc<Proposal>| standing(known).any(|one| one == person);
    forum.call.proposals.get(&proposal).is_some_and(stands) || forum.barred(person, proposal)
}

/// The decision about a proposal as a viewer knows it: those who decide as it is now, its organisers as it was released.
pub fn decision(forum: &Forum, viewer: Viewer, proposal: ProposalId) -> Option<&Decision> {
    let decision = forum.review.decisions.get(&proposal)?;
    if is_panel(forum, viewer, proposal) {
        return Some(decision);
    }
    is_organiser(forum, viewer, proposal).then(|| decision.released()).flatten()
}

/// What was found when a proposal was screened, for its organisers and those who decide.
pub fn screening(forum: &Forum, viewer: Viewer, proposal: ProposalId) -> Option<&Screened> {
    let told = is_told(forum, viewer, proposal);
    forum.review.screened.get(&proposal).filter(|_| told).map(AsRef::as_ref)
}

/// Whether a viewer is told what becomes of a proposal: its organisers, and those who decide.
pub fn is_told(forum: &Forum, viewer: Viewer, proposal: ProposalId) -> bool {
    is_organiser(forum, viewer, proposal) || is_panel(forum, viewer, proposal)
}

fn is_organiser(forum: &Forum, viewer: Viewer, proposal: ProposalId) -> bool {
    let Viewer::Person(person) = viewer else { return false };
    forum.call.proposals.get(&proposal).is_some_and(|known| organises(known, person))
}

/// Whether a viewer decides: the secretariat, and chairs.
pub fn decides(forum: &Forum, viewer: Viewer) -> bool {
    viewer.runs(forum) || viewer.access(forum).contains(Access::Chair)
}

/// Whether a viewer knows of a suggestion to merge: the organisers of each proposal, and those who decide.
pub fn is_asked(forum: &Forum, viewer: Viewer, merge: MergeId) -> bool {
    let Some(merge) = forum.review.merges.get(&merge) else { return false };
    let mut all = std::iter::once(&merge.into).chain(&merge.from);
    decides(forum, viewer) || all.any(|proposal| is_organiser(forum, viewer, *proposal))
}

/// The suggestions to merge a proposal with others, for its organisers and those who decide.
pub fn merges(forum: &Forum, viewer: Viewer, proposal: ProposalId) -> Vec<(MergeId, &Merge)> {
    if !is_told(forum, viewer, proposal) {
        return vec![];
    }
    let all = forum.review.merges.iter();
    let about = all.filter(|(_, merge)| merge.into == proposal || merge.from.contains(&proposal));
    about.map(|(id, merge)| (*id, merge.as_ref())).collect()
}
