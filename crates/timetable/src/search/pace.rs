use super::Cost;

/// How far a search has come. It asks its [`Pace`] with this at every breath.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// How many changes were tried so far.
    pub steps: u64,
    /// What the state at hand costs.
    pub now: Cost,
    /// What the best state so far costs.
    pub best: Cost,
}

impl Progress {
    /// There is nothing yet, and it is only asked whether to go on.
    pub const NOTHING: Self = Self { steps: 0, now: Cost::UNKNOWN, best: Cost::UNKNOWN };

    /// What the best state so far costs, if there is one.
    pub fn found(&self) -> Option<Cost> {
        Some(self.best).filter(|&best| best != Cost::UNKNOWN)
    }
}

/// The caller's answer to "how much of the budget is gone?": a share from 0 to 1, or `None` to stop here.
///
/// A budget of seconds and a budget of steps are both just such a function; only the latter is the same everywhere.
pub type Pace<'a> = &'a mut dyn FnMut(&Progress) -> Option<f64>;

/// The pace of a budget counted in steps: the whole search is then determined by its seed.
pub fn steps(budget: u64) -> impl FnMut(&Progress) -> Option<f64> {
    move |progress| (progress.steps < budget).then(|| progress.steps as f64 / budget as f64)
}
