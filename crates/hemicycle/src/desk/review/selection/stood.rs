//! How decisions stood when a page was made: what its form carries, so that nobody overwrites what they have not seen.

use std::collections::BTreeMap;

use forum::review::{Decision, DecisionState};
use forum::{Forum, ProposalId};

/// How the decisions about these proposals stand, for a field that nobody sees: `7-1204t` for the one about proposal 7 that
/// act 1204 took. What is not decided is not named.
pub(super) fn stood(forum: &Forum, all: impl Iterator<Item = ProposalId>) -> String {
    let one = |id: ProposalId| {
        let decision = forum.review.decisions.get(&id)?;
        Some(format!("{id}-{}", mark(decision)))
    };
    all.filter_map(one).collect::<Vec<_>>().join(" ")
}

/// The proposals among these that were decided, or of which a decision was taken back or went on, since a page said how
/// they stood.
pub(super) fn changed(forum: &Forum, stood: &str, all: &[ProposalId]) -> Vec<ProposalId> {
    let stood: BTreeMap<&str, &str> =
        stood.split_whitespace().filter_map(|one| one.split_once('-')).collect();
    let is_same = |id: &ProposalId| {
        let now = forum.review.decisions.get(id).map(|decision| mark(decision));
        now.as_deref() == stood.get(id.to_string().as_str()).copied()
    };
    all.iter().filter(|id| !is_same(id)).copied().collect()
}

fn mark(decision: &Decision) -> String {
    let state = match decision.state {
        DecisionState::Taken => 't',
        DecisionState::Pending => 'p',
        DecisionState::Released => 'r',
    };
    format!("{}{state}", decision.seq)
}
