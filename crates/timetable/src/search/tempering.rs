//! Parallel tempering: several copies of a landscape, each searched at its own temperature, that change places.
//!
//! Cooling once freezes into whatever valley it happens to be above; on tight instances that is nearly never the
//! deepest. Here nothing is cooled. Each rung of a ladder keeps its temperature for good, and after every round
//! neighbours on the ladder exchange their states with the probability that keeps each rung in its own equilibrium:
//! min(1, exp((1/T₁ − 1/T₂)(E₁ − E₂))). A state that is stuck thus climbs to where it can be undone and another
//! comes down in its place, for as long as there is time; no schedule has to be guessed beforehand.
//!
//! The method is that of Swendsen and Wang (1986) and Geyer (1991), also called replica exchange. The rungs are moved,
//! as Hukushima and others do, until neighbours exchange about equally often all along the ladder: where the mean
//! cost changes fast with temperature they must stand close.

use super::temperature::{Thresholds, exp, ln};
use super::{Chance, Cost, Landscape, Outcome, Pace, Progress};

/// After so many rounds the rungs are moved.
const REVIEW: u64 = 100;
/// How far they are moved: 1 would stretch a gap that is always crossed by all that it is crossed more than others.
const EAGERNESS: f64 = 0.3;

/// The temperatures between which a landscape is searched.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ladder {
    /// The lowest temperature: a fraction of the smallest penalty that matters.
    pub coldest: f64,
    /// The highest: where every state can still be left.
    pub warmest: f64,
    /// How many changes are tried on a rung between two exchanges.
    pub steps: u64,
    /// What a hard violation weighs when two rungs compare their states (see [`Cost::energy`]).
    pub hard: i64,
    /// How the ground below the ladder is searched.
    pub dip: Dip,
}

/// Now and then a copy of a cold state is cooled, to see what lies below it. So no rung need be so cold that nothing goes
/// on there: a state stays on such rungs for long and keeps others from coming down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dip {
    /// After so many rounds; 0 for never.
    pub every: u64,
    /// How many changes are tried.
    pub steps: u64,
    /// To what temperature it is cooled.
    pub coldest: f64,
}

/// From which rung dips are made: the state on the lowest is too often the same.
const DIP_FROM: usize = 1;
/// In how many steps of temperature.
const DIP_PARTS: u64 = 32;

/// Searches from the given states, one per rung and the coldest first, until the pace says stop or the bound is reached.
///
/// `judge` says what a state costs in the end, if the landscape cannot know it exactly: it is asked about states that
/// the landscape believes to be better than the best so far. Otherwise it just returns the cost that it is given.
pub fn temper<L: Landscape + Clone>(
    rungs: &mut [L],
    ladder: &Ladder,
    seed: u64,
    pace: Pace<'_>,
    judge: &mut dyn FnMut(&L::Solution, Cost) -> Cost,
) -> Option<Outcome<L::Solution>> {
    let mut spacing = Spacing::new(ladder, rungs.len());
    let first = rungs.first()?;
    let bound = first.bound();
    let solution = first.solution();
    let best = Outcome { cost: judge(&solution, first.cost()), solution, steps: 0, seed };
    let mut diver = first.clone();
    let mut walk = Walk { best, chance: Chance::new(seed), thresholds: Thresholds::new(), judge };
    for round in 1_u64.. {
        let progress = Progress { steps: walk.best.steps, now: rungs[0].cost(), best: walk.best.cost };
        if walk.best.cost <= bound || pace(&progress).is_none() {
            break;
        }
        for (landscape, &temperature) in rungs.iter_mut().zip(&spacing.temperatures) {
            walk.on(landscape, temperature, ladder.steps);
        }
        if ladder.dip.every > 0 && round % ladder.dip.every == 0 {
            let from = DIP_FROM.min(rungs.len() - 1);
            diver.restore(&rungs[from].solution());
            walk.dip(&mut diver, spacing.temperatures[from], ladder.dip);
        }
        let offset = usize::from(round % 2 == 0);
        for lower in (offset..rungs.len().saturating_sub(1)).step_by(2) {
            let energy = |rung: usize| rungs[rung].cost().energy(ladder.hard);
            let lost = (energy(lower) - energy(lower + 1)) as f64;
            if spacing.exchanges(lower, lost, &mut walk.chance) {
                rungs.swap(lower, lower + 1);
            }
        }
        if round % REVIEW == 0 {
            spacing.review();
        }
    }
    Some(walk.best)
}

