//! Dividing a whole into parts that match published shares almost exactly.

use super::dice::Dice;

/// Divides `total` by weights so that every part is within one of its exact share and the parts sum to the total:
/// everyone gets the whole part, and what is left goes to the largest remainders (Hare's method).
pub(crate) fn largest_remainder(total: usize, weights: &[u64]) -> Vec<usize> {
    let sum: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
    assert!(sum > 0, "at least one weight must be positive");
    let exact = |weight: &u64| u128::from(*weight) * total as u128;
    let mut parts: Vec<usize> = weights.iter().map(|weight| (exact(weight) / sum) as usize).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    // A stable sort: of equal remainders the first named is served first.
    order.sort_by_key(|at| std::cmp::Reverse(exact(&weights[*at]) % sum));
    let left = total - parts.iter().sum::<usize>();
    for at in order.into_iter().take(left) {
        parts[at] += 1;
    }
    parts
}

/// A list of `total` values in random order, in which each value has its share.
pub(crate) fn spread<T: Clone>(total: usize, shares: &[(T, u64)], dice: &mut Dice) -> Vec<T> {
    let weights: Vec<u64> = shares.iter().map(|(_, weight)| *weight).collect();
    let parts = largest_remainder(total, &weights);
    let mut values: Vec<T> = shares
        .iter()
        .zip(parts)
        .flat_map(|((value, _), part)| std::iter::repeat_n(value.clone(), part))
        .collect();
    dice.shuffle(&mut values);
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_sum_to_the_whole_and_stay_within_one_of_their_share() {
        let weights = [61, 38, 1];
        for total in [0, 1, 2, 7, 100, 11_145] {
            let parts = largest_remainder(total, &weights);
            assert_eq!(parts.iter().sum::<usize>(), total);
            for (part, weight) in parts.iter().zip(weights) {
                let exact = weight as f64 * total as f64 / 100.0;
                assert!((*part as f64 - exact).abs() < 1.0, "{part} of {total} for {weight} %");
            }
        }
    }

    #[test]
    fn a_spread_holds_every_value_as_often_as_its_share_says() {
        let list = spread(200, &[('a', 3), ('b', 1)], &mut Dice::new(5));
        assert_eq!(list.iter().filter(|value| **value == 'a').count(), 150);
        assert_eq!(list.len(), 200);
    }
}
