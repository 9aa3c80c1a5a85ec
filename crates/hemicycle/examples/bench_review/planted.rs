//! What is true of the proposals, and how each reviewer sees it: known here, so that what the results say can be judged.

use forum::review::CRITERIA;
use hemicycle::scenario::dice::Dice;

/// How far proposals differ, how far reviewers differ for no reason in the proposals, and chance; in points.
const WORTH: f64 = 0.5;
const LENIENCY: f64 = 0.6;
const CHANCE: f64 = 0.5;
const LEVEL: f64 = 3.3;

/// The truth.
pub(crate) struct Planted {
    /// What each proposal is worth.
    pub(crate) worth: Vec<f64>,
    /// How far above the others each reviewer scores.
    leniency: Vec<f64>,
}

impl Planted {
    /// Plants it.
    pub(crate) fn new(proposals: usize, reviewers: usize, dice: &mut Dice) -> Planted {
        let worth = (0..proposals).map(|_| LEVEL + WORTH * normal(dice)).collect();
        let leniency = (0..reviewers).map(|_| LENIENCY * normal(dice)).collect();
        Planted { worth, leniency }
    }

    /// What a reviewer gives a proposal, criterion by criterion.
    pub(crate) fn scores(&self, proposal: usize, reviewer: usize, dice: &mut Dice) -> [u8; CRITERIA.len()] {
        let seen = self.worth[proposal] + self.leniency[reviewer] + CHANCE * normal(dice);
        std::array::from_fn(|_| (seen + CHANCE * normal(dice)).round().clamp(1.0, 5.0) as u8)
    }
}

/// A number around 0 as the normal distribution has it, near enough.
fn normal(dice: &mut Dice) -> f64 {
    (0..12).map(|_| dice.below(1_000_000) as f64 / 1_000_000.0).sum::<f64>() - 6.0
}

/// Kendall's tau of two orders (tau-a): 1 where they agree about every pair, 0 where they agree as chance does. A tie
/// agrees with nothing.
pub(crate) fn tau(values: &[(f64, f64)]) -> f64 {
    let mut agree = 0_i64;
    for (at, one) in values.iter().enumerate() {
        for other in &values[at + 1..] {
            let product = (one.0 - other.0) * (one.1 - other.1);
            agree += i64::from(product > 0.0) - i64::from(product < 0.0);
        }
    }
    let pairs = values.len() * values.len().saturating_sub(1) / 2;
    agree as f64 / pairs.max(1) as f64
}