/// What all rungs have in common, and the best that was found on any.
struct Walk<'j, S> {
    best: Outcome<S>,
    chance: Chance,
    thresholds: Thresholds,
    judge: &'j mut dyn FnMut(&S, Cost) -> Cost,
}

impl<S: Clone> Walk<'_, S> {
    /// Tries so many changes at a temperature.
    fn on(&mut self, landscape: &mut impl Landscape<Solution = S>, temperature: f64, steps: u64) {
        let mut lowest: Option<(Cost, S)> = None;
        let mut below = self.best.cost;
        for _ in 0..steps {
            let limit = self.thresholds.draw(temperature, &mut self.chance);
            if landscape.step(&mut self.chance, limit) && landscape.cost() < below {
                below = landscape.cost();
                lowest = Some((below, landscape.solution()));
            }
        }
        self.best.steps += steps;
        if let Some((cost, solution)) = lowest {
            let cost = (self.judge)(&solution, cost);
            if cost < self.best.cost {
                self.best = Outcome { cost, solution, steps: self.best.steps, seed: self.best.seed };
            }
        }
    }

    /// Cools a landscape from a temperature.
    fn dip(&mut self, landscape: &mut impl Landscape<Solution = S>, from: f64, dip: Dip) {
        let fall = ln(dip.coldest / from);
        for part in 0..DIP_PARTS {
            let temperature = from * exp(fall * part as f64 / (DIP_PARTS - 1) as f64);
            self.on(landscape, temperature, dip.steps / DIP_PARTS);
        }
    }
}

/// Where the rungs stand, and how often neighbours have exchanged their states since they were moved.
struct Spacing {
    temperatures: Vec<f64>,
    tried: Vec<f64>,
    made: Vec<f64>,
}

impl Spacing {
    /// At first each rung is warmer than the one below by the same factor.
    fn new(ladder: &Ladder, rungs: usize) -> Self {
        let gaps = rungs.saturating_sub(1);
        let gap = ln(ladder.warmest / ladder.coldest) / gaps.max(1) as f64;
        let temperatures = (0..rungs).map(|rung| ladder.coldest * exp(gap * rung as f64)).collect();
        Self { temperatures, tried: vec![0.0; gaps], made: vec![0.0; gaps] }
    }

    /// Whether a rung and the next warmer one exchange their states, if the colder one loses so much cost by it.
    fn exchanges(&mut self, lower: usize, lost: f64, chance: &mut Chance) -> bool {
        let sharper = 1.0 / self.temperatures[lower] - 1.0 / self.temperatures[lower + 1];
        let drawn = (chance.bits() >> 11) as f64 / (1_u64 << 53) as f64;
        let made = lost >= 0.0 || drawn < exp((sharper * lost).max(-700.0));
        self.tried[lower] += 1.0;
        self.made[lower] += f64::from(u8::from(made));
        made
    }

