//! The relaxation: places and demands are not kept but paid for, so that every candidate can be judged by itself.

use super::Task;

/// Steps towards the best prices. More of them make the bound a little lower, and the order hardly better.
const STEPS: usize = 400;

/// What the relaxation says.
pub(super) struct Relaxed {
    /// No set has a higher value.
    pub(super) bound: i64,
    /// The candidates, the most promising first.
    pub(super) order: Vec<usize>,
}

/// Prices of a place, and of one more of each kind: what a demand for more pays, less what a limit takes.
struct Prices {
    place: f64,
    least: Vec<f64>,
    most: Vec<f64>,
}

pub(super) fn relax(task: &Task) -> Relaxed {
    let demands = task.demands.len();
    let mut prices = Prices { place: 0.0, least: vec![0.0; demands], most: vec![0.0; demands] };
    let (mut best, mut best_promises) = (f64::INFINITY, vec![0.0; task.candidates.len()]);
    let scale = task.candidates.iter().map(|candidate| candidate.worth).max().unwrap_or(0).max(1) as f64;
    for step in 0..STEPS {
        let promises: Vec<f64> =
            (0..task.candidates.len()).map(|number| prices.promise(task, number)).collect();
        let taken: Vec<bool> = promises
            .iter()
            .zip(&task.candidates)
            .map(|(promise, candidate)| candidate.decided.unwrap_or(*promise > 0.0))
            .collect();
        let bound = prices.bound(task, &promises, &taken);
        if bound < best {
            best = bound;
            best_promises = promises;
        }
        prices.step(task, &taken, scale / (4.0 + step as f64));
    }
    let mut order: Vec<usize> = (0..task.candidates.len()).collect();
    let per_place = |number: usize| best_promises[number] / f64::from(task.candidates[number].places.max(1));
    order.sort_by(|&one, &other| per_place(other).total_cmp(&per_place(one)).then(one.cmp(&other)));
    // A bound is rounded up: rounding down could make it wrong.
    Relaxed { bound: best.ceil() as i64, order }
}

impl Prices {
    /// What a candidate is worth once it has paid for its places and been paid for what it counts for.
    fn promise(&self, task: &Task, number: usize) -> f64 {
        let candidate = &task.candidates[number];
        let kinds: f64 = candidate.counts.iter().map(|&demand| self.least[demand] - self.most[demand]).sum();
        candidate.worth as f64 + kinds - self.place * f64::from(candidate.places)
    }

    fn bound(&self, task: &Task, promises: &[f64], taken: &[bool]) -> f64 {
        let sum: f64 =
            promises.iter().zip(taken).filter(|(_, taken)| **taken).map(|(promise, _)| promise).sum();
        let demands: f64 = task
            .demands
            .iter()
            .enumerate()
            .map(|(number, demand)| {
                // Without a limit there is nothing to pay for it, and infinity times nothing would be no number.
                let most =
                    if self.most[number] > 0.0 { self.most[number] * f64::from(demand.most) } else { 0.0 };
                most - self.least[number] * f64::from(demand.least)
            })
            .sum();
        sum + self.place * f64::from(task.places) + demands
    }

    /// A step against what is broken. A demand never costs more than breaking it does.
    fn step(&mut self, task: &Task, taken: &[bool], length: f64) {
        let mut counts = vec![0_u32; task.demands.len()];
        let mut places = 0.0;
        for (candidate, _) in task.candidates.iter().zip(taken).filter(|(_, taken)| **taken) {
            places += f64::from(candidate.places);
            candidate.counts.iter().for_each(|&demand| counts[demand] += 1);
        }
        let over = places - f64::from(task.places);
        self.place = (self.place + length * over / f64::from(task.places.max(1)) * 4.0).max(0.0);
        for (number, demand) in task.demands.iter().enumerate() {
            let (count, weight) = (f64::from(counts[number]), demand.weight as f64);
            let share = f64::from(demand.least.max(1));
            let short = f64::from(demand.least) - count;
            self.least[number] = (self.least[number] + length * short / share).clamp(0.0, weight);
            if demand.most < u32::MAX {
                let beyond = (count - f64::from(demand.most)) / f64::from(demand.most.max(1));
                self.most[number] = (self.most[number] + length * beyond).clamp(0.0, weight);
            }
        }
    }
}
