use super::temperature::Thresholds;
use super::{Chance, Cost, Landscape, Pace, Plan, Progress};

/// How many changes are tried between two questions to the [`Pace`].
const BREATH: u64 = 2048;

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome<S> {
    /// The best state seen.
    pub solution: S,
    /// What it costs.
    pub cost: Cost,
    /// How many changes were tried.
    pub steps: u64,
    /// The seed that found it.
    pub seed: u64,
}

impl<S> Outcome<S> {
    /// The better of two; of equals the one of the smaller seed, so that the order in which threads end does not matter.
    pub fn better(self, other: Self) -> Self {
        if (other.cost, other.seed) < (self.cost, self.seed) { other } else { self }
    }
}

/// Anneals from the present state of the landscape until the pace says stop or the bound is reached.
pub fn anneal<L: Landscape>(
    landscape: &mut L,
    plan: &Plan,
    seed: u64,
    pace: Pace<'_>,
) -> Outcome<L::Solution> {
    let mut chance = Chance::new(seed);
    let thresholds = Thresholds::new();
    let bound = landscape.bound();
    let mut best = Outcome { solution: landscape.solution(), cost: landscape.cost(), steps: 0, seed };
    let mut cycle = 0;
    while best.cost > bound {
        let progress = Progress { steps: best.steps, now: landscape.cost(), best: best.cost };
        let Some(share) = pace(&progress) else { break };
        let (now_in, temperature) = plan.at(share);
        if now_in != cycle {
            cycle = now_in;
            if plan.from_best {
                landscape.restore(&best.solution);
            }
        }
        for _ in 0..BREATH {
            let limit = thresholds.draw(temperature, &mut chance);
            if landscape.step(&mut chance, limit) && landscape.cost() < best.cost {
                best.cost = landscape.cost();
                best.solution = landscape.solution();
                if best.cost <= bound {
                    break;
                }
            }
        }
        best.steps += BREATH;
    }
    if cfg!(debug_assertions) {
        // Going back counts everything anew: the sum of all changes must have come to the same.
        landscape.restore(&best.solution);
        assert_eq!(landscape.cost(), best.cost, "the landscape lost count of its cost");
    }
    best
}
