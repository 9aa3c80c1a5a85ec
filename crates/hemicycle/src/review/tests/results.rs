//! What scores say, held against what was planted.

use super::planted::{CALL, Made, planted};
use crate::review::results::{Band, Results, results};
use forum::reference::groups::StakeholderGroup;
use forum::review::Act;
use forum::{PersonId, ProposalId};

fn of(made: &Made) -> Results {
    results(&made.forum, CALL).expect("settled")
}

/// Kendall's tau of two lists of values: 1 if they are in the same order, -1 if in the opposite one. Pairs that are alike
/// in one of them count for neither.
fn tau(one: &[f64], other: &[f64]) -> f64 {
    let pairs = (0..one.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
    let (sum, count) = pairs.fold((0.0, 0.0), |(sum, count), (a, b)| {
        let same = (one[a] - one[b]) * (other[a] - other[b]);
        (
            sum + if same > 0.0 {
                1.0
            } else if same < 0.0 {
                -1.0
            } else {
                0.0
            },
            count + 1.0,
        )
    });
    sum / count
}

#[test]
fn the_corrected_order_is_clearly_nearer_to_the_truth_than_the_mean() {
    for seed in 1..=3 {
        let (made, worths) = planted(seed, 300, 30, 4);
        let results = of(&made);
        let truth = |row: &crate::review::results::Row| worths[row.proposal.0 as usize - 1];
        let truths: Vec<f64> = results.rows.iter().map(truth).collect();
        let means: Vec<f64> = results.rows.iter().map(|row| row.mean.expect("scored")).collect();
        let corrected: Vec<f64> = results.rows.iter().map(|row| row.corrected).collect();
        let (raw, better) = (tau(&truths, &means), tau(&truths, &corrected));
        assert!(better > raw + 0.05, "seed {seed}: tau {raw:.3} by the mean, {better:.3} corrected");
        assert!(corrected.is_sorted_by(|one, other| one >= other), "from the highest down");
    }
}

#[test]
fn a_place_is_as_certain_as_the_scores_are_and_ties_are_said() {
    let (made, worths) = planted(5, 120, 20, 4);
    let results = of(&made);
    let mut order: Vec<usize> = (0..worths.len()).collect();
    order.sort_by(|one, other| worths[*other].total_cmp(&worths[*one]));
    let true_rank = |proposal: ProposalId| {
        1 + order.iter().position(|number| *number == proposal.0 as usize - 1).expect("all are there")
    };
    let within = results.rows.iter().filter(|row| {
        let (best, worst) = row.ranks;
        (best..=worst).contains(&true_rank(row.proposal))
    });
    let share = within.count() as f64 / results.rows.len() as f64;
    assert!(share > 0.9, "{share}");
    for (at, row) in results.rows.iter().enumerate() {
        let (best, worst) = row.ranks;
        assert!(best <= at + 1 && at < worst && worst <= 120, "{:?} at {at}", row.ranks);
        assert!(row.low <= row.corrected && row.corrected <= row.high);
    }
    assert!(!results.ties.is_empty());
    for tie in &results.ties {
        assert!(results.is_tie(tie[0], tie[tie.len() - 1]));
    }
    let cut = results.around_the_cut(40);
    assert!(cut.contains(&39) && cut.contains(&40) && cut.len() < 120, "{cut:?}");
    assert!(results.around_the_cut(120).is_empty(), "a place for all is no line");
}

#[test]
fn a_row_says_what_was_given_and_by_whom() {
    let mut made = Made::of(4, 3, |settings| (settings.accept, settings.decline) = (400, 300));
    for proposal in [1, 2] {
        made.assign(proposal, &[1, 2, 3, 4]);
    }
    for (reviewer, scores) in [(1, [5, 3]), (2, [4, 2]), (3, [5, 3]), (4, [4, 2])] {
        made.score(1, reviewer, scores[0]);
        made.score(2, reviewer, scores[1]);
    }
    let results = of(&made);
    let [first, second, last] = &results.rows[..] else { panic!("three rows") };
    let of_first = (first.proposal, first.n, first.mean, first.criteria.clone());
    assert_eq!(of_first, (ProposalId(1), 4, Some(4.5), vec![Some(4.5)]));
    assert!((first.spread.expect("four") - 0.577_350).abs() < 1e-6);
    assert_eq!((first.plain_band, second.plain_band), (Band::Accept, Band::Decline));
    assert_eq!((last.band, last.mean, last.n, last.ranks), (Band::Unscored, None, 0, (1, 3)));
    let groups = [
        StakeholderGroup::Government,
        StakeholderGroup::CivilSociety,
        StakeholderGroup::PrivateSector,
        StakeholderGroup::TechnicalCommunity,
    ];
    let expected: Vec<(Option<StakeholderGroup>, usize, f64)> =
        groups.into_iter().zip([4.0, 5.0, 4.0, 5.0]).map(|(group, mean)| (Some(group), 1, mean)).collect();
    assert_eq!(first.groups, expected);
}

#[test]
fn whoever_has_a_conflict_is_in_no_figure() {
    let mut made = Made::of(4, 2, |_| {});
    made.assign(1, &[1, 2, 3]);
    for (reviewer, score) in [(1, 1), (2, 4), (3, 4)] {
        made.score(1, reviewer, score);
    }
    assert_eq!(of(&made).rows[0].mean, Some(3.0));
    let why = forum::review::Conflict::Declared;
    made.add(Act::ConflictNoted { proposal: ProposalId(1), reviewer: PersonId(1), why });
    let results = of(&made);
    assert_eq!((results.rows[0].mean, results.rows[0].n), (Some(4.0), 2));
    assert!(results.reviewers.iter().all(|row| row.reviewer != PersonId(1)));
}

#[test]
fn a_call_without_scores_has_results_that_say_nothing() {
    let results = of(&Made::of(3, 5, |_| {}));
    assert!(results.rows.iter().all(|row| row.band == Band::Unscored && row.mean.is_none()));
    assert!(results.ties.is_empty() && results.around_the_cut(2).is_empty());
}