    /// Moves the rungs apart where they exchange more often than the others, and together where less.
    fn review(&mut self) {
        let (Some(&coldest), Some(&warmest)) = (self.temperatures.first(), self.temperatures.last()) else {
            return;
        };
        let rates: Vec<f64> =
            self.made.iter().zip(&self.tried).map(|(made, tried)| made / tried.max(1.0)).collect();
        let mean = rates.iter().sum::<f64>() / rates.len().max(1) as f64;
        let gap = |(two, rate): (&[f64], &f64)| ln(two[1] / two[0]) * (1.0 + EAGERNESS * (rate - mean));
        let gaps: Vec<f64> = self.temperatures.windows(2).zip(&rates).map(gap).collect();
        let scale = ln(warmest / coldest) / gaps.iter().sum::<f64>();
        let mut climbed = 0.0;
        for (temperature, gap) in self.temperatures[1..].iter_mut().zip(gaps) {
            climbed += gap * scale;
            *temperature = coldest * exp(climbed);
        }
        self.tried.fill(0.0);
        self.made.fill(0.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::steps;

    /// A walk on a line with a shallow valley at the start, and behind a high ridge a deep one.
    #[derive(Clone, Copy)]
    struct Ridge(i64);

    impl Landscape for Ridge {
        type Solution = i64;

        fn cost(&self) -> Cost {
            Cost::soft(match self.0 {
                ..20 => 100 + self.0 * 10,
                20..40 => 100 + (40 - self.0) * 10,
                _ => (45 - self.0).abs() * 20,
            })
        }

        fn step(&mut self, chance: &mut Chance, limit: i64) -> bool {
            let before = *self;
            self.0 = (self.0 + if chance.one_in(1, 2) { 1 } else { -1 }).clamp(0, 60);
            let made = self.cost().soft - before.cost().soft <= limit;
            if !made {
                *self = before;
            }
            made
        }

        fn solution(&self) -> i64 {
            self.0
        }

        fn restore(&mut self, solution: &i64) {
            self.0 = *solution;
        }
    }

    const NEVER: Dip = Dip { every: 0, steps: 0, coldest: 1.0 };
    const LADDER: Ladder = Ladder { coldest: 2.0, warmest: 200.0, steps: 100, hard: 1, dip: NEVER };

    #[test]
    fn a_ridge_that_the_coldest_rung_cannot_cross_is_crossed_by_exchange() {
        let search = |rungs: usize, seed| {
            let mut rungs = vec![Ridge(0); rungs];
            temper(&mut rungs, &LADDER, seed, &mut steps(40_000), &mut |_, cost| cost).unwrap()
        };
        for seed in 1..6 {
            assert_eq!(search(1, seed).solution, 0, "without a ladder there is no way out");
            assert_eq!((search(6, seed).solution, search(6, seed).cost), (45, Cost::ZERO));
            assert_eq!(search(6, seed), search(6, seed), "the same seed gives the same result");
        }
    }

    /// A point in a space of many directions: where it is warm, hardly ever all of it is at rest at once.
    #[derive(Clone, Copy)]
    struct Point([i64; 20]);

    impl Landscape for Point {
        type Solution = Self;

        fn cost(&self) -> Cost {
            Cost::soft(self.0.iter().map(|at| 10 * at.abs()).sum())
        }

        fn step(&mut self, chance: &mut Chance, limit: i64) -> bool {
            let (direction, by) = (chance.below(self.0.len()), if chance.one_in(1, 2) { 1 } else { -1 });
            let grown = 10 * ((self.0[direction] + by).abs() - self.0[direction].abs());
            let made = grown <= limit;
            self.0[direction] += if made { by } else { 0 };
            made
        }

        fn solution(&self) -> Self {
            *self
        }

        fn restore(&mut self, solution: &Self) {
            *self = *solution;
        }
    }

    #[test]
    fn a_dip_finds_the_ground_below_rungs_that_are_too_warm_for_it() {
        let lowest = |dip| {
            let ladder = Ladder { coldest: 30.0, dip, ..LADDER };
            let mut rungs = vec![Point([5; 20]); 2];
            temper(&mut rungs, &ladder, 1, &mut steps(40_000), &mut |_, cost| cost).unwrap().cost
        };
        assert_eq!(lowest(Dip { every: 10, steps: 6_400, coldest: 0.5 }), Cost::ZERO);
        assert!(lowest(NEVER) > Cost::ZERO, "without dips it is not seen in that time");
    }

    #[test]
    fn a_state_is_worth_what_the_judge_says() {
        let mut rungs = vec![Ridge(0); 6];
        let mut judge = |&at: &i64, cost: Cost| if at == 45 { Cost::soft(7_777) } else { cost };
        let found = temper(&mut rungs, &LADDER, 1, &mut steps(100_000), &mut judge).unwrap();
        assert_eq!(found.cost, Cost::soft(20), "beside the deepest place, which is not what it seems");
    }

    #[test]
    fn rungs_move_to_where_exchanges_are_rare_and_the_ends_stay() {
        let mut spacing = Spacing::new(&LADDER, 3);
        assert!((spacing.temperatures[1] - 20.0).abs() < 1e-6);
        spacing.tried = vec![100.0, 100.0];
        spacing.made = vec![90.0, 10.0];
        spacing.review();
        let [cold, middle, warm] = spacing.temperatures[..] else { panic!("three rungs") };
        assert!(middle > 21.0, "the gap that was crossed more often becomes wider: {middle}");
        assert!((cold - 2.0).abs() < 1e-6 && (warm - 200.0).abs() < 1e-6);
    }

    #[test]
    fn nothing_to_search_gives_nothing() {
        assert!(temper::<Ridge>(&mut [], &LADDER, 1, &mut steps(10), &mut |_, cost| cost).is_none());
    }
}
