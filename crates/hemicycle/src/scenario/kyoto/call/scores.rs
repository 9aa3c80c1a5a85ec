//! What the reviewers thought: a true worth for each proposal, the leniency of each reviewer, and chance.
//!
//! The spreads are chosen so that the raw means lie as close together as they did in 2017, when the proposals ranked 60
//! to 96 all had scores from 4.09 to 4.00 (list of the advisory group, June 2017).

use forum::review::CRITERIA;

use super::Proposal;
use super::panel::{Panel, ReviewState};
use crate::scenario::dice::Dice;

/// Where scores lie on the whole.
const LEVEL: f64 = 3.86;
/// How far proposals differ in truth.
const WORTH: f64 = 0.22;
/// How far reviewers differ for no reason in the proposals.
const LENIENCY: f64 = 0.33;
/// How far two reviews of the same proposal differ besides.
const CHANCE: f64 = 0.42;
/// How far the criteria of one review differ.
const CRITERION: f64 = 0.5;

/// Scores all reviews. A few are never submitted, as ever.
pub(super) fn deal(panel: &mut Panel, proposals: &[Proposal], dice: &Dice) {
    let mut dice = dice.for_purpose("scores");
    debug_assert_eq!(
        panel.reviews.len(),
        proposals.iter().filter(|proposal| super::panel::is_reviewed(proposal)).count()
    );
    for reviewer in &mut panel.reviewers {
        reviewer.leniency = LENIENCY * normal(&mut dice);
    }
    for reviews in &mut panel.reviews {
        let worth = LEVEL + WORTH * normal(&mut dice);
        for review in reviews {
            let seen = worth + panel.reviewers[review.reviewer].leniency + CHANCE * normal(&mut dice);
            review.scores = std::array::from_fn::<_, { CRITERIA.len() }, _>(|_| {
                let score = (seen + CRITERION * normal(&mut dice)).round().clamp(1.0, 5.0);
                score as u8
            });
            review.state = match dice.below(100) {
                0 => ReviewState::Missing,
                1 => ReviewState::Saved,
                _ => ReviewState::Submitted,
            };
        }
    }
}

/// A number around 0 as the normal distribution has it, near enough: the sum of twelve even chances, less its mean.
fn normal(dice: &mut Dice) -> f64 {
    let parts = 1_000_000;
    (0..12).map(|_| dice.below(parts) as f64 / parts as f64).sum::<f64>() - 6.0
}
