//! How warm the search is at each moment, computed with plain arithmetic: `exp` and `ln` of the platform's
//! mathematics library may differ in the last bit from machine to machine, and one bit is another programme.

use super::Chance;

/// How a budget is spent: cycles of cooling, the first from `start`, the later ones from `reheat`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plan {
    /// The first temperature: about the size of a middling penalty.
    pub start: f64,
    /// The last temperature of every cycle: a fraction of the smallest penalty that matters.
    pub end: f64,
    /// Where the later cycles begin.
    pub reheat: f64,
    /// How many cycles of cooling the budget is divided into.
    pub cycles: u32,
    /// Whether a later cycle begins from the best state so far, rather than from where the last one ended.
    pub from_best: bool,
}

impl Plan {
    /// One long cooling.
    pub const fn once(start: f64, end: f64) -> Self {
        Self { start, end, reheat: start, cycles: 1, from_best: true }
    }

    /// The cycle at this share of the budget, and the temperature.
    pub(super) fn at(&self, share: f64) -> (u32, f64) {
        let position = share.clamp(0.0, 1.0) * f64::from(self.cycles.max(1));
        let cycle = (position as u32).min(self.cycles.max(1) - 1);
        let within = position - f64::from(cycle);
        let from = if cycle == 0 { self.start } else { self.reheat };
        (cycle, from * exp(ln(self.end / from) * within))
    }
}

/// −ln(u) at evenly spaced u: multiplied by a temperature, the worsening that is still accepted.
pub(super) struct Thresholds(Vec<f64>);

impl Thresholds {
    const SIZE: usize = 1 << 12;

    pub(super) fn new() -> Self {
        Self((0..Self::SIZE).map(|i| -ln((i as f64 + 0.5) / Self::SIZE as f64)).collect())
    }

    pub(super) fn draw(&self, temperature: f64, chance: &mut Chance) -> i64 {
        (temperature * self.0[chance.bits() as usize % Self::SIZE]) as i64
    }
}

/// e to the power of x, by halving the argument until the series is short.
pub(super) fn exp(x: f64) -> f64 {
    let mut halvings = 0;
    let mut x = x;
    while x.abs() > 0.01 && halvings < 40 {
        x /= 2.0;
        halvings += 1;
    }
    let mut result = 1.0 + x * (1.0 + x / 2.0 * (1.0 + x / 3.0 * (1.0 + x / 4.0)));
    for _ in 0..halvings {
        result *= result;
    }
    result
}

/// The natural logarithm, by Newton's method on `exp`.
pub(super) fn ln(x: f64) -> f64 {
    if x.is_nan() || x <= 0.0 {
        return -700.0;
    }
    // x = m · 2^k with m in [0.75, 1.5): few terms of the series of (m−1)/(m+1).
    let (mut m, mut k) = (x, 0.0);
    while m >= 1.5 {
        m /= 2.0;
        k += 1.0;
    }
    while m < 0.75 {
        m *= 2.0;
        k -= 1.0;
    }
    let z = (m - 1.0) / (m + 1.0);
    let mut term = z;
    let mut sum = 0.0;
    for n in 0..24 {
        sum += term / f64::from(2 * n + 1);
        term *= z * z;
    }
    2.0 * sum + k * std::f64::consts::LN_2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_arithmetic_agrees_with_the_platforms_to_six_digits() {
        for x in [1e-9, 0.001, 0.5, 1.0, 1.3, 7.0, 1e6, 1e12] {
            assert!((ln(x) - f64::ln(x)).abs() < 1e-9, "ln {x}: {} {}", ln(x), f64::ln(x));
        }
        for x in [-20.0, -3.0, -0.1, 0.0, 0.005, 1.0, 12.5] {
            assert!((exp(x) / f64::exp(x) - 1.0).abs() < 1e-6, "exp {x}");
        }
    }

    #[test]
    fn every_cycle_cools_from_its_first_to_the_last_temperature() {
        let plan = Plan { start: 100.0, end: 1.0, reheat: 10.0, cycles: 2, from_best: true };
        let near = |a: f64, b: f64| (a / b - 1.0).abs() < 1e-6;
        for (share, cycle, temperature) in [(0.0, 0, 100.0), (0.25, 0, 10.0), (0.5, 1, 10.0), (1.0, 1, 1.0)] {
            let at = plan.at(share);
            assert!(at.0 == cycle && near(at.1, temperature), "{share}: {at:?}");
        }
    }
}
