use std::ops::{Add, AddAssign, Neg, Sub};

use serde::{Deserialize, Serialize};

/// What a state costs. Hard violations come first: no soft gain makes up for one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Cost {
    /// How often, and how badly, demands that must hold are broken.
    pub hard: i64,
    /// The weighted sum of what one would rather not have.
    pub soft: i64,
}

impl Cost {
    /// Nothing to complain of.
    pub const ZERO: Self = Self { hard: 0, soft: 0 };

    /// More than anything: the cost of what is not there yet.
    pub const UNKNOWN: Self = Self { hard: i64::MAX, soft: i64::MAX };

    /// A cost of hard violations only.
    pub const fn hard(hard: i64) -> Self {
        Self { hard, soft: 0 }
    }

    /// A cost of soft terms only.
    pub const fn soft(soft: i64) -> Self {
        Self { hard: 0, soft }
    }

    /// One number for the search to climb on: a hard violation weighs `weight` soft points while it is on its way.
    pub const fn energy(self, weight: i64) -> i64 {
        self.hard * weight + self.soft
    }
}

impl Add for Cost {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { hard: self.hard + other.hard, soft: self.soft + other.soft }
    }
}

impl AddAssign for Cost {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Cost {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self { hard: self.hard - other.hard, soft: self.soft - other.soft }
    }
}

impl Neg for Cost {
    type Output = Self;
    fn neg(self) -> Self {
        Self::ZERO - self
    }
}

impl std::iter::Sum for Cost {
    fn sum<I: Iterator<Item = Self>>(costs: I) -> Self {
        costs.fold(Self::ZERO, Add::add)
    }
}
