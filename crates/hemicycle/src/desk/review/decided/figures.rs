//! The figures of what was decided, with those left out that are about so few that they are about each of them.

use std::collections::BTreeMap;

use forum::call::Stage;
use forum::people::statistics::FEWEST;
use forum::review::{Decision, Verdict};
use forum::{CallId, Forum, ProposalId};

use crate::app::App;
use crate::desk::review::table::{VERDICTS, verdict_key};
use crate::review::choosing::{Dimension, balance};

/// How many there are of something; nothing, where that is not told.
pub(in crate::desk::review) struct Line {
    pub(in crate::desk::review) key: String,
    pub(in crate::desk::review) count: Option<usize>,
}

/// How many were submitted of something, and accepted.
pub(in crate::desk::review) struct Both {
    pub(in crate::desk::review) key: String,
    pub(in crate::desk::review) submitted: Option<usize>,
    pub(in crate::desk::review) accepted: Option<usize>,
}

/// What was decided about a call.
pub(in crate::desk::review) struct Decided {
    pub(in crate::desk::review) submitted: usize,
    pub(in crate::desk::review) reviewed: usize,
    pub(in crate::desk::review) reviews: usize,
    pub(in crate::desk::review) verdicts: Vec<Line>,
    pub(in crate::desk::review) means: Vec<Line>,
    pub(in crate::desk::review) reasons: Vec<Line>,
    pub(in crate::desk::review) balance: Vec<(Dimension, Vec<Both>)>,
}

/// The numbers of a table of which the total is known: those from 1 to 4 are left out, and if what is left out is so
/// little that it could be worked out, the next smallest is left out with it.
pub(super) fn told(counts: &[usize]) -> Vec<Option<usize>> {
    let small = |count: usize| (1..FEWEST).contains(&count);
    let mut told: Vec<Option<usize>> =
        counts.iter().map(|count| (!small(*count)).then_some(*count)).collect();
    let hidden = |told: &[Option<usize>]| {
        let all = told.iter().zip(counts).filter(|(told, _)| told.is_none()).map(|(_, count)| *count);
        (all.clone().count(), all.sum::<usize>())
    };
    while let (1.., ..) = hidden(&told) {
        let (cells, sum) = hidden(&told);
        if cells > 1 && sum >= FEWEST {
            break;
        }
        let next = (0..counts.len()).filter(|nth| told[*nth].is_some_and(|count| count > 0));
        let Some(next) = next.min_by_key(|nth| counts[*nth]) else { break };
        told[next] = None;
    }
    told
}

fn lines(counts: Vec<(String, usize)>) -> Vec<Line> {
    let told = told(&counts.iter().map(|(_, count)| *count).collect::<Vec<_>>());
    counts.into_iter().zip(told).map(|((key, _), count)| Line { key, count }).collect()
}

impl Decided {
    /// What was decided, once any of it is released.
    pub(in crate::desk::review) fn of(app: &App, name: &str, forum: &Forum, call: CallId) -> Option<Decided> {
        let known = forum.call.calls.get(&call)?;
        let settings = forum.review.settings.get(&call)?;
        let all = forum.call.proposals.values();
        let submitted: Vec<ProposalId> =
            all.filter(|one| one.call == call && one.stage == Stage::Submitted).map(|one| one.id).collect();
        let released: BTreeMap<ProposalId, &Decision> = submitted
            .iter()
            .filter_map(|id| Some((*id, forum.review.decisions.get(id)?.released()?)))
            .collect();
        if released.is_empty() {
            return None;
        }
        let results = app.computed().results(name, forum, call)?;
        let verdicts = VERDICTS.map(|verdict| {
            let count = released.values().filter(|decision| decision.verdict == verdict).count();
            (verdict_key(verdict).to_owned(), count)
        });
        let means = (2..=10).map(|half| {
            let of_row = |mean: f64| (mean * 2.0).floor() as usize == half;
            let count = results.rows.iter().filter(|row| row.mean.is_some_and(of_row)).count();
            (format!("{:.1}", half as f64 / 2.0), count)
        });
        let reasons = settings.reasons.iter().map(|reason| {
            let gave = |decision: &&&Decision| decision.reasons.contains(&reason.key);
            (reason.key.clone(), released.values().filter(gave).count())
        });
        let accepted = released.iter().filter(|(_, decision)| decision.verdict == Verdict::Accepted);
        let accepted: Vec<ProposalId> = accepted.map(|(id, _)| *id).collect();
        Some(Decided {
            submitted: submitted.len(),
            reviewed: results.rows.iter().filter(|row| row.n > 0).count(),
            reviews: results.rows.iter().map(|row| row.n).sum(),
            verdicts: lines(verdicts.to_vec()),
            means: lines(means.collect()),
            reasons: lines(reasons.filter(|(_, count)| *count > 0).collect()),
            balance: balanced(forum, known, &submitted, &accepted),
        })
    }
}

/// What was submitted beside what was accepted, for each dimension.
fn balanced(
    forum: &Forum,
    call: &forum::call::Call,
    submitted: &[ProposalId],
    accepted: &[ProposalId],
) -> Vec<(Dimension, Vec<Both>)> {
    let all = balance(forum, call, submitted.iter().copied());
    let chosen = balance(forum, call, accepted.iter().copied());
    let of = |dimension: Dimension| {
        let rows: Vec<_> = all.iter().filter(|(one, _)| one.dimension == dimension).collect();
        let ours = told(&rows.iter().map(|(_, count)| **count).collect::<Vec<_>>());
        let theirs: Vec<usize> =
            rows.iter().map(|(one, _)| chosen.get(*one).copied().unwrap_or_default()).collect();
        let theirs = told(&theirs);
        let rows = rows.into_iter().zip(ours).zip(theirs);
        rows.map(|(((one, _), submitted), accepted)| Both { key: one.key.clone(), submitted, accepted })
            .collect()
    };
    Dimension::ALL.into_iter().map(|dimension| (dimension, of(dimension))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_of_very_few_is_told_and_none_can_be_worked_out() {
        for (counts, expected) in [
            (vec![10, 20, 0], vec![Some(10), Some(20), Some(0)]),
            (vec![10, 3, 20], vec![None, None, Some(20)]),
            (vec![2, 4, 20], vec![None, None, Some(20)]),
            (vec![1, 2, 20, 9], vec![None, None, Some(20), None]),
            (vec![3, 0], vec![None, Some(0)]),
            (vec![], vec![]),
        ] {
            assert_eq!(told(&counts), expected, "{counts:?}");
        }
    }
}
