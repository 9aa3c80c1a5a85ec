//! The search that every model here shares, over a [`Landscape`]: simulated annealing ([`anneal`]), and for tight
//! problems parallel tempering ([`temper`]).
//!
//! The search knows neither rooms nor times. A model offers random changes and says what they cost; the
//! search decides which to make. Time and chance come in as arguments: a seed, and a [`Pace`] that the
//! caller answers, so that the same seed and the same answers give the same result on any machine.

mod anneal;
mod chance;
mod cost;
mod pace;
mod temperature;
mod tempering;

pub use anneal::{Outcome, anneal};
pub use chance::Chance;
pub use cost::Cost;
pub use pace::{Pace, Progress, steps};
pub use temperature::Plan;
pub use tempering::{Dip, Ladder, temper};

/// A problem as the search sees it: a state that has a cost and can be changed at random.
pub trait Landscape {
    /// What is kept of a state to come back to it.
    type Solution: Clone;

    /// What the present state costs.
    fn cost(&self) -> Cost;

    /// Draws a change and makes it, unless it would raise the cost by more than `limit`
    /// (as one number, see [`Cost::energy`]). Says whether it was made.
    fn step(&mut self, chance: &mut Chance, limit: i64) -> bool;

    /// The present state.
    fn solution(&self) -> Self::Solution;

    /// Goes back to a state.
    fn restore(&mut self, solution: &Self::Solution);

    /// A cost below which no state lies: the search stops when it is reached.
    fn bound(&self) -> Cost {
        Cost::ZERO
    }
}
