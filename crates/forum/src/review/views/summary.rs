//! What the reviews of a proposal say together: those that count, and nothing of who wrote them or when.

use super::super::Review;
use super::{is_current, is_reviewable, submitted};
use crate::call::Proposal;
use crate::{CallId, Forum, PersonId, ProposalId, Words};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What the organisers of a proposal learn of its scores.
#[derive(Clone, PartialEq, Debug)]
pub struct Summary<'a> {
    /// How many reviews count.
    pub count: usize,
    /// Their mean over all criteria, by weight.
    pub mean: Option<f64>,
    /// The standard deviation of their means; nothing for fewer than two.
    pub spread: Option<f64>,
    /// The mean for each criterion, in the order of the settings.
    pub criteria: Vec<(&'a str, Option<f64>)>,
    /// How often each reason was given, in the order of the settings.
    pub reasons: Vec<(&'a str, usize)>,
    /// What reviewers wrote to the organisers.
    pub comments: Vec<&'a str>,
}

impl<'a> Summary<'a> {
    /// What the reviews of a proposal say together; nothing where the call is not reviewed.
    pub fn of(forum: &'a Forum, proposal: &Proposal) -> Option<Summary<'a>> {
        let settings = forum.review.settings.get(&proposal.call)?;
        let reviews: Vec<&Review> = counted_of(forum, proposal.id).into_iter().map(|(_, one)| one).collect();
        let means: Vec<f64> = reviews.iter().filter_map(|one| settings.mean(&one.scores)).collect();
        let of_criterion = |key: &str| {
            let scores = reviews.iter().filter_map(|one| one.scores.get(key));
            mean(&scores.map(|score| f64::from(*score)).collect::<Vec<_>>())
        };
        let given = |key: &String| reviews.iter().filter(|one| one.reasons.contains(key)).count();
        let counts = settings.reasons.iter().map(|reason| (reason.key.as_str(), given(&reason.key)));
        let mut comments: Vec<&str> =
            reviews.iter().filter_map(|one| one.to_proposer.as_ref().and_then(Words::text)).collect();
        // By digest: an order of reviewers or of time would tell which comments are one reviewer's.
        comments.sort_by_cached_key(|text| Sha256::digest(text.as_bytes()).to_vec());
        Some(Summary {
            count: reviews.len(),
            mean: mean(&means),
            spread: spread(&means),
            criteria: settings
                .criteria
                .iter()
                .map(|one| (one.key.as_str(), of_criterion(&one.key)))
                .collect(),
            reasons: counts.filter(|(_, count)| *count > 0).collect(),
            comments,
        })
    }
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

fn spread(values: &[f64]) -> Option<f64> {
    let mean = mean(values)?;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (values.len() > 1).then(|| (squares / (values.len() - 1) as f64).sqrt())
}

/// The reviews of a call that count, by proposal and reviewer: submitted, about the text as it is now, by somebody who
/// is assigned and of whom no conflict was noted.
///
/// A conflict that can merely be found was not there when the review was submitted, or it could not have been. It came
/// about later, be it by what somebody of the proposal says of themselves: it is shown to the desk, and strikes nothing out
/// until the desk or the reviewer notes it. Else a team could rid itself of a score it does not like.
pub fn counted(forum: &Forum, call: CallId) -> BTreeMap<ProposalId, Vec<(PersonId, &Review)>> {
    let proposals = submitted(forum, call).filter(|one| is_reviewable(forum, one));
    proposals.map(|one| (one.id, counted_of(forum, one.id))).collect()
}

/// The reviews of one proposal that count.
pub fn counted_of(forum: &Forum, proposal: ProposalId) -> Vec<(PersonId, &Review)> {
    let Some(reviews) = forum.review.reviews.get(&proposal) else { return vec![] };
    let Some(known) = forum.call.proposals.get(&proposal) else { return vec![] };
    reviews
        .iter()
        .filter(|(who, one)| one.submitted && is_current(known, one) && counts(forum, proposal, **who))
        .map(|(who, one)| (*who, one.as_ref()))
        .collect()
}

/// Whether what somebody submits of a proposal counts.
fn counts(forum: &Forum, proposal: ProposalId, reviewer: PersonId) -> bool {
    let assigned = forum.review.assigned.get(&proposal);
    assigned.is_some_and(|all| all.contains(&reviewer)) && !forum.barred(reviewer, proposal)
}
