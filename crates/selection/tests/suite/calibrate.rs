use crate::dice::Dice;
use proptest::prelude::*;
use selection::calibrate::{Score, calibrate};

/// Kendall's tau of two lists of values: 1 if they are in the same order, -1 if in the opposite one.
fn tau(one: &[f64], other: &[f64]) -> f64 {
    let pairs = (0..one.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
    let (sum, count) = pairs.fold((0.0, 0.0), |(sum, count), (a, b)| {
        let same = (one[a] - one[b]) * (other[a] - other[b]);
        (sum + if same > 0.0 { 1.0 } else { -1.0 }, count + 1.0)
    });
    sum / count
}

/// Proposals with a true worth, and scores from 1 to 5 of reviewers of whom some are harsh and some lenient.
fn planted(seed: u64, leniency: f64) -> (Vec<f64>, Vec<Score>) {
    let mut dice = Dice(seed);
    let (proposals, reviewers, each) = (300, 30, 4);
    let worths: Vec<f64> = (0..proposals).map(|_| 3.0 + 0.6 * dice.normal()).collect();
    let lenient: Vec<f64> = (0..reviewers).map(|_| leniency * dice.normal()).collect();
    let mut scores = vec![];
    for (proposal, worth) in worths.iter().enumerate() {
        let mut of: Vec<usize> = (0..reviewers).collect();
        for _ in 0..each {
            let reviewer = of.swap_remove(dice.below(of.len()));
            let score = (worth + lenient[reviewer] + 0.5 * dice.normal()).round().clamp(1.0, 5.0);
            scores.push(Score { proposal, reviewer, score });
        }
    }
    (worths, scores)
}

#[test]
fn harsh_and_lenient_reviewers_are_told_apart_and_the_true_order_comes_out() {
    for seed in 1..=5 {
        let (worths, scores) = planted(seed, 0.7);
        let calibration = calibrate(300, 30, &scores);
        let corrected: Vec<f64> = calibration.proposals.iter().map(|worth| worth.corrected).collect();
        let means: Vec<f64> = calibration.proposals.iter().map(|worth| worth.mean.unwrap()).collect();
        let (by_mean, by_correction) = (tau(&worths, &means), tau(&worths, &corrected));
        assert!(by_correction > by_mean + 0.04, "seed {seed}: {by_mean:.3} by the mean, {by_correction:.3}");
        assert_eq!(calibration.apart, 1);
    }
}

#[test]
fn where_all_reviewers_are_alike_the_correction_does_no_harm() {
    for seed in 1..=5 {
        let (worths, scores) = planted(seed, 0.0);
        let calibration = calibrate(300, 30, &scores);
        let corrected: Vec<f64> = calibration.proposals.iter().map(|worth| worth.corrected).collect();
        let means: Vec<f64> = calibration.proposals.iter().map(|worth| worth.mean.unwrap()).collect();
        assert!(tau(&worths, &corrected) > tau(&worths, &means) - 0.01, "seed {seed}");
        assert!(calibration.variances.reviewers < 0.05, "{:?}", calibration.variances);
    }
}

#[test]
fn the_intervals_hold_what_they_promise() {
    // Unrounded scores, as the model has them: rounding and the ends of the scale are not in it.
    let mut dice = Dice(3);
    let (proposals, reviewers) = (400, 25);
    let worths: Vec<f64> = (0..proposals).map(|_| 3.0 + 0.7 * dice.normal()).collect();
    let lenient: Vec<f64> = (0..reviewers).map(|_| 0.5 * dice.normal()).collect();
    let mut scores = vec![];
    for (proposal, worth) in worths.iter().enumerate() {
        for _ in 0..3 {
            let reviewer = dice.below(reviewers);
            scores.push(Score { proposal, reviewer, score: worth + lenient[reviewer] + 0.6 * dice.normal() });
        }
    }
    let calibration = calibrate(proposals, reviewers, &scores);
    let shift = lenient.iter().sum::<f64>() / reviewers as f64;
    let within = (0..proposals).filter(|&number| {
        let (low, high) = calibration.proposals[number].interval();
        (low..=high).contains(&(worths[number] + shift))
    });
    let share = within.count() as f64 / proposals as f64;
    assert!((0.92..=0.98).contains(&share), "{share}");
    let v = calibration.variances;
    assert!((0.35..0.65).contains(&v.proposals) && (0.1..0.45).contains(&v.reviewers), "{v:?}");
    assert!((0.28..0.45).contains(&v.chance), "{v:?}");
}

#[test]
fn near_ties_are_ties_and_clear_differences_are_none() {
    let give = |proposal, scores: &[f64]| {
        let scores: Vec<f64> = scores.to_vec();
        scores.into_iter().enumerate().map(move |(reviewer, score)| Score { proposal, reviewer, score })
    };
    let all: Vec<Score> = [
        give(0, &[5.0, 5.0, 4.0, 5.0, 5.0]),
        give(1, &[4.0, 3.0, 4.0, 3.0, 4.0]),
        give(2, &[4.0, 4.0, 3.0, 4.0, 3.0]),
        give(3, &[1.0, 1.0, 2.0, 1.0, 1.0]),
    ]
    .into_iter()
    .flatten()
    .collect();
    let calibration = calibrate(4, 5, &all);
    assert!(calibration.is_tie(1, 2) && calibration.is_tie(2, 1));
    assert!(!calibration.is_tie(0, 3) && calibration.above(0, 3) > 0.99 && calibration.above(3, 0) < 0.01);
    assert_eq!(calibration.ranking()[0], 0);
    assert_eq!(calibration.ranking()[3], 3);
}

#[test]
fn panels_that_share_no_proposal_are_counted_as_apart() {
    let score = |proposal, reviewer| Score { proposal, reviewer, score: 3.0 };
    let scores = [score(0, 0), score(0, 1), score(1, 1), score(2, 2), score(2, 3)];
    assert_eq!(calibrate(3, 5, &scores).apart, 2, "and who gave no score is in none");
}

proptest! {
    #[test]
    fn any_scores_give_finite_figures_and_unscored_proposals_the_common_level(
        scores in prop::collection::vec((0_usize..6, 0_usize..4, prop_oneof![Just(f64::NAN), 1.0..5.0_f64]), 0..40),
    ) {
        let of = |(proposal, reviewer, score)| Score { proposal, reviewer, score };
        let scores: Vec<Score> = scores.into_iter().map(of).collect();
        let calibration = calibrate(7, 4, &scores);
        for worth in &calibration.proposals {
            prop_assert!(worth.corrected.is_finite() && worth.error.is_finite(), "{worth:?}");
        }
        let last = calibration.proposals[6];
        prop_assert!(last.mean.is_none() && (last.corrected - calibration.level).abs() < 1e-9);
        for (one, other) in [(0, 1), (2, 6)] {
            let sum = calibration.above(one, other) + calibration.above(other, one);
            prop_assert!((sum - 1.0).abs() < 1e-6, "{sum}");
        }
    }

    #[test]
    fn a_score_more_for_everybody_moves_the_level_and_nothing_else(
        scores in prop::collection::vec((0_usize..6, 0_usize..4, 1.0..5.0_f64), 8..40),
    ) {
        let of = |more: f64| {
            let scores = scores.iter().map(move |&(proposal, reviewer, score)| Score { proposal, reviewer, score: score + more });
            calibrate(6, 4, &scores.collect::<Vec<_>>())
        };
        let (one, other) = (of(0.0), of(10.0));
        for (a, b) in one.proposals.iter().zip(&other.proposals) {
            prop_assert!((a.corrected + 10.0 - b.corrected).abs() < 1e-3, "{a:?} {b:?}");
        }
    }
}
