use super::*;

const LIMITS: GateLimits =
    GateLimits { all_max: 100, kept_back: 10, room_max: 60, block_max: 50, joins_per_second: 1_000 };

/// Lets in as many as there is room for, and says why the next has to wait.
fn fill(gate: &mut Gate<u8, u8>, room: u8, block: Option<u8>, runs: bool) -> (usize, Full) {
    for count in 0.. {
        match gate.join(room, block, runs, 0, count as u64) {
            Ok(seat) => drop(seat),
            Err(busy) => {
                assert!(busy.retry_after >= 1, "a no says when to come back");
                return (count, busy.full);
            }
        }
    }
    unreachable!("the gate is never full")
}

#[test]
fn every_seat_is_counted_and_those_who_run_a_room_find_one() {
    let mut gate = Gate::new(LIMITS);
    assert_eq!(fill(&mut gate, 1, Some(1), false), (50, Full::Block));
    assert_eq!(fill(&mut gate, 1, Some(2), false), (10, Full::Room));
    assert_eq!(fill(&mut gate, 2, None, false), (30, Full::All));
    assert_eq!(fill(&mut gate, 1, Some(1), true), (10, Full::All), "kept back for who runs it");
    assert_eq!(gate.all(), 100);
}

#[test]
fn a_seat_that_is_given_back_is_free() {
    let mut gate = Gate::new(LIMITS);
    for n in 0..10_000 {
        let seat = gate.join(n as u8, Some(n as u8), false, n * 10, n).unwrap();
        gate.leave(seat);
    }
    assert_eq!(gate.all(), 0);
    assert!(format!("{gate:?}").len() < 400, "nobody is remembered who is not there");
}

#[test]
fn a_storm_comes_in_at_the_rate_that_is_allowed() {
    let limits = GateLimits { all_max: 20_000, room_max: 20_000, block_max: 20_000, ..LIMITS };
    let mut gate: Gate<u8, u8> = Gate::new(limits);
    let let_in = |gate: &mut Gate<u8, u8>, now, tries: u64| {
        let seats = (0..tries).filter_map(|chance| gate.join(1, None, false, now, chance).ok());
        seats.count()
    };
    assert_eq!(let_in(&mut gate, 10_000, 5_000), 1_001);
    assert_eq!(let_in(&mut gate, 10_100, 5_000), 100);
    assert_eq!(let_in(&mut gate, 20_000, 5_000), 1_001);
}

#[test]
fn those_who_come_back_come_spread_out() {
    for (followers, longest) in [(10, 1_200), (4_000, 2_200), (19_000, 9_700), (10_000_000, 30_200)] {
        let backs: Vec<u64> =
            (0..10_000).map(|n: u64| back_after(followers, &GateLimits::USUAL, n * 7_919)).collect();
        assert!(backs.iter().all(|back| (200..longest).contains(back)), "{followers}");
        let in_first_tenth = backs.iter().filter(|back| **back < 200 + (longest - 200) / 10).count();
        assert!(
            (700..1_300).contains(&in_first_tenth),
            "{in_first_tenth} of {followers} come in the first tenth"
        );
    }
}
