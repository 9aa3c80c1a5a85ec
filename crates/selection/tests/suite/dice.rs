//! Numbers that look like chance and are the same each time (a linear congruential generator with the constants of
//! Knuth's MMIX).

pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A whole number below this.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % count
    }

    /// Between 0 and 1.
    pub(crate) fn share(&mut self) -> f64 {
        self.below(1 << 24) as f64 / f64::from(1 << 24)
    }

    /// A normal deviation, near enough: twelve shares, less six.
    pub(crate) fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.share()).sum::<f64>() - 6.0
    }
}
