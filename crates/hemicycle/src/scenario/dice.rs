//! Chance that can be repeated.

/// A generator of random numbers that gives the same numbers for the same seed, on any machine and for ever.
///
/// The algorithm is SplitMix64 (Steele, Lea and Flood, 2014): a counter in steps of the golden ratio, and two rounds of
/// mixing. It is small enough to read and good enough for scenarios; it must never make a secret.
#[derive(Clone, Debug)]
pub struct Dice {
    state: u64,
}

impl Dice {
    /// Dice for this seed.
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// Dice of their own for one purpose, so that a change in one part of a scenario leaves the others as they were.
    pub fn for_purpose(&self, purpose: &str) -> Self {
        let mixed =
            purpose.bytes().fold(self.state, |state, byte| Self { state: state ^ u64::from(byte) }.roll());
        Self { state: mixed }
    }

    /// The next number.
    pub fn roll(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`, which must not be 0. Multiplying instead of dividing leaves no bias that could be seen
    /// at the sizes of a forum.
    pub fn below(&mut self, limit: usize) -> usize {
        assert!(limit > 0, "there is nothing to choose from");
        ((u128::from(self.roll()) * limit as u128) >> 64) as usize
    }

    /// One of several.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// True in `percent` of a hundred cases.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// Puts a list into random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }

    /// A copy of a list in random order.
    pub fn shuffled<T: Clone>(&mut self, list: &[T]) -> Vec<T> {
        let mut copy = list.to_vec();
        self.shuffle(&mut copy);
        copy
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_published_algorithm() {
        // First outputs of SplitMix64 for the seed 1234567, as published with its reference implementation.
        let mut dice = Dice::new(1_234_567);
        let numbers = [dice.roll(), dice.roll(), dice.roll()];
        assert_eq!(
            numbers,
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        );
    }

    #[test]
    fn purposes_do_not_disturb_each_other() {
        let dice = Dice::new(7);
        let first = dice.for_purpose("names").roll();
        dice.for_purpose("titles").roll();
        assert_eq!(dice.for_purpose("names").roll(), first);
        assert_ne!(dice.for_purpose("titles").roll(), first);
    }

    #[test]
    fn a_shuffled_list_holds_what_it_held_before() {
        let list: Vec<u32> = (0..100).collect();
        let mut shuffled = Dice::new(1).shuffled(&list);
        assert_ne!(shuffled, list);
        shuffled.sort_unstable();
        assert_eq!(shuffled, list);
    }
}
