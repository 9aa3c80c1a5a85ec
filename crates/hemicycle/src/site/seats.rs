//! The hemicycle: people as seats in rows, a colour for each group. The sign of the house, drawn from the record.

use std::f64::consts::PI;

use maud::{Markup, html};

/// A group of people in the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// Its name.
    pub name: String,
    /// How many they are.
    pub count: usize,
    /// The number of its colour, 1 to 8; 0 for those of no group.
    pub colour: usize,
}

const ROWS: usize = 7;
const SEATS: usize = 190;
const INNER: f64 = 52.0;
const BETWEEN: f64 = 13.0;

/// The picture and its key. The picture shows shares and says nothing that the key does not say in words and numbers,
/// so that it is left out for those who do not see it.
pub fn hemicycle(caption: &str, shares: &[Share], number: impl Fn(usize) -> String) -> Markup {
    html! {
        figure {
            svg.seats viewBox="0 0 280 144" aria-hidden="true" {
                @for (colour, seats) in seated(shares) {
                    g class={ "k" (colour) } {
                        @for (x, y) in seats { circle cx=(x) cy=(y) r="4.2" {} }
                    }
                }
            }
            figcaption {
                small { (caption) }
                ul.key {
                    @for share in shares { li class={ "k" (share.colour) } { (share.name) " " b { (number(share.count)) } } }
                }
            }
        }
    }
}

/// Which seats belong to whom: the seats are counted through from one end of the half circle to the other, row by row
/// within an angle, so that every group sits in one wedge.
fn seated(shares: &[Share]) -> Vec<(usize, Vec<(i32, i32)>)> {
    let seats = seats();
    let total: usize = shares.iter().map(|share| share.count).sum();
    let mut taken = 0;
    let mut counted = 0;
    let mut groups = Vec::new();
    for share in shares {
        counted += share.count;
        // Shares are rounded at their borders, so that the seats always add up.
        let until = (seats.len() * counted + total / 2).checked_div(total).unwrap_or(0);
        groups.push((share.colour, seats[taken..until].to_vec()));
        taken = until;
    }
    groups
}

/// The seats, from one end to the other.
fn seats() -> Vec<(i32, i32)> {
    let radii: Vec<f64> = (0..ROWS).map(|row| INNER + BETWEEN * row as f64).collect();
    let around: f64 = radii.iter().sum();
    let mut seats: Vec<(f64, f64)> = Vec::with_capacity(SEATS);
    for radius in radii {
        let count = (SEATS as f64 * radius / around).round();
        seats.extend((0..count as usize).map(|seat| (PI * seat as f64 / (count - 1.0), radius)));
    }
    seats.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let whole = |position: f64| position.round() as i32;
    seats
        .into_iter()
        .map(|(angle, r)| (whole(140.0 - r * angle.cos()), whole(138.0 - r * angle.sin())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_seat_is_taken_once_and_shares_are_kept() {
        let share = |count, colour| Share { name: String::new(), count, colour };
        for counts in [vec![1, 1, 1], vec![402, 455, 221, 190, 60, 150, 22], vec![5], vec![0, 3]] {
            let shares: Vec<_> = counts.iter().map(|count| share(*count, 1)).collect();
            let groups = seated(&shares);
            assert_eq!(groups.iter().map(|(_, seats)| seats.len()).sum::<usize>(), seats().len());
            let total: usize = counts.iter().sum();
            for (count, (_, taken)) in counts.iter().zip(&groups) {
                let fair = (seats().len() * count) as f64 / total as f64;
                assert!((taken.len() as f64 - fair).abs() <= 1.0, "{count} of {total}: {}", taken.len());
            }
        }
        assert!(seated(&[]).is_empty());
        assert!(seated(&[share(0, 1)]).iter().all(|(_, seats)| seats.is_empty()));
    }
}
